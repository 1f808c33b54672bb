import { beginSetUpPasskey, beginSetUpTotp, setUp } from '../../../contract/setup.ts';
import { Stack } from '../../components/Stack.tsx';
import { WriteProblem } from '../../session/ShownProblem.tsx';
import { useWrite } from '../../session/useWrite.ts';
import { NewWay, type Way } from '../NewWay.tsx';
import { useIdentityText } from '../text.ts';
import type { Plan } from './plan.ts';

interface WayStepProps {
  plan: Plan;
  onDone: (recoveryCodes: readonly string[]) => void;
}

/** The last step sends everything at once. */
export function WayStep({ plan, onDone }: WayStepProps) {
  const { setUp: text } = useIdentityText();
  const { setUpCode, administrator } = plan;
  const passkey = useWrite(beginSetUpPasskey);
  const totp = useWrite(beginSetUpTotp);
  const settingUp = useWrite(setUp);
  const failed = [settingUp, totp, passkey].find(({ problem }) => problem);

  async function finish(way: Way) {
    const answer = await settingUp.send({ body: { ...plan, way } });
    if (answer) onDone(answer.recoveryCodes);
  }

  return (
    <Stack gap="l">
      {failed && <WriteProblem of={failed} />}
      <NewWay
        beginPasskey={() => passkey.send({ body: { setUpCode, administrator } })}
        beginTotp={() => totp.send({ body: { setUpCode, email: administrator.email } })}
        finishLabel={text.finish}
        isBusy={passkey.isBusy || settingUp.isBusy}
        onChosen={(way) => void finish(way)}
      />
    </Stack>
  );
}
