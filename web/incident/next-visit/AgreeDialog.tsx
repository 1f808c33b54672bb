import { useState } from 'react';
import {
  APPROACH_LONGEST_WORDS,
  APPROACH_MONTHS,
  type Approach,
  type ApproachWay,
  agreeApproach,
  approachWays,
} from '../../../contract/incident.ts';
import { ManyChoices } from '../../components/ChoiceCards.tsx';
import { DateInput } from '../../components/DateInput.tsx';
import type { FieldError } from '../../components/ErrorSummary.tsx';
import { Field } from '../../components/Field.tsx';
import { TextArea } from '../../components/TextArea.tsx';
import { useSay } from '../../components/Toasts.tsx';
import { serverNow } from '../../session/now.ts';
import { useWrite } from '../../session/useWrite.ts';
import { isRealDate, onDutchClock } from '../../text/dutchClock.ts';
import { DialogForm } from '../DialogForm.tsx';
import { useNextVisitText } from './text.ts';

interface AgreeDialogProps {
  incidentId: string;
  current: Approach['current'];
  onClose: () => void;
}

/** What to do, until when; half a year when nobody says otherwise. */
export function AgreeDialog({ incidentId, current, onClose }: AgreeDialogProps) {
  const { dialog: text, ways: names } = useNextVisitText();
  const say = useSay();
  const agreeing = useWrite(agreeApproach);
  const [ways, setWays] = useState<readonly ApproachWay[]>(current?.ways ?? []);
  const [words, setWords] = useState(current?.words ?? '');
  const [untilOn, setValidUntil] = useState(halfAYearAhead);
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const errorAt = (id: string) => errors.find(({ fieldId }) => fieldId === id)?.message ?? agreeing.errorAt(id);

  async function save() {
    const lacks = ways.length === 0 && !words.trim() ? [{ fieldId: 'ways', message: text.nothing }] : [];
    if (!isRealDate(untilOn)) lacks.push({ fieldId: 'untilOn', message: text.noDay });
    setErrors(lacks);
    if (lacks.length > 0) return;
    const body = { ways: [...ways], words: words.trim() || null, untilOn };
    if (!(await agreeing.send({ params: { incidentId }, body }))) return;
    say(text.saved);
    onClose();
  }

  return (
    <DialogForm
      title={text.title}
      lead={text.lead}
      saveLabel={text.save}
      onSave={() => void save()}
      onClose={onClose}
      write={agreeing}
      errors={errors}
    >
      <ManyChoices<ApproachWay>
        id="ways"
        legend={text.ways}
        choices={approachWays.map((value) => ({ value, label: names[value] }))}
        chosen={ways}
        onChange={setWays}
        error={errorAt('ways')}
      />
      <Field id="words" label={text.words} optional hint={text.wordsHint} error={errorAt('words')}>
        <TextArea
          value={words}
          rows={2}
          limit={APPROACH_LONGEST_WORDS}
          onChange={({ target }) => setWords(target.value)}
        />
      </Field>
      <DateInput
        id="untilOn"
        legend={text.until}
        hint={text.untilHint}
        value={untilOn}
        onChange={setValidUntil}
        error={errorAt('untilOn')}
      />
    </DialogForm>
  );
}

/** 31 August is followed by 28 February: the last day of a month that is shorter. */
function halfAYearAhead(): string {
  const [year = 0, month = 0, day = 0] = onDutchClock(serverNow()).date.split('-').map(Number);
  const lastOfMonth = new Date(Date.UTC(year, month - 1 + APPROACH_MONTHS + 1, 0)).getUTCDate();
  const ahead = new Date(Date.UTC(year, month - 1 + APPROACH_MONTHS, Math.min(day, lastOfMonth)));
  return ahead.toISOString().slice(0, 10);
}
