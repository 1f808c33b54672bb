import { getVocabulary, getVocabularyVersion, listVocabularyVersions } from '../../../contract/vocabulary.ts';
import type { Vocabulary } from '../../../contract/vocabulary-words.ts';
import { ButtonLink } from '../../components/ButtonLink.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { Columns, Stack } from '../../components/Stack.tsx';
import { Answered } from '../../session/Answered.tsx';
import { useRead } from '../../session/useRead.ts';
import { WithVersion } from '../address.tsx';
import { HistoryCard } from '../HistoryCard.tsx';
import { useMayChange } from '../mayChange.ts';
import { PastVersionAdvice } from '../PastVersionAdvice.tsx';
import { useProtocolText } from '../text.ts';
import { useWordsTrail, WithList, wordsHref } from './address.tsx';
import { useWordsText } from './text.ts';
import { WordsPreview } from './WordsPreview.tsx';
import { WordsView } from './WordsView.tsx';

/** One list of words, as it counts now. */
export function WordListPage() {
  return <WithList>{(list) => <WordList key={list} list={list} />}</WithList>;
}

function WordList({ list }: { list: Vocabulary }) {
  const text = useWordsText();
  const { change } = useProtocolText();
  const mayChange = useMayChange();
  const read = useRead(getVocabulary, { params: { list } });
  const { title } = text.lists[list];
  return (
    <Stack gap="l">
      <PageHeader
        title={title}
        lead={text.lead}
        trail={useWordsTrail({ label: title })}
        actions={mayChange && <ButtonLink href={`${wordsHref(list)}/wijzigen`}>{change}</ButtonLink>}
      />
      <Answered of={read}>
        {({ content, version }) => (
          <Columns>
            <WordsView list={list} words={content.words} />
            <Stack gap="l">
              <WordsPreview list={list} words={content.words} />
              <WordHistory list={list} shown={version} />
            </Stack>
          </Columns>
        )}
      </Answered>
    </Stack>
  );
}

/** The list as it once was: the dossiers of then keep it. */
export function PastWordListPage() {
  return (
    <WithList>
      {(list) => <WithVersion>{(version) => <PastWords list={list} version={version} />}</WithVersion>}
    </WithList>
  );
}

function PastWords({ list, version }: { list: Vocabulary; version: number }) {
  const text = useWordsText();
  const read = useRead(getVocabularyVersion, { params: { list, version } });
  const { title } = text.lists[list];
  return (
    <Stack gap="l">
      <PageHeader title={title} lead={text.lead} trail={useWordsTrail({ label: title, href: wordsHref(list) })} />
      <PastVersionAdvice version={version} href={wordsHref(list)} />
      <Answered of={read}>
        {({ content }) => (
          <Columns>
            <WordsView list={list} words={content.words} />
            <WordHistory list={list} shown={version} />
          </Columns>
        )}
      </Answered>
    </Stack>
  );
}

function WordHistory({ list, shown }: { list: Vocabulary; shown: number }) {
  const text = useWordsText();
  const read = useRead(listVocabularyVersions, { params: { list } });
  return <HistoryCard of={read} shown={shown} href={wordsHref(list)} noneYet={text.noneYet} />;
}
