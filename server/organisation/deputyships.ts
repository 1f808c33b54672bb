import type { AnswerOf, BodyOf } from '../../contract/endpoint.ts';
import type { listDeputyships, nameDeputy, Role } from '../../contract/organisation.ts';
import { Absent, Forbidden, newId, type Refused, refuse, type Session, type Tx } from '../platform/index.ts';
import { hasRole } from './access.ts';
import { lockEmployer } from './employer.ts';
import { colleagueRef } from './names.ts';
import { lockPerson } from './people.ts';
import { problemWith, type StandingIn } from './standing-in.ts';

interface DeputyshipRow {
  readonly id: string;
  readonly since: Date;
  readonly until: Date;
  readonly absent: { id: string; givenName: string; familyName: string };
  readonly deputy: { id: string; givenName: string; familyName: string };
  readonly holding: { id: string; role: Role; teamId: string | null; teamName: string | null } | null;
}

export async function readDeputyships(
  tx: Tx,
  session: Session,
  scope: 'mine' | 'everybody',
): Promise<AnswerOf<typeof listDeputyships>> {
  if (scope === 'everybody' && !mayArrangeForOthers(session)) throw new Forbidden('Only your own deputies');
  const rows = await tx.rows<DeputyshipRow>(
    `select d.id, d.since, d.until,
       jsonb_build_object('id', a.id, 'givenName', a.given_name, 'familyName', a.family_name) as absent,
       jsonb_build_object('id', p.id, 'givenName', p.given_name, 'familyName', p.family_name) as deputy,
       case when h.id is not null then
         jsonb_build_object('id', h.id, 'role', h.role, 'teamId', t.id, 'teamName', t.name) end as holding
     from organisation.deputyship d
     join organisation.person a on a.id = d.absent_person_id
     join organisation.person p on p.id = d.deputy_person_id
     left join organisation.role_holding h on h.id = d.role_holding_id
     left join organisation.team t on t.id = h.team_id
     where d.employer_id = $1 and d.until > $2 and d.until > d.since
       and ($3::uuid is null or $3 in (d.absent_person_id, d.deputy_person_id))
     order by d.since, d.id`,
    [tx.employerId, tx.now, scope === 'mine' ? session.personId : null],
  );
  return { deputyships: rows.map(deputyshipOf) };
}

function deputyshipOf({ id, since, until, absent, deputy, holding }: DeputyshipRow) {
  return {
    id,
    absent: colleagueRef(absent),
    deputy: colleagueRef(deputy),
    holding: holding && {
      id: holding.id,
      role: holding.role,
      team: holding.teamId === null ? null : { id: holding.teamId, name: holding.teamName ?? '' },
    },
    sinceAt: since.toISOString(),
    untilAt: until.toISOString(),
  };
}

export async function nameDeputyFor(
  tx: Tx,
  session: Session,
  body: BodyOf<typeof nameDeputy>,
): Promise<{ deputyshipId: string } | Refused> {
  const absentPersonId = body.absentPersonId ?? session.personId;
  if (absentPersonId !== session.personId && !mayArrangeForOthers(session)) {
    throw new Forbidden('Only a coordinator or an administrator names a deputy for somebody else');
  }
  // What the absent person may see would be theirs to see: they would have given themselves that role.
  const isForOneself = absentPersonId !== session.personId && body.deputyPersonId === session.personId;
  if (isForOneself && !hasRole(session, 'coordinator')) return refuse('role-for-yourself');
  // Two that are added at once could close a loop that neither sees.
  await lockEmployer(tx);
  const [absent, deputy] = [await lockPerson(tx, absentPersonId), await lockPerson(tx, body.deputyPersonId)];
  if (deputy.isByLink) throw new Absent('colleague');
  if (absent.endedAt !== null || deputy.endedAt !== null) return refuse('person-has-left');
  const wanted: StandingIn = {
    absentPersonId,
    deputyPersonId: body.deputyPersonId,
    roleHoldingId: body.roleHoldingId ?? null,
    since: new Date(body.sinceAt),
    until: new Date(body.untilAt),
  };
  if (wanted.roleHoldingId !== null && !(await holds(tx, absentPersonId, wanted.roleHoldingId))) {
    return refuse('holding-is-not-theirs');
  }
  const problem = problemWith(wanted, await standingInDuring(tx, wanted), tx.now);
  return problem === undefined ? { deputyshipId: await save(tx, wanted) } : refuse(problem);
}

export async function endStandingIn(
  tx: Tx,
  session: Session,
  deputyshipId: string,
): Promise<{ deputyshipId: string } | Refused> {
  const row = await tx.row<{ absentId: string; deputyId: string; since: Date; until: Date }>(
    `select absent_person_id as "absentId", deputy_person_id as "deputyId", since, until
     from organisation.deputyship where id = $1 for update`,
    [deputyshipId],
  );
  const isTheirs = row.absentId === session.personId || row.deputyId === session.personId;
  if (!isTheirs && !mayArrangeForOthers(session)) throw new Forbidden('Not your deputyship');
  if (row.until <= tx.now || row.until <= row.since) return refuse('already-ended');
  await tx.execute('update organisation.deputyship set until = greatest(since, $2) where id = $1', [
    deputyshipId,
    tx.now,
  ]);
  await tx.recordAudit({
    action: 'deputyship-ended',
    objectKind: 'deputyship',
    objectId: deputyshipId,
    detail: { absentPersonId: row.absentId, deputyPersonId: row.deputyId },
  });
  return { deputyshipId };
}

function mayArrangeForOthers(session: Session): boolean {
  return hasRole(session, 'administrator', 'coordinator');
}

async function holds(tx: Tx, personId: string, holdingId: string): Promise<boolean> {
  const found = await tx.maybeRow(
    `select 1 from organisation.role_holding where id = $1 and person_id = $2 and (until is null or until > $3)`,
    [holdingId, personId, tx.now],
  );
  return found !== undefined;
}

async function standingInDuring(tx: Tx, { since, until }: StandingIn): Promise<StandingIn[]> {
  return tx.rows<StandingIn>(
    `select absent_person_id as "absentPersonId", deputy_person_id as "deputyPersonId",
       role_holding_id as "roleHoldingId", since, until
     from organisation.deputyship
     where employer_id = $1 and since < $3 and until > $2 and until > since`,
    [tx.employerId, since, until],
  );
}

async function save(tx: Tx, wanted: StandingIn): Promise<string> {
  const id = newId();
  const { absentPersonId, deputyPersonId, roleHoldingId, since, until } = wanted;
  await tx.execute(
    `insert into organisation.deputyship
       (id, employer_id, absent_person_id, role_holding_id, deputy_person_id, since, until, created_by, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [id, tx.employerId, absentPersonId, roleHoldingId, deputyPersonId, since, until, tx.personId, tx.now],
  );
  await tx.recordAudit({
    action: 'deputy-named',
    objectKind: 'deputyship',
    objectId: id,
    detail: { absentPersonId, deputyPersonId, since: since.toISOString(), until: until.toISOString() },
  });
  return id;
}
