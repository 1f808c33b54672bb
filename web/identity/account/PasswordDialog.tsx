import { type FormEvent, useState } from 'react';
import { changePassword } from '../../../contract/identity.ts';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { Field } from '../../components/Field.tsx';
import { PasswordInput } from '../../components/PasswordInput.tsx';
import { useSay } from '../../components/Toasts.tsx';
import { WriteProblem } from '../../session/ShownProblem.tsx';
import { useWrite } from '../../session/useWrite.ts';
import { useIdentityText } from '../text.ts';
import '../DoorPage.css';

export function PasswordDialog({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const { account: text, way } = useIdentityText();
  const say = useSay();
  const [currentPassword, setCurrent] = useState('');
  const [newPassword, setNew] = useState('');
  const changing = useWrite(changePassword);

  async function change(event: FormEvent) {
    event.preventDefault();
    if (!(await changing.send({ body: { currentPassword, newPassword } }))) return;
    say(text.passwordChanged);
    setCurrent('');
    setNew('');
    onClose();
  }

  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={text.changePassword}>
      <form className="door__form" noValidate onSubmit={(event) => void change(event)}>
        <WriteProblem of={changing} />
        <Field id="currentPassword" label={text.currentPassword} error={changing.errorAt('currentPassword')}>
          <PasswordInput
            autoComplete="current-password"
            value={currentPassword}
            onChange={(event) => setCurrent(event.target.value)}
          />
        </Field>
        <Field
          id="newPassword"
          label={way.newPassword}
          hint={way.newPasswordHint}
          error={changing.errorAt('newPassword')}
        >
          <PasswordInput
            autoComplete="new-password"
            value={newPassword}
            onChange={(event) => setNew(event.target.value)}
          />
        </Field>
        <div>
          <Button type="submit" busy={changing.isBusy}>
            {text.changePassword}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
