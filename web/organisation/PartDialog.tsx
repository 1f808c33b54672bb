import { type ReactNode, useState } from 'react';
import { Button } from '../components/Button.tsx';
import { Dialog } from '../components/Dialog.tsx';
import type { FieldError } from '../components/ErrorSummary.tsx';
import { Field } from '../components/Field.tsx';
import { TextInput } from '../components/TextInput.tsx';
import { useSay } from '../components/Toasts.tsx';
import { SmallForm } from '../session/SmallForm.tsx';
import type { Write } from '../session/useWrite.ts';
import { useOrganisationText } from './text.ts';

interface PartDialogProps {
  /** Null for a new one. */
  part: { readonly name: string } | null;
  title: string;
  text: { readonly name: string; readonly missing: string; readonly close: string; readonly closed: string };
  /** The write behind the buttons. */
  write: Pick<Write<never, unknown>, 'problem' | 'fieldErrors' | 'isBusy' | 'errorAt'>;
  /** What must be filled in besides the name, and is not. */
  missing?: readonly FieldError[];
  /** Answers null when it did not work. */
  onSave: (name: string) => Promise<unknown>;
  /** Takes it out of use; null for a new one. */
  onEnd: (() => Promise<unknown>) | null;
  onClose: () => void;
  /** What is asked below the name; told what to show at a field. */
  children: (errorAt: (fieldId: string) => string | undefined) => ReactNode;
}

/** A team, a building or a place in it: something with a name that is added, changed, and one day no longer in use. */
export function PartDialog({
  part,
  title,
  text,
  write,
  missing = [],
  onSave,
  onEnd,
  onClose,
  children,
}: PartDialogProps) {
  const { save, saved, add } = useOrganisationText();
  const say = useSay();
  const [name, setName] = useState(part?.name ?? '');
  const [wasSent, setSent] = useState(false);
  const allMissing = name.trim() ? missing : [{ fieldId: 'name', message: text.missing }, ...missing];
  const shown = wasSent ? allMissing : [];
  const errorAt = (id: string) => shown.find(({ fieldId }) => fieldId === id)?.message ?? write.errorAt(id);

  async function send() {
    setSent(true);
    if (allMissing.length === 0 && (await onSave(name))) leaveWith(saved);
  }

  async function end() {
    if (await onEnd?.()) leaveWith(text.closed);
  }

  function leaveWith(message: string) {
    say(message);
    onClose();
  }

  return (
    <Dialog isOpen onClose={onClose} title={title}>
      <SmallForm
        of={write}
        missing={shown}
        submit={part ? save : add}
        onSubmit={() => void send()}
        beside={
          onEnd && (
            <Button kind="plain" onClick={() => void end()}>
              {text.close}
            </Button>
          )
        }
      >
        <Field id="name" label={text.name} error={errorAt('name')}>
          <TextInput maxLength={120} value={name} onChange={(event) => setName(event.target.value)} />
        </Field>
        {children(errorAt)}
      </SmallForm>
    </Dialog>
  );
}
