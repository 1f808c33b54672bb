import type { ContactWay } from '../../contract/incident-words.ts';
import { newId, type Refused, refuse, type Tx } from '../platform/index.ts';
import { lockChain, saveChain } from './chain-store.ts';
import { expectNextStep } from './escalation.ts';
import type { Flawed } from './flaws.ts';
import type { FollowUpNeeds } from './follow-up-needs.ts';
import { citizenServiceNumbersIn } from './free-text.ts';
import { lockIncident, saveState, type Written } from './lock-incident.ts';
import { publishIncident } from './publish-incident.ts';
import { recordStep } from './record-step.ts';
import { flawsInMoment } from './flaws.ts';
import { endChain } from './rules/escalation-chain.ts';
import { type InFollowUp, makeContact } from './rules/incident-states.ts';
import { sealedAs } from './sealed-names.ts';
import { findOpenTask, finishTask } from './task-store.ts';

export interface NewContact {
  readonly withPersonId: string;
  readonly way: ContactWay;
  readonly reached: boolean;
  readonly at: string;
  readonly note?: string | null | undefined;
}

export type ContactRefusal =
  | 'incident-closed'
  | 'incident-corrected'
  | 'not-on-this-incident'
  | 'contact-with-yourself';

/** Spoken, or tried to. Only when the colleague was reached does the chain end: a message left is not a person spoken to. */
export async function recordContact(
  needs: FollowUpNeeds,
  tx: Tx,
  personId: string,
  { incidentId, contact }: { readonly incidentId: string; readonly contact: NewContact },
): Promise<Written | Flawed | Refused<ContactRefusal>> {
  const flaws = [...flawsInMoment(contact.at, tx.now, ['at']), ...citizenServiceNumbersIn({ note: contact.note })];
  if (flaws.length > 0) return { flaws };
  const { incident } = await lockIncident(tx, incidentId, 'record_contact');
  const spoken = makeContact(incident, personId, new Date(contact.at));
  if ('refused' in spoken) return refuse(spoken.refused);
  if (contact.withPersonId === personId) return refuse('contact-with-yourself');
  const role = await roleOf(tx, incidentId, contact.withPersonId);
  if (role === undefined) return refuse('not-on-this-incident');

  await addContact(needs, tx, personId, incidentId, contact);
  await recordStep(tx, incidentId, {
    kind: contact.reached ? 'contact_made' : 'contact_tried',
    actorId: personId,
    concernsId: contact.withPersonId,
    data: { way: contact.way },
    forReporter: role === 'concerned',
  });
  await tx.recordEvent({ name: 'contact-recorded', incidentId, data: { way: contact.way, reached: contact.reached } });
  await tx.recordAudit({
    action: 'contact-recorded',
    objectKind: 'incident',
    objectId: incidentId,
    incidentId,
    detail: { reached: contact.reached },
  });
  await publishIncident(tx, incidentId);
  // The chain is about whoever it happened to; a call to a witness is on the record and changes nothing else.
  const endsChain = contact.reached && role === 'concerned';
  if (endsChain) await hasIt(needs, tx, personId, { incidentId, spoken, way: contact.way });
  return { incidentId, state: endsChain ? spoken.state : incident.state };
}

/** `concerned`: a victim, or the reporter where there is none. Asked of the owner's rights: a helper need not see everybody. */
async function roleOf(tx: Tx, incidentId: string, personId: string): Promise<'concerned' | 'other' | undefined> {
  const { role } = await tx.row<{ role: 'concerned' | 'other' | null }>('select incident.concern_of($1, $2) as role', [
    incidentId,
    personId,
  ]);
  return role ?? undefined;
}

async function addContact(
  { vault }: FollowUpNeeds,
  tx: Tx,
  personId: string,
  incidentId: string,
  contact: NewContact,
): Promise<void> {
  const contactId = newId();
  const note = contact.note
    ? (await vault.openDossier(tx, incidentId)).seal(sealedAs.contactNote(contactId), contact.note)
    : null;
  await tx.execute(
    `insert into incident.contact (id, employer_id, incident_id, with_person_id, by_person_id, way, reached, at, sealed_note)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      contactId,
      tx.employerId,
      incidentId,
      contact.withPersonId,
      personId,
      contact.way,
      contact.reached,
      contact.at,
      note,
    ],
  );
}

interface Spoken {
  readonly incidentId: string;
  readonly spoken: InFollowUp;
  readonly way: ContactWay;
}

/** A person has it now: the chain ends, and so does what it gave to those it came to. */
async function hasIt(
  { vault }: FollowUpNeeds,
  tx: Tx,
  personId: string,
  { incidentId, spoken, way }: Spoken,
): Promise<void> {
  await saveState(tx, incidentId, spoken);
  const stored = await lockChain(tx, incidentId);
  if (stored && stored.chain.state !== 'ended') {
    const ended = endChain(stored.chain, spoken.contactAt);
    await saveChain(tx, incidentId, ended);
    await expectNextStep(tx, incidentId, ended);
  }
  await tx.execute(
    `delete from incident.lead where incident_id = $1 and scope = 'called' and subject_id not in ($2, $3)`,
    [incidentId, personId, spoken.takenUpBy],
  );
  // Recording the contact is doing the task: nobody says the same thing twice. Last of all, because who had only this task
  // may lose sight of the dossier with it.
  const task = await findOpenTask(tx, incidentId, 'contact');
  if (!task) return;
  const dossier = await vault.openDossier(tx, incidentId);
  const sealedRecord = dossier.seal(sealedAs.taskRecord(task.taskId), JSON.stringify({ way }));
  await finishTask(tx, task.taskId, { state: 'done', sealedRecord });
}
