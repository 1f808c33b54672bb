/**
 * Reads every Dutch text of the product and measures it: screens, refusals, messages, playbooks, the norm matrix.
 * Ends with exit code 1 and the sentences to rewrite when one does not hold.
 */
import { globSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { limits, measure } from './readability.ts';

const root = path.resolve(import.meta.dirname, '../..');
/** Files that are Dutch as a whole. */
const dutchFiles = ['web/**/text.nl.ts', 'web/**/*.nl.ts', 'web/**/nl.ts'];
/** Files in which texts stand in pairs: `{ nl, en }`. */
const pairedFiles = [
  'server/**/refusals*.ts',
  'server/**/templates*.ts',
  'server/**/default-*.ts',
  'server/**/sentences*.ts',
  'server/**/steps*.ts',
  'server/protocol/**/*.ts',
  'contract/field-names.ts',
  'contract/problem*.ts',
];

const files = (patterns: string[]): string[] =>
  [...new Set(patterns.flatMap((pattern) => globSync(pattern, { cwd: root })))]
    .filter((file) => !file.endsWith('.test.ts'))
    .sort();

/** Every string in a value; a function is a sentence with names in it, so it is asked with one. */
function stringsIn(value: unknown, seen = new Set<unknown>()): string[] {
  if (typeof value === 'string') return [value];
  if (isSentence(value)) return stringsIn(sayWithNames(value), seen);
  if (typeof value !== 'object' || value === null || seen.has(value)) return [];
  seen.add(value);
  return Object.values(value).flatMap((inner) => stringsIn(inner, seen));
}

type Sentence = (...names: string[]) => unknown;

/** An arrow function among texts: a sentence with names in it. Classes and schemas are none. */
function isSentence(value: unknown): value is Sentence {
  return typeof value === 'function' && value.length <= 4 && /^(\(|\w+\s*=>)/.test(String(value));
}

function sayWithNames(sentence: Sentence): unknown {
  try {
    return sentence('Fatima', 'Henk', 'vandaag', 'drie');
  } catch {
    return undefined;
  }
}

function dutchHalves(value: unknown, seen = new Set<unknown>()): string[] {
  if (typeof value !== 'object' || value === null || seen.has(value)) return [];
  seen.add(value);
  return Object.entries(value).flatMap(([key, inner]) => (key === 'nl' ? stringsIn(inner) : dutchHalves(inner, seen)));
}

const isProse = (text: string): boolean =>
  /\p{L}{2,} \p{L}/u.test(text) && !/^[\w.-]+$/.test(text) && !text.startsWith('<svg');

async function textsOf(file: string, pick: (module: unknown) => string[]): Promise<string[]> {
  const module: unknown = await import(pathToFileURL(path.join(root, file)).href);
  return pick({ ...(module as object) }).filter(isProse);
}

let failures = 0;
const all: string[] = [];
const complain = (line: string) => {
  failures += 1;
  console.log(`  ${line}`);
};

for (const [patterns, pick] of [
  [dutchFiles, stringsIn],
  [pairedFiles, dutchHalves],
] as const) {
  for (const file of files([...patterns])) {
    const texts = await textsOf(file, pick);
    const found = measure(texts);
    all.push(...texts);
    for (const sentence of found.tooLong) complain(`${file}: more than ${limits.longestWords} words: “${sentence}”`);
    for (const { word, plainer, sentence } of found.difficult)
      complain(`${file}: “${word}” → ${plainer}: “${sentence}”`);
  }
}

const total = measure(all);
if (total.sentences < 200) complain(`only ${total.sentences} sentences were found: the check does not see the texts`);
if (total.meanWords > limits.meanWords)
  complain(`mean ${total.meanWords.toFixed(1)} words a sentence, at most ${limits.meanWords}`);
if (total.passiveShare > limits.passiveShare) {
  complain(`${(total.passiveShare * 100).toFixed(1)} % passive, at most ${limits.passiveShare * 100} %`);
  for (const sentence of total.passive.slice(0, 20)) console.log(`    “${sentence}”`);
}
console.log(
  `Dutch at B1: ${total.sentences} sentences, mean ${total.meanWords.toFixed(1)} words, ${(total.passiveShare * 100).toFixed(1)} % passive, ${failures} to rewrite`,
);
process.exitCode = failures === 0 ? 0 : 1;
