import {
  employerCalendar,
  organisationChart,
  presenceOf,
  subjectOfEmployerRole,
  subjectOfPerson,
  subjectOfTeamManager,
} from '../../organisation/index.ts';
import { cancelJobs, newId, type Tx } from '../../platform/index.ts';
import { chainTermsInForce } from '../../protocol/index.ts';
import type { FollowUpFacts } from '../follow-up-facts.ts';
import type { FollowUpNeeds } from '../follow-up-needs.ts';
import { recordStep } from '../record-step.ts';
import type { WorkingCalendar } from '../rules/deadlines.ts';
import {
  type Chain,
  type ChainCandidate,
  type ChainMove,
  type ChainRules,
  nextMomentOf,
} from '../rules/escalation-chain.ts';
import { type Route, routeReport, type Subject } from '../rules/routing.ts';
import type { Urgency } from '../rules/severity.ts';
import { addCall } from './chain-store.ts';

export const chainStepJob = 'incident-chain-step';

/** Who may lead this report now, and who the chain may come to. Asked anew at each step: deputies and managers change. */
export async function routeNow(tx: Tx, facts: FollowUpFacts): Promise<Route> {
  const concerned = [facts.reporterId, ...facts.victimIds, ...facts.witnessIds, ...facts.subjectIds];
  const organisation = await organisationChart(tx, [...new Set(concerned)], tx.now);
  return routeReport({ ...facts, organisation });
}

export async function candidatesOn(tx: Tx, route: Route): Promise<ChainCandidate[]> {
  const presences = await presenceOf(
    tx,
    route.chain.map(({ personId }) => personId),
    tx.now,
  );
  return route.chain.map((candidate) => {
    const presence = presences.get(candidate.personId);
    return { ...candidate, isAbsent: presence?.isAbsent ?? false, isWorking: presence?.isWorking ?? false };
  });
}

export async function chainRules(tx: Tx, urgency: Urgency, calendar?: WorkingCalendar): Promise<ChainRules> {
  const { terms } = await chainTermsInForce(tx);
  return {
    urgency,
    minutesPerStep: { immediate: terms.immediateMinutes, working_time: terms.workingTimeMinutes },
    calendar: calendar ?? (await employerCalendar(tx)),
  };
}

export function subjectId(tx: Tx, subject: Subject): string {
  switch (subject.kind) {
    case 'team_role':
      return subjectOfTeamManager(subject.teamId);
    case 'employer_role':
      return subjectOfEmployerRole(tx.employerId, subject.role);
    case 'person':
      return subjectOfPerson(subject.personId);
  }
}

/** What the rule decided, done: the call is on the record, the person can act and hears of it, on every channel. */
export async function carryOut(
  needs: FollowUpNeeds,
  tx: Tx,
  facts: FollowUpFacts,
  { chain, call }: ChainMove,
): Promise<void> {
  await expectNextStep(tx, facts.incidentId, chain);
  if (!call) return;
  await addCall(tx, facts.incidentId, newId(), call, chain);
  if (call.role !== 'last_resort') await letAct(tx, facts.incidentId, call.personId);
  await recordStep(tx, facts.incidentId, {
    kind: 'told',
    actorId: null,
    concernsId: call.personId,
    data: { role: call.role, round: chain.round },
    forReporter: false,
  });
  await needs.notify(tx, {
    personId: call.personId,
    template: chain.step === 1 ? 'incident-reported' : 'chain-escalated',
    incidentId: facts.incidentId,
    urgent: true,
    data: { dueAt: chain.contactDueAt.toISOString() },
  });
}

/** One job waits for each chain that goes on; it runs even when the program was killed meanwhile. */
export async function expectNextStep(tx: Tx, incidentId: string, chain: Chain): Promise<void> {
  cancelJobs(tx, chainKey(incidentId));
  const runAt = nextMomentOf(chain);
  if (!runAt) return;
  // The key tells the step: a job that is just running must not be taken for the next one.
  const key = `${chainKey(incidentId)}${chain.round}.${chain.step}.${chain.state}.${runAt.getTime()}`;
  await tx.enqueue({ kind: chainStepJob, runAt, key, incidentId, data: {} });
}

function chainKey(incidentId: string): string {
  return `chain:${incidentId}:`;
}

/** Whoever the chain comes to can do something about it, until somebody has it. Lead, deputy and coordinator can already. */
async function letAct(tx: Tx, incidentId: string, personId: string): Promise<void> {
  await tx.execute(
    `insert into incident.lead (employer_id, incident_id, subject_id, scope, since)
     select $1, $2, $3, 'called', $4
     where not exists (
       select from incident.access_grant g
       where g.incident_id = $2 and g.parts & 256 <> 0 and g.grantee_id = any (organisation.grantees_of($3, $4)))
     on conflict do nothing`,
    [tx.employerId, incidentId, personId, tx.now],
  );
}
