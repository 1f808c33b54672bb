import { useState } from 'react';

export interface Typed<Content> {
  readonly typed: Content;
  readonly change: (typed: Content) => void;
  /** What was there when they began to type. */
  readonly basedOnVersion: number;
  /** Somebody else put another version there since. */
  readonly isOvertaken: boolean;
  /** What was sent is there now, as this version. What was typed since stays. */
  readonly saved: (version: number, sent: Content) => void;
  /** Throws away what was typed, for what is there now. */
  readonly beginAgain: () => void;
}

/**
 * What somebody types in a form for something that others may change too. While nothing is typed the form follows what is there;
 * from the first letter on it is theirs, until they send it or throw it away.
 */
export function useTyped<Content>(version: number, now: Content): Typed<Content> {
  const [began, setBegan] = useState({ version, content: now });
  const [typed, change] = useState(now);
  const isNewer = version > began.version;
  const isUntouched = JSON.stringify(typed) === JSON.stringify(began.content);

  function beginAgain() {
    setBegan({ version, content: now });
    change(now);
  }
  if (isNewer && isUntouched) beginAgain();

  return {
    typed,
    change,
    basedOnVersion: began.version,
    isOvertaken: isNewer && !isUntouched,
    saved: (sentAs, sent) => setBegan({ version: sentAs, content: sent }),
    beginAgain,
  };
}
