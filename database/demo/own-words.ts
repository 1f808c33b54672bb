import type { Words } from '../../contract/protocol-words.ts';
import type { BuiltInCode, Vocabulary, Word } from '../../contract/vocabulary-words.ts';
import type { WordsChange } from './town.ts';

/** The counter had a long queue for passports; since it is gone, nobody is offered the word any more. */
export const passportQueueEnded = 75;

const own = <List extends Vocabulary>(
  code: string,
  label: Words,
  countsAs: BuiltInCode<List>,
  ownCode: string,
): Word => ({
  code: `own_${code}`,
  label,
  countsAs,
  isRetired: false,
  ownCode,
});

const passportQueue = own<'cause'>(
  'passport_queue',
  { nl: 'Lange wachttijd voor een paspoort', en: 'Long wait for a passport' },
  'anger_about_policy',
  'AG-07',
);

/** How Gemeente Wierdam calls what happens: at the counter, on the telephone and in the street. */
export const wierdamWords: readonly WordsChange[] = [
  {
    daysAgo: 700,
    by: 'yusuf',
    list: 'place',
    words: [
      own<'place'>('patrol', { nl: 'Op straat, tijdens een ronde', en: 'In the street, on patrol' }, 'road', 'WL-21'),
      own<'place'>(
        'contact_centre',
        { nl: 'Bij het klantcontactcentrum', en: 'At the customer contact centre' },
        'phone',
        'WL-05',
      ),
    ],
  },
  {
    daysAgo: 700,
    by: 'yusuf',
    list: 'cause',
    words: [
      own<'cause'>(
        'debt_help',
        { nl: 'Besluit over schuldhulp', en: 'Decision on debt help' },
        'anger_about_policy',
        'AG-03',
      ),
      own<'cause'>(
        'fine',
        { nl: 'Boete of naheffing', en: 'Fine or additional charge' },
        'anger_about_policy',
        'AG-04',
      ),
      passportQueue,
    ],
  },
  {
    daysAgo: 640,
    by: 'yusuf',
    list: 'action',
    words: [
      own<'action'>(
        'security',
        { nl: 'Ik riep de beveiliging', en: 'I called security' },
        'colleague_assisted',
        'MA-02',
      ),
    ],
  },
  {
    daysAgo: 410,
    by: 'yusuf',
    list: 'kind',
    words: [
      own<'kind'>(
        'nuisance',
        { nl: 'Overlast in of om het gebouw', en: 'Nuisance in or around the building' },
        'incident',
        'SO-04',
      ),
    ],
  },
  { daysAgo: passportQueueEnded, by: 'yusuf', list: 'cause', words: [{ ...passportQueue, isRetired: true }] },
];
