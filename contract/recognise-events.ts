import { type FoundMoment, momentAnywhere, momentAtStart } from './dates-in-text.ts';
import type { SeriesWay } from './incident-series.ts';

export interface RecognisedEvent extends FoundMoment {
  readonly way: SeriesWay;
  readonly text: string;
}

export interface Recognised {
  readonly events: readonly RecognisedEvent[];
  /** What stood before the first date: it belongs to nothing, and is shown so that nobody misses it. */
  readonly loose: string;
}

interface Start {
  readonly moment: FoundMoment;
  readonly way: SeriesWay | null;
  readonly text: string;
  /** How many lines it took. */
  readonly lines: number;
}

/**
 * Makes events out of what somebody pasted: a list of their own, a thread of e-mails, an export of WhatsApp. Every recognised date at the
 * start of a line, or in the head of an e-mail, begins an event; all that follows until the next one are its words.
 */
export function recogniseEvents(pasted: string, today: string): Recognised {
  return takeApart(pasted, (lines, at) => startAt(lines, at, today));
}

/** The messages in the words of one that was forwarded: only the head of an e-mail begins one, whatever dates stand in them. */
export function recogniseMails(forwarded: string, today: string): Recognised {
  return takeApart(forwarded, (lines, at) => mailHead(lines, at, today) ?? mailAnswered(lines[at] ?? '', today));
}

function takeApart(text: string, startIn: (lines: readonly string[], at: number) => Start | null): Recognised {
  const lines = text
    .replaceAll('\r\n', '\n')
    .replaceAll(/[\u200e\u200f\u202a-\u202e\ufeff]/g, '')
    .split('\n')
    .map(unquoted);
  const loose: string[] = [];
  const found: { start: Start; words: string[] }[] = [];
  for (let at = 0; at < lines.length; ) {
    const start = startIn(lines, at);
    if (start) found.push({ start, words: [start.text] });
    else (found.at(-1)?.words ?? loose).push(lines[at] ?? '');
    at += start?.lines ?? 1;
  }
  return { events: found.map(eventFrom).filter(({ text }) => text !== ''), loose: loose.join('\n').trim() };
}

function eventFrom({ start: { moment, way }, words }: { start: Start; words: readonly string[] }): RecognisedEvent {
  const text = words
    .join('\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();
  return { ...moment, way: way ?? wayFrom(text), text };
}

function startAt(lines: readonly string[], at: number, today: string): Start | null {
  const line = lines[at] ?? '';
  return mailHead(lines, at, today) ?? mailAnswered(line, today) ?? chatLine(line, today) ?? datedLine(line, today);
}

/** "> " and "| " before what is quoted in an answer. */
const unquoted = (line: string) => line.replace(/^(?:\s*[>|])+\s?/, '');

const headField = /^\s*\*?(van|from|verzonden|sent|datum|date|aan|to|cc|bcc|onderwerp|subject)\*?\s*:\s*\*?\s*(.*)$/i;
const MOST_HEAD_LINES = 12;

/** "Van: … Verzonden: … Aan: … Onderwerp: …", in any order; without a moment it is no head. */
function mailHead(lines: readonly string[], at: number, today: string): Start | null {
  const fields = new Map<string, string>();
  let end = at;
  for (; end < Math.min(lines.length, at + MOST_HEAD_LINES); end += 1) {
    const field = headField.exec(lines[end] ?? '');
    if (!field) break;
    fields.set((field[1] ?? '').toLowerCase(), (field[2] ?? '').trim());
  }
  const sent = firstOf(fields, 'verzonden', 'sent', 'datum', 'date');
  const moment = sent === undefined || fields.size < 2 ? null : momentAnywhere(sent, today);
  if (moment === null) return null;
  const [from, subject] = [firstOf(fields, 'van', 'from'), firstOf(fields, 'onderwerp', 'subject')];
  const text = [from && `Van: ${from}`, subject && `Onderwerp: ${subject}`].filter(Boolean).join('\n');
  return { moment, way: 'mail', text: `${text}\n`, lines: end - at };
}

function firstOf(fields: ReadonlyMap<string, string>, ...names: readonly string[]): string | undefined {
  return names.map((name) => fields.get(name)).find((value) => value);
}

/** "Op ma 3 nov 2026 om 10:12 schreef Jan <jan@…>:" */
function mailAnswered(line: string, today: string): Start | null {
  const found =
    /^(?:op|on)\s+(.+?)\s*,?\s*(?:schreef|wrote)\s*(.*?):?\s*$/i.exec(line) ??
    /^(?:on)\s+(.+?),?\s+([^,]+) wrote:\s*$/i.exec(line);
  const moment = found && momentAnywhere(found[1] ?? '', today);
  if (!found || !moment) return null;
  return { moment, way: 'mail', text: found[2] ? `Van: ${found[2]}\n` : '', lines: 1 };
}

/** "[03-11-2026 10:12:33] Jan: …" and "03-11-2026 10:12 - Jan: …", as WhatsApp exports a talk. */
function chatLine(line: string, today: string): Start | null {
  const inner = /^\s*\[([^\]]{8,30})\]\s*(.*)$/.exec(line);
  if (inner) {
    const moment = momentAtStart(inner[1] ?? '', today);
    return moment && moment.rest.trim() === '' ? chat(moment, inner[2] ?? '') : null;
  }
  const dated = momentAtStart(line.trim(), today);
  const said = dated?.time ? /^\s*[-–]\s+([^:]{1,60}:\s.*)$/.exec(dated.rest) : null;
  return dated && said ? chat(dated, said[1] ?? '') : null;
}

const chat = ({ day, time }: FoundMoment, text: string): Start => ({
  moment: { day, time },
  way: 'message',
  text,
  lines: 1,
});

/** A line of somebody's own list: "- di 3 november 14.30: stond weer voor de deur". */
function datedLine(line: string, today: string): Start | null {
  const found = momentAtStart(line.replace(/^\s*(?:[-*•–]|\d{1,3}[.)])?\s+(?=\S)/, '').trim(), today);
  if (!found) return null;
  const { day, time, rest } = found;
  return { moment: { day, time }, way: null, text: rest.replace(/^[\s:;,.\-–|\t]+/, ''), lines: 1 };
}

/** By the words that people use; who checks it can choose another. */
const wayWords: readonly (readonly [SeriesWay, RegExp])[] = [
  ['mail', /\b(e-?mail\w*|mailt?(?:je|de|s)?|gemaild|mailbericht)\b/i],
  ['call', /\b(bel(?:t|de|den|len)?|gebeld|telefoon\w*|telefoontje|opgebeld|voicemail|called|phoned|phone)\b/i],
  [
    'message',
    /\b(app(?:t|te|je|jes)?|ge-?appt|whatsapp\w*|sms\w*|bericht(?:je|en)?|dm|tweet\w*|message[ds]?|texted)\b/i,
  ],
  ['visit', /\b(kwam|langs|aan de (?:deur|balie)|voor de deur|bezo(?:ek|cht)|binnen|visit\w*|came)\b/i],
  ['seen', /\b(zag|gezien|volgde?|stond|reed|wachtte|saw|seen|followed)\b/i],
];

function wayFrom(text: string): SeriesWay {
  return wayWords.find(([, words]) => words.test(text))?.[0] ?? 'other';
}
