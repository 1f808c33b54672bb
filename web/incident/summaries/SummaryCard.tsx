import type { AnswerOf } from '../../../contract/endpoint.ts';
import { type Dossier, readSummary } from '../../../contract/incident.ts';
import { ButtonLink } from '../../components/ButtonLink.tsx';
import { Card } from '../../components/Card.tsx';
import { Stack } from '../../components/Stack.tsx';
import { Text } from '../../components/Text.tsx';
import { useRead } from '../../session/useRead.ts';
import { useMoments } from '../../text/moments.ts';
import { type SummariesText, useSummariesText } from './text.ts';

export type Summary = AnswerOf<typeof readSummary>;

/** On the dossier: how it stands with what the team may read of it. */
export function SummaryCard({ dossier: { incidentId, may } }: { dossier: Dossier }) {
  const text = useSummariesText();
  const moments = useMoments();
  const mayWrite = may.includes('write_summary');
  const { data } = useRead(readSummary, { params: { incidentId } }, { live: ['incident'], enabled: mayWrite });
  if (!data) return null;
  return (
    <Card heading={text.card.title} {...(!data.current && { className: 'not-on-paper' })}>
      <Stack gap="s">
        <Text soft>{standingOf(data, text)}</Text>
        {data.discussedOn && <Text>{text.card.discussed(moments.date(data.discussedOn))}</Text>}
        <ButtonLink kind="secondary" href={`/meldingen/${incidentId}/samenvatting`}>
          {data.current ? text.card.open : text.card.write}
        </ButtonLink>
      </Stack>
    </Card>
  );
}

function standingOf({ current, sharedAt, asked }: Summary, { card }: SummariesText): string {
  if (!current) return card.none;
  if (sharedAt) return card.shared;
  const said = asked.filter(({ decides }) => decides).map(({ answer }) => answer);
  if (said.includes('not')) return card.not;
  return said.includes('otherwise') ? card.otherwise : card.waiting;
}
