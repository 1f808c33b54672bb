import { useState } from 'react';
import { type Dossier, decideSameEvent } from '../../../contract/incident.ts';
import { Advice } from '../../components/Advice.tsx';
import { Button } from '../../components/Button.tsx';
import { Card } from '../../components/Card.tsx';
import { OneChoice } from '../../components/ChoiceCards.tsx';
import { Row, Stack } from '../../components/Stack.tsx';
import { useSay } from '../../components/Toasts.tsx';
import { useGoTo } from '../../session/address.ts';
import { WriteProblem } from '../../session/ShownProblem.tsx';
import { useWrite } from '../../session/useWrite.ts';
import type { SameEvent } from './explain.ts';
import { useSameEventText } from './text.ts';

interface DecisionProps {
  event: SameEvent;
  one: Dossier;
  two: Dossier;
}

/** A person decides. What follows from it is said before the button does it. */
export function Decision({ event: { sameEventId, state }, one, two }: DecisionProps) {
  const text = useSameEventText();
  const tell = useSay();
  const goTo = useGoTo();
  const deciding = useWrite(decideSameEvent);
  const [earlier, later] = one.reportedAt <= two.reportedAt ? [one, two] : [two, one];
  const [leadingId, setLeadingId] = useState(earlier.incidentId);
  if (state === 'same') return <Advice tone="teal">{text.decidedSame}</Advice>;
  if (state === 'different') return <Advice tone="teal">{text.decidedDifferent}</Advice>;

  async function join() {
    const body = { decision: 'same', leadingId } as const;
    if (await deciding.send({ params: { sameEventId }, body })) {
      tell(text.joined);
      goTo(`/meldingen/${leadingId}`);
    }
  }

  async function keepApart() {
    if (await deciding.send({ params: { sameEventId }, body: { decision: 'different' } })) {
      tell(text.keptApart);
      goTo(`/meldingen/${one.incidentId}`);
    }
  }

  return (
    <Card heading={text.decideTitle} className="same-event__decision">
      <Stack>
        <WriteProblem of={deciding} />
        <OneChoice
          id="leadingId"
          legend={text.leadingLegend}
          hint={text.leadingHint}
          choices={[
            { value: earlier.incidentId, label: earlier.number, hint: text.earlier },
            { value: later.incidentId, label: later.number, hint: text.later },
          ]}
          beside="wide"
          chosen={leadingId}
          onChange={setLeadingId}
        />
        <ul className="same-event__promises">
          {text.consequences.map((promise) => (
            <li key={promise}>{promise}</li>
          ))}
        </ul>
        <Row>
          <Button busy={deciding.isBusy} onClick={() => void join()}>
            {text.same}
          </Button>
          <Button kind="secondary" onClick={() => void keepApart()}>
            {text.two}
          </Button>
        </Row>
      </Stack>
    </Card>
  );
}
