import { useState } from 'react';
import { Advice } from '../Advice.tsx';
import { Button } from '../Button.tsx';
import { Card } from '../Card.tsx';
import { Checkbox } from '../Checkbox.tsx';
import { ManyChoices, OneChoice } from '../ChoiceCards.tsx';
import { DateInput } from '../DateInput.tsx';
import { ErrorSummary } from '../ErrorSummary.tsx';
import { Field } from '../Field.tsx';
import { PasswordInput } from '../PasswordInput.tsx';
import { Select } from '../Select.tsx';
import { Stack } from '../Stack.tsx';
import { StepBar } from '../StepBar.tsx';
import { TextArea } from '../TextArea.tsx';
import { TextInput } from '../TextInput.tsx';
import { TimeInput } from '../TimeInput.tsx';

const behaviours = [
  { value: 'self', label: 'Boos of verdrietig om zichzelf', hint: 'Klagen, smeken, huilen' },
  { value: 'verbal', label: 'Schelden of kleineren', hint: 'Gericht op jou: uitschelden, treiteren' },
  { value: 'threat', label: 'Dreigen of intimideren', hint: '‘Ik weet waar je woont’' },
] as const;

const yesNo = [
  { value: 'yes', label: 'Ja' },
  { value: 'no', label: 'Nee' },
  { value: 'unknown', label: 'Weet ik niet' },
] as const;

const teams = [
  { value: 'publiekszaken', label: 'Publiekszaken' },
  { value: 'noord', label: 'Wijkteam Noord' },
] as const;

export function FormParts() {
  const [seen, setSeen] = useState<('self' | 'verbal' | 'threat')[]>(['verbal', 'threat']);
  const [safe, setSafe] = useState<'yes' | 'no' | 'unknown' | null>('yes');
  const [story, setStory] = useState('Meneer werd boos over zijn uitkering en zei dat hij me zou opwachten.');
  const [team, setTeam] = useState<'publiekszaken' | 'noord' | ''>('');
  const [day, setDay] = useState('2026-11-17');
  const [time, setTime] = useState('13:55');
  const [isForColleague, setForColleague] = useState(false);
  const [isChecked, setChecked] = useState(false);
  return (
    <Stack gap="l">
      <StepBar step={2} total={5} />
      {isChecked && <ErrorSummary errors={[{ fieldId: 'gallery-mail', message: 'Vul een e-mailadres in' }]} />}
      <ManyChoices
        id="gallery-seen"
        legend="Wat gebeurde er?"
        hint="Kies alles wat je zag of hoorde."
        choices={behaviours}
        chosen={seen}
        onChange={setSeen}
      />
      <Advice tone="amber" title="Dreigen melden we altijd.">
        Henk hoort het meteen en belt je binnen een uur.
      </Advice>
      <OneChoice id="gallery-safe" legend="Ben je veilig?" choices={yesNo} chosen={safe} onChange={setSafe} beside />
      <Field id="gallery-story" label="Vertel het in je eigen woorden" optional>
        <TextArea value={story} limit={80} onChange={(event) => setStory(event.target.value)} />
      </Field>
      <Card heading="Over jou">
        <Field id="gallery-mail" label="E-mailadres" hint="Van je werk." error="Vul een e-mailadres in">
          <TextInput type="email" width="l" defaultValue="fatima@" />
        </Field>
        <Field id="gallery-password" label="Wachtwoord">
          <PasswordInput defaultValue="een-lang-wachtwoord" />
        </Field>
        <Field id="gallery-team" label="Team">
          <Select options={teams} value={team} onChange={setTeam} />
        </Field>
        <DateInput id="gallery-day" legend="Welke dag was het?" value={day} onChange={setDay} />
        <TimeInput id="gallery-time" label="Hoe laat?" optional value={time} onChange={setTime} />
        <Checkbox
          id="gallery-colleague"
          checked={isForColleague}
          onChange={setForColleague}
          hint="Je collega krijgt bericht."
        >
          Ik meld voor een collega
        </Checkbox>
        <Button onClick={() => setChecked(true)}>Volgende</Button>
      </Card>
    </Stack>
  );
}
