import { beforeAll, expect, it } from 'vitest';
import { ROLES } from '../../server/platform/roles.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';

/**
 * What holds for everything in the database, also for what is added tomorrow. Each law asks for its offenders, and there are none.
 * $1: the two roles of the program.
 */

const ours = `n.nspname not like 'pg\\_%' and n.nspname <> 'information_schema'`;
const tables = `pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind in ('r', 'p') and ${ours}`;
const functions = `pg_proc p join pg_namespace n on n.oid = p.pronamespace where ${ours}`;
const roles = 'pg_roles r where r.rolname = any ($1)';

const laws: Readonly<Record<string, string>> = {
  'every table is walled off, for its owner too, or says why not': `
    select c.oid::regclass::text as offender from ${tables}
      and not (c.relrowsecurity and c.relforcerowsecurity and exists (select from pg_policy where polrelid = c.oid))
      and coalesce(obj_description(c.oid, 'pg_class'), '') !~ '^rls-exempt: .{20,}'`,

  'no policy lets a request see everything': `
    select tablename || '.' || policyname as offender from pg_policies p
    where (p.roles && array['rugdekking_app', 'public']::name[]) and (qual = 'true' or with_check = 'true')`,

  'a job sees past its employer only where work is taken, sealed or forgotten for all': `
    select schemaname || '.' || tablename as offender from pg_policies p
    where 'rugdekking_worker' = any (p.roles) and (qual = 'true' or with_check = 'true')
      and schemaname || '.' || tablename <> all
        (array['platform.job', 'platform.idempotency_key', 'platform.audit_entry'])`,

  'the two roles cannot rise above their policies': `
    select r.rolname as offender from ${roles}
      and (r.rolsuper or r.rolbypassrls or r.rolcreaterole or r.rolcreatedb or r.rolreplication)`,

  'no request changes whose a row is, or what gives it away': `
    select c.oid::regclass || '.' || a.attname as offender from pg_attribute a join ${tables.replace(' where', ' on c.oid = a.attrelid where')}
      and a.attname in ('id', 'employer_id', 'person_id', 'incident_id', 'reporter_id', 'grantee_id', 'role', 'parts',
        'gives_parts', 'team_subject_id', 'token_hash', 'is_demonstration', 'credential_id', 'public_key')
      and has_column_privilege('rugdekking_app', c.oid, a.attnum, 'update')`,

  'the two roles are nobody else too': `
    select member::regrole || ' is ' || roleid::regrole as offender from pg_auth_members
    where member in (select oid from ${roles})`,

  'the two roles own nothing': `
    select classid::regclass || ' ' || objid as offender from pg_shdepend
    where refclassid = 'pg_authid'::regclass and deptype = 'o' and refobjid in (select oid from ${roles})`,

  'the two roles cannot empty a table, nor lay triggers and references on it': `
    select r.rolname || ': ' || c.oid::regclass as offender from pg_roles r, ${tables}
      and r.rolname = any ($1) and has_table_privilege(r.oid, c.oid, 'truncate, trigger, references')`,

  'the two roles cannot make anything that stays': `
    select r.rolname || ': ' || n.nspname as offender from pg_roles r, pg_namespace n
    where r.rolname = any ($1) and n.nspname not like 'pg\\_t%' and has_schema_privilege(r.oid, n.oid, 'create')
    union all
    select r.rolname || ': the database' from ${roles} and has_database_privilege(r.oid, current_database(), 'create')`,

  'the two roles reach no file, no other server and no setting of the server': `
    select r.rolname || ': ' || p.oid::regprocedure as offender from pg_roles r, pg_proc p
    where r.rolname = any ($1) and has_function_privilege(r.oid, p.oid, 'execute')
      and p.proname ~ '^(pg_read_|pg_ls_|pg_stat_file|lo_import|lo_export|dblink|pg_reload_conf|pg_rotate|pg_promote|pg_switch_wal)'`,

  'a log, once written, is changed by nobody': `
    select r.rolname || ': ' || c.oid::regclass as offender from pg_roles r, ${tables}
      and r.rolname = any ($1) and c.relname like 'audit\\_%' and has_table_privilege(r.oid, c.oid, 'update, delete')`,

  'what runs with the rights of the owner looks up its names where nobody can put others': `
    select p.oid::regprocedure::text as offender from ${functions} and p.prosecdef
      and not coalesce(p.proconfig && array['search_path=""', 'search_path=pg_catalog'], false)`,

  'what runs with the rights of the owner is for nobody but who was named': `
    select p.oid::regprocedure::text as offender from ${functions} and p.prosecdef
      and (p.proacl is null or exists (select from aclexplode(p.proacl) where grantee = 0))`,

  'only languages that can do no more than SQL are spoken': `
    select p.oid::regprocedure::text as offender from ${functions}
      and p.prolang not in (select oid from pg_language where lanname in ('sql', 'plpgsql'))`,

  'a view shows what its reader may see': `
    select c.oid::regclass::text as offender from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where ${ours} and (c.relkind = 'm' or c.relkind = 'v' and not coalesce('security_invoker=true' = any (c.reloptions), false))`,
};

let db: TestDatabase;

beforeAll(async () => {
  db = await testDatabase();
});

it.each(Object.entries(laws))('%s', async (_law, sql) => {
  const { rows } = await db.owner.query<{ offender: string }>(sql, sql.includes('$1') ? [ROLES] : []);
  expect(rows.map(({ offender }) => offender)).toEqual([]);
});
