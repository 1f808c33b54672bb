import type { z } from 'zod';
import { fieldNames } from '../../../contract/field-names.ts';
import type { FieldError, Sentence } from '../../../contract/problem.ts';

type Issue = z.core.$ZodIssue;
type Where = FieldError['in'];

/** Every issue of a parse as a field error: the whole list at once, each with its place and its sentences. */
export function fieldErrors(where: Where, issues: readonly Issue[], raw: unknown): FieldError[] {
  return issues.flatMap((issue) => errorsOf(where, issue, raw));
}

export function fieldError(where: Where, path: readonly PropertyKey[], code: string, sentence: Sentence): FieldError {
  return { in: where, pointer: pointerTo(path), code, nl: sentence.nl, en: sentence.en };
}

function errorsOf(where: Where, issue: Issue, raw: unknown): FieldError[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => fieldError(where, [...issue.path, key], 'unknown-field', unknownField(key)));
  }
  if (issue.code === 'invalid_union') {
    const branch = closestBranch(issue.errors);
    if (branch.length > 0) {
      const inside = branch.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] }));
      return fieldErrors(where, inside, raw);
    }
  }
  const name = nameOf(issue.path);
  const missing = valueAt(raw, issue.path) === undefined;
  const { code, sentence } = missing ? { code: 'missing', sentence: fillIn(name) } : explained(issue, name);
  return [fieldError(where, issue.path, code, sentence)];
}

/** Of the alternatives, the one that fitted best: telling about all of them would help nobody. */
function closestBranch(branches: readonly (readonly Issue[])[]): readonly Issue[] {
  return [...branches].sort((a, b) => a.length - b.length)[0] ?? [];
}

interface Explanation {
  readonly code: string;
  readonly sentence: Sentence;
}

function explained(issue: Issue, name: Sentence): Explanation {
  switch (issue.code) {
    case 'invalid_type':
      return { code: 'wrong-type', sentence: wrongType(issue.expected, name) };
    case 'too_small':
      return { code: 'too-small', sentence: tooSmall(issue.origin, Number(issue.minimum), name) };
    case 'too_big':
      return { code: 'too-big', sentence: tooBig(issue.origin, Number(issue.maximum), name) };
    case 'invalid_format':
      return { code: 'wrong-form', sentence: wrongForm(issue.format, name) };
    case 'invalid_value':
    case 'invalid_union':
      return {
        code: 'not-a-choice',
        sentence: both(name, 'Kies bij # een van de mogelijkheden.', 'Choose one of the options for #.'),
      };
    case 'custom':
      return custom(issue.params, name);
    default:
      return { code: 'wrong', sentence: wrong(name) };
  }
}

/** A schema may bring its own sentences: `.refine(…, { params: { code, nl, en } })`. */
function custom(params: Record<string, unknown> | undefined, name: Sentence): Explanation {
  const code = typeof params?.['code'] === 'string' ? params['code'] : 'wrong';
  const { nl, en } = params ?? {};
  return { code, sentence: typeof nl === 'string' && typeof en === 'string' ? { nl, en } : wrong(name) };
}

const fillIn = (name: Sentence): Sentence => both(name, 'Vul # in.', 'Fill in #.');
const wrong = (name: Sentence): Sentence => both(name, 'Kijk # nog eens na.', 'Check # again.');

const typeNames: Readonly<Record<string, Sentence>> = {
  string: { nl: 'een tekst', en: 'a text' },
  number: { nl: 'een getal', en: 'a number' },
  int: { nl: 'een heel getal', en: 'a whole number' },
  boolean: { nl: 'ja of nee', en: 'yes or no' },
  array: { nl: 'een lijst', en: 'a list' },
  object: { nl: 'een groep velden', en: 'a group of fields' },
  date: { nl: 'een datum', en: 'a date' },
};

function wrongType(expected: string, name: Sentence): Sentence {
  const kind = typeNames[expected];
  if (kind === undefined) return wrong(name);
  return both(name, `Vul bij # ${kind.nl} in.`, `Fill in ${kind.en} for #.`);
}

function tooSmall(origin: string, minimum: number, name: Sentence): Sentence {
  if (origin === 'string' && minimum <= 1) return fillIn(name);
  if (origin === 'string')
    return both(name, `Gebruik bij # minstens ${minimum} tekens.`, `Use at least ${minimum} characters for #.`);
  if (origin === 'array' || origin === 'set')
    return both(name, `Kies bij # minstens ${minimum}.`, `Choose at least ${minimum} for #.`);
  return both(name, `Vul bij # minstens ${minimum} in.`, `Fill in at least ${minimum} for #.`);
}

function tooBig(origin: string, maximum: number, name: Sentence): Sentence {
  if (origin === 'string')
    return both(name, `Gebruik bij # hooguit ${maximum} tekens.`, `Use at most ${maximum} characters for #.`);
  if (origin === 'array' || origin === 'set')
    return both(name, `Kies bij # hooguit ${maximum}.`, `Choose at most ${maximum} for #.`);
  return both(name, `Vul bij # hooguit ${maximum} in.`, `Fill in at most ${maximum} for #.`);
}

const forms: Readonly<Record<string, Sentence>> = {
  email: {
    nl: 'Vul bij # een e-mailadres in, zoals naam@voorbeeld.nl.',
    en: 'Fill in an e-mail address for #, such as name@example.nl.',
  },
  date: { nl: 'Vul bij # een datum in die bestaat.', en: 'Fill in a date that exists for #.' },
  datetime: { nl: 'Vul bij # een tijdstip in dat bestaat.', en: 'Fill in a time that exists for #.' },
  time: { nl: 'Vul bij # een tijd in, zoals 14:30.', en: 'Fill in a time for #, such as 14:30.' },
  uuid: { nl: 'Kies # uit de lijst.', en: 'Choose # from the list.' },
  url: { nl: 'Vul bij # een webadres in.', en: 'Fill in a web address for #.' },
};

function wrongForm(format: string, name: Sentence): Sentence {
  const form = forms[format] ?? {
    nl: 'Kijk # nog eens na. De vorm klopt niet.',
    en: 'Check # again. The form is not right.',
  };
  return both(name, form.nl, form.en);
}

function unknownField(key: string): Sentence {
  const shown = key.slice(0, 60);
  return { nl: `Het veld "${shown}" kennen we niet.`, en: `We do not know the field "${shown}".` };
}

/** Puts the name of the field where the # stands. */
function both(name: Sentence, nl: string, en: string): Sentence {
  return { nl: nl.replace('#', () => name.nl), en: en.replace('#', () => name.en) };
}

function nameOf(path: readonly PropertyKey[]): Sentence {
  const last = path.findLast((step) => typeof step === 'string');
  if (typeof last !== 'string') return { nl: 'de gegevens', en: 'the details' };
  return fieldNames[last] ?? { nl: `"${last.slice(0, 60)}"`, en: `"${last.slice(0, 60)}"` };
}

function pointerTo(path: readonly PropertyKey[]): string {
  return path.map((step) => `/${String(step).slice(0, 200).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

function valueAt(raw: unknown, path: readonly PropertyKey[]): unknown {
  let value = raw;
  for (const step of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
    value = Reflect.get(value, step);
  }
  return value;
}
