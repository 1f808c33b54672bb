import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import type { AddressWords } from '../../session/address.ts';
import { hasRole, useMe } from '../../session/me.tsx';
import { type ReadFilters, readFilters } from './filters.ts';

export interface Filters extends ReadFilters {
  readonly words: AddressWords;
  readonly seesAll: boolean;
  /** A step in the history: the back button takes a filter off again. */
  readonly change: (changes: AddressWords) => void;
  /** Nothing but these words. */
  readonly show: (words: AddressWords, how?: 'instead') => void;
}

/** The address is the state of the list: a filter is on because it stands there. */
export function useFilters(): Filters {
  const me = useMe();
  const words: AddressWords = useSearch({ strict: false });
  const navigate = useNavigate();
  const seesAll = hasRole(me, 'coordinator');
  const show = useCallback(
    (next: AddressWords, how?: 'instead') => {
      const search = Object.fromEntries(Object.entries(next).filter(([, value]) => value));
      void navigate({ to: '.', search, replace: how === 'instead', resetScroll: false });
    },
    [navigate],
  );
  const read = useMemo(() => readFilters(words, { id: me.person.id, seesAll }), [words, me.person.id, seesAll]);
  return { ...read, words, seesAll, show, change: (changes) => show({ ...words, lijst: undefined, ...changes }) };
}

/** A list without filters, also for who has a view that comes first. */
export const everything: AddressWords = { lijst: 'alles' };
