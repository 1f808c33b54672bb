import { CardLink } from '../components/Card.tsx';
import { HelpLink } from '../components/HelpLink.tsx';
import { Stack } from '../components/Stack.tsx';
import { useAppText } from './text.ts';

/** The two doors: help now, or tell what happened. */
export function FirstChoices({ toCall }: { toCall: string | null }) {
  const text = useAppText();
  return (
    <Stack>
      <HelpLink href="/hulp" title={text.help.title}>
        {toCall ? text.help.callSomebody(toCall) : text.help.call}
      </HelpLink>
      <CardLink href="/melden" title={text.report.title}>
        {text.report.takesAMinute}
      </CardLink>
    </Stack>
  );
}
