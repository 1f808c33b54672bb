import { useRef } from 'react';
import { beforeTheLast, isOwnCode, type Vocabulary, type Word } from '../../../contract/vocabulary-words.ts';
import { Button } from '../../components/Button.tsx';
import { Card } from '../../components/Card.tsx';
import { FieldGroup } from '../../components/Field.tsx';
import { Row, Stack } from '../../components/Stack.tsx';
import { useSay } from '../../components/Toasts.tsx';
import { Foldable } from '../editing/Foldable.tsx';
import { useFieldErrors } from '../editing/fieldErrors.tsx';
import { moved, newCode, removed, replaced } from '../editing/lists.ts';
import { OrderButtons } from '../editing/OrderButtons.tsx';
import { useProtocolText } from '../text.ts';
import { useWordsText } from './text.ts';
import { useNameOf } from './useNameOf.ts';
import { WordFields } from './WordFields.tsx';

/** More than fits on a phone. */
const mostWords = 40;

interface WordsEditorProps {
  list: Vocabulary;
  words: readonly Word[];
  /** As they count now: what is among them can be retired, not taken away. */
  inForce: readonly Word[];
  suggestions: readonly Word[];
  onChange: (words: Word[]) => void;
}

/** The words of one list: call otherwise, put in order, add, retire and bring back. */
export function WordsEditor({ list, words, inForce, suggestions, onChange }: WordsEditorProps) {
  const text = useWordsText();
  const { editing } = useProtocolText();
  const tell = useSay();
  const { errorAt } = useFieldErrors();
  const added = useRef(new Set<string>());
  const { nameOf } = useNameOf(list);
  const isNew = ({ code }: Word) => !inForce.some((word) => word.code === code);

  function add(word: Word) {
    if (words.length >= mostWords) return tell(editing.most(mostWords));
    added.current.add(word.code);
    const next = beforeTheLast(words, [word]);
    onChange([...next]);
    const at = next.indexOf(word);
    requestAnimationFrame(() => document.getElementById(`content-words-${at}-label-nl`)?.focus());
  }

  function remove(at: number, name: string) {
    onChange(removed(words, at));
    tell(text.removed(name), { undo: () => onChange([...words]) });
  }

  return (
    <Stack gap="m">
      <Suggestions list={list} words={words} suggestions={suggestions} onTake={add} />
      <FieldGroup id="content-words" legend={text.lists[list].title} hideLegend error={errorAt('content-words')}>
        <ul className="foldables plain-list">
          {words.map((word, at) => {
            const name = nameOf(word);
            return (
              <Foldable
                key={word.code}
                id={`content-words-${at}`}
                place={at + 1}
                headingLevel={2}
                title={name}
                note={<Note list={list} word={word} />}
                isNew={added.current.has(word.code)}
                tools={
                  <OrderButtons
                    id={`order-${word.code}`}
                    name={name}
                    at={at}
                    count={words.length}
                    onMove={(by) => onChange(moved(words, at, by))}
                    {...(isNew(word) && { onRemove: () => remove(at, name) })}
                  />
                }
              >
                <WordFields
                  id={`content-words-${at}`}
                  list={list}
                  word={word}
                  isNew={isNew(word)}
                  onChange={(changed) => onChange(replaced(words, at, changed))}
                />
              </Foldable>
            );
          })}
        </ul>
      </FieldGroup>
      <Button kind="secondary" icon="plus" onClick={() => add(newWord())}>
        {text.add}
      </Button>
    </Stack>
  );
}

function newWord(): Word {
  return { code: newCode(), label: { nl: '', en: '' }, countsAs: null, isRetired: false, ownCode: null };
}

function Note({ list, word }: { list: Vocabulary; word: Word }) {
  const text = useWordsText();
  const { builtInName } = useNameOf(list);
  const isOwn = isOwnCode(word.code);
  return [
    word.isRetired && text.retired,
    isOwn ? text.own : text.builtIn,
    word.countsAs && text.countsAs(builtInName(word.countsAs)),
    !isOwn && word.label && text.renamed(builtInName(word.code)),
    word.ownCode && text.code(word.ownCode),
  ]
    .filter(Boolean)
    .join(' · ');
}

interface SuggestionsProps {
  list: Vocabulary;
  words: readonly Word[];
  suggestions: readonly Word[];
  onTake: (word: Word) => void;
}

/** What others in this sector often add; gone once it is there. */
function Suggestions({ list, words, suggestions, onTake }: SuggestionsProps) {
  const text = useWordsText();
  const tell = useSay();
  const { nameOf } = useNameOf(list);
  const open = suggestions.filter(({ code }) => !words.some((word) => word.code === code));
  if (open.length === 0) return null;
  return (
    <Card heading={text.suggestions}>
      <Row>
        {open.map((word) => (
          <Button
            key={word.code}
            kind="secondary"
            icon="plus"
            onClick={() => {
              onTake(word);
              tell(text.takenOver(nameOf(word)));
            }}
          >
            {text.takeOver(nameOf(word))}
          </Button>
        ))}
      </Row>
    </Card>
  );
}
