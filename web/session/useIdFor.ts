import { useCallback, useRef } from 'react';

export interface IdFor {
  readonly value: string;
  /** It was done: the same again is something new. */
  readonly spend: () => void;
}

/** An id for what is sent. As long as that says the same it is the same id, so that a second try is never a second deed. */
export function useIdFor(): (sent: unknown) => IdFor {
  const last = useRef<{ sent: string; id: string } | null>(null);
  return useCallback((sent) => {
    const told = JSON.stringify(sent);
    if (last.current?.sent !== told) last.current = { sent: told, id: crypto.randomUUID() };
    return {
      value: last.current.id,
      spend() {
        last.current = null;
      },
    };
  }, []);
}
