import { type FormEvent, useState } from 'react';
import { signInWithCode, signInWithRecoveryCode } from '../../../contract/identity.ts';
import { Button } from '../../components/Button.tsx';
import { CodeField } from '../../components/CodeField.tsx';
import { Field } from '../../components/Field.tsx';
import { Row } from '../../components/Stack.tsx';
import { TextInput } from '../../components/TextInput.tsx';
import { WriteProblem } from '../../session/ShownProblem.tsx';
import { useWrite } from '../../session/useWrite.ts';
import { useIdentityText } from '../text.ts';
import type { SignInStep } from './steps.ts';

interface StepProps {
  ceremony: string;
  onNext: (step: SignInStep) => void;
}

export function CodeStep({ ceremony, onNext }: StepProps) {
  const { signIn: text } = useIdentityText();
  const [code, setCode] = useState('');
  const sending = useWrite(signInWithCode);

  async function send(event: FormEvent) {
    event.preventDefault();
    await sending.send({ body: { ceremony, code } });
  }

  return (
    <form className="door__form" noValidate onSubmit={(event) => void send(event)}>
      <WriteProblem of={sending} />
      <CodeField label={text.code} value={code} onChange={setCode} error={sending.errorAt('code')} autoFocus />
      <Row>
        <Button type="submit" busy={sending.isBusy}>
          {text.finish}
        </Button>
        <Button kind="plain" onClick={() => onNext({ name: 'recovery', ceremony })}>
          {text.noPhone}
        </Button>
      </Row>
    </form>
  );
}

export function RecoveryStep({ ceremony, onNext }: StepProps) {
  const { signIn: text } = useIdentityText();
  const [recoveryCode, setRecoveryCode] = useState('');
  const sending = useWrite(signInWithRecoveryCode);

  async function send(event: FormEvent) {
    event.preventDefault();
    await sending.send({ body: { ceremony, recoveryCode } });
  }

  return (
    <form className="door__form" noValidate onSubmit={(event) => void send(event)}>
      <WriteProblem of={sending} />
      <Field id="recoveryCode" label={text.recoveryCode} error={sending.errorAt('recoveryCode')}>
        <TextInput
          width="l"
          autoCapitalize="none"
          autoComplete="off"
          spellCheck={false}
          value={recoveryCode}
          onChange={(event) => setRecoveryCode(event.target.value)}
        />
      </Field>
      <Row>
        <Button type="submit" busy={sending.isBusy}>
          {text.finish}
        </Button>
        <Button kind="plain" onClick={() => onNext({ name: 'code', ceremony })}>
          {text.withCode}
        </Button>
      </Row>
    </form>
  );
}
