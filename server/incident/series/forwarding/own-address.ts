import type { Forwarding } from '../../../../contract/incident.ts';
import type { Sentence } from '../../../../contract/problem.ts';
import { Absent, Forbidden, type Refused, refuse, type Texts, type Tx } from '../../../platform/index.ts';
import { mayDo, mayEver } from '../../incident-access.ts';
import { getIncidentHead } from '../../incident-head.ts';
import type { ForwardingNeeds } from './forwarding-needs.ts';
import { hashOfLocalPart, newLocalPart, worksUntil } from './mail-address.ts';

export const forwardingRefusals = {
  'no-mail-comes-in': {
    nl: 'Mails doorsturen kan hier niet. Plak ze, of voeg ze toe als bestand.',
    en: 'Forwarding e-mails is not possible here. Paste them, or add them as a file.',
  },
} as const satisfies Record<string, Sentence>;

/** Under which name the part before the @ is sealed. Never rename. */
const sealedAsLocalPart = (addressId: string) => `series-address:${addressId}`;

interface Wanted {
  readonly incidentId: string;
  readonly addressId: string;
}

/** One address per person and dossier: making a new one ends the one before, so that a leaked one is closed in one tap. */
export async function makeAddress(
  { vault, mailKey, mailDomain }: ForwardingNeeds,
  tx: Tx,
  { incidentId, addressId }: Wanted,
): Promise<{ addressId: string; state: 'open' } | Refused<'incident-corrected' | keyof typeof forwardingRefusals>> {
  const { bits, state } = await getIncidentHead(tx, incidentId);
  if (!mayEver('add_event', bits)) throw new Forbidden('add_event');
  if (state === 'corrected') return refuse('incident-corrected');
  if (mailDomain === undefined) return refuse('no-mail-comes-in');
  const texts = await vault.openDossier(tx, incidentId);
  // Two tabs: the one that comes last has the address that works.
  await tx.execute('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`address ${tx.personId} ${incidentId}`]);
  const ended = await tx.rows<{ id: string }>(
    `update incident.series_address set ended_at = $3
     where incident_id = $1 and person_id = $2 and ended_at is null and id <> $4 returning id`,
    [incidentId, tx.personId, tx.now, addressId],
  );
  const localPart = newLocalPart();
  await tx.execute(
    `insert into incident.series_address
       (id, employer_id, incident_id, person_id, local_hash, sealed_local, made_at, expires_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (id) do nothing`,
    [
      addressId,
      tx.employerId,
      incidentId,
      tx.personId,
      hashOfLocalPart(mailKey, localPart),
      texts.seal(sealedAsLocalPart(addressId), localPart),
      tx.now,
      worksUntil(tx.now),
    ],
  );
  for (const { id } of ended) await record(tx, 'series-address-ended', incidentId, id);
  await record(tx, 'series-address-made', incidentId, addressId);
  return { addressId, state: 'open' };
}

/** Only one's own; ended twice is as good as once. */
export async function endAddress(tx: Tx, addressId: string): Promise<{ addressId: string; state: 'ended' }> {
  const { incidentId } = await tx.row<{ incidentId: string }>(
    'select incident_id as "incidentId" from incident.series_address where id = $1 and person_id = $2',
    [addressId, tx.personId],
  );
  const ended = await tx.execute(
    'update incident.series_address set ended_at = $2 where id = $1 and ended_at is null',
    [addressId, tx.now],
  );
  if (ended > 0) await record(tx, 'series-address-ended', incidentId, addressId);
  return { addressId, state: 'ended' };
}

async function record(tx: Tx, action: string, incidentId: string, addressId: string): Promise<void> {
  await tx.recordAudit({ action, objectKind: 'series-address', objectId: addressId, incidentId });
}

export async function readForwarding(
  { vault, mailDomain }: ForwardingNeeds,
  tx: Tx,
  incidentId: string,
): Promise<Forwarding> {
  const { bits, state } = await getIncidentHead(tx, incidentId);
  const isPossible = mailDomain !== undefined && mayDo('add_event', bits, state);
  if (!isPossible) return { isPossible, address: null, cameIn: null };
  const texts = await vault.openDossier(tx, incidentId);
  const [address, cameIn] = [await openAddress(tx, texts, incidentId), await whatCameIn(tx, incidentId)];
  return { isPossible, address: address && { ...address, address: `${address.address}@${mailDomain}` }, cameIn };
}

async function openAddress(tx: Tx, texts: Texts, incidentId: string): Promise<Forwarding['address']> {
  const row = await tx.maybeRow<{ addressId: string; sealed: Buffer; madeAt: Date; until: Date }>(
    `select id as "addressId", sealed_local as sealed, made_at as "madeAt", expires_at as until
     from incident.series_address
     where incident_id = $1 and person_id = $2 and ended_at is null and expires_at > $3`,
    [incidentId, tx.personId, tx.now],
  );
  if (row === undefined) return null;
  const { addressId, sealed, madeAt, until } = row;
  return {
    addressId,
    address: texts.open(sealedAsLocalPart(addressId), sealed),
    madeAt: madeAt.toISOString(),
    until: until.toISOString(),
  };
}

async function whatCameIn(tx: Tx, incidentId: string): Promise<Forwarding['cameIn']> {
  const { lastAt, ...counts } = await tx.row<
    { lastAt: Date | null } & Omit<NonNullable<Forwarding['cameIn']>, 'lastAt'>
  >(
    `select count(*)::integer as mails, max(came_in_at) as "lastAt",
       count(*) filter (where reading = 'unreadable')::integer as unreadable,
       count(*) filter (where numbers_left_out > 0)::integer as "withNumbers",
       count(*) filter (where original = 'no_room')::integer as "withoutOriginal"
     from incident.series_mail where incident_id = $1 and person_id = $2`,
    [incidentId, tx.personId],
  );
  return lastAt === null ? null : { ...counts, lastAt: lastAt.toISOString() };
}

/** Whoever may still add, as the database sees them at this moment; undefined for whoever may not (any more). */
export async function headForAdding(tx: Tx, incidentId: string) {
  try {
    const head = await getIncidentHead(tx, incidentId);
    return mayDo('add_event', head.bits, head.state) ? head : undefined;
  } catch (cause) {
    if (cause instanceof Absent) return undefined;
    throw cause;
  }
}
