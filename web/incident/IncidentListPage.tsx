import './incident.css';
import type { z } from 'zod';
import { incidentKinds, type incidentRow, incidentStates, listIncidents, severities } from '../../contract/incident.ts';
import { listLocations, listTeams } from '../../contract/organisation.ts';
import { ButtonLink } from '../components/ButtonLink.tsx';
import { EmptyState } from '../components/EmptyState.tsx';
import { Field } from '../components/Field.tsx';
import { FilterBar } from '../components/FilterBar.tsx';
import { KeysetPager } from '../components/KeysetPager.tsx';
import { PageHeader } from '../components/PageHeader.tsx';
import { Select } from '../components/Select.tsx';
import { Stack } from '../components/Stack.tsx';
import { type Column, Table } from '../components/Table.tsx';
import { Tag } from '../components/Tag.tsx';
import { Answered } from '../session/Answered.tsx';
import { type AddressWords, useAddressWords } from '../session/address.ts';
import { hasRole, useMe } from '../session/me.tsx';
import { useNow } from '../session/now.ts';
import { useRead, useReadPages } from '../session/useRead.ts';
import { useMoments } from '../text/moments.ts';
import { ClockTag } from './ClockTag.tsx';
import { incidentTitle } from './incidentTitle.ts';
import { useOccurred } from './occurred.ts';
import { stateTones } from './stateTones.ts';
import { type IncidentText, useIncidentText } from './text.ts';

export type IncidentRow = z.infer<typeof incidentRow>;

/** The reports of my team, or of the whole organisation. Filters stand in the address, so that the page can be shared. */
export function IncidentListPage() {
  const text = useIncidentText();
  const me = useMe();
  const [words, change] = useAddressWords();
  const seesAll = hasRole(me, 'coordinator');
  const scope = seesAll && words.wie !== 'team' ? 'organisation' : 'team';
  return (
    <Stack gap="l">
      <PageHeader
        title={text.list.title}
        lead={scope === 'organisation' ? text.list.leadOrganisation : text.list.leadTeam}
        actions={
          <>
            {seesAll && (
              <ButtonLink kind="plain" href="/meldingen/inlezen">
                {text.list.takeOver}
              </ButtonLink>
            )}
            <ButtonLink kind="secondary" href="/melden">
              {text.list.report}
            </ButtonLink>
          </>
        }
      />
      <Filters words={words} change={change} seesAll={seesAll} scope={scope} />
      <Incidents words={words} scope={scope} />
    </Stack>
  );
}

interface FiltersProps {
  words: AddressWords;
  change: (changes: AddressWords) => void;
  seesAll: boolean;
  scope: 'team' | 'organisation';
}

const filterWords = ['stand', 'ernst', 'soort', 'team', 'locatie'] as const;

function Filters({ words, change, seesAll, scope }: FiltersProps) {
  const text = useIncidentText();
  const teams = useRead(listTeams, {}, { enabled: seesAll });
  const locations = useRead(listLocations, {});
  const active = filterWords.filter((word) => words[word]).length;
  const clear = () => change(Object.fromEntries(filterWords.map((word) => [word, undefined])));
  const choice = (
    word: (typeof filterWords)[number],
    label: string,
    emptyLabel: string,
    options: { value: string; label: string }[],
  ) => (
    <Field id={word} label={label}>
      <Select
        emptyLabel={emptyLabel}
        options={options}
        value={words[word] ?? ''}
        onChange={(value) => change({ [word]: value || undefined })}
      />
    </Field>
  );
  const named = ({ id, name }: { id: string; name: string }) => ({ value: id, label: name });
  return (
    <FilterBar active={active} onClear={clear}>
      {seesAll && (
        <Field id="wie" label={text.list.scope}>
          <Select
            emptyLabel={text.list.scopes.organisation}
            options={[{ value: 'team', label: text.list.scopes.team }]}
            value={scope === 'team' ? 'team' : ''}
            onChange={(value) => change({ wie: value || undefined })}
          />
        </Field>
      )}
      {choice('stand', text.list.state, text.list.allStates, [
        { value: 'open', label: text.list.open },
        ...incidentStates.map((value) => ({ value, label: text.states[value] })),
      ])}
      {choice(
        'ernst',
        text.list.severity,
        text.list.allSeverities,
        severities.map((value) => ({ value, label: text.severities[value] })),
      )}
      {choice(
        'soort',
        text.list.kind,
        text.list.allKinds,
        incidentKinds.map((value) => ({ value, label: text.kinds[value] })),
      )}
      {seesAll &&
        scope === 'organisation' &&
        choice('team', text.list.team, text.list.allTeams, (teams.data?.teams ?? []).map(named))}
      {choice('locatie', text.list.location, text.list.allLocations, (locations.data?.locations ?? []).map(named))}
    </FilterBar>
  );
}

