import { readSummary } from '../../../contract/incident.ts';
import { Advice } from '../../components/Advice.tsx';
import { Disclosure } from '../../components/Disclosure.tsx';
import { Link } from '../../components/Link.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { Columns, Row, Stack } from '../../components/Stack.tsx';
import { Tag } from '../../components/Tag.tsx';
import { Text } from '../../components/Text.tsx';
import { Answered } from '../../session/Answered.tsx';
import { useAddressPart } from '../../session/address.ts';
import { useNow } from '../../session/now.ts';
import { useRead } from '../../session/useRead.ts';
import { useMoments } from '../../text/moments.ts';
import { useIncidentText } from '../text.ts';
import { AskedCard } from './AskedCard.tsx';
import type { Summary } from './SummaryCard.tsx';
import { SummaryText } from './SummaryText.tsx';
import { useSummariesText } from './text.ts';
import { WriteSummary } from './WriteSummary.tsx';

/** For who follows it up: write what the team may read, and see what those concerned say of it. */
export function SummaryPage() {
  const incidentId = useAddressPart('incidentId');
  const summary = useRead(readSummary, { params: { incidentId } }, { live: ['incident'] });
  return (
    <Answered of={summary} isPage>
      {(answer) => <Whole incidentId={incidentId} summary={answer} />}
    </Answered>
  );
}

function Whole({ incidentId, summary }: { incidentId: string; summary: Summary }) {
  const { page: text } = useSummariesText();
  const incident = useIncidentText();
  const { number, current, teamName, mayWrite, earlier } = summary;
  return (
    <Stack gap="l">
      <PageHeader
        title={text.title}
        tabTitle={`${text.title} ${number}`}
        lead={text.lead}
        trail={[
          { label: incident.list.title, href: '/meldingen' },
          { label: number, href: `/meldingen/${incidentId}` },
          { label: text.title },
        ]}
        tags={current && <Standing summary={summary} />}
      />
      {!mayWrite && <Advice>{text.corrected}</Advice>}
      {mayWrite && teamName === null && <Advice tone="amber">{text.noTeam}</Advice>}
      {mayWrite && (
        <Columns>
          <Stack>
            <WriteSummary incidentId={incidentId} current={current} />
          </Stack>
          <Stack as="aside">
            {current && <AskedCard asked={summary.asked} />}
            {summary.sharedAt && (
              <Row>
                <Link href="/teamvergadering">{text.toList}</Link>
              </Row>
            )}
            {earlier.length > 0 && <Earlier versions={earlier} />}
          </Stack>
        </Columns>
      )}
    </Stack>
  );
}

function Standing({ summary: { sharedAt, inLibrary } }: { summary: Summary }) {
  const { page: text } = useSummariesText();
  return (
    <>
      <Tag tone={sharedAt ? 'green' : 'neutral'}>{sharedAt ? text.shared : text.notShared}</Tag>
      {inLibrary && <Tag tone="teal">{text.inLibrary}</Tag>}
    </>
  );
}

function Earlier({ versions }: { versions: Summary['earlier'] }) {
  const { page: text } = useSummariesText();
  const moments = useMoments();
  const now = useNow();
  return (
    <Disclosure summary={text.earlier}>
      <Stack>
        {versions.map(({ version, texts, writtenBy, writtenAt }) => (
          <Stack key={version} gap="s">
            <strong>{text.version(version)}</strong>
            <Text soft small>
              {text.writtenBy(writtenBy.name, moments.moment(writtenAt, now))}
            </Text>
            <SummaryText texts={texts} />
          </Stack>
        ))}
      </Stack>
    </Disclosure>
  );
}
