import { fieldError } from './http/invalid.ts';
import { HttpFailure } from './http/problem.ts';
import { isUuid } from './ids.ts';

/** Where a page ended, in a list that runs from new to old. Opaque to whoever holds it. */
export interface PagePlace {
  readonly at: Date;
  readonly id: string;
}

/** For a list that asks with one statement on every page: each row is older than this. */
export const BEFORE_ALL: PagePlace = { at: new Date(8.64e15), id: 'ffffffff-ffff-ffff-ffff-ffffffffffff' };

export function cursorOf({ at, id }: PagePlace): string {
  return Buffer.from(`${at.getTime().toString(36)}.${id}`).toString('base64url');
}

/** Null before the first page. A cursor that we did not give is invalid input, not an empty page. */
export function placeOf(cursor: string | undefined): PagePlace | null {
  if (cursor === undefined) return null;
  const [time = '', id = ''] = Buffer.from(cursor, 'base64url').toString('utf8').split('.');
  // Nine characters reach the year 5188; ten reach past what PostgreSQL can write.
  const at = new Date(/^-?[0-9a-z]{1,9}$/.test(time) ? Number.parseInt(time, 36) : Number.NaN);
  if (Number.isNaN(at.getTime()) || !isUuid(id)) throw notACursor();
  return { at, id };
}

/** One row more than a page was asked for: that row says that there is a next page. */
export function pageOf<Row>(
  rows: readonly Row[],
  limit: number,
  place: (row: Row) => PagePlace,
): { readonly page: readonly Row[]; readonly next: string | null } {
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return { page, next: rows.length > limit && last !== undefined ? cursorOf(place(last)) : null };
}

function notACursor(): HttpFailure {
  const sentence = {
    nl: 'Deze plek in de lijst bestaat niet. Begin bovenaan.',
    en: 'This place in the list does not exist. Start at the top.',
  };
  return new HttpFailure('invalid-input', { errors: [fieldError('query', ['cursor'], 'not-a-cursor', sentence)] });
}
