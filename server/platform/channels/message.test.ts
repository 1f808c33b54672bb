import { describe, expect, it } from 'vitest';
import { limits, measure } from '../../../tests/checks/readability.ts';
import { mailOf, type Notice, textMessageOf, titleOf } from './message.ts';
import { type Template, templates } from './templates.ts';
import { tellTerm } from './term.ts';
import type { Language } from './words.ts';

const now = new Date('2026-03-02T13:00:00Z'); // a Monday, 14:00 in the Netherlands
const dueAt = '2026-03-02T14:30:00Z';
const incidentId = '0195a000-0000-7000-8000-000000000001';
const publicUrl = 'https://rugdekking.wierdam.example';
const names = Object.keys(templates) as Template[];

const notice = (template: Template, data: Notice['data'] = { dueAt, count: 3 }): Notice => ({
  template,
  incidentId,
  data,
});
const occasion = (language: Language) => ({ language, now, publicUrl });

describe('a term', () => {
  it.each([
    ['2026-03-02T14:30:00Z', 'vandaag om 15.30 uur', 'today at 15:30'],
    ['2026-03-03T08:05:00Z', 'morgen om 9.05 uur', 'tomorrow at 09:05'],
    ['2026-03-06T08:00:00Z', 'op vrijdag 6 maart om 9.00 uur', 'on Friday 6 March at 09:00'],
    ['2026-03-02T23:30:00Z', 'morgen om 0.30 uur', 'tomorrow at 00:30'],
    ['2026-03-30T07:00:00Z', 'op maandag 30 maart om 9.00 uur', 'on Monday 30 March at 09:00'],
  ])('%s is told in Dutch time', (moment, nl, en) => {
    expect(tellTerm(new Date(moment), now, 'nl')).toBe(nl);
    expect(tellTerm(new Date(moment), now, 'en')).toBe(en);
  });
});

describe('a message to the manager', () => {
  it('says what to do and until when, with one link', () => {
    const mail = mailOf(notice('incident-reported'), occasion('nl'));
    expect(mail.subject).toBe('Nieuwe melding. Bel je collega uiterlijk vandaag om 15.30 uur');
    expect(mail.text).toContain('Spreek je collega uiterlijk vandaag om 15.30 uur.');
    expect(mail.text).toContain(`${publicUrl}/meldingen/${incidentId}`);
    expect(mail.html).toContain(`href="${publicUrl}/meldingen/${incidentId}"`);
    expect(mail.text).not.toContain('undefined');
  });

  it('loads nothing from anywhere', () => {
    expect(mailOf(notice('incident-reported'), occasion('nl')).html).not.toMatch(/<img|<link|<script|@import|url\(/);
  });

  it('fits one text message', () => {
    for (const name of names.filter((template) => templates[template].channels.includes('sms'))) {
      expect(textMessageOf(notice(name), occasion('nl')).length, name).toBeLessThanOrEqual(160);
    }
  });
});

describe('a code to sign in', () => {
  it('is in the mail, and in nothing that the app lists', () => {
    const carrier = { ...notice('sign-in-code'), secret: '482913' };
    expect(mailOf(carrier, occasion('nl')).text).toContain('Je code is 482913.');
    expect(titleOf(carrier, 'nl', now)).not.toContain('482913');
    expect(templates['sign-in-code'].isListed).toBe(false);
  });
});

describe('an invitation', () => {
  it('opens with the link that only its receiver has', () => {
    const mail = mailOf({ ...notice('invitation'), secret: '/uitnodiging/abc' }, occasion('nl'));
    expect(mail.text).toContain(`${publicUrl}/uitnodiging/abc`);
  });
});

describe('every message', () => {
  it.each(names)('%s is short, in both languages, with and without a term', (template) => {
    for (const language of ['nl', 'en'] as const) {
      for (const data of [{}, { dueAt, count: 1 }, { dueAt: '2026-03-11T08:00:00Z', count: 12 }]) {
        const mail = mailOf(notice(template, data), occasion(language));
        const sentences = `${mail.subject}\n${mail.text}`
          .split(/(?<=[.?!:])\s|\n/)
          .filter((line) => !line.includes('://'));
        for (const sentence of sentences) expect(sentence.split(/\s+/).length, sentence).toBeLessThanOrEqual(20);
        expect(mail.subject).toBe(mail.subject.trim());
        expect(mail.text).not.toMatch(/undefined|null|Invalid/);
      }
    }
  });

  it('is Dutch that everybody can read', () => {
    const texts = names
      .map((template) => mailOf(notice(template), occasion('nl')))
      .map(({ subject, text }) => `${subject}.\n${text}`);
    const { meanWords, tooLong, difficult, passiveShare } = measure(
      texts.map((text) => text.replaceAll(/https:\S+/g, '')),
    );
    expect({ tooLong, difficult }).toEqual({ tooLong: [], difficult: [] });
    expect(meanWords).toBeLessThanOrEqual(limits.meanWords);
    expect(passiveShare).toBeLessThanOrEqual(limits.passiveShare);
  });

  it('says nothing of what stands in its data but the term and the number', () => {
    const mail = mailOf(notice('task-assigned', { dueAt, taskId: 'SENTINEL', reason: 'SENTINEL' }), occasion('nl'));
    expect(JSON.stringify(mail)).not.toContain('SENTINEL');
  });
});
