import { type ReactNode, useId } from 'react';
import { Button } from '../components/Button.tsx';
import { Dialog } from '../components/Dialog.tsx';
import { ErrorSummary, type FieldError } from '../components/ErrorSummary.tsx';
import { Stack } from '../components/Stack.tsx';
import { Text } from '../components/Text.tsx';
import { WriteProblem } from '../session/ShownProblem.tsx';
import type { Write } from '../session/useWrite.ts';
import { useIncidentText } from './text.ts';

interface DialogFormProps {
  title: ReactNode;
  lead?: ReactNode;
  saveLabel: string;
  onSave: () => void;
  onClose: () => void;
  /** The write behind the button: its problem is shown here, above the fields. */
  write: Pick<Write<never, unknown>, 'problem' | 'fieldErrors' | 'isBusy'>;
  /** What this form itself saw before sending. */
  errors?: readonly FieldError[];
  children?: ReactNode;
}

/** One thing to record, above the page: explanation, fields, one button that says what it does. */
export function DialogForm({ title, lead, saveLabel, onSave, onClose, write, errors = [], children }: DialogFormProps) {
  const text = useIncidentText();
  const formId = useId();
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={title}
      actions={
        <>
          <Button type="submit" form={formId} busy={write.isBusy}>
            {saveLabel}
          </Button>
          <Button kind="plain" onClick={onClose}>
            {text.cancel}
          </Button>
        </>
      }
    >
      <form
        id={formId}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          onSave();
        }}
      >
        <Stack>
          {errors.length > 0 ? <ErrorSummary errors={errors} /> : <WriteProblem of={write} />}
          {lead && <Text soft>{lead}</Text>}
          {children}
        </Stack>
      </form>
    </Dialog>
  );
}
