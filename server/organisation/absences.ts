import type { AnswerOf, BodyOf } from '../../contract/endpoint.ts';
import type { listAbsences, recordAbsence, setWorkingHours } from '../../contract/organisation.ts';
import { Forbidden, newId, type Refused, refuse, type Session, type Tx } from '../platform/index.ts';
import { hasRole } from './access.ts';
import { replaceWeek } from './employer.ts';
import { getPerson, lockPerson, managesPerson } from './people.ts';
import { weekProblem } from './working-time.ts';

export async function readAbsences(tx: Tx, session: Session, personId: string): Promise<AnswerOf<typeof listAbsences>> {
  await requireSelfOrManager(tx, session, personId);
  const rows = await tx.rows<{ id: string; since: Date; until: Date }>(
    `select id, since, until from organisation.absence
     where person_id = $1 and until > $2 and until > since order by since, id`,
    [personId, tx.now],
  );
  return {
    absences: rows.map(({ id, since, until }) => ({
      id,
      sinceAt: since.toISOString(),
      untilAt: until.toISOString(),
    })),
  };
}

export async function beAway(
  tx: Tx,
  session: Session,
  personId: string,
  body: BodyOf<typeof recordAbsence>,
): Promise<{ absenceId: string } | Refused> {
  await requireSelfOrManager(tx, session, personId);
  const person = await lockPerson(tx, personId);
  const [since, until] = [new Date(body.sinceAt), new Date(body.untilAt)];
  if (person.endedAt !== null) return refuse('person-has-left');
  if (until <= since) return refuse('period-ends-before-it-begins');
  if (until <= tx.now) return refuse('period-in-the-past');
  const overlapping = await tx.maybeRow(
    'select 1 from organisation.absence where person_id = $1 and since < $3 and until > $2 and until > since',
    [personId, since, until],
  );
  if (overlapping !== undefined) return refuse('absence-overlaps');
  const absenceId = newId();
  await tx.execute(
    'insert into organisation.absence (id, employer_id, person_id, since, until) values ($1, $2, $3, $4, $5)',
    [absenceId, tx.employerId, personId, since, until],
  );
  await tx.recordAudit({ action: 'absence-recorded', objectKind: 'person', objectId: personId, detail: { absenceId } });
  return { absenceId };
}

export async function comeBack(
  tx: Tx,
  session: Session,
  personId: string,
  absenceId: string,
): Promise<{ absenceId: string } | Refused> {
  await requireSelfOrManager(tx, session, personId);
  const { since, until } = await tx.row<{ since: Date; until: Date }>(
    'select since, until from organisation.absence where id = $1 and person_id = $2 for update',
    [absenceId, personId],
  );
  if (until <= tx.now || until <= since) return refuse('already-ended');
  await tx.execute('update organisation.absence set until = greatest(since, $2) where id = $1', [absenceId, tx.now]);
  await tx.recordAudit({ action: 'absence-ended', objectKind: 'person', objectId: personId, detail: { absenceId } });
  return { absenceId };
}

export async function saveWorkingHours(
  tx: Tx,
  session: Session,
  personId: string,
  { days }: BodyOf<typeof setWorkingHours>,
): Promise<{ personId: string } | Refused> {
  await requireSelfOrManager(tx, session, personId);
  const person = await lockPerson(tx, personId);
  if (person.endedAt !== null) return refuse('person-has-left');
  const problem = weekProblem(days);
  if (problem !== undefined) return refuse(problem);
  await replaceWeek(tx, personId, days);
  await tx.recordAudit({ action: 'working-hours-changed', objectKind: 'person', objectId: personId });
  return { personId };
}

async function requireSelfOrManager(tx: Tx, session: Session, personId: string): Promise<void> {
  if (personId === session.personId) return;
  // First whether there is such a person: somebody of another employer is absent, not forbidden.
  await getPerson(tx, personId);
  if (hasRole(session, 'administrator', 'coordinator')) return;
  if (await managesPerson(tx, session.personId, personId, tx.now)) return;
  throw new Forbidden('Only for yourself, or as the manager of this colleague');
}
