import { ageGroups, type LooksHint, looksHints, type PersonLooks } from '../../../contract/incident.ts';
import type { DescribedWord } from './described.ts';

/** How somebody was told to look, in one dossier. */
export interface Looks {
  readonly words: readonly DescribedWord[];
  readonly hints: Pick<PersonLooks, LooksHint> | null;
}

/** Where two were, and how long after each other. */
export interface Apart {
  readonly isSameRoom: boolean;
  readonly isSameLocation: boolean;
  readonly days: number;
}

export interface Shared {
  readonly words: readonly DescribedWord[];
  readonly hints: readonly LooksHint[];
}

const points = { telling: 2, ordinary: 1, hint: 1, room: 2, location: 1, soon: 1 } as const;
const ENOUGH = 5;
const SOON_DAYS = 28;

/** What both were told to have. The words as they were written of the first. */
export function sharedLooks(one: Looks, other: Looks): Shared {
  const there = new Set(other.words.map(({ word }) => word));
  return {
    words: one.words.filter(({ word }) => there.has(word)),
    hints: looksHints.filter((hint) => one.hints?.[hint] && one.hints[hint] === other.hints?.[hint]),
  };
}

/**
 * Whether two descriptions may be of one person. Never by what many have: at least one word must be seldom (`common` holds those that
 * many were described by), and together with the place, the time and the hints it must be enough. Another age is another person.
 */
export function mayLookAlike(one: Looks, other: Looks, apart: Apart, common: ReadonlySet<string> = new Set()): boolean {
  if (isAnotherAge(one, other) || isAnotherBuild(one, other)) return false;
  const { words, hints } = sharedLooks(one, other);
  const telling = words.filter(({ isTelling, word }) => isTelling && !common.has(word)).length;
  if (telling === 0) return false;
  const place = apart.isSameRoom ? points.room : apart.isSameLocation ? points.location : 0;
  const soon = apart.days <= SOON_DAYS ? points.soon : 0;
  const ordinary = Math.min(words.length - telling, 2);
  return telling * points.telling + ordinary * points.ordinary + hints.length * points.hint + place + soon >= ENOUGH;
}

function isAnotherAge(one: Looks, other: Looks): boolean {
  const [here, there] = [one.hints?.age, other.hints?.age];
  return Boolean(here && there) && Math.abs(at(here) - at(there)) > 1;
}

const at = (age: PersonLooks['age'] | undefined) => (age ? ageGroups.indexOf(age) : -1);

function isAnotherBuild(one: Looks, other: Looks): boolean {
  const both = [one.hints?.build, other.hints?.build];
  return both.includes('slim') && both.includes('heavy');
}
