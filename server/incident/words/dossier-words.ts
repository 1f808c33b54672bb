import type { ShownWords } from '../../../contract/vocabulary.ts';
import type { Vocabulary } from '../../../contract/vocabulary-words.ts';
import type { Tx } from '../../platform/index.ts';
import { wordsThroughTime } from '../../protocol/index.ts';
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

/** How a dossier is worded where that differs from the program. An organisation that changed nothing asks nothing more. */
export async function wordsOfDossier(
  tx: Tx,
  incidentId: string,
  head: Omit<ToldCodes, 'details' | 'chosen'>,
): Promise<ShownWords> {
  const history = await wordsThroughTime(tx);
  if (history.length === 0) return {};
  const columns = await tx.row<ToldColumns>(`select ${toldColumns} from incident.incident i where i.id = $1`, [
    incidentId,
  ]);
  const shown = Object.entries(shownWords(history, { ...head, ...toldIn(columns) }));
  return Object.fromEntries(
    shown
      .filter(([, words]) => words.some(({ label }) => label !== null))
      .map(([list, words]) => [list as Vocabulary, words.map(({ code, label }) => ({ code, label }))]),
  );
}
