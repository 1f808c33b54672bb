import type { UseInfiniteQueryResult } from '@tanstack/react-query';
import { KeysetPager } from '../components/KeysetPager.tsx';
import { ProblemView } from '../components/ProblemView.tsx';
import type { Problem } from './problem.ts';
import { useShownProblem } from './ShownProblem.tsx';

interface MorePagesProps {
  of: Pick<
    UseInfiniteQueryResult<unknown, Problem>,
    'error' | 'hasNextPage' | 'isFetchNextPageError' | 'isFetchingNextPage' | 'fetchNextPage'
  >;
  shown: number;
}

/** The end of a list that goes on. What did not come is said here, where somebody pressed for it; pressing again tries again. */
export function MorePages({ of: pages, shown }: MorePagesProps) {
  const problem = useShownProblem(pages.isFetchNextPageError ? pages.error : null);
  return (
    <>
      {problem && <ProblemView problem={problem} headingLevel={3} />}
      <KeysetPager
        shown={shown}
        hasMore={pages.hasNextPage}
        busy={pages.isFetchingNextPage}
        onMore={() => void pages.fetchNextPage()}
      />
    </>
  );
}
