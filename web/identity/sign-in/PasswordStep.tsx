import { type FormEvent, useState } from 'react';
import { signInWithPassword } from '../../../contract/identity.ts';
import { Button } from '../../components/Button.tsx';
import { Field } from '../../components/Field.tsx';
import { PasswordInput } from '../../components/PasswordInput.tsx';
import { TextInput } from '../../components/TextInput.tsx';
import { WriteProblem } from '../../session/ShownProblem.tsx';
import { useWrite } from '../../session/useWrite.ts';
import { useIdentityText } from '../text.ts';
import type { SignInStep } from './steps.ts';

export function PasswordStep({ onNext }: { onNext: (step: SignInStep) => void }) {
  const { signIn: text } = useIdentityText();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const sending = useWrite(signInWithPassword);

  async function send(event: FormEvent) {
    event.preventDefault();
    const answer = await sending.send({ body: { email, password } });
    if (answer?.state === 'code_needed') onNext({ name: 'code', ceremony: answer.ceremony });
    if (answer?.state === 'choose_employer') onNext({ name: 'employer', email, password, employers: answer.employers });
  }

  return (
    <form className="door__form" noValidate onSubmit={(event) => void send(event)}>
      <WriteProblem of={sending} />
      <Field id="email" label={text.email} error={sending.errorAt('email')}>
        <TextInput
          type="email"
          width="l"
          autoComplete="username webauthn"
          value={email}
          onChange={(event) => setEmail(event.target.value)}
        />
      </Field>
      <Field id="password" label={text.password} error={sending.errorAt('password')}>
        <PasswordInput
          autoComplete="current-password"
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
      </Field>
      <div>
        <Button kind="secondary" type="submit" busy={sending.isBusy}>
          {text.next}
        </Button>
      </div>
    </form>
  );
}
