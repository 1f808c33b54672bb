import { useEffect, useState } from 'react';
import type { AnswerOf } from '../../../contract/endpoint.ts';
import { importPeople, tryImport } from '../../../contract/organisation.ts';
import { Advice } from '../../components/Advice.tsx';
import { Button } from '../../components/Button.tsx';
import { Card } from '../../components/Card.tsx';
import { Checkbox } from '../../components/Checkbox.tsx';
import { Loading } from '../../components/Loading.tsx';
import { Row, Stack } from '../../components/Stack.tsx';
import { useSay } from '../../components/Toasts.tsx';
import { useGoTo } from '../../session/address.ts';
import { WriteProblem } from '../../session/ShownProblem.tsx';
import { useWrite } from '../../session/useWrite.ts';
import { useBilingual } from '../../text/index.ts';
import { useOrganisationText } from '../text.ts';
import type { Columns } from './ImportPage.tsx';

type Trial = AnswerOf<typeof tryImport>;

interface CheckStepProps {
  file: string;
  columns: Columns;
  onAgain: () => void;
}

/** What would happen, before it happens: how many come in, and which lines do not work and why. */
export function CheckStep({ file, columns, onAgain }: CheckStepProps) {
  const { import: text, cancel } = useOrganisationText();
  const say = useSay();
  const goTo = useGoTo();
  const [trial, setTrial] = useState<Trial | null>(null);
  const [skipProblems, setSkip] = useState(false);
  const trying = useWrite(tryImport);
  const importing = useWrite(importPeople);
  const { send } = trying;
  useEffect(() => {
    void send({ body: { file, columns } }).then(setTrial);
  }, [send, file, columns]);

  async function bringIn() {
    const done = await importing.send({ body: { file, columns, skipProblems } });
    if (!done) return;
    say(text.done(done.added, done.changed));
    goTo('/beheer/mensen');
  }

  if (!trial) return trying.problem ? <WriteProblem of={trying} /> : <Loading />;
  return (
    <Stack gap="l">
      <Advice title={text.outcome(trial.added, trial.changed)}>
        {[trial.teamsAdded > 0 && text.teamsAdded(trial.teamsAdded), text.unchanged(trial.unchanged)]
          .filter(Boolean)
          .join(', ')}
      </Advice>
      {trial.problems.length > 0 && <Problems trial={trial} />}
      {trial.problems.length > 0 && (
        <Checkbox id="skipProblems" checked={skipProblems} onChange={setSkip}>
          {text.skip}
        </Checkbox>
      )}
      <WriteProblem of={importing} />
      <Row>
        <Button busy={importing.isBusy} onClick={() => void bringIn()}>
          {text.do}
        </Button>
        <Button kind="plain" onClick={onAgain}>
          {cancel}
        </Button>
      </Row>
    </Stack>
  );
}

function Problems({ trial }: { trial: Trial }) {
  const { import: text } = useOrganisationText();
  const say = useBilingual();
  return (
    <Card heading={text.problems(trial.problems.length)}>
      <ul className="rows plain-list">
        {trial.problems.map((problem) => (
          <li key={`${problem.row}-${problem.column}-${problem.code}`} className="row-item">
            <span>
              <strong>{text.row(problem.row)}</strong>{' '}
              {problem.column && <span className="soft">{text.columns[problem.column]}</span>}
            </span>
            <span>{say(problem)}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
