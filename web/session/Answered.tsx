import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Loading } from '../components/Loading.tsx';
import { ProblemPage, ProblemView } from '../components/ProblemView.tsx';
import type { Problem } from './problem.ts';
import { useShownProblem } from './ShownProblem.tsx';

interface AnsweredProps<Answer> {
  of: Pick<UseQueryResult<Answer, Problem>, 'data' | 'error' | 'refetch'>;
  /** What stands there while it is on its way. */
  loading?: ReactNode;
  /** It is all there is on the page, so whatever happened is the heading and the title of the tab. */
  isPage?: true;
  children: (answer: Answer) => ReactNode;
}

/** The three faces of everything that is read: on its way, not possible, and here. An old answer is better than none. */
export function Answered<Answer>({ of: { data, error, refetch }, loading, isPage, children }: AnsweredProps<Answer>) {
  const shown = useShownProblem(error);
  if (data !== undefined) return <>{children(data)}</>;
  const Face = isPage ? ProblemPage : ProblemView;
  if (shown) return <Face problem={shown} onRetry={() => void refetch()} />;
  return <>{loading ?? <Loading />}</>;
}
