import { type Language, useLanguage } from './language.ts';

/** A text that comes from the server in both languages: a refusal, a step, a word from the norm matrix. */
export type Bilingual = Readonly<Record<Language, string>>;

/** `const say = useBilingual(); say(step.text)` */
export function useBilingual(): (text: Bilingual) => string {
  const language = useLanguage();
  return (text) => text[language];
}
