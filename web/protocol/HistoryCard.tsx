import type { ComponentProps } from 'react';
import type { VersionHistory } from '../../contract/protocol-history.ts';
import { Card } from '../components/Card.tsx';
import { Link } from '../components/Link.tsx';
import { Text } from '../components/Text.tsx';
import { Timeline } from '../components/Timeline.tsx';
import { Answered } from '../session/Answered.tsx';
import { useNow } from '../session/now.ts';
import { useMoments } from '../text/moments.ts';
import { useProtocolText } from './text.ts';

interface HistoryCardProps {
  of: ComponentProps<typeof Answered<{ versions: VersionHistory }>>['of'];
  /** The version that is being read. */
  shown: number;
  /** Where the newest version is read; the others stand below it. */
  href: string;
  /** What is said when nobody ever changed it. */
  noneYet?: string;
}

/** Every version with who and when; the newest counts. */
export function HistoryCard({ of: read, noneYet, ...props }: HistoryCardProps) {
  const { history: text } = useProtocolText();
  return (
    <Answered of={read}>
      {({ versions }) => (
        <Card heading={text.title}>
          {versions.length === 0 ? <Text soft>{noneYet}</Text> : <Versions versions={versions} {...props} />}
        </Card>
      )}
    </Answered>
  );
}

function Versions({ versions, shown, href }: Pick<HistoryCardProps, 'shown' | 'href'> & { versions: VersionHistory }) {
  const { history: text } = useProtocolText();
  const moments = useMoments();
  const now = useNow();
  const newest = versions[0]?.version;
  return (
    <Timeline
      items={versions.map(({ version, sinceAt, by }) => ({
        id: String(version),
        title:
          version === shown ? (
            text.version(version)
          ) : (
            <Link href={version === newest ? href : `${href}/versies/${version}`}>{text.version(version)}</Link>
          ),
        note: [version === newest && text.inForce, moments.moment(sinceAt, now), by?.name ?? text.byProgram]
          .filter(Boolean)
          .join(' · '),
        ...(version === newest && { state: 'done' as const }),
      }))}
    />
  );
}
