import { randomFillSync } from 'node:crypto';

/**
 * An id that says what it is the id of. A plain string (from a row or a contract) may be used as one;
 * an incident's id may not be used as a person's.
 */
export type Uuid<Brand extends string = string> = string & { readonly idOf?: Brand };

/** The owner of jobs that belong to no employer in particular: cleaning, sealing, watching. */
export const THE_HOUSE: Uuid<'employer'> = '00000000-0000-0000-0000-000000000000';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export function isUuid(text: string): boolean {
  return UUID.test(text);
}

const pool = new Uint8Array(16 * 256);
let used = pool.length;

/** A version 7 uuid: sorted by the moment it was made, so that indexes grow at one end. */
export function newId<Brand extends string = string>(): Uuid<Brand> {
  if (used === pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  const bytes = Buffer.from(pool.subarray(used, used + 16));
  used += 16;
  bytes.writeUIntBE(Date.now(), 0, 6);
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f);
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
