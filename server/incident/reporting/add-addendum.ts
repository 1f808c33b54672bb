import { newId, type Refused, refuse, type Tx } from '../../platform/index.ts';
import type { Flawed } from '../flaws.ts';
import { citizenServiceNumbersIn } from '../free-text.ts';
import { getIncidentHead } from '../incident-head.ts';
import type { Written } from '../lock-incident.ts';
import { publishIncident } from '../publish-incident.ts';
import { recordStep } from '../record-step.ts';
import { sealedAs } from '../sealed-names.ts';
import type { ReportingNeeds } from './reporting-needs.ts';

/** What somebody adds later stands beside what was reported, with its own moment. Nothing is ever rewritten. */
export async function addAddendum(
  { vault }: Pick<ReportingNeeds, 'vault'>,
  tx: Tx,
  personId: string,
  { incidentId, text }: { readonly incidentId: string; readonly text: string },
): Promise<Written | Flawed | Refused<'incident-corrected'>> {
  const flaws = citizenServiceNumbersIn({ text });
  if (flaws.length > 0) return { flaws };
  const { state, isConcerned } = await getIncidentHead(tx, incidentId);
  if (state === 'corrected') return refuse('incident-corrected');

  const addendumId = newId();
  const sealed = (await vault.openDossier(tx, incidentId)).seal(sealedAs.addendum(addendumId), text);
  await tx.execute(
    `insert into incident.addendum (id, employer_id, incident_id, person_id, added_at, sealed_text)
     values ($1, $2, $3, $4, $5, $6)`,
    [addendumId, tx.employerId, incidentId, personId, tx.now, sealed],
  );
  // What those who follow up write among themselves is no step in the reporter's view: they could not read it.
  await recordStep(tx, incidentId, { kind: 'addendum_added', actorId: personId, forReporter: isConcerned });
  await tx.recordEvent({ name: 'addendum-added', incidentId, data: { addendumId } });
  await tx.recordAudit({ action: 'addendum-added', objectKind: 'addendum', objectId: addendumId, incidentId });
  await publishIncident(tx, incidentId);
  return { incidentId, state };
}
