import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findCitizenServiceNumbers, holdsCitizenServiceNumber, passesElfproef } from './citizen-service-number.ts';

/** Test numbers published for this purpose: they pass the check and belong to nobody. */
const known = ['111222333', '123456782', '999990019'];

describe('a citizen service number', () => {
  it.each(known)('%s passes the elfproef', (number) => {
    expect(passesElfproef(number)).toBe(true);
  });

  it.each([
    '123456789',
    '000000000',
    '12345678',
    '1234567',
    '1112223334',
    'abcdefghi',
  ])('%s does not pass', (number) => {
    expect(passesElfproef(number)).toBe(false);
  });

  it.each([
    ['bare', 'Zijn nummer is 111222333.'],
    ['with dots', 'bsn 1112.22.333 stond erop'],
    ['with spaces', 'bsn: 111 222 333, zei hij'],
    ['with hard spaces', 'bsn 111\u00a0222\u00a0333'],
    ['with hyphens', '111-222-333'],
    ['at the very start', '123456782 riep hij'],
    ['alone', '999990019'],
    ['between brackets', '(111222333)'],
    ['after a colon', 'BSN:111222333'],
    ['after another number', 'Aan balie 3 111 222 333'],
    ['before another number', '111222333 om 12 uur'],
  ])('is found %s', (_how, text) => {
    expect(findCitizenServiceNumbers(text)).toHaveLength(1);
  });

  it('is found with eight digits, where the leading zero was dropped', () => {
    const eight = eightDigitNumber();
    expect(holdsCitizenServiceNumber(`nummer ${eight} dus`)).toBe(true);
  });

  it('says where it stands, dots and spaces included', () => {
    const text = 'Nummer 111 222 333 en 123456782.';
    const found = findCitizenServiceNumbers(text).map(({ index, length }) => text.slice(index, index + length));
    expect(found).toEqual(['111 222 333', '123456782']);
  });
});

describe('what is left alone', () => {
  it.each([
    ['a mobile number', 'Bel 06-12345678 of 0612345678'],
    ['a national number', 'Hij belde met 020 123 4567'],
    ['an international number', 'Hij belde met +31 612345678'],
    ['an international number with zeros', 'Hij belde met 0031612345678'],
    ['a date', 'Het gebeurde op 01-02-2026'],
    ['a date the other way round', 'Het gebeurde op 2026-02-01'],
    ['a date without hyphens', 'Bestand 20260201'],
    ['an account', 'NL91ABNA0417164300'],
    ['an account with spaces', 'NL91 ABNA 0417 1643 00'],
    ['an amount', 'Hij eiste € 1.500.000,00'],
    ['a long case number', 'zaak 1112223334445'],
    ['a case number with groups', 'zaak 111222333-44'],
    ['a time', 'om 10:30 en 11:45 uur'],
    ['a number in a link', 'https://voorbeeld.nl/zaak/111222333'],
    ['a number that does not pass', 'klantnummer 123456789'],
  ])('%s', (_what, text) => {
    expect(findCitizenServiceNumbers(text)).toEqual([]);
  });

  it('every telephone number of ten digits', () => {
    fc.assert(
      fc.property(fc.integer({ min: 10_000_000, max: 99_999_999 }), (digits) => {
        const pairs = String(digits).replace(/(\d\d)(?=\d)/g, '$1 ');
        for (const start of ['06', '06-', '06 ', '06 - ', '(06) ', '+31 6 ', '+316', '+31 (0)6 ', '0031 6', '06/']) {
          expect(holdsCitizenServiceNumber(`bel ${start}${digits}`)).toBe(false);
          expect(holdsCitizenServiceNumber(`bel ${start}${pairs}.`)).toBe(false);
        }
      }),
    );
  });

  it('every date', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1930-01-01'), max: new Date('2090-12-31'), noInvalidDate: true }),
        (moment) => {
          const [year = '', month = '', day = ''] = moment.toISOString().slice(0, 10).split('-');
          for (const text of [
            `${year}-${month}-${day}`,
            `${day}-${month}-${year}`,
            `${day}.${month}.${year}`,
            `${year}${month}${day}`,
          ]) {
            expect(holdsCitizenServiceNumber(`op ${text} dus`)).toBe(false);
          }
        },
      ),
    );
  });
});

it('finds every valid number in any plain sentence around it', () => {
  const words = fc.array(fc.constantFrom('hij', 'zei', 'dat', 'nummer', 'toen'), { maxLength: 5 });
  fc.assert(
    fc.property(fc.integer({ min: 100_000_000, max: 999_999_999 }), words, words, (number, before, after) => {
      const text = [...before, String(number), ...after].join(' ');
      expect(holdsCitizenServiceNumber(text)).toBe(passesElfproef(String(number)));
    }),
  );
});

function eightDigitNumber(): string {
  for (let number = 41_000_000; ; number++) if (passesElfproef(String(number))) return String(number);
}
