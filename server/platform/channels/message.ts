import type { Facts } from '../tx.ts';
import { mailHtml } from './mail-html.ts';
import { pathOf, type Template, templates } from './templates.ts';
import { tellTerm } from './term.ts';
import { type Language, type Terms, type Words, words } from './words.ts';

/** What a message is made of: read from platform.notification. */
export interface Notice {
  readonly template: Template;
  readonly incidentId: string | null;
  /** Of these only `dueAt` and `count` are ever said. */
  readonly data: Facts;
  /** A code, or the path of a link, that only the receiver may see. */
  readonly secret?: string | undefined;
}

export interface Mail {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

export interface Occasion {
  readonly language: Language;
  readonly now: Date;
  readonly publicUrl: string;
}

/** The line in the app and on a phone. */
export function titleOf(notice: Notice, language: Language, now: Date): string {
  return wordsOf(notice, language).subject(termsOf(notice, language, now));
}

export function mailOf(notice: Notice, { language, now, publicUrl }: Occasion): Mail {
  const { subject, lines, button } = wordsOf(notice, language);
  const terms = termsOf(notice, language, now);
  const { frame } = words[language];
  const link = linkOf(notice, publicUrl);
  const letter = {
    language,
    title: subject(terms),
    greeting: frame.greeting,
    lines: lines(terms),
    button: button === undefined ? undefined : { text: button, link },
    small: [frame.whyNoNames, frame.footer],
  };
  const text = [
    letter.greeting,
    letter.lines.join('\n'),
    ...(letter.button === undefined ? [] : [`${letter.button.text}:\n${link}`]),
    `-- \n${letter.small.join('\n')}`,
  ].join('\n\n');
  return { subject: letter.title, text: `${text}\n`, html: mailHtml(letter) };
}

/** Short: one line and a link; a code goes without one. */
export function textMessageOf(notice: Notice, { language, now, publicUrl }: Occasion): string {
  if (notice.secret !== undefined) return `${titleOf(notice, language, now)}.`;
  return `${titleOf(notice, language, now)}. ${linkOf(notice, publicUrl)}`;
}

function wordsOf({ template }: Notice, language: Language): Words {
  return words[language].templates[template];
}

function termsOf({ data, secret, template }: Notice, language: Language, now: Date): Terms {
  const due = typeof data.dueAt === 'string' ? new Date(data.dueAt) : undefined;
  return {
    by: due === undefined || Number.isNaN(due.getTime()) ? undefined : tellTerm(due, now, language),
    count: typeof data.count === 'number' ? data.count : undefined,
    code: templates[template].opens === 'nothing' ? secret : undefined,
  };
}

function linkOf({ template, incidentId, secret }: Notice, publicUrl: string): string {
  if (templates[template].opens === 'secret-link' && secret !== undefined) return `${publicUrl}${secret}`;
  return `${publicUrl}${pathOf(template, incidentId) ?? '/'}`;
}
