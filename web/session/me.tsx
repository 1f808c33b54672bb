import { useQuery, useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo } from 'react';
import type { AnswerOf } from '../../contract/endpoint.ts';
import { getMe } from '../../contract/organisation.ts';
import type { Role } from '../../contract/organisation-words.ts';
import { call } from './call.ts';
import { Problem } from './problem.ts';

export type Me = AnswerOf<typeof getMe>;

export type Session =
  | { state: 'checking' }
  | { state: 'signed-out' }
  | { state: 'unreachable'; problem: Problem; retry: () => void }
  | { state: 'signed-in'; me: Me };

const SessionContext = createContext<Session>({ state: 'checking' });

/** Asks once who is signed in, and again whenever that may have changed. */
export function SessionProvider({ children }: { children: ReactNode }) {
  const asked = useQuery<Me | null, Problem>({
    queryKey: [getMe.name, {}],
    queryFn: ({ signal }) => call(getMe, {}, { signal }).catch(nobody),
    staleTime: 60_000,
    retry: false,
  });
  const session = sessionOf(asked);
  return <SessionContext value={session}>{children}</SessionContext>;
}

/** For what stays on the page while its maker signs in again. */
export function AsBefore({ me, children }: { me: Me; children: ReactNode }) {
  const session = useMemo<Session>(() => ({ state: 'signed-in', me }), [me]);
  return <SessionContext value={session}>{children}</SessionContext>;
}

/** Asks again who is signed in. */
export function useAskWhoIsHere(): () => void {
  const queries = useQueryClient();
  return useCallback(() => void queries.invalidateQueries({ queryKey: [getMe.name] }), [queries]);
}

/** Not being signed in is an answer, not a problem. */
function nobody(failure: unknown): null {
  if (failure instanceof Problem && failure.kind === 'signed-out') return null;
  throw failure;
}

interface Asked {
  data: Me | null | undefined;
  error: Problem | null;
  refetch: () => unknown;
}

function sessionOf({ data, error, refetch }: Asked): Session {
  if (data) return { state: 'signed-in', me: data };
  if (data === null) return { state: 'signed-out' };
  if (error) return { state: 'unreachable', problem: error, retry: () => void refetch() };
  return { state: 'checking' };
}

export function useSession(): Session {
  return useContext(SessionContext);
}

/** For pages behind the door; the shell shows them only to somebody who is signed in. */
export function useMe(): Me {
  const session = useSession();
  if (session.state !== 'signed-in') throw new Error('This page needs somebody who is signed in');
  return session.me;
}

export function hasRole(me: Me, ...roles: readonly Role[]): boolean {
  return me.roles.some((held) => roles.includes(held.role));
}

/** The language that somebody chose at work goes with them to another device. */
export function useLanguageOf(session: Session, choose: (language: 'nl' | 'en') => void): void {
  const language = session.state === 'signed-in' ? session.me.person.language : null;
  useEffect(() => {
    if (language) choose(language);
  }, [language, choose]);
}
