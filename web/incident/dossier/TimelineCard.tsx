import type { Dossier } from '../../../contract/incident.ts';
import { Card } from '../../components/Card.tsx';
import { Link } from '../../components/Link.tsx';
import { Stack } from '../../components/Stack.tsx';
import { Text } from '../../components/Text.tsx';
import { Timeline } from '../../components/Timeline.tsx';
import { useNow } from '../../session/now.ts';
import { useBilingual } from '../../text/index.ts';
import { useMoments } from '../../text/moments.ts';
import { useDossierText } from './text.ts';

/** How it went, the latest first, with the way to who looked. */
export function TimelineCard({ dossier }: { dossier: Dossier }) {
  const text = useDossierText();
  const say = useBilingual();
  const moments = useMoments();
  const now = useNow();
  const latestFirst = [...dossier.timeline].sort((one, other) => other.at.localeCompare(one.at));
  return (
    <Stack gap="s">
      {latestFirst.length > 0 && (
        <Card heading={text.timeline.title}>
          <Timeline
            items={latestFirst.map(({ id, at, text: told, reason }) => ({
              id,
              title: say(told),
              note: [moments.moment(at, now), reason].filter(Boolean).join(' · '),
            }))}
          />
        </Card>
      )}
      {dossier.may.includes('see_log') && (
        <Text soft small className="not-on-paper">
          {text.timeline.logQuestion} <Link href={`/meldingen/${dossier.incidentId}/logboek`}>{text.timeline.log}</Link>
        </Text>
      )}
    </Stack>
  );
}
