import type { AnswerOf, BodyOf } from '../../../contract/endpoint.ts';
import type { importPeople, previewImport, tryImport } from '../../../contract/organisation.ts';
import { type Refused, refuse, type Tx } from '../../platform/index.ts';
import { lockEmployer } from '../employer.ts';
import { insertPerson, type PersonDetails, setTeams, updatePerson } from '../person-management.ts';
import { insertHolding, isForOneself } from '../role-management.ts';
import { insertTeam } from '../teams.ts';
import { readPeopleFile } from './read-file.ts';
import { type ImportedPerson, readRows } from './read-rows.ts';
import { recogniseColumns } from './recognise-columns.ts';

export function preview({ file }: BodyOf<typeof previewImport>): AnswerOf<typeof previewImport> | Refused {
  const read = readPeopleFile(file);
  if ('refused' in read) return refuse(read.refused);
  const { encoding, delimiter, headers, rows } = read;
  return {
    encoding,
    delimiter,
    headers: [...headers],
    sample: rows.slice(0, 5).map(({ cells }) => [...cells]),
    rows: rows.length,
    columns: recogniseColumns(headers),
  };
}

export async function trial(
  tx: Tx,
  { file, columns }: BodyOf<typeof tryImport>,
): Promise<AnswerOf<typeof tryImport> | Refused> {
  const read = rowsIn(file, columns);
  if ('refused' in read) return refuse(read.refused);
  const plan = await planFor(tx, read.people);
  const skipped = read.rows - read.people.length;
  return { ...countsOf(plan), rows: read.rows, skipped, problems: read.problems.slice(0, 500) };
}

export async function bringIn(
  tx: Tx,
  { file, columns, skipProblems }: BodyOf<typeof importPeople>,
): Promise<AnswerOf<typeof importPeople> | Refused> {
  const read = rowsIn(file, columns);
  if ('refused' in read) return refuse(read.refused);
  if (read.problems.length > 0 && !skipProblems) {
    return refuse('import-has-problems', { facts: { problems: read.problems.length } });
  }
  const employer = await lockEmployer(tx);
  const plan = await planFor(tx, read.people);
  const isForMe = ({ known }: Step) => known !== undefined && isForOneself(tx, employer, known.id);
  if (plan.steps.some((step) => isForMe(step) && step.changedFields.includes('role')))
    return refuse('role-for-yourself');
  const teamIds = new Map(plan.teams);
  for (const name of plan.newTeams) teamIds.set(name.toLowerCase(), await insertTeam(tx, name));
  for (const step of plan.steps) await carryOut(tx, step, teamIds);
  await tx.recordAudit({
    action: 'people-imported',
    objectKind: 'employer',
    objectId: tx.employerId,
    detail: { rows: read.rows, ...countsOf(plan) },
  });
  return { ...countsOf(plan), rows: read.rows, skipped: read.rows - read.people.length };
}

function rowsIn(file: string, columns: BodyOf<typeof tryImport>['columns']) {
  if (columns.givenName === undefined || columns.familyName === undefined) {
    return { refused: 'import-columns-missing' as const };
  }
  const read = readPeopleFile(file);
  if ('refused' in read) return read;
  return { rows: read.rows.length, ...readRows(read.rows, columns) };
}

interface Step {
  readonly imported: ImportedPerson;
  /** Who this already is, by e-mail address. */
  readonly known: KnownPerson | undefined;
  readonly changedFields: readonly string[];
}

interface Plan {
  readonly steps: readonly Step[];
  /** By name in lower case. */
  readonly teams: ReadonlyMap<string, string>;
  readonly newTeams: readonly string[];
}

interface KnownPerson extends PersonDetails {
  readonly id: string;
  readonly teamIds: readonly string[];
  readonly roles: readonly string[];
}

