import { createContext, type ReactNode, useCallback, useContext, useRef, useState } from 'react';
import { Icon } from './Icon.tsx';
import { useComponentText } from './text.ts';
import './Toasts.css';

interface Said {
  id: number;
  message: string;
  undo?: () => void;
}

type Say = (message: string, options?: { undo?: () => void }) => void;

const SayContext = createContext<Say>(() => {});
const secondsShown = 8;

/** Tells that something was done, and offers to take it back: `const say = useSay(); say('Je notitie is bewaard.')`. */
export function useSay(): Say {
  return useContext(SayContext);
}

/** One calm line at the bottom, read out by a screen reader. One with a way back stays until it is closed. */
export function Toasts({ children }: { children: ReactNode }) {
  const text = useComponentText();
  const [said, setSaid] = useState<Said | null>(null);
  const count = useRef(0);

  const say = useCallback<Say>((message, options) => {
    count.current += 1;
    const id = count.current;
    setSaid({ id, message, ...options });
    if (!options?.undo) setTimeout(() => setSaid((now) => (now?.id === id ? null : now)), secondsShown * 1000);
  }, []);

  return (
    <SayContext value={say}>
      {children}
      <div className="toasts" role="status">
        {said && (
          <div key={said.id} className="toast">
            <Icon name="check" />
            <span className="toast__message">{said.message}</span>
            {said.undo && (
              <button
                type="button"
                className="toast__undo"
                onClick={() => {
                  said.undo?.();
                  setSaid(null);
                }}
              >
                {text.undo}
              </button>
            )}
            <button type="button" className="toast__close" aria-label={text.close} onClick={() => setSaid(null)}>
              <Icon name="close" />
            </button>
          </div>
        )}
      </div>
    </SayContext>
  );
}
