import { type ReactNode, useEffect, useRef } from 'react';
import { Button, type ButtonKind } from '../components/Button.tsx';
import { ErrorSummary, type FieldError } from '../components/ErrorSummary.tsx';
import { Heading } from '../components/Heading.tsx';
import { Link } from '../components/Link.tsx';
import { OfflineBanner } from '../components/OfflineBanner.tsx';
import { usePageTitle } from '../components/PageHeader.tsx';
import { QuickExit } from '../components/QuickExit.tsx';
import { SkipLink } from '../components/SkipLink.tsx';
import { Stack } from '../components/Stack.tsx';
import { StepBar } from '../components/StepBar.tsx';
import { Text } from '../components/Text.tsx';
import { useComponentText } from '../components/text.ts';
import { UnsentBanner } from '../outbox/UnsentBanner.tsx';
import { useReportText } from './text.ts';

interface ReportPageProps {
  title: string;
  /** Only for the tab: what a tab is called stays behind in the history of the browser, so it holds no name. */
  tabTitle?: string;
  lead?: ReactNode;
  /** The way back; absent where there is none, as after sending. */
  back?: (() => void) | undefined;
  step?: { at: number; of: number } | undefined;
  errors?: readonly FieldError[];
  /** The one next thing to do, as a form that Enter sends. */
  onNext?: (() => void) | undefined;
  nextLabel?: string;
  /** `secondary` where something on the page itself is the obvious next step. */
  nextKind?: ButtonKind;
  busy?: boolean;
  /** Beside or below the button: when it was saved. */
  foot?: ReactNode;
  /** The page itself tells what waits to be sent. */
  hidesUnsent?: boolean;
  children: ReactNode;
}

/** One page of the report: a way back, a way out, one question, one next step. */
export function ReportPage(props: ReportPageProps) {
  const {
    title,
    tabTitle,
    lead,
    back,
    step,
    errors = [],
    onNext,
    nextLabel,
    nextKind = 'primary',
    busy = false,
    foot,
    hidesUnsent = false,
    children,
  } = props;
  const text = useReportText();
  const heading = useFocusedHeading(title);
  const componentText = useComponentText();
  usePageTitle(step ? `${componentText.step(step.at, step.of)}: ${title}` : (tabTitle ?? title));
  return (
    <div className="report">
      <SkipLink />
      <header className="report__top">
        {back ? (
          <button type="button" className="report__back utrecht-link utrecht-link--html-a" onClick={back}>
            {text.back}
          </button>
        ) : (
          <Link href="/">{text.home}</Link>
        )}
        <QuickExit />
      </header>
      <OfflineBanner />
      {!hidesUnsent && <UnsentBanner />}
      <main id="main" className="report__main" tabIndex={-1}>
        <Stack gap="l">
          <Stack gap="s" as="header">
            {step && <StepBar step={step.at} total={step.of} />}
            <ErrorSummary errors={errors} />
            <Heading level={1} ref={heading} tabIndex={-1}>
              {title}
            </Heading>
            {lead && <Text soft>{lead}</Text>}
          </Stack>
          {onNext ? (
            <NextForm onNext={onNext} label={nextLabel ?? text.next} kind={nextKind} busy={busy}>
              {children}
            </NextForm>
          ) : (
            children
          )}
          {foot}
        </Stack>
      </main>
    </div>
  );
}

function NextForm({
  onNext,
  label,
  kind,
  busy,
  children,
}: {
  onNext: () => void;
  label: string;
  kind: ButtonKind;
  busy: boolean;
  children: ReactNode;
}) {
  return (
    // Without autocompletion a browser does not keep what was typed on its disk, to put it back after a crash.
    <form
      noValidate
      autoComplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) onNext();
      }}
    >
      <Stack gap="l">
        {children}
        <Button type="submit" kind={kind} wide busy={busy}>
          {label}
        </Button>
      </Stack>
    </form>
  );
}

/** A new page is read out from its heading, but the very first one leaves the focus where the browser put it. */
function useFocusedHeading(title: string) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (title && hasMoved) heading.current?.focus();
    hasMoved = true;
  }, [title]);
  return heading;
}

let hasMoved = false;
