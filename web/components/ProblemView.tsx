import type { ReactNode } from 'react';
import { Button } from './Button.tsx';
import { Heading } from './Heading.tsx';
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
  headingLevel?: 2 | 3;
  children?: ReactNode;
}

/** What did not work, in words, with a way on. Never "error", and never anybody's fault. */
export function ProblemView({ problem, onRetry, headingLevel = 2, children }: ProblemViewProps) {
  const text = useComponentText();
  const title =
    { unreachable: text.unreachableTitle, absent: text.absentTitle }[problem.kind as string] ?? text.problemTitle;
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
