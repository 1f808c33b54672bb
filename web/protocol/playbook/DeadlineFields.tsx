import type { ContactTerm, Deadline } from '../../../contract/protocol.ts';
import { Field } from '../../components/Field.tsx';
import { Select } from '../../components/Select.tsx';
import { useProtocolText } from '../text.ts';
import { contactTermOf, countOf, deadlineKinds, deadlineOf, kindOf } from './deadlines.ts';
import { NumberField } from './NumberField.tsx';

interface DeadlineFieldsProps {
  id: string;
  deadline: Deadline;
  onChange: (deadline: Deadline) => void;
}

/** When a task must be done: what is counted, and how many. */
export function DeadlineFields({ id, deadline, onChange }: DeadlineFieldsProps) {
  const { playbook } = useProtocolText();
  const { fields: text } = playbook;
  const kind = kindOf(deadline);
  return (
    <div className="term">
      <Field id={`${id}-kind`} label={text.deadline}>
        <Select
          value={kind}
          onChange={(chosen) => onChange(deadlineOf(chosen || kind))}
          options={deadlineKinds.map((value) => ({ value, label: playbook.deadlineKinds[value] }))}
        />
      </Field>
      {deadline.kind !== 'today' && (
        <NumberField
          id={`${id}-${unitOf(deadline)}`}
          label={text[unitOf(deadline)]}
          value={countOf(deadline)}
          onChange={(count) => onChange(deadlineOf(kind, count))}
        />
      )}
    </div>
  );
}

interface ContactFieldsProps {
  id: string;
  contact: ContactTerm;
  onChange: (contact: ContactTerm) => void;
}

const contactKinds = ['minutes', 'working_days'] as const;

/** Within which time somebody talks to the colleague. */
export function ContactFields({ id, contact, onChange }: ContactFieldsProps) {
  const { playbook } = useProtocolText();
  const { fields: text } = playbook;
  return (
    <div className="term">
      <Field id={`${id}-kind`} label={text.contact}>
        <Select
          value={contact.kind}
          onChange={(chosen) => onChange(contactTermOf(chosen || contact.kind))}
          options={contactKinds.map((value) => ({ value, label: playbook.contactKinds[value] }))}
        />
      </Field>
      <NumberField
        id={`${id}-${unitOf(contact)}`}
        label={text[unitOf(contact)]}
        value={countOf(contact)}
        onChange={(count) => onChange(contactTermOf(contact.kind, count))}
      />
    </div>
  );
}

/** What the number is called in the contract. */
function unitOf(deadline: Exclude<Deadline, { kind: 'today' }>): 'minutes' | 'hours' | 'days' {
  return deadline.kind === 'minutes' || deadline.kind === 'hours' ? deadline.kind : 'days';
}
