/** Where a page of a list ended: the moment and the id of its last row. The contract has checked its form. */
export interface Place {
  readonly at: Date;
  readonly id: string;
}

/** Every row is older than this. */
const START: Place = { at: new Date(8.64e15), id: 'ffffffff-ffff-ffff-ffff-ffffffffffff' };

export function placeFrom(cursor: string | undefined): Place {
  if (cursor === undefined) return START;
  const [milliseconds, id = ''] = cursor.split('.');
  return { at: new Date(Number(milliseconds)), id };
}

/** `rows` holds one row more than a page when there is a next one. */
export function pageOf<R>(
  rows: readonly R[],
  limit: number,
  placeOf: (row: R) => Place,
): { page: R[]; next: string | null } {
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  if (rows.length <= limit || last === undefined) return { page, next: null };
  const { at, id } = placeOf(last);
  return { page, next: `${at.getTime()}.${id}` };
}
