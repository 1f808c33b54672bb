import { builtInWordsFor } from './built-in-words.ts';
import type { Sentence } from './problem.ts';
import type { Words } from './protocol-words.ts';
import { builtInCodes, isBuiltIn, isOwnCode, type Vocabulary, type Word } from './vocabulary-words.ts';

/** What cannot be in a list of words, at the place where it must be put right. Free of zod: the form asks it while typing. */
export interface VocabularyFlaw {
  /** From `words` on, as in the contract. */
  readonly path: readonly (string | number)[];
  readonly code: VocabularyFlawCode;
}

/** A choice is read on a phone, at a glance. */
export const longestLabel = 60;

/** "AG-03": begins with a letter or a number, so that no spreadsheet takes it for a formula. */
export const ownCodeShape = /^[\p{L}\p{N}][\p{L}\p{N} ._/-]{0,19}$/u;

export const vocabularyFlawSentences = {
  'word-twice': {
    nl: 'Dit woord staat er twee keer in. Haal er één weg.',
    en: 'This word stands in it twice. Take one away.',
  },
  'label-twice': {
    nl: 'Twee woorden heten hetzelfde. Niemand weet dan welke te kiezen.',
    en: 'Two words are called the same. Nobody knows then which to choose.',
  },
  'label-too-long': {
    nl: `Dit past niet op een telefoon. Gebruik hoogstens ${longestLabel} letters.`,
    en: `This does not fit on a phone. Use ${longestLabel} characters at most.`,
  },
  'label-missing': {
    nl: 'Schrijf hoe dit woord heet.',
    en: 'Write what this word is called.',
  },
  'own-code-shape': {
    nl: 'Begin een code met een letter of cijfer. Gebruik hoogstens 20 tekens, zoals AG-03.',
    en: 'Begin a code with a letter or number. Use 20 characters at most, like AG-03.',
  },
  'own-code-twice': {
    nl: 'Deze code hoort al bij een ander woord. Kies een andere.',
    en: 'This code belongs to another word already. Choose another.',
  },
  'counts-as-nothing': {
    nl: 'Kies waar dit woord als meetelt. Dat is altijd een woord van Rugdekking zelf.',
    en: 'Choose what this word counts as. That is always a word of Rugdekking itself.',
  },
  'counts-for-itself': {
    nl: 'Een woord van Rugdekking telt altijd als zichzelf.',
    en: 'A word of Rugdekking always counts as itself.',
  },
  'not-in-this-list': {
    nl: 'Dit woord hoort niet in deze lijst.',
    en: 'This word does not belong in this list.',
  },
  'built-in-missing': {
    nl: 'Er ontbreekt een woord van Rugdekking. Je kunt het uitzetten, niet weghalen.',
    en: 'A word of Rugdekking is missing. You can retire it, not take it away.',
  },
  'nothing-to-choose': {
    nl: 'Zo blijft er geen echt antwoord over. Laat minstens één woord aan.',
    en: 'This leaves no real answer. Keep at least one word.',
  },
  'stays-because-nobody-must-know': {
    nl: 'Dit antwoord blijft. Niemand hoeft te gokken.',
    en: 'This answer stays. Nobody has to guess.',
  },
  'stays-because-of-our-buildings': {
    nl: 'Dit blijft. Hieronder staan jullie eigen locaties.',
    en: 'This stays. Your own locations stand below it.',
  },
  'stays-because-of-home': {
    nl: 'Dit blijft. Zo beschermen we het adres van iemand thuis.',
    en: 'This stays. It is how we protect the address of somebody’s home.',
  },
  'stays-because-of-urgency': {
    nl: 'Dit blijft. Het bepaalt hoe snel iemand wordt gebeld.',
    en: 'This stays. It decides how fast somebody is called.',
  },
  'stays-because-of-tasks': {
    nl: 'Dit blijft. Er horen taken bij die niemand mag missen.',
    en: 'This stays. Tasks come with it that nobody may miss.',
  },
  'stays-because-of-the-route': {
    nl: 'Dit blijft. Het bepaalt wie de melding oppakt.',
    en: 'This stays. It decides who takes up the report.',
  },
  'stays-because-of-children': {
    nl: 'Dit blijft. Bij een kind tellen andere regels (Jeugdwet).',
    en: 'This stays. With a child other rules count (Jeugdwet).',
  },
  'stays-because-of-the-law': {
    nl: 'Dit blijft. Na een ziekenhuis moet de Arbeidsinspectie het soms weten (Arbowet, artikel 9).',
    en: 'This stays. After hospital the Labour Inspectorate must sometimes know (Arbowet, article 9).',
  },
  'own-word-gone': {
    nl: 'Een eigen woord ontbreekt. Oude dossiers gebruiken het. Zet het uit, dan biedt niemand het meer aan.',
    en: 'A word of your own is missing. Old dossiers use it. Retire it, then nobody is offered it.',
  },
  'counts-otherwise': {
    nl: 'Waar een woord als meetelt, verandert niet meer. Maak een nieuw woord en zet dit uit.',
    en: 'What a word counts as never changes. Make a new word and retire this one.',
  },
} as const satisfies Record<string, Sentence>;
export type VocabularyFlawCode = keyof typeof vocabularyFlawSentences;

type Stays = Extract<VocabularyFlawCode, `stays-${string}`>;

