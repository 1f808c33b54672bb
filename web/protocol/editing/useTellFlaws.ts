import type { FieldError } from '../../components/ErrorSummary.tsx';
import { type Bilingual, useBilingual } from '../../text/index.ts';
import { useProtocolText } from '../text.ts';
import { whereIs } from './whereIs.ts';

interface Flaw<Code extends string> {
  /** Within the content. */
  readonly path: readonly (string | number)[];
  readonly code: Code;
}

/** What the rules of the server find wrong, told at the field where it is. */
export function useTellFlaws<Code extends string>(
  sentences: Readonly<Record<Code, Bilingual>>,
): (flaws: readonly Flaw<Code>[]) => FieldError[] {
  const { editing } = useProtocolText();
  const say = useBilingual();
  return (flaws) =>
    flaws.map(({ path, code }) => {
      const fieldId = ['content', ...path].join('-');
      return { fieldId, message: [whereIs(fieldId, editing.parts), say(sentences[code])].filter(Boolean).join(': ') };
    });
}
