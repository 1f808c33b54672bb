import { useReducer, useState } from 'react';
import { getSetUp } from '../../../contract/setup.ts';
import { ButtonLink } from '../../components/ButtonLink.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { StepBar } from '../../components/StepBar.tsx';
import { Answered } from '../../session/Answered.tsx';
import { useGoTo } from '../../session/address.ts';
import { useRead } from '../../session/useRead.ts';
import { RecoveryCodes } from '../RecoveryCodes.tsx';
import { useIdentityText } from '../text.ts';
import { AdministratorStep } from './AdministratorStep.tsx';
import { CodeStep } from './CodeStep.tsx';
import { OrganisationStep } from './OrganisationStep.tsx';
import { emptyPlan, type Plan, type SetUpStep, setUpSteps } from './plan.ts';
import { WayStep } from './WayStep.tsx';
import '../DoorPage.css';

/** An empty installation: in four steps there is an organisation, and somebody who may arrange the rest. */
export function SetUpPage() {
  const { setUp: text, recovery, signIn } = useIdentityText();
  const goTo = useGoTo();
  const state = useRead(getSetUp, {});
  const [plan, add] = useReducer((now: Plan, more: Partial<Plan>) => ({ ...now, ...more }), emptyPlan);
  const [step, setStep] = useState<SetUpStep>('code');
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const place = setUpSteps.indexOf(step);
  const next = (more: Partial<Plan>) => {
    add(more);
    setStep(setUpSteps[place + 1] ?? step);
  };

  if (codes) {
    return (
      <div className="door">
        <PageHeader title={recovery.title} />
        <RecoveryCodes codes={codes} onKept={() => goTo('/beheer')} />
      </div>
    );
  }
  return (
    <Answered of={state}>
      {({ isSetUp, sectors }) =>
        // Whoever is setting it up right now still gets the codes to keep, also when that is known here first.
        isSetUp && step === 'code' ? (
          <div className="door">
            <PageHeader title={text.alreadyTitle} />
            <EmptyState
              drawing="path"
              title={text.already}
              action={<ButtonLink href="/inloggen">{signIn.title}</ButtonLink>}
            />
          </div>
        ) : (
          <div className="door">
            <StepBar step={place + 1} total={setUpSteps.length} />
            <PageHeader title={text.steps[step]} />
            {step === 'code' && <CodeStep onNext={next} />}
            {step === 'organisation' && <OrganisationStep sectors={sectors} onNext={next} />}
            {step === 'administrator' && <AdministratorStep onNext={next} />}
            {step === 'way' && <WayStep plan={plan} onDone={setCodes} />}
          </div>
        )
      }
    </Answered>
  );
}
