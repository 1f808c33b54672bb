import { useState } from 'react';
import { Button } from '../components/Button.tsx';
import { Checkbox } from '../components/Checkbox.tsx';
import { ErrorSummary } from '../components/ErrorSummary.tsx';
import { Row, Stack } from '../components/Stack.tsx';
import { Text } from '../components/Text.tsx';
import { useSay } from '../components/Toasts.tsx';
import { useIdentityText } from './text.ts';
import './DoorPage.css';

/** Shown once. Nobody goes on before they say that the codes are kept somewhere. */
export function RecoveryCodes({ codes, onKept }: { codes: readonly string[]; onKept: () => void }) {
  const { recovery: text } = useIdentityText();
  const say = useSay();
  const [isKept, setKept] = useState(false);
  const [wasAsked, setAsked] = useState(false);

  async function copy() {
    await navigator.clipboard.writeText(codes.join('\n'));
    say(text.copied);
  }

  function goOn() {
    setAsked(true);
    if (isKept) onKept();
  }

  return (
    <Stack gap="l">
      {wasAsked && !isKept && <ErrorSummary errors={[{ fieldId: 'kept', message: text.savedFirst }]} />}
      <Text>{text.lead}</Text>
      <ul className="recovery-codes plain-list">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <Row>
        <Button kind="secondary" onClick={() => void copy()}>
          {text.copy}
        </Button>
        <Button kind="plain" onClick={() => window.print()}>
          {text.print}
        </Button>
      </Row>
      <Checkbox id="kept" checked={isKept} onChange={setKept}>
        {text.saved}
      </Checkbox>
      <Button onClick={goOn}>{text.go}</Button>
    </Stack>
  );
}
