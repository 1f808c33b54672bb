import type { PlaybookContent } from '../../contract/protocol.ts';
import { employerCalendar } from '../organisation/index.ts';
import type { EventHandler, Tx } from '../platform/index.ts';
import { type KeptVersion, playbookInForce } from '../protocol/index.ts';
import { addChain, lockChain } from './chain/chain-store.ts';
import { candidatesOn, carryOut, chainRules, routeNow, subjectId } from './chain/escalation.ts';
import { conditionsIn } from './conditions.ts';
import { type FollowUpFacts, lockFollowUpFacts, severityFacts } from './follow-up-facts.ts';
import type { FollowUpNeeds } from './follow-up-needs.ts';
import { indexNamesOf } from './list/search-index.ts';
import { lookForPatternWithReport } from './patterns/look-for-pattern.ts';
import { matchWhoIsTold } from './people/match-person.ts';
import { peopleBehind } from './people-behind.ts';
import { publishIncident } from './publish-incident.ts';
import { expectResponseReminders } from './response/watch-response.ts';
import { contactDueAt, type WorkingCalendar } from './rules/deadlines.ts';
import { type ChainMove, pauseChain, startChain } from './rules/escalation-chain.ts';
import { planTasks, playbookFor } from './rules/playbook.ts';
import type { Route } from './rules/routing.ts';
import { contactTermFor, urgencyOf } from './rules/severity.ts';
import { matchEventSoon } from './same-event/match-event.ts';
import { addPlannedTasks, ownersOfTasks } from './tasks/task-store.ts';

/**
 * What the employer does at once when something is reported: find the right person, tell them, and plan the work.
 * In one transaction; heard a second time it changes nothing.
 */
export function whenIncidentReported(needs: FollowUpNeeds): EventHandler {
  return async (tx, { incidentId, data }) => {
    if (incidentId === null) return;
    const facts = await lockFollowUpFacts(tx, incidentId);
    if (facts.state === 'corrected' || (await lockChain(tx, incidentId))) return;
    await followUp(needs, tx, facts);
    await indexNamesOf(needs.vault, tx, incidentId);
    await matchWhoIsTold(tx, incidentId);
    await matchEventSoon(tx, incidentId);
    if (facts.kind === 'incident') await lookForPatternWithReport(tx, incidentId, data['hasStopped'] === true);
    await publishIncident(tx, incidentId);
  };
}

async function followUp(needs: FollowUpNeeds, tx: Tx, facts: FollowUpFacts): Promise<void> {
  const route = await routeNow(tx, facts);
  const playbook = await playbookInForce(tx, playbookOf(facts));
  const term = contactTermFor(severityFacts(facts), playbook.content.contact);
  const calendar = await employerCalendar(tx);
  const dueAt = contactDueAt(term, facts.reportedAt, calendar);

  await addLeads(tx, facts, route);
  await planWork(tx, facts, { route, playbook, calendar, dueAt });
  await tellManagersOfOthers(needs, tx, facts, route);
  await askForAccounts(needs, tx, facts);

  const rules = await chainRules(tx, urgencyOf(term), calendar);
  const started = startChain(tx.now, dueAt, await candidatesOn(tx, route), rules);
  // Somebody may have taken it up before this handler came: then the lead hears of it, and the chain waits for contact.
  const move: ChainMove =
    facts.takenUpBy === null ? started : { ...started, chain: pauseChain(started.chain, tx.now, rules) };
  await addChain(tx, facts.incidentId, move.chain, rules.urgency);
  await carryOut(needs, tx, facts, move);
}

function playbookOf(facts: FollowUpFacts) {
  return playbookFor({ ...facts, isWrittenOrOnline: ['online', 'letter'].includes(facts.placeKind) });
}

/** One lead for the whole, and each manager of another team for their own people. */
async function addLeads(tx: Tx, { incidentId }: FollowUpFacts, route: Route): Promise<void> {
  const lead = { subjectId: subjectId(tx, route.lead), scope: 'whole' };
  const others = route.told.map(({ subject }) => ({ subjectId: subjectId(tx, subject), scope: 'own_people' }));
  await tx.execute(
    `insert into incident.lead (employer_id, incident_id, subject_id, scope, since)
     select $1, $2, l."subjectId", l.scope, $3 from jsonb_to_recordset($4) as l ("subjectId" uuid, scope text)
     on conflict do nothing`,
    [tx.employerId, incidentId, tx.now, JSON.stringify([lead, ...others])],
  );
}

interface Work {
  readonly route: Route;
  readonly playbook: KeptVersion<PlaybookContent>;
  readonly calendar: WorkingCalendar;
  readonly dueAt: Date;
}

async function planWork(tx: Tx, facts: FollowUpFacts, { route, playbook, calendar, dueAt }: Work): Promise<void> {
  const { incidentId } = facts;
  // Emotion that persists, a missing child: nobody is answered, so no clock runs.
  const responseDueAt = playbook.content.response ? facts.responseDueAt : null;
  await tx.execute(
    'update incident.incident set playbook_code = $2, playbook_version = $3, response_due_at = $4 where id = $1',
    [incidentId, playbook.content.code, playbook.version, responseDueAt],
  );
  const planned = planTasks(
    playbook.content,
    { ...facts, responseDueAt, conditions: conditionsIn(facts), contactDueAt: dueAt, alreadyPlanned: new Set() },
    calendar,
  );
  const lead = subjectId(tx, route.lead);
  await addPlannedTasks(tx, facts, planned, await ownersOfTasks(tx, lead));
  if (responseDueAt) await expectResponseReminders(tx, incidentId, responseDueAt);
}

/** They hear that something happened to their people; somebody else leads. */
async function tellManagersOfOthers(
  needs: FollowUpNeeds,
  tx: Tx,
  { incidentId }: FollowUpFacts,
  { told }: Route,
): Promise<void> {
  const subjects = told.map(({ subject }) => subjectId(tx, subject));
  for (const personId of await peopleBehind(tx, subjects)) {
    await needs.notify(tx, { personId, template: 'own-people-concerned', incidentId, urgent: false, data: {} });
  }
}

async function askForAccounts(needs: FollowUpNeeds, tx: Tx, { incidentId }: FollowUpFacts): Promise<void> {
  const asked = await tx.rows<{ personId: string }>(
    `select person_id as "personId" from incident.account where incident_id = $1 and state = 'asked'`,
    [incidentId],
  );
  for (const { personId } of asked) {
    await needs.notify(tx, { personId, template: 'account-asked', incidentId, urgent: false, data: {} });
  }
}
