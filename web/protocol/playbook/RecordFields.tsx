import type { RecordField } from '../../../contract/protocol.ts';
import { Button } from '../../components/Button.tsx';
import { Checkbox } from '../../components/Checkbox.tsx';
import { Field, FieldGroup } from '../../components/Field.tsx';
import { Select } from '../../components/Select.tsx';
import { useSay } from '../../components/Toasts.tsx';
import { BilingualField } from '../editing/BilingualField.tsx';
import { moved, newCode, removed, replaced } from '../editing/lists.ts';
import { OrderButtons } from '../editing/OrderButtons.tsx';
import { TextLines } from '../editing/TextLines.tsx';
import { useProtocolText } from '../text.ts';

interface RecordFieldsProps {
  id: string;
  records: readonly RecordField[];
  onChange: (records: RecordField[]) => void;
}

const mostRecords = 6;
const mostChoices = 10;
const kinds = ['yesNo', 'choice', 'date', 'text', 'longText'] as const;
const nothing = () => ({ nl: '', en: '' });

/** What "done" leaves behind: a few questions to whoever did the task. */
export function RecordFields({ id, records, onChange }: RecordFieldsProps) {
  const { playbook, editing } = useProtocolText();
  const { fields: text } = playbook;
  const say = useSay();

  function add() {
    if (records.length >= mostRecords) return say(editing.most(mostRecords));
    onChange([...records, { name: newCode(), kind: 'yesNo', label: nothing(), optional: false }]);
    requestAnimationFrame(() => document.getElementById(`${id}-${records.length}-label-nl`)?.focus());
  }

  return (
    <FieldGroup id={id} legend={text.records} hideLegend hint={text.recordsHint}>
      <ol className="lines plain-list">
        {records.map((record, at) => (
          <li key={record.name} className="lines__line">
            <div className="lines__head">
              <span className="lines__name">{text.record(at + 1)}</span>
              <OrderButtons
                id={`${id}-order-${record.name}`}
                name={text.record(at + 1)}
                at={at}
                count={records.length}
                onMove={(by) => onChange(moved(records, at, by))}
                onRemove={() => onChange(removed(records, at))}
              />
            </div>
            <OneRecord
              id={`${id}-${at}`}
              record={record}
              onChange={(changed) => onChange(replaced(records, at, changed))}
            />
          </li>
        ))}
      </ol>
      <div>
        <Button kind="plain" icon="plus" className="lines__add" onClick={add}>
          {text.addRecord}
        </Button>
      </div>
    </FieldGroup>
  );
}

interface OneRecordProps {
  id: string;
  record: RecordField;
  onChange: (record: RecordField) => void;
}

function OneRecord({ id, record, onChange }: OneRecordProps) {
  const { playbook } = useProtocolText();
  const { fields: text } = playbook;
  return (
    <>
      <BilingualField
        id={`${id}-label`}
        legend={text.recordLabel}
        value={record.label}
        onChange={(label) => onChange({ ...record, label })}
      />
      <Field id={`${id}-kind`} label={text.recordKind}>
        <Select
          value={record.kind}
          onChange={(kind) => onChange(withKind(record, kind || record.kind))}
          options={kinds.map((value) => ({ value, label: playbook.recordKinds[value] }))}
        />
      </Field>
      {record.kind === 'choice' && (
        <TextLines
          id={`${id}-choices`}
          legend={text.choices}
          nameOf={text.choice}
          addLabel={text.addChoice}
          lines={record.choices}
          textOf={({ label }) => label}
          withText={(choice, label) => ({ ...choice, label })}
          textName="label"
          newLine={newChoice}
          most={mostChoices}
          onChange={(choices) => onChange({ ...record, choices })}
        />
      )}
      <Checkbox
        id={`${id}-optional`}
        checked={record.optional}
        onChange={(optional) => onChange({ ...record, optional })}
      >
        {text.recordOptional}
      </Checkbox>
    </>
  );
}

/** Another kind of answer to the same question; a choice begins with two. */
function withKind({ name, label, optional }: RecordField, kind: RecordField['kind']): RecordField {
  const question = { name, label, optional };
  return kind === 'choice' ? { ...question, kind, choices: [newChoice(), newChoice()] } : { ...question, kind };
}

function newChoice() {
  return { value: newCode(), label: nothing() };
}
