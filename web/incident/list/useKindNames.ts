import type { IncidentKind } from '../../../contract/incident-words.ts';
import { listVocabularies } from '../../../contract/vocabulary.ts';
import { useRead } from '../../session/useRead.ts';
import { useBilingual } from '../../text/index.ts';
import { useIncidentText } from '../text.ts';

/** What the kinds are called here; retired ones too, because older reports have them. */
export function useKindNames(): Readonly<Record<IncidentKind, string>> {
  const { kinds } = useIncidentText();
  const say = useBilingual();
  const { data } = useRead(listVocabularies, {});
  const words = data?.lists.find(({ content }) => content.list === 'kind')?.content.words ?? [];
  const called = words.flatMap(({ code, label }) => (label && code in kinds ? [[code, say(label)]] : []));
  return { ...kinds, ...Object.fromEntries(called) };
}
