import { useState } from 'react';
import {
  type HandOverAnswer,
  type HandOverReason,
  handOverMany,
  handOverReasons,
  listWhoMayHave,
} from '../../../contract/incident-hand-overs.ts';
import { OneChoice } from '../../components/ChoiceCards.tsx';
import type { FieldError } from '../../components/ErrorSummary.tsx';
import { type Colleague, PeoplePicker } from '../../components/PeoplePicker.tsx';
import { Text } from '../../components/Text.tsx';
import { Answered } from '../../session/Answered.tsx';
import { findColleagues } from '../../session/findColleagues.ts';
import { useIdFor } from '../../session/useIdFor.ts';
import { useRead } from '../../session/useRead.ts';
import { useWrite } from '../../session/useWrite.ts';
import { DialogForm } from '../DialogForm.tsx';
import { useHandOverText } from './text.ts';

interface HandOverManyProps {
  what: 'tasks' | 'dossiers';
  ids: readonly string[];
  onClose: () => void;
  onDone: (answer: HandOverAnswer, to: Colleague) => void;
}

/** To whom, and why: the same for everything that was chosen. */
export function HandOverManyDialog({ what, ids, onClose, onDone }: HandOverManyProps) {
  const text = useHandOverText();
  const handOver = useWrite(handOverMany);
  const idFor = useIdFor();
  const [to, setTo] = useState<Colleague | null>(null);
  const [reason, setReason] = useState<HandOverReason | null>(null);
  const [errors, setErrors] = useState<FieldError[]>([]);
  const errorAt = (fieldId: string) =>
    errors.find((error) => error.fieldId === fieldId)?.message ?? handOver.errorAt(fieldId);

  async function save() {
    setErrors([
      ...(to ? [] : [{ fieldId: 'toPersonId', message: text.toMissing }]),
      ...(reason ? [] : [{ fieldId: 'reason', message: text.reasonMissing }]),
    ]);
    if (!to || !reason) return;
    const body = { what, ids: [...ids], toPersonId: to.id, reason };
    // To somebody else is another hand-over: what is told afterwards must be where it went.
    const answer = await handOver.send({ params: { handOverId: idFor(to.id).value }, body });
    if (answer) onDone(answer, to);
  }

  return (
    <DialogForm
      title={text.title[what](ids.length)}
      lead={text.lead[what]}
      saveLabel={text.save}
      onSave={() => void save()}
      onClose={onClose}
      write={handOver}
      errors={errors}
    >
      {what === 'tasks' ? (
        <PeoplePicker
          id="toPersonId"
          label={text.to}
          find={findColleagues}
          single
          error={errorAt('toPersonId')}
          chosen={to ? [to] : []}
          onChange={([chosen]) => setTo(chosen ?? null)}
        />
      ) : (
        <WhoMayHave ids={ids} to={to} error={errorAt('toPersonId')} onChange={setTo} />
      )}
      <OneChoice
        id="reason"
        legend={text.reason}
        error={errorAt('reason')}
        choices={handOverReasons.map((value) => ({ value, label: text.reasons[value] }))}
        chosen={reason}
        onChange={setReason}
      />
    </DialogForm>
  );
}

interface WhoMayHaveProps {
  ids: readonly string[];
  to: Colleague | null;
  error: string | undefined;
  onChange: (to: Colleague) => void;
}

/** A dossier goes only to who could take it up: the few people there are, to choose from. */
function WhoMayHave({ ids, to, error, onChange }: WhoMayHaveProps) {
  const text = useHandOverText();
  const candidates = useRead(listWhoMayHave, { body: { incidentIds: [...ids] } });
  return (
    <Answered of={candidates}>
      {({ people }) =>
        people.length === 0 ? (
          <Text>{text.nobody}</Text>
        ) : (
          <OneChoice
            id="toPersonId"
            legend={text.to}
            error={error}
            choices={people.map(({ id, name, mayHave }) => ({
              value: id,
              label: name,
              hint: mayHave < ids.length ? text.mayHave(mayHave, ids.length) : undefined,
            }))}
            chosen={to?.id ?? null}
            onChange={(id) => {
              const chosen = people.find((person) => person.id === id);
              if (chosen) onChange(chosen);
            }}
          />
        )
      }
    </Answered>
  );
}
