import { countTry } from '../../../identity/index.ts';
import type { MailDoor, Recipient } from '../../../platform/index.ts';
import { type Addressed, asSender } from './as-sender.ts';
import type { ForwardingNeeds } from './forwarding-needs.ts';
import { hashOfLocalPart } from './mail-address.ts';
import { headForAdding } from './own-address.ts';
import { takeInMail } from './take-in-mail.ts';

interface Found extends Addressed {
  readonly isOpen: boolean;
  readonly isTooMuch: boolean;
}

/** Who may send mail here: whoever knows an address that works, of somebody who may still add to that dossier. */
export function mailDoor(needs: ForwardingNeeds): MailDoor {
  return {
    async recipient(localPart) {
      const found = await findAddress(needs, localPart);
      if (found === undefined) return 'closed';
      if (!found.isOpen || !(await mayStillAdd(needs, found))) {
        await recordRefusal(needs, found, 'closed');
        return 'closed';
      }
      if (found.isTooMuch) {
        await recordRefusal(needs, found, 'too-many');
        return 'too-many';
      }
      return recipientFor(needs, found);
    },
  };
}

function recipientFor(needs: ForwardingNeeds, to: Addressed): Recipient {
  return {
    async take(mail) {
      const outcome = await takeInMail(needs, to, mail);
      if (outcome === 'closed') await recordRefusal(needs, to, 'closed');
      return outcome;
    },
    refuseTooLarge: () => recordRefusal(needs, to, 'too-large'),
  };
}

/** Every mail counts, so that nobody fills a dossier, or the log, by a program. */
async function findAddress({ database, now, mailKey }: ForwardingNeeds, localPart: string): Promise<Found | undefined> {
  return database.transact({ role: 'app', visitor: true, now: now() }, async (tx) => {
    const found = await tx.maybeRow<Omit<Found, 'isTooMuch'>>(
      `select address_id as "addressId", employer_id as "employerId", person_id as "personId",
         incident_id as "incidentId", is_open as "isOpen"
       from incident.find_series_address($1, $2)`,
      [hashOfLocalPart(mailKey, localPart), tx.now],
    );
    return found && { ...found, isTooMuch: (await countTry(tx, 'mail-in', found.addressId)) !== undefined };
  });
}

/** Whoever lost sight of the dossier lost the address too: asked of the database, as that person. */
async function mayStillAdd(needs: ForwardingNeeds, to: Addressed): Promise<boolean> {
  return asSender(needs, to, async (tx) => (await headForAdding(tx, to.incidentId)) !== undefined);
}

/** That a mail was refused, and why: by nobody in particular, as nobody knows who sent it. */
async function recordRefusal(
  { database, now }: ForwardingNeeds,
  { addressId, employerId, incidentId }: Addressed,
  why: 'closed' | 'too-many' | 'too-large',
): Promise<void> {
  await database.transact({ role: 'app', employerId, personId: null, now: now() }, async (tx) => {
    if (await countTry(tx, 'mail-refused', addressId)) return;
    await tx.recordAudit({
      action: 'mail-refused',
      objectKind: 'series-address',
      objectId: addressId,
      incidentId,
      result: 'refused',
      detail: { why },
    });
  });
}
