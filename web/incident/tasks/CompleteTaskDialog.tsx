import { useState } from 'react';
import { completeTask, type RecordField, type TaskView } from '../../../contract/incident.ts';
import { OneChoice } from '../../components/ChoiceCards.tsx';
import { DateInput } from '../../components/DateInput.tsx';
import type { FieldError } from '../../components/ErrorSummary.tsx';
import { Field } from '../../components/Field.tsx';
import { TextArea } from '../../components/TextArea.tsx';
import { TextInput } from '../../components/TextInput.tsx';
import { useSay } from '../../components/Toasts.tsx';
import { useWrite } from '../../session/useWrite.ts';
import { useBilingual } from '../../text/index.ts';
import { DialogForm } from '../DialogForm.tsx';
import { useIncidentText } from '../text.ts';
import { useTasksText } from './text.ts';

type Answers = Readonly<Record<string, string | boolean>>;

/** "Gedaan", with the few things the playbook asks to remember. */
export function CompleteTaskDialog({ task, onClose }: { task: TaskView; onClose: () => void }) {
  const text = useTasksText();
  const words = useIncidentText();
  const say = useBilingual();
  const tell = useSay();
  const complete = useWrite(completeTask);
  const [answers, setAnswers] = useState<Answers>({});
  const [errors, setErrors] = useState<FieldError[]>([]);

  async function save() {
    const missing = task.records.filter(({ name, optional }) => !optional && (answers[name] ?? '') === '');
    setErrors(missing.map(({ name, label }) => ({ fieldId: name, message: words.fillIn(say(label)) })));
    if (missing.length > 0) return;
    const record = Object.fromEntries(Object.entries(answers).filter(([, value]) => value !== ''));
    if (await complete.send({ params: { taskId: task.taskId }, body: { record } })) {
      tell(text.saved);
      onClose();
    }
  }

  return (
    <DialogForm
      title={text.doneTitle(say(task.title))}
      lead={task.explanation && say(task.explanation)}
      saveLabel={text.save}
      onSave={() => void save()}
      onClose={onClose}
      write={complete}
      errors={errors}
    >
      {task.records.map((field) => (
        <RecordQuestion
          key={field.name}
          field={field}
          value={answers[field.name] ?? ''}
          error={errors.find(({ fieldId }) => fieldId === field.name)?.message}
          onChange={(value) => setAnswers((now) => ({ ...now, [field.name]: value }))}
        />
      ))}
    </DialogForm>
  );
}

interface RecordQuestionProps {
  field: RecordField;
  value: string | boolean;
  error: string | undefined;
  onChange: (value: string | boolean) => void;
}

function RecordQuestion({ field, value, error, onChange }: RecordQuestionProps) {
  const text = useIncidentText();
  const say = useBilingual();
  const label = say(field.label);
  const typed = typeof value === 'string' ? value : '';
  const question = { id: field.name, error, optional: field.optional };
  switch (field.kind) {
    case 'text':
      return (
        <Field {...question} label={label}>
          <TextInput value={typed} onChange={(event) => onChange(event.target.value)} />
        </Field>
      );
    case 'longText':
      return (
        <Field {...question} label={label}>
          <TextArea value={typed} limit={2000} onChange={(event) => onChange(event.target.value)} />
        </Field>
      );
    case 'date':
      return <DateInput {...question} legend={label} value={typed} onChange={onChange} />;
    case 'choice':
      return (
        <OneChoice
          {...question}
          legend={label}
          choices={(field.choices ?? []).map((choice) => ({ value: choice.value, label: say(choice.label) }))}
          chosen={typed || null}
          onChange={onChange}
        />
      );
    case 'yesNo':
      return (
        <OneChoice
          {...question}
          legend={label}
          beside
          choices={[
            { value: 'yes', label: text.yes },
            { value: 'no', label: text.no },
          ]}
          chosen={value === true ? 'yes' : value === false ? 'no' : null}
          onChange={(chosen) => onChange(chosen === 'yes')}
        />
      );
  }
}
