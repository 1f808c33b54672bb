import { type FormEvent, useState } from 'react';
import { signInWithPassword } from '../../../contract/identity.ts';
import { Button } from '../../components/Button.tsx';
import { OneChoice } from '../../components/ChoiceCards.tsx';
import { WriteProblem } from '../../session/ShownProblem.tsx';
import { useWrite } from '../../session/useWrite.ts';
import { useIdentityText } from '../text.ts';
import type { SignInStep } from './steps.ts';

interface EmployerStepProps {
  step: Extract<SignInStep, { name: 'employer' }>;
  onNext: (step: SignInStep) => void;
}

/** For who works for more than one employer with the same address and password. */
export function EmployerStep({ step, onNext }: EmployerStepProps) {
  const { signIn: text } = useIdentityText();
  const [employerId, setEmployerId] = useState<string | null>(step.employers[0]?.id ?? null);
  const sending = useWrite(signInWithPassword);

  async function send(event: FormEvent) {
    event.preventDefault();
    const { email, password } = step;
    const answer = await sending.send({ body: { email, password, ...(employerId && { employerId }) } });
    if (answer?.state === 'code_needed') onNext({ name: 'code', ceremony: answer.ceremony });
  }

  return (
    <form className="door__form" onSubmit={(event) => void send(event)}>
      <WriteProblem of={sending} />
      <OneChoice
        id="employerId"
        legend={text.employerTitle}
        hideLegend
        choices={step.employers.map(({ id, name }) => ({ value: id, label: name }))}
        chosen={employerId}
        onChange={setEmployerId}
      />
      <div>
        <Button type="submit" busy={sending.isBusy}>
          {text.next}
        </Button>
      </div>
    </form>
  );
}