/** Built-in words on which a rule or a law hangs: they may be called otherwise, never retired. */
const staying: { readonly [List in Vocabulary]: Readonly<Record<string, Stays>> } = {
  kind: {
    incident: 'stays-because-of-urgency',
    missing_person: 'stays-because-of-children',
    calamity: 'stays-because-of-children',
    transgressive: 'stays-because-of-tasks',
  },
  place: {
    location: 'stays-because-of-our-buildings',
    private_life: 'stays-because-of-home',
    unknown: 'stays-because-nobody-must-know',
  },
  action: { nothing: 'stays-because-nobody-must-know', unknown: 'stays-because-nobody-must-know' },
  cause: { unknown: 'stays-because-nobody-must-know' },
  flag: {
    discriminatory: 'stays-because-of-tasks',
    sexual: 'stays-because-of-urgency',
    weapon: 'stays-because-of-urgency',
  },
  form: { threat: 'stays-because-of-urgency', physical: 'stays-because-of-urgency' },
  target: {
    me: 'stays-because-of-the-route',
    colleague: 'stays-because-of-the-route',
    office_holder: 'stays-because-of-the-route',
    unknown: 'stays-because-nobody-must-know',
  },
  injury: {
    none: 'stays-because-nobody-must-know',
    hospital: 'stays-because-of-the-law',
    unknown: 'stays-because-nobody-must-know',
  },
};

/** Why this built-in word cannot be retired; null: it can. */
export function whyItStays(list: Vocabulary, code: string): Stays | null {
  return staying[list][code] ?? null;
}

/** Answers that say nothing about what happened. */
const saysNothing: readonly string[] = ['unknown', 'nothing', 'none'];

export interface VocabularyContent {
  readonly list: Vocabulary;
  readonly words: readonly Word[];
}

export function flawsIn({ list, words }: VocabularyContent): VocabularyFlaw[] {
  return [
    ...words.flatMap((word, at) => flawsInWord(list, word, words.slice(0, at)).map(below(at))),
    ...(builtInCodes[list].every((code) => words.some((word) => word.code === code))
      ? []
      : [whole('built-in-missing')]),
    ...(words.some(({ code, isRetired }) => !isRetired && !saysNothing.includes(code))
      ? []
      : [whole('nothing-to-choose')]),
  ];
}

/** What an old version may not lose in the next: whatever was once chosen keeps its word and its meaning. */
export function flawsBetween(before: readonly Word[], after: readonly Word[]): VocabularyFlaw[] {
  const isGone = before.some(({ code }) => isOwnCode(code) && !after.some((word) => word.code === code));
  const changed = after.flatMap(({ code, countsAs }, at) => {
    const was = before.find((word) => word.code === code);
    return was && was.countsAs !== countsAs ? [below(at)({ path: ['countsAs'], code: 'counts-otherwise' })] : [];
  });
  return [...(isGone ? [whole('own-word-gone')] : []), ...changed];
}

function flawsInWord(list: Vocabulary, word: Word, earlier: readonly Word[]): VocabularyFlaw[] {
  const { code, label, countsAs, isRetired, ownCode } = word;
  const flaws: VocabularyFlaw[] = [];
  const tell = (flaw: VocabularyFlawCode, ...path: string[]) => void flaws.push({ path, code: flaw });
  if (earlier.some((other) => other.code === code)) tell('word-twice');
  if (isOwnCode(code)) {
    if (countsAs === null || !isBuiltIn(list, countsAs)) tell('counts-as-nothing', 'countsAs');
    if (label === null) tell('label-missing', 'label');
  } else if (!isBuiltIn(list, code)) tell('not-in-this-list');
  else if (countsAs !== null) tell('counts-for-itself', 'countsAs');
  const stays = isRetired ? whyItStays(list, code) : null;
  if (stays) tell(stays, 'isRetired');
  for (const language of ['nl', 'en'] as const) {
    if (label && label[language].trim().length > longestLabel) tell('label-too-long', 'label', language);
    if (earlier.some((other) => areCalledTheSame(list, word, other, language))) tell('label-twice', 'label', language);
  }
  if (ownCode !== null && !ownCodeShape.test(ownCode.trim())) tell('own-code-shape', 'ownCode');
  if (ownCode !== null && earlier.some((other) => other.ownCode !== null && same(other.ownCode, ownCode))) {
    tell('own-code-twice', 'ownCode');
  }
  return flaws;
}

/** Only among what is offered: a retired word may have a successor of the same name. */
function areCalledTheSame(list: Vocabulary, word: Word, other: Word, language: keyof Words): boolean {
  if (word.isRetired || other.isRetired) return false;
  const [one, two] = [word, other].map((each) => wordsOf(list, each)?.[language].trim() ?? '');
  return Boolean(one) && same(one ?? '', two ?? '');
}

/** What a word is called: by the organisation, or else by the program. */
export function wordsOf(list: Vocabulary, { code, label }: Pick<Word, 'code' | 'label'>): Words | null {
  return label ?? builtInWordsFor(list, code);
}

function same(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

function below(at: number): (flaw: VocabularyFlaw) => VocabularyFlaw {
  return ({ path, code }) => ({ path: ['words', at, ...path], code });
}

function whole(code: VocabularyFlawCode): VocabularyFlaw {
  return { path: ['words'], code };
}
