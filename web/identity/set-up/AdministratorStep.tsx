import { type FormEvent, useState } from 'react';
import { Button } from '../../components/Button.tsx';
import { ErrorSummary } from '../../components/ErrorSummary.tsx';
import { Field } from '../../components/Field.tsx';
import { Text } from '../../components/Text.tsx';
import { TextInput } from '../../components/TextInput.tsx';
import { useIdentityText } from '../text.ts';
import { emptyPlan, type StepProps } from './plan.ts';

type Part = keyof typeof emptyPlan.administrator;
const parts: readonly { part: Part; complete: string; type: string }[] = [
  { part: 'givenName', complete: 'given-name', type: 'text' },
  { part: 'familyName', complete: 'family-name', type: 'text' },
  { part: 'email', complete: 'email', type: 'email' },
];

export function AdministratorStep({ onNext }: StepProps) {
  const { setUp: text } = useIdentityText();
  const [administrator, setAdministrator] = useState(emptyPlan.administrator);
  const [wasSent, setSent] = useState(false);
  const missing = parts
    .filter(({ part }) => !isFilledIn(part, administrator[part]))
    .map(({ part }) => ({ fieldId: part, message: text.missing[part] }));
  const shown = wasSent ? missing : [];

  function next(event: FormEvent) {
    event.preventDefault();
    setSent(true);
    if (missing.length === 0) onNext({ administrator });
  }

  return (
    <form className="door__form" noValidate onSubmit={next}>
      <Text soft>{text.adminLead}</Text>
      <ErrorSummary errors={shown} />
      {parts.map(({ part, complete, type }) => (
        <Field key={part} id={part} label={text[part]} error={shown.find(({ fieldId }) => fieldId === part)?.message}>
          <TextInput
            width="l"
            type={type}
            autoComplete={complete}
            value={administrator[part]}
            onChange={(event) => setAdministrator({ ...administrator, [part]: event.target.value })}
          />
        </Field>
      ))}
      <div>
        <Button type="submit">{text.next}</Button>
      </div>
    </form>
  );
}

function isFilledIn(part: Part, value: string): boolean {
  return part === 'email' ? /^\S+@\S+\.\S+$/.test(value.trim()) : value.trim() !== '';
}
