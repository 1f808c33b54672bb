import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { readSeries, type Series, type SeriesEvent } from '../../../contract/incident.ts';
import { Advice } from '../../components/Advice.tsx';
import { Button } from '../../components/Button.tsx';
import { Checkbox } from '../../components/Checkbox.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { Stack } from '../../components/Stack.tsx';
import { Text } from '../../components/Text.tsx';
import { Answered } from '../../session/Answered.tsx';
import { useAddressPart } from '../../session/address.ts';
import { call } from '../../session/call.ts';
import { serverNow } from '../../session/now.ts';
import type { Problem } from '../../session/problem.ts';
import { useMoments } from '../../text/moments.ts';
import { incidentTitle } from '../incidentTitle.ts';
import { useIncidentText } from '../text.ts';
import { seriesTrail } from './series-trail.ts';
import { useSeriesText } from './text.ts';
import { whenOf } from './written-event.ts';
import './series.css';

/** For the police: everything on paper, the oldest first, without the names of colleagues unless somebody asks for them. */
export function SeriesPaperPage() {
  const incidentId = useAddressPart('incidentId');
  const series = useQuery<Series, Problem>({
    queryKey: ['series for paper', incidentId],
    queryFn: ({ signal }) => wholeSeries(incidentId, signal),
    staleTime: Number.POSITIVE_INFINITY,
  });
  return (
    <Answered of={series} isPage>
      {(whole) => <Paper incidentId={incidentId} series={whole} />}
    </Answered>
  );
}

/** All pages as one: paper has no button for more. */
async function wholeSeries(incidentId: string, signal: AbortSignal): Promise<Series> {
  const events: SeriesEvent[] = [];
  let cursor: string | undefined;
  for (;;) {
    const query = { limit: 200, purpose: 'paper', ...(cursor && { cursor }) } as const;
    const page = await call(readSeries, { params: { incidentId }, query }, { signal });
    events.push(...page.events);
    if (page.next === null) return { ...page, events: events.toReversed() };
    cursor = page.next;
  }
}

function Paper({ incidentId, series }: { incidentId: string; series: Series }) {
  const { paper: text, title } = useSeriesText();
  const [hasNames, setNames] = useState(false);
  return (
    <Stack gap="l" className="series-paper-page">
      <PageHeader
        title={text.title}
        tabTitle={`${title} ${series.number}`}
        trail={seriesTrail(incidentId, series, text.title)}
        actions={<Button onClick={() => window.print()}>{text.print}</Button>}
      />
      <Stack className="series-paper__choices">
        <Checkbox id="names" checked={hasNames} onChange={setNames} hint={text.withNamesHint}>
          {text.withNames}
        </Checkbox>
        <Advice>{text.namesInText}</Advice>
      </Stack>
      <article className="series-paper">
        <h2>{text.heading}</h2>
        <Facts series={series} />
        <PaperReport series={series} hasNames={hasNames} />
        {series.events.length === 0 && <Text>{text.nothing}</Text>}
        <ol className="plain-list" aria-label={text.table}>
          {series.events.map((event) => (
            <PaperEvent key={event.eventId} event={event} hasNames={hasNames} />
          ))}
        </ol>
      </article>
    </Stack>
  );
}

function Facts({ series: { number, firstAt, lastAt, counts, events } }: { series: Series }) {
  const { paper: text, ways } = useSeriesText();
  const moments = useMoments();
  const facts = [
    [text.dossier, number],
    ...(firstAt && lastAt ? [[text.period, text.from(moments.date(firstAt), moments.date(lastAt))]] : []),
    [text.total, String(events.length)],
    ...counts.map(({ way, count }) => [ways[way], String(count)]),
    [text.madeOn, moments.date(serverNow().toISOString())],
  ];
  return (
    <dl className="series-paper__facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function PaperReport({ series: { report }, hasNames }: { series: Series; hasNames: boolean }) {
  const { paper: text, roles } = useSeriesText();
  const words = useIncidentText();
  const moments = useMoments();
  return (
    <section className="series-paper__event">
      <h3>{text.report}</h3>
      <p>
        {whenOf({ occurredAt: report.occurredAt, occurredPrecision: 'exact' }, moments)}: {incidentTitle(words, report)}
        .
      </p>
      {report.placeName && <p>{text.where(report.placeName)}</p>}
      {report.stories.map(({ person, writerRole, text: story }) => (
        <div key={person.id}>
          <p className="series__words">{story}</p>
          <Text soft small>
            {text.who}: {text.on(hasNames ? person.name : roles[writerRole], moments.date(report.reportedAt))}
          </Text>
        </div>
      ))}
    </section>
  );
}

function PaperEvent({ event, hasNames }: { event: SeriesEvent; hasNames: boolean }) {
  const { paper: text, roles, ways } = useSeriesText();
  const moments = useMoments();
  const who = hasNames ? event.writtenBy.name : roles[event.writerRole];
  return (
    <li className="series-paper__event">
      <strong>
        {whenOf(event, moments)} · {ways[event.way]}
      </strong>
      <p className="series__words">{event.text}</p>
      <Text soft small>
        {text.who}: {text.on(who, moments.date(event.addedAt))}
      </Text>
    </li>
  );
}
