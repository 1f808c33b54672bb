import type { Dossier } from '../../../contract/incident.ts';
import { Card } from '../../components/Card.tsx';
import { Quote } from '../../components/Quote.tsx';
import { Stack } from '../../components/Stack.tsx';
import { Text } from '../../components/Text.tsx';
import { useNow } from '../../session/now.ts';
import { useMoments } from '../../text/moments.ts';
import { useClosingText } from '../closing/text.ts';
import { firstName } from '../incidentTitle.ts';

/** How it ended, each time: the conclusion, where it was discussed, and what the colleague wanted. */
export function ClosuresCard({ dossier }: { dossier: Dossier }) {
  const text = useClosingText();
  const moments = useMoments();
  const now = useNow();
  if (dossier.closures.length === 0) return null;
  return (
    <Card heading={text.heading}>
      <Stack>
        {dossier.closures.map((closure) => (
          <Stack key={closure.closedAt} gap="s">
            <Quote by={text.closedBy(closure.closedBy.name, moments.moment(closure.closedAt, now))}>
              {closure.conclusion}
            </Quote>
            <Text soft>
              {closure.discussedOn
                ? text.discussedOn(
                    moments.date(closure.discussedOn),
                    closure.attendees.map(({ name }) => firstName(name)).join(', '),
                  )
                : closure.notDiscussedReason &&
                  text.notDiscussed(text.reasons[closure.notDiscussedReason].toLowerCase())}
            </Text>
            {closure.reopenReason && <Text>{text.reopenedBecause(closure.reopenReason)}</Text>}
          </Stack>
        ))}
      </Stack>
    </Card>
  );
}
