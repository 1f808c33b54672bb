/** What a text is measured by: Dutch at level B1 (conventions, "The screen"). */
export interface Readability {
  readonly sentences: number;
  readonly meanWords: number;
  /** Sentences of more than 20 words. */
  readonly tooLong: readonly string[];
  /** Words that have a plainer one, with the sentence they stand in. */
  readonly difficult: readonly { word: string; plainer: string; sentence: string }[];
  /** Share of sentences in the passive voice, 0 to 1. */
  readonly passiveShare: number;
  readonly passive: readonly string[];
}

export const limits = { meanWords: 12, longestWords: 20, passiveShare: 0.1 } as const;

/** Official words and the plain one to use. Domain words that the screen explains are not in it. */
const plainer: Readonly<Record<string, string>> = {
  aangaande: 'over',
  alsmede: 'en',
  alvorens: 'voordat',
  bewerkstelligen: 'zorgen voor',
  betreffende: 'over',
  conform: 'volgens',
  consulteren: 'vragen',
  derhalve: 'daarom',
  desalniettemin: 'toch',
  dientengevolge: 'daardoor',
  doch: 'maar',
  echter: 'maar',
  geschieden: 'gebeuren',
  hieromtrent: 'hierover',
  indien: 'als',
  initiëren: 'beginnen',
  inzake: 'over',
  jegens: 'tegen',
  middels: 'met',
  mits: 'als',
  mutatie: 'wijziging',
  namelijk: '(weglaten)',
  nochtans: 'toch',
  omtrent: 'over',
  ongeldig: '(zeg wat er wel moet)',
  prioriteren: 'kiezen wat eerst komt',
  reeds: 'al',
  retourneren: 'terugsturen',
  tevens: 'ook',
  teneinde: 'om',
  tenzij: 'behalve als',
  thans: 'nu',
  trachten: 'proberen',
  vigerend: 'geldend',
  voornoemd: 'die',
  voornemens: 'van plan',
  vooralsnog: 'voorlopig',
  wederom: 'weer',
  zodoende: 'zo',
};

/** A participle that ends a clause, after a form of "worden": close enough to find the passive voice in short sentences. */
const passiveForm =
  /\b(word|wordt|worden|werd|werden)\b[^.!?]*?\b(ge|be|ver|ont|her|(?:aan|af|in|op|uit|over|mee|door|toe|terug|weg|bij|na|voor)ge)\p{L}+(d|t|en)\b/iu;

const sentencesOf = (text: string): string[] =>
  text
    .replace(/\s+/g, ' ')
    .split(/(?<=[.!?:])\s+(?=\p{Lu}|‘|“)|\n+|;\s/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => wordsOf(sentence).length > 1);

const wordsOf = (sentence: string): string[] => sentence.match(/[\p{L}\p{N}][\p{L}\p{N}'’.-]*/gu) ?? [];

export function measure(texts: readonly string[]): Readability {
  const sentences = texts.flatMap(sentencesOf);
  const counts = sentences.map((sentence) => wordsOf(sentence).length);
  const passive = sentences.filter((sentence) => passiveForm.test(sentence));
  return {
    sentences: sentences.length,
    meanWords: counts.length === 0 ? 0 : counts.reduce((sum, count) => sum + count, 0) / counts.length,
    tooLong: sentences.filter((_, index) => (counts[index] ?? 0) > limits.longestWords),
    difficult: sentences.flatMap(difficultIn),
    passiveShare: sentences.length === 0 ? 0 : passive.length / sentences.length,
    passive,
  };
}

function difficultIn(sentence: string) {
  return wordsOf(sentence.toLowerCase()).flatMap((word) => {
    const better = Object.hasOwn(plainer, word) ? plainer[word] : undefined;
    return better === undefined ? [] : [{ word, plainer: better, sentence }];
  });
}
