import type pg from 'pg';
import { beingFilled } from './settle.ts';

/** Tables that belong to the installation, not to a town. */
const KEPT = ['platform.migration', 'platform.key_check'];

/**
 * A start that was broken off in the middle of filling left half a town, in which nobody has ever been: filling comes before
 * the doors open. It is taken away, so that the next start begins anew. Does nothing unless every employer says so itself.
 */
export async function emptyHalfFilled(owner: pg.Client): Promise<void> {
  const { rows } = await owner.query<{ isHalfFilled: boolean | null }>(
    'select bool_and(is_demonstration and settings ? $1) as "isHalfFilled" from organisation.employer',
    [beingFilled],
  );
  if (rows[0]?.isHalfFilled !== true) return;
  await owner.query('begin');
  await owner.query('alter table platform.audit_entry disable trigger never_changed');
  const tables = await owner.query<{ names: string; sequences: string | null }>(
    `select string_agg(format('%I.%I', schemaname, tablename), ', ') as names,
       (select string_agg(format('%I.%I', schemaname, sequencename), ', ') from pg_sequences
        where schemaname = 'incident' and sequencename like 'number\\_of\\_%') as sequences
     from pg_tables
     where schemaname in ('platform', 'organisation', 'identity', 'protocol', 'incident')
       and schemaname || '.' || tablename not in (select unnest($1::text[]))
       and tablename not in ('audit_batch', 'audit_leaf')`,
    [KEPT],
  );
  const { names, sequences } = tables.rows[0] ?? {};
  await owner.query(`truncate ${names}`);
  if (sequences) await owner.query(`drop sequence ${sequences}`);
  await owner.query('alter table platform.audit_entry enable trigger never_changed');
  await owner.query('commit');
}
