import { useBlocker } from '@tanstack/react-router';
import { Button } from '../components/Button.tsx';
import { Dialog } from '../components/Dialog.tsx';
import { Text } from '../components/Text.tsx';
import { isStoryTyped } from '../components/typedText.ts';
import { useAppText } from './text.ts';

/** Nobody asks anything of somebody who needs help now. */
const help = '/hulp';

/** Whoever goes to another page with a story half typed is asked first. */
export function LeavingUnsent() {
  const { leavingUnsent: text } = useAppText();
  const leaving = useBlocker({
    shouldBlockFn: ({ current, next }) =>
      current.pathname !== next.pathname && next.pathname !== help && isStoryTyped(),
    enableBeforeUnload: false,
    withResolver: true,
  });
  const isAsked = leaving.status === 'blocked';
  return (
    <Dialog
      isOpen={isAsked}
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
      <Text>{text.lead}</Text>
    </Dialog>
  );
}
