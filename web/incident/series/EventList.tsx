import { type Series, type SeriesEvent, takeBackFromSeries } from '../../../contract/incident.ts';
import { Button } from '../../components/Button.tsx';
import { Card } from '../../components/Card.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { Tag } from '../../components/Tag.tsx';
import { Text } from '../../components/Text.tsx';
import { useSay } from '../../components/Toasts.tsx';
import { useNow } from '../../session/now.ts';
import { useWrite } from '../../session/useWrite.ts';
import { useMoments } from '../../text/moments.ts';
import { incidentTitle } from '../incidentTitle.ts';
import { useIncidentText } from '../text.ts';
import { useSeriesText } from './text.ts';
import { whenOf } from './written-event.ts';

interface EventListProps {
  series: Series;
  events: readonly SeriesEvent[];
  /** There is nothing older. */
  isEnd: boolean;
  isFiltered: boolean;
}

type Entry = { readonly at: string; readonly event: SeriesEvent | null };

/** One timeline, the newest first; the report stands in it at its own moment. */
export function EventList({ series, events, isEnd, isFiltered }: EventListProps) {
  const text = useSeriesText();
  if (isFiltered && events.length === 0) {
    return (
      <EmptyState drawing="search" title={text.list.noneTitle}>
        {text.list.none}
      </EmptyState>
    );
  }
  return (
    <Card heading={text.list.title}>
      <ol className="series__list plain-list">
        {inOrder(series, events, isEnd, isFiltered).map(({ event }) =>
          event ? <EventItem key={event.eventId} event={event} /> : <ReportItem key="report" series={series} />,
        )}
      </ol>
    </Card>
  );
}

/** The report takes its place once the list has come as far back as it. */
function inOrder({ report }: Series, events: readonly SeriesEvent[], isEnd: boolean, isFiltered: boolean): Entry[] {
  const entries: Entry[] = events.map((event) => ({ at: event.occurredAt, event }));
  const oldest = entries.at(-1)?.at;
  const isReached = isEnd || (oldest !== undefined && Date.parse(oldest) < Date.parse(report.occurredAt));
  if (!isFiltered && isReached) entries.push({ at: report.occurredAt, event: null });
  return entries.toSorted((one, other) => Date.parse(other.at) - Date.parse(one.at));
}

function EventItem({ event }: { event: SeriesEvent }) {
  const text = useSeriesText();
  const moments = useMoments();
  const now = useNow();
  const when = whenOf(event, moments);
  return (
    <li className="series__item">
      <div className="series__head">
        <strong>{when}</strong>
        <Tag tone="teal">{text.ways[event.way]}</Tag>
      </div>
      <p className="series__words">{event.text}</p>
      {event.forwarded?.numbersLeftOut && <Text small>{text.list.numberLeftOut}</Text>}
      {event.forwarded?.original === 'no_room' && <Text small>{text.list.onlyWords}</Text>}
      <div className="series__foot">
        <Text soft small>
          {event.forwarded
            ? text.list.forwardedBy(event.writtenBy.name, moments.moment(event.forwarded.at, now))
            : text.list.writtenBy(event.writtenBy.name, moments.moment(event.addedAt, now))}
        </Text>
        {event.isMine && <TakeBack event={event} when={when} />}
      </div>
    </li>
  );
}

function TakeBack({ event: { eventId, way }, when }: { event: SeriesEvent; when: string }) {
  const text = useSeriesText();
  const say = useSay();
  const takingBack = useWrite(takeBackFromSeries);
  async function takeBack() {
    if (await takingBack.send({ params: { eventId }, body: {} })) say(text.list.takenBack);
  }
  return (
    <Button
      kind="plain"
      busy={takingBack.isBusy}
      aria-label={text.list.takeBackOf(text.ways[way], when)}
      onClick={() => void takeBack()}
    >
      {text.list.takeBack}
    </Button>
  );
}

function ReportItem({ series: { report } }: { series: Series }) {
  const text = useSeriesText();
  const words = useIncidentText();
  const moments = useMoments();
  const now = useNow();
  return (
    <li className="series__item series__item--report">
      <div className="series__head">
        <strong>{whenOf({ occurredAt: report.occurredAt, occurredPrecision: 'exact' }, moments)}</strong>
        <Tag>{text.list.report}</Tag>
      </div>
      <p className="series__words">{incidentTitle(words, report)}</p>
      {report.stories.map(({ person, text: story }) => (
        <div key={person.id}>
          <p className="series__words">{story}</p>
          <Text soft small>
            {text.list.writtenBy(person.name, moments.moment(report.reportedAt, now))}
          </Text>
        </div>
      ))}
    </li>
  );
}
