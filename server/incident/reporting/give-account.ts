import { type Refused, refuse, type Tx } from '../../platform/index.ts';
import type { Flawed } from '../flaws.ts';
import { citizenServiceNumbersIn } from '../free-text.ts';
import { getIncidentHead, type IncidentHead } from '../incident-head.ts';
import type { Written } from '../lock-incident.ts';
import { publishIncident } from '../publish-incident.ts';
import { recordStep } from '../record-step.ts';
import { sealedAs } from '../sealed-names.ts';
import type { ReportingNeeds } from './reporting-needs.ts';

export type AccountRefusal = 'account-already-given' | 'account-not-asked' | 'incident-corrected';

/** asked → given. One's own story, in one's own words and before seeing that of others; never altered afterwards. */
export async function giveAccount(
  { vault }: Pick<ReportingNeeds, 'vault'>,
  tx: Tx,
  personId: string,
  { incidentId, story }: { readonly incidentId: string; readonly story: string },
): Promise<Written | Flawed | Refused<AccountRefusal>> {
  const flaws = citizenServiceNumbersIn({ story });
  if (flaws.length > 0) return { flaws };
  const incident = await getIncidentHead(tx, incidentId);
  const refused = await refusalFor(tx, incident, personId);
  if (refused) return refused;
  const sealed = (await vault.openDossier(tx, incidentId)).seal(sealedAs.account(personId), story);
  return finishAccount(tx, incident, personId, 'given', sealed);
}

/** asked → declined. Nobody has to tell. */
export async function declineAccount(
  tx: Tx,
  personId: string,
  incidentId: string,
): Promise<Written | Refused<AccountRefusal>> {
  const incident = await getIncidentHead(tx, incidentId);
  const refused = await refusalFor(tx, incident, personId);
  return refused ?? finishAccount(tx, incident, personId, 'declined', null);
}

/** Why this person cannot tell anything (any more) here. */
async function refusalFor(
  tx: Tx,
  { incidentId, state }: IncidentHead,
  personId: string,
): Promise<Refused<AccountRefusal> | undefined> {
  if (state === 'corrected') return refuse('incident-corrected');
  const account = await tx.maybeRow<{ state: string }>(
    'select state from incident.account where incident_id = $1 and person_id = $2',
    [incidentId, personId],
  );
  if (account === undefined) return refuse('account-not-asked');
  return account.state === 'asked' ? undefined : refuse('account-already-given');
}

async function finishAccount(
  tx: Tx,
  { incidentId, state }: IncidentHead,
  personId: string,
  outcome: 'given' | 'declined',
  sealedStory: Buffer | null,
): Promise<Written | Refused<AccountRefusal>> {
  const finished = await tx.execute(
    `update incident.account set state = $3, given_at = $4, sealed_story = $5
     where incident_id = $1 and person_id = $2 and state = 'asked'`,
    [incidentId, personId, outcome, outcome === 'given' ? tx.now : null, sealedStory],
  );
  if (finished === 0) return refuse('account-already-given');
  const name = `account-${outcome}`;
  await recordStep(tx, incidentId, {
    kind: outcome === 'given' ? 'account_given' : 'account_declined',
    actorId: personId,
    forReporter: true,
  });
  await tx.recordEvent({ name, incidentId, data: {} });
  await tx.recordAudit({ action: name, objectKind: 'account', objectId: personId, incidentId });
  await publishIncident(tx, incidentId);
  return { incidentId, state };
}
