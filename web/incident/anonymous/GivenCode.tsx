import { Advice } from '../../components/Advice.tsx';
import { Button } from '../../components/Button.tsx';
import { ButtonLink } from '../../components/ButtonLink.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { Row } from '../../components/Stack.tsx';
import { useSay } from '../../components/Toasts.tsx';
import { useAnonymousText } from './text.ts';

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
      <p className="anonymous__code">
        <span className="soft small">{text.codeLabel}</span>
        <strong data-testid="talk-code">{code}</strong>
      </p>
      <Row>
        <Button kind="secondary" onClick={() => void copy()}>
          {text.copy}
        </Button>
        <Button kind="plain" onClick={() => window.print()}>
          {text.print}
        </Button>
      </Row>
      <Advice tone="amber">{text.once}</Advice>
      <ButtonLink href={`/anoniem/gesprek#${code}`}>{text.go}</ButtonLink>
    </div>
  );
}
