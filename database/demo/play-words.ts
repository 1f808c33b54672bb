import { changeVocabulary, getVocabulary } from '../../contract/vocabulary.ts';
import { beforeTheLast } from '../../contract/vocabulary-words.ts';
import { minutesAfter } from './moments.ts';
import type { Past } from './past.ts';
import { type Town, townsperson, type WordsChange } from './town.ts';

/** Plans a next version of a list of words, as the coordinator puts it in force on the screen. */
export function playWords(past: Past, town: Town, { daysAgo, by, list, words }: WordsChange, start: Date): void {
  const { id: personId, roles } = townsperson(town, by);
  const who = { employerId: town.employer.id, personId, roles };
  past.plan(minutesAfter(start, -daysAgo * 24 * 60), async () => {
    const { version, content } = await past.ask(who, getVocabulary, { params: { list } });
    const changed = content.words.map((word) => words.find(({ code }) => code === word.code) ?? word);
    const added = words.filter(({ code }) => !content.words.some((word) => word.code === code));
    const body = { basedOnVersion: version, content: { list, words: [...beforeTheLast(changed, added)] } };
    await past.ask(who, changeVocabulary, { body });
  });
}
