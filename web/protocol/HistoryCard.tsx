import type { VersionHistory } from '../../contract/protocol-history.ts';
import { Card } from '../components/Card.tsx';
import { Link } from '../components/Link.tsx';
import { Timeline } from '../components/Timeline.tsx';
import { useNow } from '../session/now.ts';
import { useMoments } from '../text/moments.ts';
import { useProtocolText } from './text.ts';

interface HistoryCardProps {
  versions: VersionHistory;
  /** The version that is being read. */
  shown: number;
  hrefOf: (version: number) => string;
}

/** Every version with who and when; the newest counts. */
export function HistoryCard({ versions, shown, hrefOf }: HistoryCardProps) {
  const { history: text } = useProtocolText();
  const moments = useMoments();
  const now = useNow();
  const newest = versions[0]?.version;
  return (
    <Card heading={text.title}>
      <Timeline
        items={versions.map(({ version, sinceAt, by }) => ({
          id: String(version),
          title:
            version === shown ? text.version(version) : <Link href={hrefOf(version)}>{text.version(version)}</Link>,
          note: [version === newest && text.inForce, moments.moment(sinceAt, now), by?.name ?? text.byProgram]
            .filter(Boolean)
            .join(' · '),
          ...(version === newest && { state: 'done' as const }),
        }))}
      />
    </Card>
  );
}
