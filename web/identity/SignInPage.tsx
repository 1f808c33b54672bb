import { useEffect, useState } from 'react';
import { PageHeader } from '../components/PageHeader.tsx';
import { Text } from '../components/Text.tsx';
import { askAnewAtSignIn } from '../outbox/device.ts';
import { useAddressWords, useGoTo } from '../session/address.ts';
import { useSession } from '../session/me.tsx';
import { goInside } from './destination.ts';
import { CodeStep, RecoveryStep } from './sign-in/CodeStep.tsx';
import { EmployerStep } from './sign-in/EmployerStep.tsx';
import { PasskeyButton } from './sign-in/PasskeyButton.tsx';
import { PasswordStep } from './sign-in/PasswordStep.tsx';
import type { SignInStep } from './sign-in/steps.ts';
import { useIdentityText } from './text.ts';
import './DoorPage.css';

/** The door: a passkey in one press, or a password and then a code. */
export function SignInPage() {
  const { signIn: text } = useIdentityText();
  const [{ naar }] = useAddressWords();
  const [step, setStep] = useState<SignInStep>({ name: 'start' });
  useGoingInside(naar);
  useDeviceAnew();
  const heading = {
    start: { title: text.title, lead: text.lead },
    employer: { title: text.employerTitle, lead: text.employerLead },
    code: { title: text.codeTitle, lead: text.codeLead },
    recovery: { title: text.recoveryTitle, lead: text.recoveryLead },
  }[step.name];
  return (
    <div className="door">
      <PageHeader title={heading.title} lead={heading.lead} />
      {step.name === 'start' && (
        <>
          <PasskeyButton />
          <p className="door__or">{text.or}</p>
          <PasswordStep onNext={setStep} />
        </>
      )}
      {step.name === 'employer' && <EmployerStep step={step} onNext={setStep} />}
      {step.name === 'code' && <CodeStep ceremony={step.ceremony} onNext={setStep} />}
      {step.name === 'recovery' && <RecoveryStep ceremony={step.ceremony} onNext={setStep} />}
      <Text soft small>
        {text.needsHelp} {text.helpWithout}
      </Text>
    </div>
  );
}

/** Their session ended, perhaps because this device was no longer trusted. */
function useDeviceAnew(): void {
  const { state } = useSession();
  useEffect(() => {
    if (state === 'signed-out') void askAnewAtSignIn().catch(() => undefined);
  }, [state]);
}

/** As soon as it is known who somebody is, whichever way they came in. */
function useGoingInside(wanted: string | undefined): void {
  const goTo = useGoTo();
  const { state } = useSession();
  useEffect(() => {
    if (state === 'signed-in') goInside(wanted, goTo);
  }, [state, wanted, goTo]);
}
