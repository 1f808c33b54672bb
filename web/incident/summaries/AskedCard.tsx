import type { SummaryAnswer } from '../../../contract/incident.ts';
import { Advice } from '../../components/Advice.tsx';
import { Card } from '../../components/Card.tsx';
import { PersonRow } from '../../components/PersonRow.tsx';
import { Quote } from '../../components/Quote.tsx';
import { Stack } from '../../components/Stack.tsx';
import { Tag, type Tone } from '../../components/Tag.tsx';
import { Text } from '../../components/Text.tsx';
import { firstName } from '../incidentTitle.ts';
import type { Summary } from './SummaryCard.tsx';
import { useSummariesText } from './text.ts';

const tones = { good: 'green', otherwise: 'amber', not: 'amber' } as const satisfies Record<SummaryAnswer, Tone>;

/** Each of those concerned with what they said; and who cannot be asked. */
export function AskedCard({ asked }: { asked: Summary['asked'] }) {
  const { page: text, answers } = useSummariesText();
  return (
    <Card heading={text.askedTitle}>
      <Stack>
        {asked.length === 0 && <Text soft>{text.askedNone}</Text>}
        {asked.map(({ person, decides, canAnswer, answer, words }) => (
          <Stack key={person.id} gap="s">
            <PersonRow
              name={person.name}
              note={!decides && text.mayAdvise}
              action={<Tag tone={answer ? tones[answer] : 'neutral'}>{answer ? answers[answer] : text.noAnswer}</Tag>}
            />
            {words && <Quote>{words}</Quote>}
            {decides && !canAnswer && answer !== 'good' && (
              <Advice tone="amber">{text.cannot(firstName(person.name))}</Advice>
            )}
          </Stack>
        ))}
      </Stack>
    </Card>
  );
}
