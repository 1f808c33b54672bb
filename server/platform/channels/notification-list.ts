import type { Notification } from '../../../contract/notifications.ts';
import { BEFORE_ALL, pageOf, placeOf } from '../keyset.ts';
import type { Facts, Tx } from '../tx.ts';
import { titleOf } from './message.ts';
import { isTemplate, pathOf } from './templates.ts';

interface Row {
  readonly id: string;
  readonly template: string;
  readonly incidentId: string | null;
  readonly isUrgent: boolean;
  readonly data: Facts;
  readonly createdAt: Date;
  readonly readAt: Date | null;
}

export async function listMine(
  tx: Tx,
  cursor: string | undefined,
  limit: number,
): Promise<{ notifications: Notification[]; unreadCount: number; next: string | null }> {
  const place = placeOf(cursor) ?? BEFORE_ALL;
  const [rows, unreadCount] = await Promise.all([
    tx.rows<Row>(
      `select id, template, incident_id as "incidentId", is_urgent as "isUrgent", data,
         created_at as "createdAt", read_at as "readAt"
       from platform.notification
       where person_id = $1 and is_listed and (created_at, id) < ($2, $3)
       order by created_at desc, id desc limit $4`,
      [tx.personId, place.at, place.id, limit + 1],
    ),
    countUnread(tx),
  ]);
  const { page, next } = pageOf(rows, limit, ({ createdAt, id }) => ({ at: createdAt, id }));
  return { notifications: page.flatMap((row) => told(row, tx.now)), unreadCount, next };
}

export async function countUnread(tx: Tx): Promise<number> {
  const { count } = await tx.row<{ count: number }>(
    'select count(*)::int as count from platform.notification where person_id = $1 and is_listed and read_at is null',
    [tx.personId],
  );
  return count;
}

/** Reading twice changes nothing: the first moment stays. */
export async function markRead(tx: Tx, notificationId: string): Promise<Date> {
  const { readAt } = await tx.row<{ readAt: Date }>(
    `update platform.notification set read_at = coalesce(read_at, $2)
     where id = $1 and is_listed returning read_at as "readAt"`,
    [notificationId, tx.now],
  );
  return readAt;
}

export async function markAllRead(tx: Tx): Promise<number> {
  return tx.execute(
    'update platform.notification set read_at = $2 where person_id = $1 and is_listed and read_at is null',
    [tx.personId, tx.now],
  );
}

/** A template that a newer version of the program wrote is left out. */
function told({ template, data, createdAt, readAt, ...row }: Row, now: Date): Notification[] {
  if (!isTemplate(template)) return [];
  const notice = { template, incidentId: row.incidentId, data };
  return [
    {
      ...row,
      template,
      title: { nl: titleOf(notice, 'nl', now), en: titleOf(notice, 'en', now) },
      path: pathOf(template, row.incidentId),
      createdAt: createdAt.toISOString(),
      readAt: readAt?.toISOString() ?? null,
    },
  ];
}
