import type { PlaybookTask } from '../../../contract/protocol.ts';
import { dossierParts, taskConditions, taskOwners } from '../../../contract/protocol-words.ts';
import { Advice } from '../../components/Advice.tsx';
import { Checkbox } from '../../components/Checkbox.tsx';
import { ManyChoices } from '../../components/ChoiceCards.tsx';
import { Disclosure } from '../../components/Disclosure.tsx';
import { Field } from '../../components/Field.tsx';
import { Select } from '../../components/Select.tsx';
import { Stack } from '../../components/Stack.tsx';
import { BilingualField } from '../editing/BilingualField.tsx';
import { useFieldErrors } from '../editing/fieldErrors.tsx';
import { useProtocolText } from '../text.ts';
import { DeadlineFields } from './DeadlineFields.tsx';
import { RecordFields } from './RecordFields.tsx';

interface TaskFieldsProps {
  id: string;
  task: PlaybookTask;
  onChange: (task: PlaybookTask) => void;
}

/** One task: what, who and by when in sight; what happens around it folded away. */
export function TaskFields({ id, task, onChange }: TaskFieldsProps) {
  const { playbook } = useProtocolText();
  const { fields: text } = playbook;
  const { isWrongBelow } = useFieldErrors();
  const change = (changes: Partial<PlaybookTask>) => onChange({ ...task, ...changes });
  return (
    <Stack gap="l">
      <BilingualField
        id={`${id}-title`}
        legend={text.taskTitle}
        value={task.title}
        onChange={(title) => change({ title })}
      />
      <BilingualField
        id={`${id}-explanation`}
        legend={text.explanation}
        long
        value={task.explanation}
        onChange={(explanation) => change({ explanation })}
      />
      <Field id={`${id}-owner`} label={text.owner}>
        <Select
          value={task.owner}
          onChange={(owner) => change({ owner: owner || task.owner })}
          options={taskOwners.map((value) => ({ value, label: playbook.owners[value] }))}
        />
      </Field>
      <TaskDeadline id={id} task={task} onChange={onChange} />
      <Disclosure summary={text.records} open={isWrongBelow(`${id}-records`)}>
        <RecordFields id={`${id}-records`} records={task.records} onChange={(records) => change({ records })} />
      </Disclosure>
      {task.code !== 'contact' && (
        <Disclosure summary={text.onlyWhen}>
          <ManyChoices
            id={`${id}-onlyWhen`}
            legend={text.onlyWhen}
            hideLegend
            hint={text.onlyWhenHint}
            beside="wide"
            choices={taskConditions.map((value) => ({ value, label: playbook.conditions[value] }))}
            chosen={task.onlyWhen}
            onChange={(onlyWhen) => change({ onlyWhen })}
          />
        </Disclosure>
      )}
      <Disclosure summary={text.needs}>
        <ManyChoices
          id={`${id}-needs`}
          legend={text.needs}
          hideLegend
          hint={text.needsHint}
          beside="wide"
          choices={dossierParts.map((value) => ({ value, label: playbook.parts[value] }))}
          chosen={task.needs}
          onChange={(needs) => change({ needs })}
        />
      </Disclosure>
      <ReporterWordsFields id={`${id}-reporterWords`} task={task} onChange={onChange} />
    </Stack>
  );
}

/** Two tasks follow the terms of the dossier itself. */
function TaskDeadline({ id, task, onChange }: TaskFieldsProps) {
  const { playbook: text } = useProtocolText();
  if (task.code === 'contact') return <Advice title={text.contactRules} />;
  if (task.code === 'response') return <Advice title={text.responseRules} />;
  return (
    <DeadlineFields
      id={`${id}-deadline`}
      deadline={task.deadline}
      onChange={(deadline) => onChange({ ...task, deadline })}
    />
  );
}

function ReporterWordsFields({ id, task, onChange }: TaskFieldsProps) {
  const { playbook } = useProtocolText();
  const { fields: text } = playbook;
  const { isWrongBelow } = useFieldErrors();
  const { reporterWords } = task;
  return (
    <Disclosure summary={playbook.reporterReads} open={isWrongBelow(id)}>
      <Stack gap="m">
        <Checkbox
          id={id}
          checked={reporterWords !== null}
          hint={text.reporterHint}
          onChange={(reads) => onChange({ ...task, reporterWords: reads ? playbook.newTaskWords : null })}
        >
          {text.reporter}
        </Checkbox>
        {reporterWords && (
          <>
            <BilingualField
              id={`${id}-ahead`}
              legend={text.ahead}
              value={reporterWords.ahead}
              onChange={(ahead) => onChange({ ...task, reporterWords: { ...reporterWords, ahead } })}
            />
            <BilingualField
              id={`${id}-done`}
              legend={text.done}
              value={reporterWords.done}
              onChange={(done) => onChange({ ...task, reporterWords: { ...reporterWords, done } })}
            />
          </>
        )}
      </Stack>
    </Disclosure>
  );
}
