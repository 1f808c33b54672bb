import { Card } from '../components/Card.tsx';
import { PageHeader } from '../components/PageHeader.tsx';
import { Text } from '../components/Text.tsx';
import { useAppText } from './text.ts';

/** The accessibility statement: what we met, how we know, what is missing, and where to tell us. */
export function AccessibilityPage() {
  const { accessibility } = useAppText();
  return (
    <>
      <PageHeader title={accessibility.title} lead={accessibility.lead} />
      {accessibility.parts.map(({ title, paragraphs }) => (
        <Card key={title} heading={title}>
          {paragraphs.map((paragraph) => (
            <Text key={paragraph}>{paragraph}</Text>
          ))}
        </Card>
      ))}
    </>
  );
}
