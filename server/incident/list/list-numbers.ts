import type { Tx } from '../../platform/index.ts';
import { numberBegins } from '../rules/incident-numbers.ts';

/** What a typed number stands for: these incidents, or so many that the list is walked within their year. */
export type NumberAsked = { readonly ids: readonly string[] } | { readonly begins: string; readonly year: number };

export async function numberAsked(tx: Tx, typed: string | undefined): Promise<NumberAsked | null> {
  if (typed === undefined) return null;
  const begins = numberBegins(typed, tx.now);
  if (begins === null) return { ids: [] };
  const { ids } = await tx.row<{ ids: string[] | null }>('select incident.numbered($1) as ids', [begins]);
  return ids === null ? { begins, year: Number(begins.slice(0, 4)) } : { ids };
}
