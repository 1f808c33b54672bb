import type { Sector } from '../../contract/organisation.ts';
import type { Vocabulary, Word } from '../../contract/vocabulary-words.ts';
import type { Role } from './cast.ts';
import type { Note, Story } from './story.ts';

/** An employer with its places, teams and people, and what happened there. */
export interface Town {
  readonly employer: {
    readonly id: string;
    readonly name: string;
    readonly sector: Sector;
    readonly dutyNumber: string;
  };
  readonly places: Readonly<Record<string, TownPlace>>;
  /** A team above others comes first: the others refer to it. */
  readonly teams: Readonly<Record<string, TownTeam>>;
  readonly people: Readonly<Record<string, Townsperson>>;
  readonly deputies: readonly { readonly absent: string; readonly deputy: string }[];
  /** Whose week is not that of the office. */
  readonly weeks: readonly Week[];
  readonly stories: readonly Story[];
  readonly notes: readonly Note[];
  /** What it came to call otherwise, beside the words of its sector. */
  readonly words: readonly WordsChange[];
}

/** A next version of a list: these words are new in it, or different from then on. */
export interface WordsChange {
  readonly daysAgo: number;
  readonly by: string;
  readonly list: Vocabulary;
  readonly words: readonly Word[];
}

export interface TownPlace {
  readonly id: string;
  readonly name: string;
  readonly address: string;
  readonly rooms: Readonly<Record<string, { readonly id: string; readonly name: string; readonly kind: string }>>;
}

export interface TownTeam {
  readonly id: string;
  readonly name: string;
  /** Key of a place. */
  readonly location: string;
  readonly parent: string | null;
}

export interface Townsperson {
  readonly id: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly email: string;
  readonly phone: string;
  readonly jobTitle: string;
  readonly kind: 'employee' | 'guest' | 'office_holder';
  readonly homeEmployerName: string | null;
  /** Key of a team. */
  readonly team: string;
  /** A manager manages the team named; other roles count for the whole organisation. */
  readonly roles: readonly Role[];
  /** Shown on the page where a visitor steps in, in this order; with what there is to see as this person. */
  readonly stepIn: { readonly nl: string; readonly en: string } | null;
}

export interface Week {
  readonly who: string;
  /** ISO: Monday is 1. */
  readonly weekdays: readonly number[];
  readonly opens: string;
  readonly closes: string;
}

/** By key; a story that names somebody who does not live here is a mistake in the story. */
export function townsperson(town: Town, key: string): Townsperson {
  const person = town.people[key];
  if (person === undefined) throw new Error(`Nobody in ${town.employer.name} is called ${key}`);
  return person;
}
