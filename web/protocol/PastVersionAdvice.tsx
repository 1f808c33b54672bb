import { Advice } from '../components/Advice.tsx';
import { Link } from '../components/Link.tsx';
import { Stack } from '../components/Stack.tsx';
import { Text } from '../components/Text.tsx';
import { useProtocolText } from './text.ts';

/** Above a version that no longer counts, so that nobody takes it for what does. */
export function PastVersionAdvice({ version, href }: { version: number; href: string }) {
  const { history: text } = useProtocolText();
  return (
    <Advice tone="amber" title={text.past(version)}>
      <Stack gap="s">
        <Text>{text.pastMore}</Text>
        <Link href={href}>{text.toNow}</Link>
      </Stack>
    </Advice>
  );
}
