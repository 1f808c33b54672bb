import type { ColleagueRef } from '../../contract/organisation.ts';

export interface Named {
  readonly id: string;
  readonly givenName: string;
  readonly familyName: string;
}

export function colleagueRef({ id, givenName, familyName }: Named): ColleagueRef {
  return { id, name: `${givenName} ${familyName}`, initials: initialsOf(givenName, familyName) };
}

/** "Henk de Boer" is HB: prefixes do not count. */
export function initialsOf(givenName: string, familyName: string): string {
  const withoutPrefix = familyName.replace(/^(?:[\p{Ll}'’]+\s+)+/u, '');
  return `${[...givenName][0] ?? ''}${[...withoutPrefix][0] ?? ''}`.toUpperCase();
}

/** As the database keeps `search_name`: "Öztürk" and "ozturk" are the same. */
export function searchable(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036f]/g, '')
    .toLowerCase();
}

/** Every word typed must be found somewhere in the name. */
export function searchPatterns(typed: string): string[] {
  return searchable(typed)
    .split(/\s+/)
    .filter((word) => word !== '')
    .map((word) => `%${word.replaceAll(/[\\%_]/g, '\\$&')}%`);
}
