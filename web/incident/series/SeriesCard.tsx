import { ButtonLink } from '../../components/ButtonLink.tsx';
import { Card } from '../../components/Card.tsx';
import { Stack } from '../../components/Stack.tsx';
import { Text } from '../../components/Text.tsx';
import { useSeriesText } from './text.ts';

/** On the dossier and on one's own report: the way to everything that happened again. */
export function SeriesCard({ incidentId }: { incidentId: string }) {
  const text = useSeriesText();
  return (
    <Card heading={text.open} className="not-on-paper">
      <Stack gap="s">
        <Text soft>{text.openHint}</Text>
        <ButtonLink kind="secondary" href={`/reeks/${incidentId}`}>
          {text.title}
        </ButtonLink>
      </Stack>
    </Card>
  );
}
