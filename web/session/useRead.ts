import {
  type InfiniteData,
  keepPreviousData,
  type UseInfiniteQueryResult,
  type UseQueryResult,
  useInfiniteQuery,
  useQuery,
} from '@tanstack/react-query';
import type { z } from 'zod';
import type { Endpoint } from '../../contract/endpoint.ts';
import { call, type InputOf } from './call.ts';
import type { Problem } from './problem.ts';

/** What the live channel can say something about. */
export type Topic = 'incident' | 'tasks' | 'notifications';

export interface ReadOptions {
  /** Read again when the server says that something about this has changed. */
  live?: readonly Topic[];
  enabled?: boolean;
  /** Keep showing the old answer while a new one is on its way, for instance when a filter changes. */
  keepPrevious?: boolean;
}

/** Reads an address of the contract and keeps the answer fresh: `const dossier = useRead(readDossier, { params }, { live: ['incident'] })`. */
export function useRead<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, A extends z.ZodType>(
  descriptor: Endpoint<P, Q, B, A>,
  input: InputOf<P, Q, B>,
  { live = [], enabled = true, keepPrevious = false }: ReadOptions = {},
): UseQueryResult<z.output<A>, Problem> {
  return useQuery<z.output<A>, Problem>({
    queryKey: [descriptor.name, input],
    queryFn: ({ signal }) => call(descriptor, input, { signal }),
    enabled,
    meta: { live },
    ...(keepPrevious && { placeholderData: keepPreviousData }),
  });
}

interface Page {
  next: string | null;
}

/** A list that goes on: pages by key, each with the `next` of the one before. */
export function useReadPages<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, A extends z.ZodType<Page>>(
  descriptor: Endpoint<P, Q, B, A>,
  /** The input for the page that begins at this key; undefined for the first. */
  inputAt: (cursor: string | undefined) => InputOf<P, Q, B>,
  { live = [], enabled = true }: ReadOptions = {},
): UseInfiniteQueryResult<InfiniteData<z.output<A>>, Problem> {
  return useInfiniteQuery<z.output<A>, Problem, InfiniteData<z.output<A>>, readonly unknown[], string | undefined>({
    queryKey: [descriptor.name, 'pages', inputAt(undefined)],
    queryFn: ({ pageParam, signal }) => call(descriptor, inputAt(pageParam), { signal }),
    initialPageParam: undefined,
    getNextPageParam: (last) => last.next ?? undefined,
    enabled,
    meta: { live },
    placeholderData: keepPreviousData,
  });
}
