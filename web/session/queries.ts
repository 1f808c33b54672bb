import { QueryCache, QueryClient } from '@tanstack/react-query';
import { getMe } from '../../contract/organisation.ts';
import { Problem } from './problem.ts';

/** Everything that was read. When an answer says that the session is over, we ask anew who is signed in. */
export function createQueries(): QueryClient {
  const queries = new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        retry: (failures, failure) => failures < 2 && failure instanceof Problem && failure.kind === 'unreachable',
      },
    },
    queryCache: new QueryCache({
      onError: (failure) => {
        if (failure instanceof Problem && failure.kind === 'signed-out') {
          void queries.invalidateQueries({ queryKey: [getMe.name] });
        }
      },
    }),
  });
  return queries;
}
