import { all, remove, type Waiting } from './store.ts';

export async function takeOutOfOutbox(id: string): Promise<void> {
  await remove('outbox', id);
  tellOutboxChanged();
}

/** Oldest first. */
export async function listOutbox(): Promise<Waiting[]> {
  return (await all('outbox')).sort((one, other) => one.madeOn - other.madeOn);
}

export function isUnsent(waiting: Waiting): boolean {
  return waiting.kind === 'report' && waiting.state.now !== 'received' && waiting.state.now !== 'returned';
}

/** Held by the tab that has this draft in hand. */
export const draftLock = (draftId: string) => `draft:${draftId}`;

/** Also the name under which the browser wakes the service worker. */
export const outboxChannel = 'outbox';

/** To the other tabs, the service worker and the rest of this page. */
export function tellOutboxChanged(): void {
  const said = new BroadcastChannel(outboxChannel);
  said.postMessage('changed');
  said.close();
}

export function hearOutboxChanged(hear: () => void): () => void {
  const heard = new BroadcastChannel(outboxChannel);
  heard.onmessage = hear;
  return () => heard.close();
}
