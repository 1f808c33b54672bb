import { useCallback, useEffect, useRef } from 'react';

type TextField = HTMLInputElement | HTMLTextAreaElement;

/** Tells whether there is text on the page that somebody typed and that is not gone: sent, emptied or put away. */
export function useTypedFields(): () => boolean {
  const typedIn = useRef(new Set<TextField>());
  useEffect(() => {
    const note = ({ target }: Event) => {
      if (isTextField(target)) typedIn.current.add(target);
    };
    document.addEventListener('input', note);
    return () => document.removeEventListener('input', note);
  }, []);
  return useCallback(
    () => [...typedIn.current].some(({ isConnected, value }) => isConnected && value.trim() !== ''),
    [],
  );
}

/** What is only looked for is found again in a moment. */
function isTextField(target: EventTarget | null): target is TextField {
  if (target instanceof HTMLTextAreaElement) return true;
  return (
    target instanceof HTMLInputElement && !['search', 'radio', 'checkbox', 'file', 'password'].includes(target.type)
  );
}
