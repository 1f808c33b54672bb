import PostalMime, { type Address, type Email } from 'postal-mime';
import { SERIES_LONGEST_TEXT, SERIES_MOST_AT_ONCE } from './incident-series.ts';
import { type RecognisedEvent, recogniseMails } from './recognise-events.ts';

interface Reading {
  /** The day (`2026-11-17`) and time (`13:55`) that a clock in the Netherlands shows at a moment. */
  readonly onClock: (moment: Date) => { date: string; time: string };
  /** Of the file or of its coming in: for a message that does not say when it was sent. */
  readonly arrivedAt: Date;
}

/** A message in a message in a message: further in, nobody forwards. */
const DEEPEST = 3;

/**
 * The messages that one e-mail (RFC 5322, its bytes) is about, the first first: those that were forwarded with it, as an attachment or
 * below a head in its text, or else itself. What somebody wrote above what they forwarded is theirs, and is no event. Of a message
 * without words its subject remains; of one without either, nothing.
 * @throws when it is nested deeper, or has a larger head, than mail has
 */
export async function eventsInMail(mail: Uint8Array, reading: Reading): Promise<readonly RecognisedEvent[]> {
  return (await messagesIn(mail, reading, 0))
    .slice(0, SERIES_MOST_AT_ONCE)
    .map((event) => ({ ...event, text: event.text.slice(0, SERIES_LONGEST_TEXT) }));
}

async function messagesIn(mail: Uint8Array, reading: Reading, depth: number): Promise<RecognisedEvent[]> {
  const email = await PostalMime.parse(mail, { forceRfc822Attachments: true, maxNestingDepth: 50 });
  const inside: RecognisedEvent[] = [];
  for (const { mimeType, content } of depth < DEEPEST ? email.attachments : []) {
    if (mimeType !== 'message/rfc822' || inside.length >= SERIES_MOST_AT_ONCE) continue;
    inside.push(...(await messagesIn(bytesOf(content), reading, depth + 1)));
  }
  return inside.length > 0 ? inside : messagesOf(email, await wordsOf(email), reading);
}

function messagesOf(email: Email, words: string, { onClock, arrivedAt }: Reading): RecognisedEvent[] {
  const sentAt = email.date === undefined ? Number.NaN : Date.parse(email.date);
  const { date, time } = onClock(Number.isNaN(sentAt) ? arrivedAt : new Date(sentAt));
  const forwarded = isForwarded(email) ? recogniseMails(words, date).events : [];
  if (forwarded.length > 0) return [...forwarded];
  const head = [email.from && `Van: ${nameOf(email.from)}`, email.subject && `Onderwerp: ${email.subject}`];
  const text = [head.filter(Boolean).join('\n'), words].filter(Boolean).join('\n\n');
  return text === '' ? [] : [{ day: date, time, way: 'mail', text }];
}

/** As mail programs say it in Dutch, English and German, and where the text itself says so. */
const isForwarded = ({ subject, text }: Email) =>
  /^\s*(?:fwd?|doorst|doorgestuurd|wg)\s*:/i.test(subject ?? '') ||
  /^-{2,}\s*(?:forwarded message|doorgestuurd bericht|oorspronkelijk bericht|original message)/im.test(text ?? '');

function nameOf({ name, address }: Address): string {
  return name && address && name !== address ? `${name} <${address}>` : address || name || '';
}

async function wordsOf({ text, html }: Email): Promise<string> {
  return (text?.trim() ? text : await withoutMarkup(html ?? '')).replaceAll('\r\n', '\n').trim();
}

/** The reader of mail turns markup into words where it stands beside a plain part: so beside an empty one. */
async function withoutMarkup(html: string): Promise<string> {
  if (html.trim() === '') return '';
  const part = (type: string, body: string) => `--part\r\nContent-Type: text/${type}; charset=utf-8\r\n\r\n${body}\r\n`;
  const shown = withoutBlocks(withoutBlocks(html, 'style'), 'script').replaceAll('\n--part', '\n --part');
  const both = `${part('plain', '')}${part('html', shown)}--part--\r\n`;
  const { text } = await PostalMime.parse(`Content-Type: multipart/mixed; boundary=part\r\n\r\n${both}`);
  return text ?? '';
}

/** Looked for from where the last one ended: a mail of nothing but beginnings must not take minutes. */
function withoutBlocks(html: string, tag: string): string {
  const lower = html.toLowerCase();
  let kept = '';
  for (let from = 0; ; ) {
    const start = lower.indexOf(`<${tag}`, from);
    if (start < 0) return kept + html.slice(from);
    kept += html.slice(from, start);
    const end = lower.indexOf(`</${tag}`, start);
    if (end < 0) return kept;
    from = lower.indexOf('>', end) + 1 || html.length;
  }
}

const bytesOf = (content: string | ArrayBuffer | Uint8Array): Uint8Array =>
  typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content);