async function planFor(tx: Tx, people: readonly ImportedPerson[]): Promise<Plan> {
  const [known, teams] = await Promise.all([knownPeople(tx, people), teamsByName(tx)]);
  const steps = people.map((imported) => {
    const person = imported.email === null ? undefined : known.get(imported.email);
    return { imported, known: person, changedFields: person ? changesOf(imported, person, teams) : [] };
  });
  const named = people.flatMap(({ team }) => (team === null ? [] : [team]));
  // Spelled as it comes first: "Sportzaken" and "sportzaken" are one team.
  const newTeams = new Map(named.toReversed().map((name) => [name.toLowerCase(), name]));
  for (const name of teams.keys()) newTeams.delete(name);
  return { steps, teams, newTeams: [...newTeams.values()] };
}

/** An empty cell says nothing: it never wipes out what is known. */
function changesOf(imported: ImportedPerson, person: KnownPerson, teams: ReadonlyMap<string, string>): string[] {
  const fields = ['givenName', 'familyName', 'phone', 'jobTitle', 'homeEmployerName'] as const;
  const changed: string[] = fields.filter((field) => imported[field] && imported[field] !== person[field]);
  const teamId = imported.team === null ? undefined : teams.get(imported.team.toLowerCase());
  if (imported.team !== null && (teamId === undefined || !person.teamIds.includes(teamId))) changed.push('teamIds');
  if (imported.role !== null && !person.roles.includes(imported.role)) changed.push('role');
  return changed;
}

async function carryOut(tx: Tx, step: Step, teams: ReadonlyMap<string, string>): Promise<void> {
  const { imported, known, changedFields } = step;
  if (known !== undefined && changedFields.length === 0) return;
  const details = known === undefined ? imported : mergedWith(imported, known);
  const personId = known?.id ?? (await insertPerson(tx, details));
  if (known !== undefined) await updatePerson(tx, personId, details, changedFields);
  const teamId = imported.team === null ? undefined : teams.get(imported.team.toLowerCase());
  if (teamId !== undefined) await setTeams(tx, personId, [...new Set([...(known?.teamIds ?? []), teamId])]);
  if (imported.role !== null) {
    await insertHolding(tx, personId, imported.role, imported.role === 'manager' ? (teamId ?? null) : null);
  }
}

function mergedWith(imported: ImportedPerson, known: KnownPerson): PersonDetails {
  return {
    givenName: imported.givenName || known.givenName,
    familyName: imported.familyName || known.familyName,
    email: known.email,
    phone: imported.phone ?? known.phone,
    jobTitle: imported.jobTitle || known.jobTitle,
    kind: imported.homeEmployerName === null ? known.kind : imported.kind,
    homeEmployerName: imported.homeEmployerName ?? known.homeEmployerName,
  };
}

function countsOf({ steps, newTeams }: Plan) {
  const added = steps.filter(({ known }) => known === undefined).length;
  const changed = steps.filter(({ known, changedFields }) => known !== undefined && changedFields.length > 0).length;
  return { added, changed, unchanged: steps.length - added - changed, teamsAdded: newTeams.length };
}

async function knownPeople(tx: Tx, people: readonly ImportedPerson[]): Promise<ReadonlyMap<string, KnownPerson>> {
  const emails = people.flatMap(({ email }) => email ?? []);
  const rows = await tx.rows<KnownPerson>(
    `select p.id, p.given_name as "givenName", p.family_name as "familyName", p.email, p.phone,
       p.job_title as "jobTitle", p.kind, p.home_employer_name as "homeEmployerName",
       array(select m.team_id from organisation.membership m
             where m.person_id = p.id and (m.until is null or m.until > $3)) as "teamIds",
       array(select h.role from organisation.role_holding h
             where h.person_id = p.id and (h.until is null or h.until > $3)) as roles
     from organisation.person p
     where p.employer_id = $1 and p.email = any($2) and p.ended_at is null`,
    [tx.employerId, emails, tx.now],
  );
  return new Map(rows.map((person) => [person.email ?? '', person]));
}

async function teamsByName(tx: Tx): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.rows<{ id: string; name: string }>(
    'select id, lower(name) as name from organisation.team where employer_id = $1 and ended_at is null',
    [tx.employerId],
  );
  return new Map(rows.map(({ id, name }) => [name, id]));
}
