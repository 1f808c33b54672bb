import type { AnswerOf } from '../../../contract/endpoint.ts';
import type { readWhoDidIt as endpoint, PersonIdentity } from '../../../contract/incident.ts';
import type { Sentence } from '../../../contract/problem.ts';
import { type Refused, refuse, type Tx } from '../../platform/index.ts';
import type { Flawed } from '../flaws.ts';
import type { FollowUpNeeds } from '../follow-up-needs.ts';
import { citizenServiceNumbersIn } from '../free-text.ts';
import { partBits } from '../incident-access.ts';
import { lockIncident, type Written } from '../lock-incident.ts';
import { findByWhatIsKnown } from '../next-visit/agree-approach.ts';
import { lookForPatternWithReport } from '../patterns/look-for-pattern.ts';
import { publishIncident } from '../publish-incident.ts';
import { sealField } from '../seal-field.ts';
import { foundSealedAs, knownPerson } from './known-person.ts';
import { matchPersonSoon } from './match-person.ts';
import { othersLike } from './others-like.ts';
import { requireLead } from './require-lead.ts';

type WhoDidIt = AnswerOf<typeof endpoint>;

type PersonRefusal = 'nobody-to-identify' | 'emotion-goes-without-a-name' | 'no-person-to-join';
export const personRefusals = {
  'nobody-to-identify': {
    nl: 'Bij deze melding hoort niemand die het deed.',
    en: 'Nobody is said to have done this.',
  },
  'emotion-goes-without-a-name': {
    nl: 'Wie alleen boos of verdrietig is, leggen we niet vast op naam.',
    en: 'Somebody who is only angry or sad is not put on record by name.',
  },
  'no-person-to-join': {
    nl: 'Onder dit nummer vinden we niemand die je kunt koppelen. Kijk of het nummer klopt.',
    en: 'Under this number we find nobody you can connect. See whether the number is right.',
  },
} as const satisfies Record<PersonRefusal, Sentence>;

/** For who leads the whole of it and the coordinator. Every look is on the record. */
export async function readWhoDidIt(
  { vault }: Pick<FollowUpNeeds, 'vault'>,
  tx: Tx,
  incidentId: string,
): Promise<WhoDidIt> {
  await requireLead(tx, incidentId);
  const known = await knownPerson(vault, tx, incidentId);
  await tx.recordAudit({ action: 'who-did-it-read', objectKind: 'incident', objectId: incidentId, incidentId });
  return {
    identity: known?.identity ?? null,
    isOnDossier: known !== undefined,
    others: known ? await othersLike(vault, tx, { mine: known, incidentId }) : [],
  };
}

/** What was found out later about who was described or unknown; it is compared by a job. */
export async function identifyPerson(
  needs: FollowUpNeeds,
  tx: Tx,
  { incidentId, identity }: { readonly incidentId: string; readonly identity: PersonIdentity },
): Promise<Written | Flawed | Refused<PersonRefusal | 'incident-corrected'>> {
  const flaws = citizenServiceNumbersIn(identity);
  if (flaws.length > 0) return { flaws };
  const { incident } = await lockIncident(tx, incidentId, 'add_people');
  if (incident.state === 'corrected') return refuse('incident-corrected');
  const known = await knownPerson(needs.vault, tx, incidentId);
  if (!known) return refuse('nobody-to-identify');
  const { severity } = await tx.row<{ severity: string }>('select severity from incident.incident where id = $1', [
    incidentId,
  ]);
  // The reporter may describe somebody whose anger persists; where that was not so, nobody else may either.
  if (severity === 'emotion' && known.knowledge === 'unknown') return refuse('emotion-goes-without-a-name');
  await sealField(needs, tx, {
    incidentId,
    field: foundSealedAs,
    part: partBits.aggressor,
    text: JSON.stringify(identity),
  });
  await tx.recordAudit({
    action: 'person-identified',
    objectKind: 'involved',
    objectId: known.involvedId,
    incidentId,
  });
  await findByWhatIsKnown(needs.vault, tx, incidentId);
  await matchPersonSoon(tx, incidentId);
  await lookForPatternWithReport(tx, incidentId);
  await publishIncident(tx, incidentId);
  return { incidentId, state: incident.state };
}
