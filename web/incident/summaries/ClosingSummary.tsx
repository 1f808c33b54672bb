import { Advice } from '../../components/Advice.tsx';
import { Link } from '../../components/Link.tsx';
import { useMoments } from '../../text/moments.ts';
import type { Summary } from './SummaryCard.tsx';
import { useSummariesText } from './text.ts';

/** While closing: whether the team has learned from it, and on which day they discussed it. */
export function ClosingSummary({ incidentId, summary }: { incidentId: string; summary: Summary }) {
  const { closing: text } = useSummariesText();
  const moments = useMoments();
  const { current, sharedAt, discussedOn } = summary;
  const itsPage = `/meldingen/${incidentId}/samenvatting`;
  if (discussedOn) return <Advice tone="green">{text.discussed(moments.date(discussedOn))}</Advice>;
  if (sharedAt) {
    return (
      <Advice>
        {text.toDiscuss} <Link href="/teamvergadering">{text.toMeeting}</Link>
      </Advice>
    );
  }
  return (
    <Advice>
      {current ? text.waiting : text.none} <Link href={itsPage}>{current ? text.see : text.write}</Link>
    </Advice>
  );
}
