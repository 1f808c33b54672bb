import { type EventHandler, newId, type Tx } from '../../platform/index.ts';
import { somebodyHasIt } from '../chain/somebody-has-it.ts';
import { lockFollowUpFacts } from '../follow-up-facts.ts';
import type { FollowUpNeeds } from '../follow-up-needs.ts';
import { publishIncident } from '../publish-incident.ts';
import { recordStep } from '../record-step.ts';
import { makeContact } from '../rules/incident-states.ts';
import type { StepKind } from '../rules/steps.ts';
import { isDoneOnce } from './joining.ts';

/** What those concerned in a joined dossier hear of the leading one: the work that is done once, also for them. */
const toldOn: ReadonlySet<StepKind> = new Set(['response_sent', 'response_deferred', 'response_overdue', 'task_done']);

interface ToldStep {
  readonly kind: StepKind;
  readonly actorId: string | null;
  readonly data: Readonly<Record<string, string | number | boolean | null>>;
}

/** A step for those concerned in the leading dossier is one for those in the joined ones. Of words and stories nothing goes along. */
export function tellJoinedDossiers(): EventHandler {
  return async (tx, { incidentId, data }) => {
    const stepId = data['stepId'];
    if (incidentId === null || typeof stepId !== 'string' || !toldOn.has(data['kind'] as StepKind)) return;
    const joined = await joinedTo(tx, incidentId);
    if (joined.length === 0) return;
    const step = await tx.maybeRow<ToldStep>(
      'select kind, actor_id as "actorId", data from incident.step where id = $1',
      [stepId],
    );
    if (!step || (step.kind === 'task_done' && !isDoneOnce(String(step.data['code'])))) return;
    for (const id of joined) {
      await recordStep(tx, id, { ...step, forReporter: true });
      await publishIncident(tx, id);
    }
  };
}

/** Somebody was spoken to on the leading dossier: where the joined one is about the same colleague, that counts there too. */
export function contactCountsForJoined(needs: FollowUpNeeds): EventHandler {
  return async (tx, { incidentId }) => {
    if (incidentId === null) return;
    for (const joinedId of await joinedTo(tx, incidentId)) await carryContact(needs, tx, incidentId, joinedId);
  };
}

export function whenDossiersJoined(needs: FollowUpNeeds): EventHandler {
  return async (tx, { incidentId, data }) => {
    if (incidentId !== null) await carryContact(needs, tx, String(data['leadingId']), incidentId);
  };
}

async function joinedTo(tx: Tx, leadingId: string): Promise<readonly string[]> {
  const rows = await tx.rows<{ id: string }>(
    'select joined_id as id from incident.same_event where leading_id = $1 order by joined_id',
    [leadingId],
  );
  return rows.map(({ id }) => id);
}

interface Contact {
  readonly withPersonId: string;
  readonly byPersonId: string;
  readonly way: string;
  readonly at: Date;
}

/** Spoken before they reported is not spoken about it; unless they reported the same thing twice. */
async function carryContact(needs: FollowUpNeeds, tx: Tx, leadingId: string, joinedId: string): Promise<void> {
  const facts = await lockFollowUpFacts(tx, joinedId);
  if (facts.state === 'closed' || facts.state === 'corrected') return;
  const concerned = facts.victimIds.length > 0 ? facts.victimIds : [facts.reporterId];
  const contacts = await tx.rows<Contact>(
    `select distinct on (c.with_person_id) c.with_person_id as "withPersonId", c.by_person_id as "byPersonId", c.way, c.at
     from incident.contact c join incident.incident l on l.id = c.incident_id
     where c.incident_id = $1 and c.reached and c.with_person_id = any ($3) and (c.at >= $4 or l.reporter_id = $5)
       and not exists (select from incident.contact d where d.incident_id = $2 and d.with_person_id = c.with_person_id and d.reached)
     order by c.with_person_id, c.at`,
    [leadingId, joinedId, concerned, facts.reportedAt, facts.reporterId],
  );
  for (const contact of contacts) await countContact(needs, tx, joinedId, contact);
  if (contacts.length > 0) await publishIncident(tx, joinedId);
}

async function countContact(needs: FollowUpNeeds, tx: Tx, incidentId: string, contact: Contact): Promise<void> {
  const { withPersonId, byPersonId, way, at } = contact;
  await tx.execute(
    `insert into incident.contact (id, employer_id, incident_id, with_person_id, by_person_id, way, reached, at)
     values ($1, $2, $3, $4, $5, $6, true, $7)`,
    [newId(), tx.employerId, incidentId, withPersonId, byPersonId, way, at],
  );
  const step = { kind: 'contact_made', actorId: byPersonId, concernsId: withPersonId, data: { way } } as const;
  await recordStep(tx, incidentId, { ...step, forReporter: true });
  const { takenUpBy, takenUpAt } = await tx.row<{ takenUpBy: string | null; takenUpAt: Date | null }>(
    'select taken_up_by as "takenUpBy", taken_up_at as "takenUpAt" from incident.incident where id = $1',
    [incidentId],
  );
  const spoken = makeContact(
    takenUpBy && takenUpAt ? { state: 'taken_up', takenUpBy, takenUpAt } : { state: 'reported' },
    byPersonId,
    at,
  );
  if ('refused' in spoken) throw new Error('What is open can be spoken about');
  await somebodyHasIt(needs, tx, byPersonId, { incidentId, spoken, record: { way } });
}
