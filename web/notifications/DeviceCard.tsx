import { useEffect, useState } from 'react';
import { Button } from '../components/Button.tsx';
import { Card } from '../components/Card.tsx';
import { ProblemView } from '../components/ProblemView.tsx';
import { Text } from '../components/Text.tsx';
import { useSay } from '../components/Toasts.tsx';
import { Problem } from '../session/problem.ts';
import { useShownProblem } from '../session/ShownProblem.tsx';
import { type PushState, pushState, turnPushOff, turnPushOn } from './push.ts';
import { useNotificationText } from './text.ts';

/** Whether this phone or computer gives a signal. */
export function DeviceCard() {
  const { device: text } = useNotificationText();
  const say = useSay();
  const [state, setState] = useState<PushState | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isBusy, setBusy] = useState(false);
  const shown = useShownProblem(problem);
  useEffect(() => {
    void pushState().then(setState);
  }, []);

  async function change(turn: () => Promise<PushState>, said: string) {
    setBusy(true);
    setProblem(null);
    try {
      const next = await turn();
      if (next !== state) say(said);
      setState(next);
    } catch (failure) {
      // The push service of the browser can be away too; for who presses the button that is the same.
      setProblem(failure instanceof Problem ? failure : Problem.unreachable());
    } finally {
      setBusy(false);
    }
  }

  return (
    <Card heading={text.title}>
      <Text soft>{state === 'denied' ? text.denied : state === 'impossible' ? text.impossible : text.lead}</Text>
      {shown && <ProblemView problem={shown} headingLevel={3} />}
      {state === 'off' && (
        <Button kind="secondary" icon="bell" busy={isBusy} onClick={() => void change(turnPushOn, text.turnedOn)}>
          {text.turnOn}
        </Button>
      )}
      {state === 'on' && (
        <>
          <Text>{text.isOn}</Text>
          <Button kind="secondary" busy={isBusy} onClick={() => void change(turnPushOff, text.turnedOff)}>
            {text.turnOff}
          </Button>
        </>
      )}
    </Card>
  );
}
