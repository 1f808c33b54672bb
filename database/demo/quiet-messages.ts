import { type NewNotification, newId, notify, type Tx } from '../../server/platform/index.ts';
import { HOUR_MS } from './moments.ts';

/** Messages of these last days lie in the postbox of the demonstration, as if they had just come in. */
const POSTBOX_HOURS = 72;

/**
 * What was told long ago was read long ago: it stands in the app, and goes nowhere. Only the last days fill the postbox; a mail
 * server never hears of the past.
 */
export async function tellQuietly(tx: Tx, notification: NewNotification, start: Date): Promise<void> {
  if (tx.now.getTime() > start.getTime() - POSTBOX_HOURS * HOUR_MS) return notify(tx, notification);
  const { personId, template, incidentId, urgent, data = {} } = notification;
  tx.later(
    `insert into platform.notification
       (id, employer_id, person_id, template, incident_id, is_urgent, is_listed, data, created_at, read_at)
     values ($1, $2, $3, $4, $5, $6, true, $7, $8, $9)`,
    [
      newId(),
      tx.employerId,
      personId,
      template,
      incidentId ?? null,
      urgent,
      JSON.stringify(data),
      tx.now,
      new Date(tx.now.getTime() + HOUR_MS / 4),
    ],
  );
}

/** What is older than this morning has been seen; the rest still asks for attention. For the owner of the tables. */
export const readUntilThisMorning = `update platform.notification
  set read_at = created_at + interval '20 minutes'
  where read_at is null and created_at < $1::timestamptz - interval '3 hours'`;
