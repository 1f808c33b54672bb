import type { ShownWords } from '../../../contract/vocabulary.ts';
import type { Vocabulary } from '../../../contract/vocabulary-words.ts';
import type { WordsSince } from '../../protocol/index.ts';
import { type ChosenRow, shownWords, type ToldCodes } from './shown-words.ts';

/** For a query in which `i` is the incident: what was told when, as far as this reader's policies show it. */
export const toldColumns = `
  (select json_agg(json_build_object('at', d.added_at, 'codes', d.codes) order by d.added_at, d.id)
   from incident.detail d where d.incident_id = i.id) as "toldDetails",
  (select json_agg(json_build_object('list', w.list, 'codes', w.codes, 'at', w.chosen_at) order by w.chosen_at, w.id)
   from incident.chosen_word w where w.incident_id = i.id) as "toldWords"`;

/** As PostgreSQL writes it in JSON. */
export interface ToldColumns {
  readonly toldDetails: readonly { at: string; codes: Readonly<Record<string, unknown>> }[] | null;
  readonly toldWords: readonly (Omit<ChosenRow, 'at'> & { at: string })[] | null;
}

export function toldIn({ toldDetails, toldWords }: ToldColumns): Pick<ToldCodes, 'details' | 'chosen'> {
  return {
    details: (toldDetails ?? []).map(({ at, codes }) => ({ at: new Date(at), codes })),
    chosen: (toldWords ?? []).map((row) => ({ ...row, at: new Date(row.at) })),
  };
}

/** What incident.words_of_dossier gives; null where an organisation changed no word. */
export type DossierWords =
  | (ToldColumns & { readonly history: readonly (Omit<WordsSince, 'since'> & { since: string })[] })
  | null;

/** How a dossier is worded where that differs from the program. */
export function wordsOfDossier(words: DossierWords, head: Omit<ToldCodes, 'details' | 'chosen'>): ShownWords {
  if (words === null) return {};
  const history = words.history.map((version) => ({ ...version, since: new Date(version.since) }));
  const shown = Object.entries(shownWords(history, { ...head, ...toldIn(words) }));
  return Object.fromEntries(
    shown
      .filter(([, words]) => words.some(({ label }) => label !== null))
      .map(([list, words]) => [list as Vocabulary, words.map(({ code, label }) => ({ code, label }))]),
  );
}
