import type { SealedContent } from '../../contract/incident.ts';
import { serverNow } from '../session/now.ts';
import { listOutbox, outboxChannel, tellOutboxChanged } from './box.ts';
import { lockText } from './code-lock.ts';
import { sealInEnvelope } from './envelope.ts';
import { type Device, put, remove, type WaitingReport } from './store.ts';

/** What somebody told, before it is sealed. */
export type Told = Pick<SealedContent, 'report' | 'isToldByClock' | 'baseRevision'> & {
  readonly draft: SealedContent['draft'] & { readonly draftId: string };
};

/** Sealed from here on: not even this device can read it any more. It waits until the server has it, however long that takes. */
export async function putReportInOutbox(device: Device, told: Told): Promise<WaitingReport> {
  const envelope = await sealInEnvelope(device, contentOf(device, told));
  const { envelopeId: id } = envelope;
  const madeOn = serverNow().getTime();
  const { draftId } = told.draft;
  const state = { now: 'waiting', envelope } as const;
  const waiting: WaitingReport = { kind: 'report', id, personId: device.personId, draftId, madeOn, state };
  await put('outbox', waiting);
  await remove('outbox', draftId);
  tellOutboxChanged();
  await askToKeepStorage();
  await askForSync();
  return waiting;
}

/** Each time anew, as the answers grow. Its maker opens it here with the code; the server gets it when there is a connection. */
export async function putDraftInOutbox(device: Device, told: Told): Promise<void> {
  const { personId } = device;
  const [envelope, locked] = await Promise.all([
    sealInEnvelope(device, contentOf(device, { ...told, report: null })),
    lockText(personId, JSON.stringify({ draft: told.draft, baseRevision: told.baseRevision })),
  ]);
  // The save of an answer may be underway while the report is sent.
  const isSent = (await listOutbox()).some((other) => other.kind === 'report' && other.draftId === told.draft.draftId);
  if (isSent) return;
  const madeOn = serverNow().getTime();
  await put('outbox', { kind: 'draft', id: told.draft.draftId, personId, madeOn, envelope, locked });
  tellOutboxChanged();
}

function contentOf(
  { personId, knownSince }: Device,
  { draft, report, isToldByClock, baseRevision }: Told,
): SealedContent {
  return {
    reporterId: personId,
    clock: { sealedOn: Date.now(), believedOn: serverNow().getTime(), knownSince },
    isToldByClock,
    report,
    draft,
    baseRevision,
  };
}

/** A browser that runs out of room throws away what it likes, unless it was asked not to. */
async function askToKeepStorage(): Promise<void> {
  if ('storage' in navigator && 'persist' in navigator.storage) await navigator.storage.persist().catch(() => false);
}

interface WithSync extends ServiceWorkerRegistration {
  readonly sync: { register(tag: string): Promise<void> };
}

/** Whether this browser sends what waits while no page of ours is open. An iPhone does not. */
export function sendsByItself(): boolean {
  return 'SyncManager' in globalThis;
}

async function askForSync(): Promise<void> {
  const registration = await navigator.serviceWorker?.getRegistration();
  if (!registration || !('sync' in registration)) return;
  // Somebody may have forbidden it; then it goes when a page is open.
  await (registration as WithSync).sync.register(outboxChannel).catch(() => undefined);
}
