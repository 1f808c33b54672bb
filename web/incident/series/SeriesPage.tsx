import type { ReactNode } from 'react';
import { readSeries, type Series, type SeriesWay, seriesWays } from '../../../contract/incident.ts';
import { UploadsUnderWay } from '../../attachments/UploadsUnderWay.tsx';
import { ButtonLink } from '../../components/ButtonLink.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { Field } from '../../components/Field.tsx';
import { FilterBar } from '../../components/FilterBar.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { Select } from '../../components/Select.tsx';
import { Stack } from '../../components/Stack.tsx';
import { Answered } from '../../session/Answered.tsx';
import { useAddressPart, useAddressWords } from '../../session/address.ts';
import { useReadPages } from '../../session/useRead.ts';
import { AddEvent } from './AddEvent.tsx';
import { EventList } from './EventList.tsx';
import { ForwardCard } from './ForwardCard.tsx';
import { seriesTrail } from './series-trail.ts';
import { useSeriesText } from './text.ts';
import './series.css';
import { MorePages } from '../../session/MorePages.tsx';

/** Everything that happened again, with the report it began with; and room to add to it. */
export function SeriesPage() {
  const incidentId = useAddressPart('incidentId');
  const [words] = useAddressWords();
  const way = seriesWays.find((known) => known === words.soort);
  const pages = useReadPages(
    readSeries,
    (cursor) => ({ params: { incidentId }, query: { ...(way && { way }), ...(cursor && { cursor }) } }),
    { live: ['incident'] },
  );
  return (
    <Answered of={pages} isPage>
      {({ pages: answered }) => {
        const [first] = answered;
        if (!first) return null;
        const events = answered.flatMap((page) => page.events);
        return (
          <Whole incidentId={incidentId} series={first} way={way}>
            <EventList series={first} events={events} isEnd={!pages.hasNextPage} isFiltered={way !== undefined} />
            {events.length > 0 && <MorePages of={pages} shown={events.length} />}
          </Whole>
        );
      }}
    </Answered>
  );
}

interface WholeProps {
  incidentId: string;
  series: Series;
  way: SeriesWay | undefined;
  children: ReactNode;
}

function Whole({ incidentId, series, way, children }: WholeProps) {
  const text = useSeriesText();
  const isEmpty = series.counts.length === 0;
  return (
    <Stack gap="l" className="series">
      <PageHeader
        title={text.title}
        tabTitle={`${text.title} ${series.number}`}
        lead={text.lead}
        trail={seriesTrail(incidentId, series, text.title)}
        actions={
          !isEmpty && (
            <ButtonLink kind="secondary" href={`/reeks/${incidentId}/afdruk`}>
              {text.list.print}
            </ButtonLink>
          )
        }
      />
      {series.mayAdd && <AddEvent incidentId={incidentId} />}
      {series.mayAdd && <ForwardCard incidentId={incidentId} />}
      <UploadsUnderWay incidentId={incidentId} heading={text.uploads} />
      {!isEmpty && <WayFilter counts={series.counts} way={way} />}
      {isEmpty && series.mayAdd && (
        <EmptyState drawing="path" title={text.list.emptyTitle}>
          {text.list.empty}
        </EmptyState>
      )}
      {children}
    </Stack>
  );
}

function WayFilter({ counts, way }: { counts: Series['counts']; way: SeriesWay | undefined }) {
  const text = useSeriesText();
  const [, change] = useAddressWords();
  return (
    <FilterBar active={way ? 1 : 0} onClear={() => change({ soort: undefined })}>
      <Field id="soort" label={text.list.way}>
        <Select
          emptyLabel={text.list.all}
          options={counts.map(({ way: value, count }) => ({ value, label: text.list.count(count, text.ways[value]) }))}
          value={way ?? ''}
          onChange={(value) => change({ soort: value || undefined })}
        />
      </Field>
    </FilterBar>
  );
}
