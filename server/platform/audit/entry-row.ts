import { leafHash } from './merkle.ts';

/** Every column of platform.audit_entry as text, the same on every version of PostgreSQL, in the order in which they are hashed. */
const COLUMNS = {
  id: 'e.id::text',
  employer_id: 'e.employer_id::text',
  at: '(extract(epoch from e.at) * 1000000)::bigint::text',
  actor_kind: 'e.actor_kind',
  person_id: 'e.person_id::text',
  session_id: 'e.session_id::text',
  job_kind: 'e.job_kind',
  action: 'e.action',
  object_kind: 'e.object_kind',
  object_id: 'e.object_id',
  incident_id: 'e.incident_id::text',
  result: 'e.result',
  origin: 'e.origin',
  detail: 'e.detail::text',
  written_by: 'e.written_by::text',
} as const;

export type EntryColumn = keyof typeof COLUMNS;
export type EntryRow = Record<EntryColumn, string | null>;

const NAMES = Object.keys(COLUMNS) as EntryColumn[];

export const ENTRY_COLUMNS: readonly string[] = NAMES;
export const SELECT_ENTRY = NAMES.map((name) => `${COLUMNS[name]} as ${name}`).join(', ');

export function entryHash(row: EntryRow): Buffer {
  return leafHash(encoded(NAMES.map((name) => row[name])));
}

/** Each part with its length in front, so that no two rows can be written alike; null is not the empty text. */
export function encoded(parts: readonly (string | null)[]): Buffer {
  return Buffer.concat(
    parts.flatMap((part) => {
      if (part === null) return [Uint8Array.of(0)];
      const bytes = Buffer.from(part, 'utf8');
      const head = Buffer.alloc(5);
      head[0] = 1;
      head.writeUInt32BE(bytes.length, 1);
      return [head, bytes];
    }),
  );
}
