import { type FormEvent, useState } from 'react';
import { checkSetUpCode } from '../../../contract/setup.ts';
import { Button } from '../../components/Button.tsx';
import { Field } from '../../components/Field.tsx';
import { Text } from '../../components/Text.tsx';
import { TextInput } from '../../components/TextInput.tsx';
import { WriteProblem } from '../../session/ShownProblem.tsx';
import { useWrite } from '../../session/useWrite.ts';
import { useIdentityText } from '../text.ts';
import type { StepProps } from './plan.ts';

/** The code shows that who sits here can also see the server. */
export function CodeStep({ onNext }: StepProps) {
  const { setUp: text } = useIdentityText();
  const [setUpCode, setCode] = useState('');
  const checking = useWrite(checkSetUpCode);

  async function check(event: FormEvent) {
    event.preventDefault();
    if (await checking.send({ body: { setUpCode } })) onNext({ setUpCode });
  }

  return (
    <form className="door__form" noValidate onSubmit={(event) => void check(event)}>
      <Text soft>{text.codeLead}</Text>
      <WriteProblem of={checking} />
      <Field id="setUpCode" label={text.code} error={checking.errorAt('setUpCode')}>
        <TextInput
          width="l"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          value={setUpCode}
          onChange={(event) => setCode(event.target.value)}
        />
      </Field>
      <div>
        <Button type="submit" busy={checking.isBusy}>
          {text.next}
        </Button>
      </div>
    </form>
  );
}
