import { useEffect, useState } from 'react';
import { hearOutboxChanged, isUnsent, listOutbox } from './box.ts';
import { deliverWhatWaits } from './deliver.ts';
import { prepareDevice } from './device.ts';
import type { Waiting } from './store.ts';

const againAfterMs = 30_000;

/** What waits on this device, kept up to date; null while we look. */
export function useOutbox(): readonly Waiting[] | null {
  const [waiting, setWaiting] = useState<readonly Waiting[] | null>(null);
  useEffect(() => {
    let isWanted = true;
    // A browser without storage, as in some private windows, keeps nothing that could wait.
    const look = () =>
      listOutbox().then(
        (found) => isWanted && setWaiting(found),
        () => isWanted && setWaiting([]),
      );
    void look();
    const stop = hearOutboxChanged(() => void look());
    return () => {
      isWanted = false;
      stop();
    };
  }, []);
  useEffect(() => {
    if (waiting) showOnIcon(waiting.filter(isUnsent).length);
  }, [waiting]);
  return waiting;
}

function showOnIcon(unsent: number): void {
  if (!('setAppBadge' in navigator)) return;
  void (unsent > 0 ? navigator.setAppBadge(unsent) : navigator.clearAppBadge()).catch(() => undefined);
}

/** While a page is open: sends what waits as soon as that can be, and again until it went. */
export function useDelivery(personId: string | null): void {
  useEffect(() => {
    const deliver = () => void deliverWhatWaits().catch(() => undefined);
    const whenSeen = () => document.visibilityState === 'visible' && deliver();
    if (personId === null) deliver();
    else
      prepareDevice(personId)
        .catch(() => undefined)
        .then(deliver);
    const timer = setInterval(() => navigator.onLine && deliver(), againAfterMs);
    window.addEventListener('online', deliver);
    document.addEventListener('visibilitychange', whenSeen);
    return () => {
      clearInterval(timer);
      window.removeEventListener('online', deliver);
      document.removeEventListener('visibilitychange', whenSeen);
    };
  }, [personId]);
}
