import './incident.css';
import './list/list.css';
import { useState } from 'react';
import { ButtonLink } from '../components/ButtonLink.tsx';
import { PageHeader } from '../components/PageHeader.tsx';
import { SearchInput } from '../components/SearchInput.tsx';
import { Stack } from '../components/Stack.tsx';
import { Text } from '../components/Text.tsx';
import { FilterChips } from './list/FilterChips.tsx';
import { FoundByName } from './list/FoundByName.tsx';
import { addressOf, looksLikeNumber, wordsToKeep } from './list/filters.ts';
import { Incidents } from './list/Incidents.tsx';
import { ListFilters } from './list/ListFilters.tsx';
import { SavedViews } from './list/SavedViews.tsx';
import { useListText } from './list/text.ts';
import { useFilters } from './list/useFilters.ts';
import { useIncidentText } from './text.ts';

/** The reports of my team, or of the whole organisation. Filters stand in the address, so that the page can be shared. */
export function IncidentListPage() {
  const incident = useIncidentText();
  const text = useListText();
  const filters = useFilters();
  const [asked, setAsked] = useState('');

  /** A number is a filter like the others; a name is looked for, and stands in no address. */
  function search(words: string) {
    const isNumber = looksLikeNumber(words);
    setAsked(isNumber ? '' : words);
    if (isNumber) filters.change({ nummer: words.replaceAll(/[\s#]/g, '').replace(/[–/]/, '-') });
  }

  return (
    <Stack gap="l">
      <PageHeader
        title={incident.list.title}
        lead={filters.scope === 'organisation' ? incident.list.leadOrganisation : incident.list.leadTeam}
        actions={
          <>
            {filters.seesAll && (
              <ButtonLink kind="plain" href="/meldingen/inlezen">
                {incident.list.takeOver}
              </ButtonLink>
            )}
            <ButtonLink
              kind="secondary"
              href={addressOf('/meldingen/exporteren', wordsToKeep(filters, filters.seesAll))}
            >
              {text.export.link}
            </ButtonLink>
            <ButtonLink kind="secondary" href="/melden">
              {incident.list.report}
            </ButtonLink>
          </>
        }
      />
      <Stack gap="s" className="list-search not-on-paper">
        <SearchInput id="zoek" value={asked} label={text.search.label} onSearch={search} />
        <Text soft>{text.search.hint}</Text>
      </Stack>
      {asked ? (
        <FoundByName key={asked} words={asked} scope={filters.scope} onStop={() => setAsked('')} />
      ) : (
        <>
          <SavedViews filters={filters} />
          <ListFilters filters={filters} />
          <FilterChips filters={filters} />
          <Incidents filters={filters} />
        </>
      )}
    </Stack>
  );
}
