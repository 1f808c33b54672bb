import type { AnswerOf } from '../../contract/endpoint.ts';
import type { deliverSealedReport } from '../../contract/incident.ts';
import { draftLock, isUnsent, listOutbox, outboxChannel, takeOutOfOutbox, tellOutboxChanged } from './box.ts';
import {
  put,
  type ReportState,
  type Sentence,
  type SignedEnvelope,
  type Waiting,
  type WaitingReport,
} from './store.ts';

type Delivered = AnswerOf<typeof deliverSealedReport>;

/** What the server said: it has it, it says no and why, it asks who this is, or there was no answer to count on. */
type Answer =
  | { readonly kind: 'delivered'; readonly delivered: Delivered }
  | { readonly kind: 'refused'; readonly why: Sentence }
  | { readonly kind: 'signed-out' }
  | { readonly kind: 'later' };

/** A connection that says nothing must not hold up the rest. */
const patienceMs = 30_000;
/** The number of a report that arrived stays to be read for a while. */
const SHOWN_FOR_MS = 7 * 24 * 3_600_000;

/**
 * Sends everything that waits, one after the other, and answers how many still do. Runs in the page and in the service worker;
 * of two at once one waits its turn. What was sent twice all the same is one report: the server knows the envelope.
 */
export function deliverWhatWaits(): Promise<number> {
  return navigator.locks.request(outboxChannel, async () => {
    for (const waiting of await listOutbox()) if (!(await deliverOne(waiting))) break;
    return (await listOutbox()).filter(isUnsent).length;
  });
}

/** False: it makes no sense to try the next one now. */
function deliverOne(waiting: Waiting): Promise<boolean> {
  return waiting.kind === 'report' ? deliverReport(waiting) : deliverDraft(waiting);
}

async function deliverReport(waiting: WaitingReport): Promise<boolean> {
  const { state } = waiting;
  if (!('envelope' in state)) {
    if (isOld(waiting)) await takeOutOfOutbox(waiting.id);
    return true;
  }
  const answer = await sendEnvelope(state.envelope);
  const next = stateAfter(answer, state.envelope);
  if (next) await put('outbox', { ...waiting, state: next });
  tellOutboxChanged();
  return answer.kind === 'delivered' || answer.kind === 'refused';
}

function stateAfter(answer: Answer, envelope: SignedEnvelope): ReportState | null {
  switch (answer.kind) {
    case 'delivered':
      return stateOf(answer.delivered);
    case 'refused':
      return { now: 'stuck', envelope, why: answer.why };
    case 'signed-out':
      return { now: 'needs-sign-in', envelope };
    case 'later':
      return null;
  }
}

function stateOf(delivered: Delivered): ReportState {
  if (delivered.outcome !== 'received') {
    const because = delivered.outcome === 'returned' ? delivered.because : [];
    return { now: 'returned', draftId: delivered.draftId, because: because.map(({ nl, en }) => ({ nl, en })) };
  }
  const { incidentId, number, reportedAt } = delivered;
  return { now: 'received', incidentId, number, receivedOn: Date.parse(reportedAt) };
}

/** Not while somebody is still working on it in a tab: that tab saves it itself. */
function deliverDraft({ id, envelope }: { readonly id: string; readonly envelope: SignedEnvelope }): Promise<boolean> {
  return navigator.locks.request(draftLock(id), { ifAvailable: true }, async (lock) => {
    if (lock === null) return true;
    const answer = await sendEnvelope(envelope);
    if (answer.kind === 'delivered') await takeOutOfOutbox(id);
    return answer.kind === 'delivered' || answer.kind === 'refused';
  });
}

async function sendEnvelope(envelope: SignedEnvelope): Promise<Answer> {
  try {
    const answer = await fetch('/api/v1/sealed-reports', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      // Both clocks travel along: that of a phone may be a year off.
      body: JSON.stringify({ ...envelope, sentOn: Date.now() }),
      signal: AbortSignal.timeout(patienceMs),
    });
    if (answer.status === 401) return { kind: 'signed-out' };
    const body: unknown = await answer.json();
    if (answer.ok) return { kind: 'delivered', delivered: body as Delivered };
    return answer.status === 409 ? { kind: 'refused', why: body as Sentence } : { kind: 'later' };
  } catch {
    return { kind: 'later' };
  }
}

/** By our own clock of now: a week more or less does no harm. */
function isOld({ state }: WaitingReport): boolean {
  return state.now === 'received' && Date.now() - state.receivedOn > SHOWN_FOR_MS;
}
