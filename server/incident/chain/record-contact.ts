import type { ContactWay } from '../../../contract/incident-words.ts';
import { newId, type Refused, refuse, type Tx } from '../../platform/index.ts';
import type { Flawed } from '../flaws.ts';
import { flawsInMoment } from '../flaws.ts';
import type { FollowUpNeeds } from '../follow-up-needs.ts';
import { citizenServiceNumbersIn } from '../free-text.ts';
import { lockIncident, type Written } from '../lock-incident.ts';
import { publishIncident } from '../publish-incident.ts';
import { recordStep } from '../record-step.ts';
import { makeContact } from '../rules/incident-states.ts';
import { sealedAs } from '../sealed-names.ts';
import { somebodyHasIt } from './somebody-has-it.ts';

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
  if (endsChain) await somebodyHasIt(needs, tx, personId, { incidentId, spoken, record: { way: contact.way } });
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
