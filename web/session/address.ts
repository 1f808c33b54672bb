import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';

/** A part of the address that the route promises: `const incidentId = useAddressPart('incidentId')` at `/meldingen/$incidentId`. */
export function useAddressPart(name: string): string {
  const params: Readonly<Record<string, string | undefined>> = useParams({ strict: false });
  const value = params[name];
  if (value === undefined) throw new Error(`The address of this page has no ${name}`);
  return value;
}

export type AddressWords = Readonly<Record<string, string | undefined>>;

/**
 * What follows the question mark: filters and the place in a list, so that a page can be sent to a colleague. Never personal
 * data. `change({ state: undefined })` leaves a word out.
 */
export function useAddressWords(): [AddressWords, (changes: AddressWords) => void] {
  const words: AddressWords = useSearch({ strict: false });
  const navigate = useNavigate();
  function change(changes: AddressWords) {
    const next = Object.fromEntries(Object.entries({ ...words, ...changes }).filter(([, value]) => value));
    void navigate({ to: '.', search: next, replace: true, resetScroll: false });
  }
  return [words, change];
}

/** Goes to another page from code; everywhere else a plain link does it. */
export function useGoTo(): (href: string) => void {
  const navigate = useNavigate();
  return useCallback((href) => void navigate({ href }), [navigate]);
}
