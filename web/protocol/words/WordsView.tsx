import { whyItStays } from '../../../contract/vocabulary-flaws.ts';
import { isOwnCode, type Vocabulary, type Word } from '../../../contract/vocabulary-words.ts';
import { Card } from '../../components/Card.tsx';
import { Heading } from '../../components/Heading.tsx';
import { Stack } from '../../components/Stack.tsx';
import { Tag } from '../../components/Tag.tsx';
import { Text } from '../../components/Text.tsx';
import { useWordsText } from './text.ts';
import { useNameOf } from './useNameOf.ts';
import '../protocol.css';

interface WordsViewProps {
  list: Vocabulary;
  words: readonly Word[];
}

/** A list as it stands: what is offered, whose word it is, and what was retired. */
export function WordsView({ list, words }: WordsViewProps) {
  const text = useWordsText();
  const offered = words.filter(({ isRetired }) => !isRetired);
  const retired = words.filter(({ isRetired }) => isRetired);
  return (
    <Stack gap="l">
      <Card heading={text.offered(offered.length)}>
        <Lines list={list} words={offered} />
      </Card>
      <Card heading={text.retiredTitle}>
        <Text soft>{retired.length === 0 ? text.noneRetired : text.retiredWhy}</Text>
        {retired.length > 0 && <Lines list={list} words={retired} />}
      </Card>
    </Stack>
  );
}

function Lines({ list, words }: WordsViewProps) {
  return (
    <ul className="agreed-tasks plain-list">
      {words.map((word) => (
        <Line key={word.code} list={list} word={word} />
      ))}
    </ul>
  );
}

function Line({ list, word }: { list: Vocabulary; word: Word }) {
  const text = useWordsText();
  const { nameOf, builtInName } = useNameOf(list);
  const isOwn = isOwnCode(word.code);
  const stays = !isOwn && whyItStays(list, word.code) !== null;
  const note = [
    !isOwn && text.builtIn,
    word.countsAs && text.countsAs(builtInName(word.countsAs)),
    !isOwn && word.label && text.renamed(builtInName(word.code)),
    stays && text.stays,
  ].filter(Boolean);
  return (
    <li className="agreed-task">
      <span aria-hidden="true" />
      <div className="agreed-task__words">
        <Heading level={3} className="agreed-task__title">
          {nameOf(word)}
        </Heading>
        {note.length > 0 && (
          <Text soft small>
            {note.join(' · ')}
          </Text>
        )}
        {(isOwn || word.ownCode) && (
          <div className="agreed-task__tags">
            {isOwn && <Tag tone="teal">{text.own}</Tag>}
            {word.ownCode && <Tag>{text.code(word.ownCode)}</Tag>}
          </div>
        )}
      </div>
    </li>
  );
}
