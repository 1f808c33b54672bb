import { Advice } from './Advice.tsx';
import { Button } from './Button.tsx';
import { Stack } from './Stack.tsx';
import { Text } from './Text.tsx';
import { useComponentText } from './text.ts';

/** Of two who change the same, the second begins again: nobody's work is overwritten unseen. */
export function Overtaken({ onBeginAgain }: { onBeginAgain: () => void }) {
  const { overtaken: text } = useComponentText();
  return (
    <Advice tone="amber" announce title={text.title}>
      <Stack gap="s">
        <Text>{text.lead}</Text>
        <Button kind="secondary" onClick={onBeginAgain}>
          {text.beginAgain}
        </Button>
      </Stack>
    </Advice>
  );
}
