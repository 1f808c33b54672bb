import type { Dossier } from '../../../contract/incident.ts';
import { Card } from '../../components/Card.tsx';
import { DefinitionList } from '../../components/DefinitionList.tsx';
import { Quote } from '../../components/Quote.tsx';
import { Stack } from '../../components/Stack.tsx';
import { Text } from '../../components/Text.tsx';
import { useDossierText } from './text.ts';

/** What an older register told of it: nobody reported this here, so nobody was called and no term ran. */
export function ImportedCard({ dossier: { imported } }: { dossier: Dossier }) {
  const text = useDossierText();
  if (!imported) return null;
  const items = [
    { term: text.imported.number, value: imported.number },
    { term: text.imported.sort, value: imported.sort },
  ].filter(({ value }) => value);
  return (
    <Card heading={text.imported.title}>
      <Stack>
        <Text soft>{text.imported.lead}</Text>
        {items.length > 0 && <DefinitionList items={items} />}
        {imported.story && <Quote by={text.imported.title}>{imported.story}</Quote>}
      </Stack>
    </Card>
  );
}
