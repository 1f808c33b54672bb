import type { ReactNode } from 'react';
import { Button } from './Button.tsx';
import { ButtonLink } from './ButtonLink.tsx';
import { Heading } from './Heading.tsx';
import { usePageTitle } from './PageHeader.tsx';
import { Text } from './Text.tsx';
import { useComponentText } from './text.ts';
import './ProblemView.css';

export interface ShownProblem {
  /** `unreachable` is the network; the rest is an answer of the server. */
  kind: 'invalid' | 'refused' | 'absent' | 'forbidden' | 'signed-out' | 'too-many' | 'broken' | 'unreachable';
  /** One sentence in the language of the reader, from the server. */
  sentence: string;
  reference?: string | undefined;
}

interface ProblemViewProps {
  problem: ShownProblem;
  onRetry?: () => void;
  headingLevel?: 1 | 2 | 3;
  children?: ReactNode;
}

/** What did not work, in words, with a way on. Never "error", and never anybody's fault. */
export function ProblemView({ problem, onRetry, headingLevel = 2, children }: ProblemViewProps) {
  const text = useComponentText();
  const title = useProblemTitle(problem);
  return (
    <div className="problem" role="alert">
      <Heading level={headingLevel} looksLike={2}>
        {title}
      </Heading>
      <Text>{problem.kind === 'unreachable' ? text.unreachable : problem.sentence}</Text>
      {problem.reference && (
        <Text soft small>
          {text.reference(problem.reference)}
        </Text>
      )}
      {children}
      {onRetry && (
        <Button kind="secondary" onClick={onRetry}>
          {text.retry}
        </Button>
      )}
    </div>
  );
}

/** Instead of a whole page: then it is the heading of the page and the title of the tab. What is not there has a way out. */
export function ProblemPage({ problem, onRetry }: Pick<ProblemViewProps, 'problem' | 'onRetry'>) {
  const text = useComponentText();
  // Nothing was filled in: what is not right about it is the address.
  const shown: ShownProblem =
    problem.kind === 'invalid' ? { ...problem, kind: 'absent', sentence: text.wrongAddress } : problem;
  usePageTitle(useProblemTitle(shown));
  if (shown.kind !== 'absent') return <ProblemView problem={shown} headingLevel={1} {...(onRetry && { onRetry })} />;
  return (
    <ProblemView problem={shown} headingLevel={1}>
      <ButtonLink kind="secondary" href="/">
        {text.toTheBeginning}
      </ButtonLink>
    </ProblemView>
  );
}

function useProblemTitle({ kind }: ShownProblem): string {
  const text = useComponentText();
  if (kind === 'unreachable') return text.unreachableTitle;
  return kind === 'absent' ? text.absentTitle : text.problemTitle;
}
