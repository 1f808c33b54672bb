import type { Template } from './templates.ts';
import { english } from './words.en.ts';
import { dutch } from './words.nl.ts';

export type Language = 'nl' | 'en';

/** What a sentence may speak of: a term, a number, a code. Never a name, never what happened. */
export interface Terms {
  /** "vandaag om 14.30 uur"; absent when there is no term. */
  readonly by?: string | undefined;
  readonly count?: number | undefined;
  readonly code?: string | undefined;
}

export interface Words {
  /** One line: the subject of the mail, the text message and the line in the app. */
  readonly subject: (terms: Terms) => string;
  readonly lines: (terms: Terms) => readonly string[];
  /** What the link says. */
  readonly button?: string;
}

/** Around every message. */
export interface Frame {
  readonly greeting: string;
  readonly whyNoNames: string;
  readonly footer: string;
}

export interface LanguageWords {
  readonly templates: Record<Template, Words>;
  readonly frame: Frame;
}

export const words = { nl: dutch, en: english } satisfies Record<Language, LanguageWords>;