function Incidents({ words, scope }: { words: AddressWords; scope: 'team' | 'organisation' }) {
  const text = useIncidentText();
  const columns = useColumns();
  const pages = useReadPages(
    listIncidents,
    (cursor) => ({ query: { ...queryOf(words, scope), ...(cursor && { cursor }) } }),
    {
      live: ['incident'],
    },
  );
  const isFiltered = filterWords.some((word) => words[word]);
  return (
    <Answered of={pages}>
      {({ pages: answered }) => {
        const incidents = answered.flatMap((page) => page.incidents);
        if (incidents.length === 0) {
          return isFiltered ? (
            <EmptyState drawing="search" title={text.list.noneTitle}>
              {text.list.none}
            </EmptyState>
          ) : (
            <EmptyState drawing="inbox" title={text.list.emptyTitle}>
              {text.list.empty}
            </EmptyState>
          );
        }
        return (
          <Stack>
            <Table caption={text.list.caption} columns={columns} rows={incidents} rowId={(row) => row.incidentId} />
            <KeysetPager
              shown={incidents.length}
              hasMore={pages.hasNextPage}
              busy={pages.isFetchingNextPage}
              onMore={() => void pages.fetchNextPage()}
            />
          </Stack>
        );
      }}
    </Answered>
  );
}

function queryOf(words: AddressWords, scope: 'team' | 'organisation') {
  const state = (['open', ...incidentStates] as const).find((known) => known === words.stand);
  const severity = severities.find((known) => known === words.ernst);
  const kind = incidentKinds.find((known) => known === words.soort);
  return {
    scope,
    ...(state && { state }),
    ...(severity && { severity }),
    ...(kind && { kind }),
    ...(words.team && scope === 'organisation' && { teamId: words.team }),
    ...(words.locatie && { locationId: words.locatie }),
  };
}

function useColumns(): readonly Column<IncidentRow>[] {
  const text = useIncidentText();
  const moments = useMoments();
  const occurred = useOccurred();
  const now = useNow();
  return [
    { id: 'what', header: text.list.columns.what, kind: 'title', cell: (row) => <What row={row} text={text} /> },
    {
      id: 'when',
      header: text.list.columns.when,
      cell: (row) => (
        <time dateTime={row.occurredAt}>
          {occurred(row.occurredAt, row.occurredPrecision, (at) => moments.moment(at, now))}
        </time>
      ),
    },
    {
      id: 'who',
      header: text.list.columns.who,
      cell: (row) => row.hasIt ?? <span className="soft">{text.list.nobody}</span>,
    },
    { id: 'clock', header: text.list.columns.clock, cell: (row) => <ClockTag clock={row.clock} /> },
    {
      id: 'state',
      header: text.list.columns.state,
      cell: (row) => <Tag tone={stateTones[row.state]}>{text.states[row.state]}</Tag>,
    },
  ];
}

function What({ row, text }: { row: IncidentRow; text: IncidentText }) {
  const about = [row.number, row.teamName, row.openTasks > 0 && text.list.tasks(row.openTasks)];
  return (
    <>
      <a className="utrecht-link utrecht-link--html-a" href={`/meldingen/${row.incidentId}`}>
        {incidentTitle(text, row)}
      </a>
      <span className="soft small incident-row__about">{about.filter(Boolean).join(' · ')}</span>
    </>
  );
}
