import { type FormEvent, useState } from 'react';
import type { AnswerOf } from '../../../contract/endpoint.ts';
import type { Sector } from '../../../contract/organisation-words.ts';
import type { getSetUp } from '../../../contract/setup.ts';
import { Button } from '../../components/Button.tsx';
import { OneChoice } from '../../components/ChoiceCards.tsx';
import { ErrorSummary } from '../../components/ErrorSummary.tsx';
import { Field } from '../../components/Field.tsx';
import { TextInput } from '../../components/TextInput.tsx';
import { useLanguage } from '../../text/index.ts';
import { useIdentityText } from '../text.ts';
import type { StepProps } from './plan.ts';

interface OrganisationStepProps extends StepProps {
  sectors: AnswerOf<typeof getSetUp>['sectors'];
}

export function OrganisationStep({ sectors, onNext }: OrganisationStepProps) {
  const { setUp: text } = useIdentityText();
  const language = useLanguage();
  const [name, setName] = useState('');
  const [sector, setSector] = useState<Sector>('municipality');
  const [wasSent, setSent] = useState(false);
  const missing = wasSent && !name.trim() ? text.missing.name : undefined;

  function next(event: FormEvent) {
    event.preventDefault();
    setSent(true);
    if (name.trim()) onNext({ organisation: { name: name.trim(), sector } });
  }

  return (
    <form className="door__form" noValidate onSubmit={next}>
      {missing && <ErrorSummary errors={[{ fieldId: 'name', message: missing }]} />}
      <Field id="name" label={text.name} hint={text.nameHint} error={missing}>
        <TextInput
          autoComplete="organization"
          maxLength={120}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
      </Field>
      <OneChoice
        id="sector"
        legend={text.sector}
        hint={text.sectorHint}
        chosen={sector}
        onChange={setSector}
        choices={sectors.map((known) => ({
          value: known.sector,
          label: known[language].name,
          hint: [known[language].words.counter, known[language].words.aggressor].filter(Boolean).join(', '),
        }))}
      />
      <div>
        <Button type="submit">{text.next}</Button>
      </div>
    </form>
  );
}
