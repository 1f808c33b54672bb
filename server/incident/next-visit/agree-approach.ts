import type { BodyOf } from '../../../contract/endpoint.ts';
import type { agreeApproach as endpoint } from '../../../contract/incident.ts';
import type { Sentence } from '../../../contract/problem.ts';
import { Absent, cancelJobs, newId, type Refused, refuse, type Tx, type Vault } from '../../platform/index.ts';
import type { Flawed } from '../flaws.ts';
import type { FollowUpNeeds } from '../follow-up-needs.ts';
import { citizenServiceNumbersIn } from '../free-text.ts';
import { lockIncident } from '../lock-incident.ts';
import { type Known, knownPerson } from '../people/known-person.ts';
import { publishIncident } from '../publish-incident.ts';
import { recordStep } from '../record-step.ts';
import { endsAt, reviewAt, wrongDay } from '../rules/agreement-days.ts';
import { tracesIn } from '../rules/who-is-in-text.ts';
import { peopleOnDossier } from '../summaries/people-in-summary.ts';
import { endOfApproachJob, reviewApproachJob } from './approach-jobs.ts';
import { makeFindable, sealedAsApproach } from './approach-rows.ts';
import { foundBy, type WhoItIs } from './visit-keys.ts';

type Agreeing = BodyOf<typeof endpoint> & { readonly incidentId: string };
type ApproachRefusal = 'nothing-agreed' | 'person-not-known-enough' | 'approach-tells-who';

export const approachRefusals = {
  'nothing-agreed': {
    nl: 'Kies wat jullie afspreken, of schrijf het in je eigen woorden.',
    en: 'Choose what you agree, or write it in your own words.',
  },
  'person-not-known-enough': {
    nl: 'Vul eerst aan wie het was: een naam, met een geboortedatum of een adres.',
    en: 'First fill in who it was: a name, with a date of birth or an address.',
  },
  'approach-tells-who': {
    nl: 'In je woorden staat een naam, een nummer of een adres. Haal dat weg: collega’s lezen alleen wat ze moeten doen.',
    en: 'Your words hold a name, a number or an address. Take that out: colleagues read only what to do.',
  },
} as const satisfies Record<ApproachRefusal, Sentence>;

/** How colleagues meet this person the next time. It replaces what was agreed before, and ends by itself. */
export async function agreeApproach(
  needs: Pick<FollowUpNeeds, 'vault'>,
  tx: Tx,
  agreeing: Agreeing,
): Promise<{ incidentId: string; approachId: string } | Flawed | Refused<ApproachRefusal | 'incident-corrected'>> {
  const { vault } = needs;
  const { incidentId, ways, words, untilOn } = agreeing;
  const { incident } = await lockIncident(tx, incidentId, 'agree_approach');
  const flaws = flawsIn(agreeing, tx.now);
  if (flaws.length > 0) return { flaws };
  if (incident.state === 'corrected') return refuse('incident-corrected');
  if (ways.length === 0 && words === null) return refuse('nothing-agreed');
  const known = await knownPerson(vault, tx, incidentId);
  const who = known && whoItIs(known);
  if (!known || !who || foundBy(who).length === 0) return refuse('person-not-known-enough');
  if (words !== null && tracesIn(words, await peopleOnDossier(vault, tx, incidentId)).length > 0) {
    return refuse('approach-tells-who');
  }

  await endCurrent(tx, incidentId);
  const approachId = newId();
  const sealed =
    words === null ? null : (await vault.openDossier(tx, incidentId)).seal(sealedAsApproach(approachId), words);
  await tx.execute(
    `insert into incident.approach (id, employer_id, incident_id, involved_id, ways, sealed_words, agreed_by, agreed_at,
       valid_until)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [approachId, tx.employerId, incidentId, known.involvedId, ways, sealed, tx.personId, tx.now, untilOn],
  );
  await makeFindable(vault, tx, approachId, who);
  await expectItsEnd(tx, approachId, untilOn);
  await recordStep(tx, incidentId, { kind: 'approach_agreed', actorId: tx.personId, forReporter: true });
  await putOnRecord(tx, 'approach-agreed', incidentId, approachId);
  return { incidentId, approachId };
}

/** It no longer holds. Ended twice is as good as once. */
export async function endApproach(tx: Tx, incidentId: string): Promise<{ incidentId: string }> {
  await lockIncident(tx, incidentId, 'agree_approach');
  const ended = await endCurrent(tx, incidentId);
  if (ended === undefined) return { incidentId };
  await recordStep(tx, incidentId, { kind: 'approach_ended', actorId: tx.personId, forReporter: false });
  await putOnRecord(tx, 'approach-ended', incidentId, ended);
  return { incidentId };
}

/** Who it was, is told anew: what was agreed follows the person, or is no longer found. */
export async function findByWhatIsKnown(vault: Vault, tx: Tx, incidentId: string): Promise<void> {
  const current = await tx.maybeRow<{ approachId: string }>(
    'select id as "approachId" from incident.approach where incident_id = $1 and ended_at is null',
    [incidentId],
  );
  if (!current) return;
  const known = await knownPerson(vault, tx, incidentId);
  if (!known) throw new Absent('who did it');
  await makeFindable(vault, tx, current.approachId, whoItIs(known));
}

/** What was found out; where that is silent on the name, the name that was reported. */
export function whoItIs({ identity, reportedName }: Known): WhoItIs {
  return {
    name: identity?.name ?? reportedName,
    bornOn: identity?.bornOn ?? null,
    postcode: identity?.postcode ?? null,
    houseNumber: identity?.houseNumber ?? null,
  };
}

function flawsIn({ words, untilOn }: Agreeing, now: Date): Flawed['flaws'] {
  const wrong = wrongDay(untilOn, now);
  return [...(wrong ? [{ path: ['untilOn'], code: wrong }] : []), ...citizenServiceNumbersIn({ words })];
}

async function endCurrent(tx: Tx, incidentId: string): Promise<string | undefined> {
  const ended = await tx.maybeRow<{ approachId: string }>(
    `update incident.approach set ended_at = $2, ended_by = $3 where incident_id = $1 and ended_at is null
     returning id as "approachId"`,
    [incidentId, tx.now, tx.personId],
  );
  if (ended) cancelJobs(tx, `approach:${ended.approachId}:`);
  return ended?.approachId;
}

async function expectItsEnd(tx: Tx, approachId: string, untilOn: string): Promise<void> {
  const data = { approachId };
  await tx.enqueue({ kind: endOfApproachJob, runAt: endsAt(untilOn), key: `approach:${approachId}:end`, data });
  const runAt = reviewAt(untilOn, tx.now);
  if (runAt) await tx.enqueue({ kind: reviewApproachJob, runAt, key: `approach:${approachId}:review`, data });
}

async function putOnRecord(tx: Tx, action: string, incidentId: string, approachId: string): Promise<void> {
  await tx.recordAudit({ action, objectKind: 'approach', objectId: approachId, incidentId });
  await publishIncident(tx, incidentId);
}
