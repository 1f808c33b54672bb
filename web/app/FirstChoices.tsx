import { CardLink } from '../components/Card.tsx';
import { HelpLink } from '../components/HelpLink.tsx';
import { StandaloneLink } from '../components/Link.tsx';
import { Stack } from '../components/Stack.tsx';
import { useAppText } from './text.ts';

interface FirstChoicesProps {
  /** Who is called in one tap, when that is known. */
  toCall: string | null;
  /** Reports that were begun and not sent; null when nobody is signed in. */
  drafts?: number | null;
}

/** The two doors: help now, or tell what happened. Straight to the first question, unless a report still lies there. */
export function FirstChoices({ toCall, drafts = null }: FirstChoicesProps) {
  const text = useAppText();
  return (
    <Stack>
      <HelpLink href="/hulp" title={text.help.title}>
        {toCall ? text.help.callSomebody(toCall) : text.help.call}
      </HelpLink>
      <CardLink href={drafts === 0 ? '/melden/veilig' : '/melden'} title={text.report.title}>
        {drafts ? text.report.unfinished : text.report.takesAMinute}
      </CardLink>
      <StandaloneLink href="/anoniem">{text.anonymous}</StandaloneLink>
    </Stack>
  );
}
