import { useEffect, useState } from 'react';
import { hearOutboxChanged } from './box.ts';
import { currentDevice } from './device.ts';
import { hasCode } from './has-code.ts';

/** Whether drafts can be opened on this device without a connection; null while we look, or where nobody is known. */
export function useHasCode(): boolean | null {
  const [found, setFound] = useState<boolean | null>(null);
  useEffect(() => {
    let isWanted = true;
    const look = () => void lookUp().then((has) => isWanted && setFound(has));
    look();
    const stop = hearOutboxChanged(look);
    return () => {
      isWanted = false;
      stop();
    };
  }, []);
  return found;
}

async function lookUp(): Promise<boolean | null> {
  try {
    const device = await currentDevice();
    return device ? await hasCode(device.personId) : null;
  } catch {
    return null;
  }
}
