import pg from 'pg';

/**
 * Requests and jobs reach the database as two roles that own nothing and cannot bypass row-level security. Policies and grants name these
 * two; who logs in is the role itself, or, where several databases share one server, a login role per database that acts as it.
 */
export const ROLES = ['rugdekking_app', 'rugdekking_worker'] as const;
export type RoleName = (typeof ROLES)[number];

export type RolePasswords = Record<RoleName, string>;

export interface RoleSetup {
  readonly passwords: RolePasswords;
  /** On a server of somebody else another Rugdekking may live: then each database gets login roles of its own. */
  readonly perDatabase: boolean;
}

export function loginName(role: RoleName, database: string, perDatabase: boolean): string {
  // PostgreSQL cuts names at 63 bytes.
  return perDatabase ? `${role}_${database}`.slice(0, 63) : role;
}

export async function ensureRoles(client: pg.ClientBase, { passwords, perDatabase }: RoleSetup): Promise<void> {
  const { rows } = await client.query<{ name: string }>('select current_database() as name');
  const database = rows[0]?.name ?? '';
  for (const role of ROLES) {
    await ensureRole(client, role);
    const login = loginName(role, database, perDatabase);
    if (login !== role) {
      await ensureRole(client, login);
      await client.query(`grant ${pg.escapeIdentifier(role)} to ${pg.escapeIdentifier(login)}`);
      await client.query(`alter role ${pg.escapeIdentifier(login)} set role = ${pg.escapeLiteral(role)}`);
    }
    await client.query(`alter role ${pg.escapeIdentifier(login)} login password ${pg.escapeLiteral(passwords[role])}`);
  }
}

/** Throws when a role could see around row-level security: a wrong right here would undo need-to-know everywhere. */
export async function assertRolesAreBound(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `select rolname as name from pg_roles where rolname = any($1) and (rolsuper or rolbypassrls)
     union
     select pg_get_userbyid(relowner) from pg_class where relkind in ('r', 'p') and pg_get_userbyid(relowner) = any($1)`,
    [ROLES],
  );
  const unbound = rows.map((row) => row.name).join(', ');
  if (unbound)
    throw new Error(`These database roles must not be superuser, bypass row-level security or own tables: ${unbound}`);
}

/** The same for a role that an administrator made and named in DATABASE_APP_URL or DATABASE_WORKER_URL. */
export async function assertLoginIsBound(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    'select distinct rolname as name from pg_roles where rolname in (session_user, current_user) and (rolsuper or rolbypassrls)',
  );
  const unbound = rows.map((row) => row.name).join(', ');
  if (unbound)
    throw new Error(`The program must not log in as ${unbound}: that role can see around row-level security.`);
}

async function ensureRole(client: pg.ClientBase, name: string): Promise<void> {
  const { rowCount } = await client.query('select from pg_roles where rolname = $1', [name]);
  if (rowCount) return;
  try {
    await client.query(`create role ${pg.escapeIdentifier(name)} nosuperuser nobypassrls nocreatedb nocreaterole`);
  } catch (error) {
    throw new Error(
      `The database role ${name} is missing and could not be made. Give the user of DATABASE_URL the right CREATEROLE, ` +
        'or make the roles by hand and set DATABASE_APP_URL and DATABASE_WORKER_URL.',
      { cause: error },
    );
  }
}
