import { hasWords, withWords } from '../../../contract/question-words.ts';
import type { AskedQuestion, GivenAnswer, Question } from '../../../contract/questions.ts';
import type { Vocabulary, Word } from '../../../contract/vocabulary-words.ts';
import type { Tx } from '../../platform/index.ts';
import { listInForce, wordsInForce, wordsOfVersion } from '../../protocol/index.ts';

/** What was answered, with the version of the words that counted then. */
export interface ChosenAnswer {
  readonly question: string;
  readonly answer: GivenAnswer;
  readonly wordsVersion: number | null;
}

/** The questions as this dossier asks them: with the words of now to choose from, and what was chosen as it was called then. */
export async function withWordsToChoose(
  tx: Tx,
  questions: readonly Question[],
  answers: readonly ChosenAnswer[],
): Promise<AskedQuestion[]> {
  const lists = hasWords(questions) ? await wordsInForce(tx) : [];
  const asked: AskedQuestion[] = [];
  for (const question of questions) {
    const given = answers.find((each) => each.question === question.code);
    const chosen = 'list' in question && given ? await chosenThen(tx, question.list, given) : [];
    const words = (list: Vocabulary) =>
      (lists.find((kept) => kept.list === list)?.words ?? []).map(
        (word) => chosen.find(({ code }) => code === word.code) ?? word,
      );
    asked.push(...withWords([question], words));
  }
  return asked;
}

/** What is there stays to be read, and to be kept: whether or not it was retired since. */
async function chosenThen(tx: Tx, list: Vocabulary, { answer, wordsVersion }: ChosenAnswer): Promise<Word[]> {
  if (wordsVersion === null) return [];
  const words = await wordsOfVersion(tx, list, wordsVersion);
  return words.filter(({ code }) => [answer].flat().includes(code)).map((word) => ({ ...word, isRetired: false }));
}

/** The question with everything that may be its answer, and the version of the words in which it is answered now. */
export async function answerable(
  tx: Tx,
  question: Question,
): Promise<{ asked: AskedQuestion | undefined; wordsVersion: number | null }> {
  if (!('list' in question)) return { asked: withWords([question], () => [])[0], wordsVersion: null };
  const { version, words } = await listInForce(tx, question.list);
  // Retired meanwhile: it was offered when this page was opened.
  const known = words.map((word) => ({ ...word, isRetired: false }));
  return { asked: withWords([question], () => known)[0], wordsVersion: version };
}
