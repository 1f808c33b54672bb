import { useEffect, useState, useSyncExternalStore } from 'react';
import { Icon } from './Icon.tsx';
import { useComponentText } from './text.ts';
import './OfflineBanner.css';

function listen(tell: () => void): () => void {
  window.addEventListener('online', tell);
  window.addEventListener('offline', tell);
  return () => {
    window.removeEventListener('online', tell);
    window.removeEventListener('offline', tell);
  };
}

export function useIsOnline(): boolean {
  return useSyncExternalStore(
    listen,
    () => navigator.onLine,
    () => true,
  );
}

/** Says that the connection is gone, and that calling still works; says it once when it is back. */
export function OfflineBanner() {
  const text = useComponentText();
  const isOnline = useIsOnline();
  const [wasOffline, setWasOffline] = useState(false);
  useEffect(() => {
    if (!isOnline) setWasOffline(true);
    if (!isOnline || !wasOffline) return;
    const timer = setTimeout(() => setWasOffline(false), 4000);
    return () => clearTimeout(timer);
  }, [isOnline, wasOffline]);
  return (
    <div role="status">
      {!isOnline && (
        <p className="offline-banner">
          <Icon name="offline" />
          {text.offline}
        </p>
      )}
      {isOnline && wasOffline && <p className="offline-banner offline-banner--back">{text.backOnline}</p>}
    </div>
  );
}
