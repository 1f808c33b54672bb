import { useEffect } from 'react';
import { Button } from '../components/Button.tsx';
import { ButtonLink } from '../components/ButtonLink.tsx';
import { Dialog } from '../components/Dialog.tsx';
import { Stack } from '../components/Stack.tsx';
import { Text } from '../components/Text.tsx';
import { useAskWhoIsHere } from '../session/me.tsx';
import { useAppText } from './text.ts';

interface SignInAgainProps {
  /** A guest has no account: their way in is the link in their mail. */
  cameByLink: boolean;
  onLeave: () => void;
}

/** The session ended while somebody typed: the way in stands in another tab, so that nothing here is lost. */
export function SignInAgain({ cameByLink, onLeave }: SignInAgainProps) {
  const { signInAgain: text } = useAppText();
  const ask = useAskWhoIsHere();
  useEffect(() => {
    const whenSeen = () => document.visibilityState === 'visible' && ask();
    document.addEventListener('visibilitychange', whenSeen);
    return () => document.removeEventListener('visibilitychange', whenSeen);
  }, [ask]);
  return (
    <Dialog
      isOpen
      title={text.title}
      actions={
        <>
          {!cameByLink && (
            <ButtonLink href="/inloggen" target="_blank">
              {text.signIn}
            </ButtonLink>
          )}
          <Button kind="secondary" onClick={ask}>
            {text.back}
          </Button>
          <Button kind="plain" onClick={onLeave}>
            {text.leave}
          </Button>
        </>
      }
    >
      <Stack gap="s">
        <Text>{text.lead}</Text>
        <Text>{cameByLink ? text.howByLink : text.how}</Text>
      </Stack>
    </Dialog>
  );
}
