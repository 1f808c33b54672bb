import type { z } from 'zod';
import type { responseClock } from '../../contract/incident.ts';
import { Tag } from '../components/Tag.tsx';
import { useNow } from '../session/now.ts';
import { useMoments } from '../text/moments.ts';
import { useIncidentText } from './text.ts';

export type ResponseClock = z.infer<typeof responseClock>;

/** The clock of the response in a few words, for a list. */
export function ClockTag({ clock }: { clock: ResponseClock }) {
  const text = useIncidentText();
  const moments = useMoments();
  const now = useNow();
  switch (clock.state) {
    case 'none':
      return <span className="soft">{text.clock.none}</span>;
    case 'running':
      return <Tag tone="amber">{text.clock.running(clock.dueAt ? moments.moment(clock.dueAt, now) : '')}</Tag>;
    case 'overdue':
      return <Tag tone="amber">{text.clock.overdue}</Tag>;
    case 'deferred':
      return <Tag>{text.clock.deferred(clock.reviewOn ? moments.day(clock.reviewOn, now) : '')}</Tag>;
    case 'sent':
      return <Tag tone="green">{text.clock.sent(clock.sentAt ? moments.day(clock.sentAt, now) : '')}</Tag>;
  }
}
