import { useState } from 'react';
import { listTeamSummaries, type TeamSummary } from '../../../contract/incident.ts';
import { Button } from '../../components/Button.tsx';
import { Card } from '../../components/Card.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { Field } from '../../components/Field.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { SearchInput } from '../../components/SearchInput.tsx';
import { Select } from '../../components/Select.tsx';
import { Row, Stack } from '../../components/Stack.tsx';
import { Tag } from '../../components/Tag.tsx';
import { Text } from '../../components/Text.tsx';
import { Answered } from '../../session/Answered.tsx';
import { useAddressWords } from '../../session/address.ts';
import { useReadPages } from '../../session/useRead.ts';
import { useMoments } from '../../text/moments.ts';
import { MarkDiscussed } from './MarkDiscussed.tsx';
import { SummaryText } from './SummaryText.tsx';
import { useSummariesText } from './text.ts';
import './summaries.css';
import { MorePages } from '../../session/MorePages.tsx';

type Scope = 'team' | 'library';

/** What the team discusses and learns from, the latest first; or what all teams learned. */
export function TeamSummariesPage() {
  const { list: text } = useSummariesText();
  const [{ uit }, change] = useAddressWords();
  const [words, setWords] = useState('');
  const scope: Scope = uit === 'bibliotheek' ? 'library' : 'team';
  const isLibrary = scope === 'library';
  return (
    <Stack gap="l" className="summaries">
      <PageHeader
        title={isLibrary ? text.libraryTitle : text.title}
        lead={isLibrary ? text.libraryLead : text.lead}
        actions={
          <Button kind="secondary" onClick={() => window.print()}>
            {text.print}
          </Button>
        }
      />
      <div className="summaries__which">
        <Field id="uit" label={text.which}>
          <Select
            options={[
              { value: 'team', label: text.team },
              { value: 'library', label: text.library },
            ]}
            value={scope}
            onChange={(chosen) => change({ uit: chosen === 'library' ? 'bibliotheek' : undefined })}
          />
        </Field>
        <SearchInput id="zoek" value={words} label={text.search} onSearch={setWords} />
      </div>
      <Summaries key={`${scope} ${words}`} scope={scope} words={words} onStop={() => setWords('')} />
    </Stack>
  );
}

function Summaries({ scope, words, onStop }: { scope: Scope; words: string; onStop: () => void }) {
  const { list: text } = useSummariesText();
  const pages = useReadPages(
    listTeamSummaries,
    (cursor) => ({ body: { scope, ...(words && { words }), ...(cursor && { cursor }) } }),
    { live: ['incident'] },
  );
  return (
    <Stack>
      {words && (
        <Row>
          <Button kind="secondary" icon="close" onClick={onStop}>
            {text.stop}
          </Button>
        </Row>
      )}
      <Answered of={pages}>
        {({ pages: answered }) => {
          const found = answered.flatMap(({ summaries }) => summaries);
          return (
            <>
              {found.length === 0 && <Nothing scope={scope} isSearch={words !== ''} />}
              <ol className="summaries__list plain-list">
                {found.map((summary) => (
                  <OneSummary key={summary.summaryId} summary={summary} isForTeam={scope === 'team'} />
                ))}
              </ol>
              {words && pages.hasNextPage && <Text soft>{text.oldest}</Text>}
              {(found.length > 0 || pages.hasNextPage) && <MorePages of={pages} shown={found.length} />}
            </>
          );
        }}
      </Answered>
    </Stack>
  );
}

function Nothing({ scope, isSearch }: { scope: Scope; isSearch: boolean }) {
  const { list: text } = useSummariesText();
  if (isSearch) {
    return (
      <EmptyState drawing="search" title={text.notFound}>
        {text.notFoundHint}
      </EmptyState>
    );
  }
  return (
    <EmptyState drawing="people" title={text.none}>
      {scope === 'team' ? text.noneTeam : text.noneLibrary}
    </EmptyState>
  );
}

function OneSummary({ summary, isForTeam }: { summary: TeamSummary; isForTeam: boolean }) {
  const { list: text } = useSummariesText();
  const moments = useMoments();
  const { texts, sharedAt, teamName, discussedOn, inLibrary, mayMark } = summary;
  const sharedOn = moments.date(sharedAt);
  const standing = discussedOn ? text.discussedOn(moments.date(discussedOn)) : text.notDiscussed;
  return (
    <Card
      as="li"
      heading={text.sharedOn(sharedOn)}
      aside={isForTeam && <Tag tone={discussedOn ? 'green' : 'neutral'}>{standing}</Tag>}
    >
      <Stack>
        {isForTeam && (
          <Text soft small>
            {[teamName, inLibrary && text.alsoInLibrary].filter(Boolean).join(' · ')}
          </Text>
        )}
        <SummaryText texts={texts} />
        {mayMark && <MarkDiscussed summary={summary} sharedOn={sharedOn} />}
      </Stack>
    </Card>
  );
}
