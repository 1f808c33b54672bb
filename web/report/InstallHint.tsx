import { Button } from '../components/Button.tsx';
import { Card } from '../components/Card.tsx';
import { Row, Stack } from '../components/Stack.tsx';
import { Text } from '../components/Text.tsx';
import { closeInstallHint, useInstalling } from './install.ts';
import { useReportText } from './text.ts';

/** Offered once, below everything that matters: on the phone it is at hand, and opens without a connection. */
export function InstallHint() {
  const text = useReportText();
  const installing = useInstalling();
  if (installing === null) return null;
  return (
    <Card heading={text.install.title}>
      <Stack gap="s">
        <Text>{text.install.why}</Text>
        {installing === 'by-hand' && <Text>{text.install.onApple}</Text>}
        <Row>
          {installing !== 'by-hand' && (
            <Button kind="secondary" onClick={() => void installing.ask()}>
              {text.install.install}
            </Button>
          )}
          <Button kind="plain" onClick={closeInstallHint}>
            {text.install.notNow}
          </Button>
        </Row>
      </Stack>
    </Card>
  );
}
