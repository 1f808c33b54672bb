import { listPatterns } from '../../../contract/incident.ts';
import { ButtonLink } from '../../components/ButtonLink.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { Field } from '../../components/Field.tsx';
import { FilterBar } from '../../components/FilterBar.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { Select } from '../../components/Select.tsx';
import { Stack } from '../../components/Stack.tsx';
import { AnsweredList } from '../../session/AnsweredList.tsx';
import { useAddressWords } from '../../session/address.ts';
import { hasRole, useMe } from '../../session/me.tsx';
import { useReadPages } from '../../session/useRead.ts';
import { PatternCard } from './PatternCard.tsx';
import { usePatternText } from './text.ts';
import { usePatternDialogs } from './usePatternDialogs.tsx';

/** What colleagues noted and is alike. The coordinator decides; nothing here happens by itself. */
export function PatternsPage() {
  const text = usePatternText();
  if (hasRole(useMe(), 'coordinator')) return <Patterns />;
  return (
    <Stack gap="l">
      <PageHeader title={text.title} />
      <EmptyState drawing="calm" title={text.notForYouTitle}>
        {text.notForYou}
      </EmptyState>
    </Stack>
  );
}

function Patterns() {
  const text = usePatternText();
  const [words, change] = useAddressWords();
  const show = words.toon === 'beslist' ? 'decided' : 'open';
  const { onDeed, dialog } = usePatternDialogs();
  const pages = useReadPages(listPatterns, (cursor) => ({ query: { show, ...(cursor && { cursor }) } as const }), {
    live: ['notifications'],
  });
  return (
    <Stack gap="l">
      <PageHeader
        title={text.title}
        lead={text.lead}
        actions={
          <ButtonLink kind="secondary" href="/afspraken/patronen">
            {text.toRules}
          </ButtonLink>
        }
      />
      <FilterBar active={show === 'open' ? 0 : 1} onClear={() => change({ toon: undefined })}>
        <Field id="toon" label={text.show}>
          <Select
            emptyLabel={text.shows.open}
            options={[{ value: 'beslist', label: text.shows.decided }]}
            value={show === 'decided' ? 'beslist' : ''}
            onChange={(value) => change({ toon: value || undefined })}
          />
        </Field>
      </FilterBar>
      <AnsweredList
        of={pages}
        itemsOf={(page) => page.patterns}
        empty={
          <EmptyState drawing="calm" title={text.emptyTitle}>
            {show === 'open' ? text.empty : text.emptyDecided}
          </EmptyState>
        }
      >
        {(patterns) =>
          patterns.map((pattern) => <PatternCard key={pattern.patternId} pattern={pattern} onDeed={onDeed} />)
        }
      </AnsweredList>
      {dialog}
    </Stack>
  );
}
