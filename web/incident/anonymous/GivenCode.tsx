import { Advice } from '../../components/Advice.tsx';
import { Button } from '../../components/Button.tsx';
import { ButtonLink } from '../../components/ButtonLink.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { Row, Stack } from '../../components/Stack.tsx';
import { Text } from '../../components/Text.tsx';
import { useSay } from '../../components/Toasts.tsx';
import { AskBeforeLeaving } from '../../session/AskBeforeLeaving.tsx';
import { useAnonymousText } from './text.ts';

/** Where the code goes along. */
const talk = '/anoniem/gesprek';

/** Shown once: nobody else has it. It travels behind the #, which a browser sends to nobody. */
export function GivenCode({ code }: { code: string }) {
  const { given: text } = useAnonymousText();
  const say = useSay();
  async function copy() {
    await navigator.clipboard.writeText(code);
    say(text.copied);
  }
  return (
    <div className="anonymous">
      <PageHeader title={text.title} lead={text.lead} />
      <Code label={text.codeLabel} code={code} />
      <Row>
        <Button kind="secondary" onClick={() => void copy()}>
          {text.copy}
        </Button>
        <Button kind="plain" onClick={() => window.print()}>
          {text.print}
        </Button>
      </Row>
      <Advice tone="amber">{text.once}</Advice>
      <ButtonLink href={`${talk}#${code}`}>{text.go}</ButtonLink>
      <AskBeforeLeaving isLost={(path) => path !== talk} alsoWithTab text={text.leaving}>
        <Stack>
          <Text>{text.once}</Text>
          <Code label={text.codeLabel} code={code} />
        </Stack>
      </AskBeforeLeaving>
    </div>
  );
}

function Code({ label, code }: { label: string; code: string }) {
  return (
    <p className="anonymous__code">
      <span className="soft small">{label}</span>
      <strong data-testid="talk-code">{code}</strong>
    </p>
  );
}
