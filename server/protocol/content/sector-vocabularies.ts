import type { Sector } from '../../../contract/organisation.ts';
import type { Words } from '../../../contract/protocol-words.ts';
import {
  type BuiltInCode,
  beforeTheLast,
  builtInList,
  type Vocabulary,
  type Word,
} from '../../../contract/vocabulary-words.ts';

type Suggested = { readonly [List in Vocabulary]?: readonly SuggestedWord<List>[] };

interface SuggestedWord<List extends Vocabulary> {
  /** For a built-in word: what this sector calls it. For another: a word that this sector often adds. */
  readonly code: BuiltInCode<List> | `own_${string}`;
  readonly label: Words;
  readonly countsAs?: BuiltInCode<List>;
}

/** How a sector speaks about what happened, on top of its words for people and places. The built-in words are municipal. */
const suggestions: Readonly<Record<Sector, Suggested>> = {
  municipality: {},
  transport: {
    place: [
      { code: 'own_vehicle', label: { nl: 'In het voertuig', en: 'In the vehicle' }, countsAs: 'road' },
      {
        code: 'own_stop',
        label: { nl: 'Bij een halte of op het perron', en: 'At a stop or platform' },
        countsAs: 'road',
      },
    ],
    action: [
      {
        code: 'own_control_room',
        label: { nl: 'Ik riep de meldkamer op', en: 'I called the control room' },
        countsAs: 'colleague_assisted',
      },
    ],
    cause: [
      {
        code: 'own_ticket_check',
        label: { nl: 'Bij een controle of een boete', en: 'At a ticket check or a fine' },
        countsAs: 'anger_about_policy',
      },
    ],
  },
  education: {
    place: [
      { code: 'own_classroom', label: { nl: 'In de klas', en: 'In the classroom' }, countsAs: 'location' },
      { code: 'own_school_yard', label: { nl: 'Op het schoolplein', en: 'In the school yard' }, countsAs: 'location' },
    ],
    target: [
      { code: 'group', label: { nl: 'Een klas of een groep collega’s', en: 'A class or a group of colleagues' } },
    ],
  },
  care: {
    cause: [
      {
        code: 'own_misunderstood',
        label: { nl: 'Onbegrepen gedrag', en: 'Behaviour we do not understand yet' },
        countsAs: 'seemed_ill_or_confused',
      },
      {
        code: 'own_during_care',
        label: { nl: 'Tijdens wassen, eten of verzorgen', en: 'While washing, eating or caring' },
        countsAs: 'other',
      },
    ],
    place: [{ code: 'home_visit', label: { nl: 'Bij een cliënt thuis', en: 'At a client’s home' } }],
  },
  youth: {
    place: [{ code: 'own_group', label: { nl: 'Op de groep', en: 'In the living group' }, countsAs: 'location' }],
    action: [
      { code: 'own_time_out', label: { nl: 'Ik gaf een time-out', en: 'I gave a time-out' }, countsAs: 'sent_away' },
    ],
  },
  benefits: {
    cause: [
      {
        code: 'own_payment',
        label: { nl: 'Was boos over een uitkering', en: 'Was angry about a benefit' },
        countsAs: 'anger_about_policy',
      },
    ],
    place: [
      {
        code: 'phone',
        label: { nl: 'Aan de telefoon of bij het klantcontact', en: 'On the phone or at customer contact' },
      },
    ],
  },
};

/** What this sector would add to a list or call otherwise; empty where the program says it well already. */
export function suggestedWords(sector: Sector, list: Vocabulary): Word[] {
  const suggested: readonly SuggestedWord<Vocabulary>[] = suggestions[sector][list] ?? [];
  return suggested.map(({ code, label, countsAs }) => ({
    code,
    label,
    countsAs: countsAs ?? null,
    isRetired: false,
    ownCode: null,
  }));
}

/** A list as it begins in an organisation of this sector; null: as the program brought it. */
export function firstWords(sector: Sector, list: Vocabulary): readonly Word[] | null {
  const suggested = suggestedWords(sector, list);
  if (suggested.length === 0) return null;
  const called = new Map(suggested.map((word) => [word.code, word]));
  const builtIn = builtInList(list).map((word) => called.get(word.code) ?? word);
  return beforeTheLast(
    builtIn,
    suggested.filter(({ countsAs }) => countsAs !== null),
  );
}
