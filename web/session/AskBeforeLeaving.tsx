import { useBlocker } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Button } from '../components/Button.tsx';
import { Dialog } from '../components/Dialog.tsx';

interface AskBeforeLeavingProps {
  /** Whether something would be lost on the way to this path. */
  isLost: (path: string) => boolean;
  /** Also when the tab is closed or loaded again; then the browser asks, in its own words. */
  alsoWithTab?: boolean;
  text: { readonly title: string; readonly stay: string; readonly leave: string };
  children: ReactNode;
}

/** Nobody asks anything of somebody who needs help now. */
const help = '/hulp';

/** Whoever goes to another page is asked first, when that costs them something. */
export function AskBeforeLeaving({ isLost, alsoWithTab = false, text, children }: AskBeforeLeavingProps) {
  const leaving = useBlocker({
    shouldBlockFn: ({ current, next }) =>
      current.pathname !== next.pathname && next.pathname !== help && isLost(next.pathname),
    // Whoever leaves quickly hid the page, and is asked nothing.
    enableBeforeUnload: () => alsoWithTab && !document.body.hidden,
    withResolver: true,
  });
  return (
    <Dialog
      isOpen={leaving.status === 'blocked'}
      onClose={() => leaving.reset?.()}
      title={text.title}
      actions={
        <>
          <Button onClick={() => leaving.reset?.()}>{text.stay}</Button>
          <Button kind="secondary" onClick={() => leaving.proceed?.()}>
            {text.leave}
          </Button>
        </>
      }
    >
      {children}
    </Dialog>
  );
}
