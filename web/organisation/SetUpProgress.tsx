import type { AnswerOf } from '../../contract/endpoint.ts';
import { finishSetUp, getSetUpProgress } from '../../contract/setup.ts';
import { Button } from '../components/Button.tsx';
import { Card } from '../components/Card.tsx';
import { Link } from '../components/Link.tsx';
import { TaskList, TaskRow } from '../components/TaskRow.tsx';
import { Text } from '../components/Text.tsx';
import { useSay } from '../components/Toasts.tsx';
import { WriteProblem } from '../session/ShownProblem.tsx';
import { useRead } from '../session/useRead.ts';
import { useWrite } from '../session/useWrite.ts';
import { useOrganisationText } from './text.ts';

type Progress = AnswerOf<typeof getSetUpProgress>;

/** What still has to be arranged in a new organisation; gone once that is done. */
export function SetUpProgress() {
  const { progress: text } = useOrganisationText();
  const say = useSay();
  const { data: progress } = useRead(getSetUpProgress, {});
  const finishing = useWrite(finishSetUp);
  if (!progress || progress.isFinished) return null;

  async function finish() {
    if (await finishing.send({})) say(text.finished);
  }

  return (
    <Card heading={text.title}>
      <Text soft>{text.lead}</Text>
      <TaskList>
        {stepsOf(progress).map(({ step, href, isDone }) => (
          <TaskRow key={step} state={isDone ? 'done' : 'open'} title={<Link href={href}>{text[step]}</Link>} />
        ))}
      </TaskList>
      <WriteProblem of={finishing} />
      <Button busy={finishing.isBusy} onClick={() => void finish()}>
        {text.finish}
      </Button>
    </Card>
  );
}

function stepsOf(progress: Progress) {
  return [
    { step: 'place', href: '/beheer/plekken', isDone: progress.locations > 0 },
    { step: 'team', href: '/beheer/teams', isDone: progress.teams > 0 },
    { step: 'people', href: '/beheer/importeren', isDone: progress.people > 1 },
    {
      step: 'managers',
      href: '/beheer/mensen',
      isDone: progress.teams > 0 && progress.teamsWithManager === progress.teams,
    },
    { step: 'coordinator', href: '/beheer/mensen', isDone: progress.hasCoordinator },
    { step: 'adviser', href: '/beheer/mensen', isDone: progress.hasConfidentialAdviser },
  ] as const;
}
