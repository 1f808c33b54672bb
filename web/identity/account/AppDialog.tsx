import { type FormEvent, useEffect, useState } from 'react';
import type { AnswerOf } from '../../../contract/endpoint.ts';
import { beginTotp, setTotp } from '../../../contract/identity.ts';
import { Button } from '../../components/Button.tsx';
import { CodeField } from '../../components/CodeField.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { useSay } from '../../components/Toasts.tsx';
import { WriteProblem } from '../../session/ShownProblem.tsx';
import { useWrite } from '../../session/useWrite.ts';
import { TotpPicture } from '../TotpPicture.tsx';
import { useIdentityText } from '../text.ts';

/** Another app for codes: scan, type one code, and from then on it counts. */
export function AppDialog({ onClose }: { onClose: () => void }) {
  const { account: text, way } = useIdentityText();
  const say = useSay();
  const begin = useWrite(beginTotp);
  const setting = useWrite(setTotp);
  const [enrolment, setEnrolment] = useState<AnswerOf<typeof beginTotp> | null>(null);
  const [code, setCode] = useState('');
  const { send } = begin;
  useEffect(() => {
    void send({}).then(setEnrolment);
  }, [send]);

  async function connect(event: FormEvent) {
    event.preventDefault();
    if (!enrolment || !(await setting.send({ body: { ceremony: enrolment.ceremony, code } }))) return;
    say(text.appChanged);
    onClose();
  }

  return (
    <Dialog isOpen onClose={onClose} title={text.newApp}>
      <form className="door__form" noValidate onSubmit={(event) => void connect(event)}>
        <WriteProblem of={begin.problem ? begin : setting} />
        {enrolment && <TotpPicture enrolment={enrolment} />}
        <CodeField label={way.code} value={code} onChange={setCode} error={setting.errorAt('code')} />
        <div>
          <Button type="submit" busy={setting.isBusy}>
            {text.newApp}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
