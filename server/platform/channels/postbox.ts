import { newId } from '../ids.ts';
import { BEFORE_ALL, pageOf, placeOf } from '../keyset.ts';
import type { Tx } from '../tx.ts';
import type { Vault } from '../vault/index.ts';
import { handedOver, type MailCarrier, type TextCarrier } from './carriers.ts';

/** A message as the postbox of a demonstration shows it. */
export interface PostboxMessage {
  readonly id: string;
  readonly channel: 'email' | 'sms';
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly arrivedAt: Date;
}

type Content = Pick<PostboxMessage, 'to' | 'subject' | 'text'>;

export interface Postbox {
  readonly mail: MailCarrier;
  readonly sms: TextCarrier;
  list(tx: Tx, cursor: string | undefined, limit: number): Promise<{ page: PostboxMessage[]; next: string | null }>;
  get(tx: Tx, messageId: string): Promise<PostboxMessage>;
}

interface Row {
  readonly id: string;
  readonly channel: 'email' | 'sms';
  readonly sealedMessage: Buffer;
  readonly arrivedAt: Date;
}

const COLUMNS = 'id, channel, sealed_message as "sealedMessage", arrived_at as "arrivedAt"';

/** Where mail and text messages land when nothing carries them out of the house. Sealed, like everything with an address. */
export function createPostbox(vault: Vault): Postbox {
  async function drop(tx: Tx, channel: 'email' | 'sms', personId: string, content: Content): Promise<void> {
    const id = newId();
    const sealed = (await vault.forEmployer(tx)).seal(fieldOf(id), JSON.stringify(content));
    await tx.execute(
      `insert into platform.postbox_message (id, employer_id, person_id, channel, sealed_message, arrived_at)
       values ($1, $2, $3, $4, $5, $6)`,
      [id, tx.employerId, personId, channel, sealed, tx.now],
    );
  }

  async function opened(tx: Tx, { sealedMessage, ...row }: Row): Promise<PostboxMessage> {
    const content = (await vault.forEmployer(tx)).open(fieldOf(row.id), sealedMessage);
    return { ...row, ...(JSON.parse(content) as Content) };
  }

  return {
    mail: {
      async send({ personId, to, mail: { subject, text } }, { transact }) {
        await transact((tx) => drop(tx, 'email', personId, { to, subject, text }));
        return handedOver;
      },
    },
    sms: {
      async send({ personId, to, text }, { transact }) {
        await transact((tx) => drop(tx, 'sms', personId, { to, subject: text, text }));
        return handedOver;
      },
    },
    async list(tx, cursor, limit) {
      const place = placeOf(cursor) ?? BEFORE_ALL;
      const rows = await tx.rows<Row>(
        `select ${COLUMNS} from platform.postbox_message
         where employer_id = $1 and (arrived_at, id) < ($2, $3)
         order by arrived_at desc, id desc limit $4`,
        [tx.employerId, place.at, place.id, limit + 1],
      );
      const { page, next } = pageOf(rows, limit, ({ arrivedAt, id }) => ({ at: arrivedAt, id }));
      return { page: await Promise.all(page.map((row) => opened(tx, row))), next };
    },
    async get(tx, messageId) {
      return opened(
        tx,
        await tx.row<Row>(`select ${COLUMNS} from platform.postbox_message where id = $1`, [messageId]),
      );
    },
  };
}

function fieldOf(messageId: string): string {
  return `postbox ${messageId}`;
}
