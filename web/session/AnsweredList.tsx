import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Stack } from '../components/Stack.tsx';
import { Answered } from './Answered.tsx';
import { MorePages } from './MorePages.tsx';
import type { Problem } from './problem.ts';

interface AnsweredListProps<Page, Item> {
  of: UseInfiniteQueryResult<InfiniteData<Page>, Problem>;
  itemsOf: (page: Page) => readonly Item[];
  /** What stands there when there is nothing. */
  empty: ReactNode;
  /** Whatever was read so far. */
  children: (items: readonly Item[]) => ReactNode;
}

/** A list that goes on, with the faces of everything that is read, and the way to more below it. */
export function AnsweredList<Page, Item>({ of: pages, itemsOf, empty, children }: AnsweredListProps<Page, Item>) {
  return (
    <Answered of={pages}>
      {(answered) => {
        const items = answered.pages.flatMap(itemsOf);
        if (items.length === 0) return empty;
        return (
          <Stack>
            {children(items)}
            <MorePages of={pages} shown={items.length} />
          </Stack>
        );
      }}
    </Answered>
  );
}
