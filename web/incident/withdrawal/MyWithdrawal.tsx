import type { AnswerOf } from '../../../contract/endpoint.ts';
import { readWithdrawal, takeBackWithdrawal } from '../../../contract/incident.ts';
import { Advice } from '../../components/Advice.tsx';
import { Button } from '../../components/Button.tsx';
import { Card } from '../../components/Card.tsx';
import { Quote } from '../../components/Quote.tsx';
import { Stack } from '../../components/Stack.tsx';
import { Text } from '../../components/Text.tsx';
import { useSay } from '../../components/Toasts.tsx';
import { useAsking } from '../../components/useAsking.ts';
import { WriteProblem } from '../../session/ShownProblem.tsx';
import { useRead } from '../../session/useRead.ts';
import { useWrite } from '../../session/useWrite.ts';
import { firstName } from '../incidentTitle.ts';
import type { MyView } from '../mine/MyIncidentPage.tsx';
import { useWithdrawalText } from './text.ts';
import { WithdrawDialog } from './WithdrawDialog.tsx';

type Withdrawal = NonNullable<AnswerOf<typeof readWithdrawal>['withdrawal']>;

function useOwnWithdrawal({ incidentId, state, myRoles }: MyView) {
  const enabled = myRoles.includes('reporter') && state !== 'corrected';
  return useRead(readWithdrawal, { params: { incidentId } }, { live: ['incident'], enabled }).data;
}

/** For the reporter who took it back: what happens now, said as it is, and the way back. */
export function MyWithdrawal({ report }: { report: MyView }) {
  const withdrawal = useOwnWithdrawal(report)?.withdrawal;
  if (!withdrawal || withdrawal.endedAs === 'taken_back') return null;
  return <Withdrawn incidentId={report.incidentId} withdrawal={withdrawal} />;
}

/** The quiet way out, below everything else. */
export function MayWithdraw({ report }: { report: MyView }) {
  const { mine } = useWithdrawalText();
  const asking = useAsking<'withdraw'>();
  const data = useOwnWithdrawal(report);
  const isOver = data?.withdrawal && data.withdrawal.endedAs !== 'taken_back';
  return (
    <>
      {data && !isOver && report.state !== 'closed' && (
        <Card heading={mine.question}>
          <Button kind="plain" onClick={() => asking.ask('withdraw')}>
            {mine.button}
          </Button>
        </Card>
      )}
      {asking.what && <WithdrawDialog incidentId={report.incidentId} onClose={asking.stop} />}
    </>
  );
}

function Withdrawn({ incidentId, withdrawal }: { incidentId: string; withdrawal: Withdrawal }) {
  const { mine } = useWithdrawalText();
  const tell = useSay();
  const takingBack = useWrite(takeBackWithdrawal);
  const { reason, hasSpoken, endedAs, endedBy } = withdrawal;
  const name = endedBy ? firstName(endedBy.name) : '';
  const told = {
    open: hasSpoken ? mine.spoken : mine.asked,
    continued: mine.continued(name),
    closed: mine.closed(name),
    taken_back: '',
  }[endedAs ?? 'open'];

  async function takeBack() {
    if (await takingBack.send({ params: { incidentId }, body: {} })) tell(mine.takenBack);
  }

  return (
    <Advice tone="teal" title={mine.withdrawnTitle}>
      <Stack gap="s">
        <WriteProblem of={takingBack} />
        <Text>{told}</Text>
        {reason && <Quote>{reason}</Quote>}
        {endedAs === null && (
          <Button kind="secondary" busy={takingBack.isBusy} onClick={() => void takeBack()}>
            {mine.takeBack}
          </Button>
        )}
      </Stack>
    </Advice>
  );
}
