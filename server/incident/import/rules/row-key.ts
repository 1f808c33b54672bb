import { createHash, createHmac } from 'node:crypto';
import type { SourceRow } from '../source/source-row.ts';
import type { RowPlan } from './read-row.ts';

/** By what a row is known again when its file, or a newer export, comes in once more. Keyed, so that it tells nothing. */
export interface RowKey {
  readonly key: Buffer;
  readonly content: Buffer;
}

/**
 * A row is known by its own number; without one by everything it says. Rows of a file that are alike in that are counted, so
 * that two real ones both come in, and a second time neither does.
 */
export function rowKeys(secret: Uint8Array): (row: SourceRow, plan: RowPlan) => RowKey {
  const seen = new Map<string, number>();
  return ({ cells }, plan) => {
    const content = createHash('sha256')
      .update(JSON.stringify(plan.taken.map((at) => cells[at] ?? '')))
      .digest('base64');
    const number = cells[plan.single.number?.at ?? -1] ?? '';
    const known = number === '' ? `content ${content}` : `number ${number}`;
    const turn = (seen.get(known) ?? 0) + 1;
    seen.set(known, turn);
    const keyed = (text: string) => createHmac('sha256', secret).update(text).digest();
    return { key: keyed(`${known} ${turn}`), content: keyed(content) };
  };
}
