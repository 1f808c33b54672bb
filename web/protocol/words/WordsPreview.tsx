import { useState } from 'react';
import type { Vocabulary, Word } from '../../../contract/vocabulary-words.ts';
import { Card } from '../../components/Card.tsx';
import { ManyChoices, OneChoice } from '../../components/ChoiceCards.tsx';
import { Text } from '../../components/Text.tsx';
import { useWordsText } from './text.ts';
import { useNameOf } from './useNameOf.ts';
import '../protocol.css';

/** Of which more than one can be true at once. */
const manyAtOnce: readonly Vocabulary[] = ['action', 'flag'];

interface WordsPreviewProps {
  list: Vocabulary;
  words: readonly Word[];
}

/** The question as somebody who reports sees it. What is chosen here is kept nowhere. */
export function WordsPreview({ list, words }: WordsPreviewProps) {
  const text = useWordsText();
  const { nameOf } = useNameOf(list);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const question = {
    id: `preview-${list}`,
    legend: text.lists[list].asked,
    choices: words.filter(({ isRetired }) => !isRetired).map((word) => ({ value: word.code, label: nameOf(word) })),
  };
  return (
    <Card heading={text.preview} className="phone-wide">
      <Text soft small>
        {text.previewKeeps}
      </Text>
      {manyAtOnce.includes(list) ? (
        <ManyChoices {...question} chosen={chosen} onChange={setChosen} />
      ) : (
        <OneChoice {...question} chosen={chosen[0] ?? null} onChange={(code) => setChosen([code])} />
      )}
    </Card>
  );
}
