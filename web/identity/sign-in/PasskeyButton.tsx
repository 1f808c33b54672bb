import { useState } from 'react';
import { beginPasskeySignIn, signInWithPasskey } from '../../../contract/identity.ts';
import { Advice } from '../../components/Advice.tsx';
import { Button } from '../../components/Button.tsx';
import { WriteProblem } from '../../session/ShownProblem.tsx';
import { useWrite } from '../../session/useWrite.ts';
import { askPasskey, knowsPasskeys } from '../passkeys.ts';
import { useIdentityText } from '../text.ts';

/** One press: the browser shows which passkeys there are, nobody types a name. */
export function PasskeyButton() {
  const { signIn: text } = useIdentityText();
  const begin = useWrite(beginPasskeySignIn);
  const finish = useWrite(signInWithPasskey);
  const [wasStopped, setStopped] = useState(false);

  async function signIn() {
    setStopped(false);
    const begun = await begin.send({});
    if (!begun) return;
    const response = await askPasskey(begun.options);
    if (!response) return setStopped(true);
    await finish.send({ body: { ceremony: begun.ceremony, response } });
  }

  if (!knowsPasskeys) return <Advice>{text.noPasskeys}</Advice>;
  return (
    <>
      <WriteProblem of={begin.problem ? begin : finish} />
      {wasStopped && <Advice tone="amber" announce title={text.passkeyStopped} />}
      <Button wide icon="key" busy={begin.isBusy || finish.isBusy} onClick={() => void signIn()}>
        {text.withPasskey}
      </Button>
    </>
  );
}
