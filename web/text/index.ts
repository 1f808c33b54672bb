/**
 * How texts work here, for every module of the web:
 *
 *   web/report/text.nl.ts   `export const nl = { title: 'Wat gebeurde er?', since: (name: string) => `${name} leest mee` };`
 *   web/report/text.en.ts   `export const en: typeof nl = { … };`          a text that is missing does not compile
 *   web/report/text.ts      `export const useReportText = textIn({ nl, en });`
 *
 * and in a component `const text = useReportText();` followed by `text.title` or `text.since('Henk')`. A text with a name, a
 * number or a date in it is a function: its arguments are checked like any other. Nothing else is needed, so the lean report
 * entry uses the same few lines as the application. Dutch comes first and is at B1 level; the script that checks this reads
 * the `text.nl.ts` files.
 *
 * Moments and days are told by `useMoments()` from `moments.ts`, in Dutch time, whatever the clock of the device says.
 */
import { useLanguage } from './language.ts';

export { type Bilingual, useBilingual } from './bilingual.ts';
export { chooseLanguage, currentLanguage, type Language, useLanguage } from './language.ts';

/** A hook that gives the texts in the language of this moment. */
export function textIn<Texts>(texts: { nl: Texts; en: NoInfer<Texts> }): () => Texts {
  return function useText() {
    return texts[useLanguage()];
  };
}
