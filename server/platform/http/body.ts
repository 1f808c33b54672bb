import type { FieldError } from '../../../contract/problem.ts';
import { fieldError } from './invalid.ts';
import { HttpFailure } from './problem.ts';

/** Nothing we ask is nested deeper; more would only serve to exhaust a parser further on. */
const DEEPEST = 24;

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** A parsed body with the bytes it came from: a repeat of a write is recognised by those. */
export interface Body {
  readonly value: unknown;
  readonly bytes: Buffer;
}

/** Throws an `HttpFailure` for what is no JSON, and for text that PostgreSQL cannot keep. */
export function readJson(bytes: Buffer): Body {
  const text = decode(bytes);
  const value = parse(text);
  if (/\\u(?:0000|[dD][89a-fA-F])/.test(text)) {
    const errors = unreadableText('body', value);
    if (errors.length > 0) throw new HttpFailure('invalid-input', { errors });
  }
  return { value, bytes };
}

function decode(bytes: Buffer): string {
  try {
    return utf8.decode(bytes);
  } catch (cause) {
    throw new HttpFailure('malformed-json', { cause });
  }
}

function parse(text: string): unknown {
  if (isTooDeep(text)) throw new HttpFailure('malformed-json');
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new HttpFailure('malformed-json', { cause });
  }
}

/** Counts brackets outside strings; an estimate from above is enough for text that is no JSON at all. */
function isTooDeep(text: string): boolean {
  let depth = 0;
  let inString = false;
  for (let at = 0; at < text.length; at++) {
    const character = text.charCodeAt(at);
    if (inString) {
      if (character === 92) at++;
      else if (character === 34) inString = false;
    } else if (character === 34) inString = true;
    else if (character === 91 || character === 123) {
      depth += 1;
      if (depth > DEEPEST) return true;
    } else if (character === 93 || character === 125) depth -= 1;
  }
  return false;
}

const sentence = {
  nl: 'Hier staat een teken dat we niet kunnen bewaren. Typ de tekst opnieuw.',
  en: 'There is a character here that we cannot keep. Type the text again.',
};

/** NUL and half characters: JSON and JavaScript allow them, PostgreSQL does not. */
export function unreadableText(
  where: FieldError['in'],
  value: unknown,
  path: readonly PropertyKey[] = [],
): FieldError[] {
  if (typeof value === 'string') {
    return isReadable(value) ? [] : [fieldError(where, path, 'unreadable-character', sentence)];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    isReadable(key)
      ? unreadableText(where, inner, [...path, key])
      : [fieldError(where, path, 'unreadable-character', sentence)],
  );
}

function isReadable(text: string): boolean {
  return text.isWellFormed() && !text.includes('\0');
}
