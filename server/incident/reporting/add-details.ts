import type { BodyOf } from '../../../contract/endpoint.ts';
import type { addDetails as endpoint } from '../../../contract/incident.ts';
import { newId, type Refused, refuse, type Tx } from '../../platform/index.ts';
import type { Flaw, Flawed } from '../flaws.ts';
import { citizenServiceNumbersIn } from '../free-text.ts';
import { getIncidentHead, type IncidentHead, requirePart } from '../incident-head.ts';
import type { Written } from '../lock-incident.ts';
import { publishIncident } from '../publish-incident.ts';
import { recordStep } from '../record-step.ts';
import { type DetailTexts, sealedAs } from '../sealed-names.ts';
import { endWords, flawsInWords, keepWords } from '../words/chosen-words.ts';
import type { ReportingNeeds } from './reporting-needs.ts';

export type Details = BodyOf<typeof endpoint>;

/** The calm details after sending. Each time is a row of its own: an answer given before stays to be read. */
export async function addDetails(
  { vault }: Pick<ReportingNeeds, 'vault'>,
  tx: Tx,
  personId: string,
  { incidentId, details }: { readonly incidentId: string; readonly details: Details },
): Promise<Written | Flawed | Refused<'incident-corrected'>> {
  const incident = await getIncidentHead(tx, incidentId);
  requirePart(incident, 'act', 'othersAccounts');
  const flaws = [
    ...citizenServiceNumbersIn(details),
    ...(await flawsInWords(tx, details.chosenWords, countedIn(details))),
    ...(await unknownWitnesses(tx, details.witnessIds ?? [])),
  ];
  if (flaws.length > 0) return { flaws };
  if (incident.state === 'corrected') return refuse('incident-corrected');

  const detailId = newId();
  const texts = textsOf(details);
  const sealed =
    texts && (await vault.openDossier(tx, incidentId)).seal(sealedAs.detail(detailId), JSON.stringify(texts));
  await tx.execute(
    `insert into incident.detail (id, employer_id, incident_id, person_id, added_at, codes, sealed_texts)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [detailId, tx.employerId, incidentId, personId, tx.now, JSON.stringify(codesOf(details)), sealed],
  );
  await keepWords(tx, { incidentId, personId }, details.chosenWords);
  await endWords(tx, { incidentId, personId }, countedIn(details), details.chosenWords);
  const added = await addWitnesses(tx, incident, personId, details.witnessIds ?? []);
  await recordStep(tx, incidentId, { kind: 'details_added', actorId: personId, forReporter: incident.isConcerned });
  await tx.recordEvent({ name: 'details-added', incidentId, data: { detailId } });
  for (const witnessId of added) {
    await tx.recordEvent({ name: 'account-asked', incidentId, data: { personId: witnessId } });
  }
  await tx.recordAudit({ action: 'details-added', objectKind: 'detail', objectId: detailId, incidentId });
  await publishIncident(tx, incidentId);
  return { incidentId, state: incident.state };
}

/** The answers that may be called by a word of the organisation's own. */
function countedIn({ cause, flags, form, injuries }: Details) {
  const listed = (code: string | null | undefined) => (code ? [code] : []);
  return { cause: listed(cause), flag: flags ?? [], form: listed(form), injury: listed(injuries) };
}

/** Only what was answered: a question left open says nothing. */
function codesOf({ form, flags, cause, injuries, damage, policePresent }: Details): object {
  const answers = { form, flags, cause, injuries, damage, policePresent };
  return Object.fromEntries(Object.entries(answers).filter(([, answer]) => answer !== null && answer !== undefined));
}

function textsOf({ demanded, injuryText, damageText }: Details): DetailTexts | null {
  const texts = { demanded: demanded ?? null, injuryText: injuryText ?? null, damageText: damageText ?? null };
  return Object.values(texts).some((text) => text !== null) ? texts : null;
}

async function unknownWitnesses(tx: Tx, witnessIds: readonly string[]): Promise<Flaw[]> {
  if (witnessIds.length === 0) return [];
  const known = await tx.rows<{ id: string }>(
    'select id from organisation.person where id = any($1) and (ended_at is null or ended_at > $2)',
    [witnessIds, tx.now],
  );
  const knownIds = new Set(known.map(({ id }) => id));
  return witnessIds.flatMap((id, at) =>
    knownIds.has(id) ? [] : [{ path: ['witnessIds', at], code: 'unknown-colleague' as const }],
  );
}

/** Who is on the dossier already is not added again. Answers whom to ask for their story now. */
async function addWitnesses(
  tx: Tx,
  { incidentId, reporterId, bits }: IncidentHead,
  personId: string,
  witnessIds: readonly string[],
): Promise<readonly string[]> {
  if (witnessIds.length === 0) return [];
  if (reporterId !== personId) requirePart({ bits }, 'act');
  const there = await tx.rows<{ id: string }>(
    'select person_id as id from incident.involved where incident_id = $1 and person_id = any($2)',
    [incidentId, witnessIds],
  );
  const missing = [...new Set(witnessIds)].filter((id) => !there.some((present) => present.id === id));
  if (missing.length === 0) return [];
  // Two tabs, or the reporter and who leads, may name the same colleague at the same moment.
  const rows = await tx.rows<{ id: string }>(
    `insert into incident.involved (id, employer_id, incident_id, role, person_id, team_subject_id, added_by, added_at)
     select w.id, $1, $2, 'witness', w.person_id,
       organisation.role_subject(incident.team_of(w.person_id, $4), 'manager'), $3, $4
     from unnest($5::uuid[], $6::uuid[]) as w (id, person_id)
     on conflict do nothing returning person_id as id`,
    [tx.employerId, incidentId, personId, tx.now, missing.map(() => newId()), missing],
  );
  const added = rows.map(({ id }) => id);
  await tx.execute(
    `insert into incident.account (id, employer_id, incident_id, person_id, team_subject_id, state, asked_at)
     select w.id, $1, $2, w.person_id, organisation.role_subject(incident.team_of(w.person_id, $3), 'manager'), 'asked', $3
     from unnest($4::uuid[], $5::uuid[]) as w (id, person_id)
     on conflict (incident_id, person_id) do nothing`,
    [tx.employerId, incidentId, tx.now, added.map(() => newId()), added],
  );
  return added;
}
