import { useRef, useState } from 'react';
import { Field } from '../../components/Field.tsx';
import { TextArea } from '../../components/TextArea.tsx';
import { SmallForm } from '../../session/SmallForm.tsx';
import type { Write } from '../../session/useWrite.ts';
import { useAnonymousText } from './text.ts';

interface ReplyFormProps {
  label: string;
  write: Pick<Write<never, unknown>, 'problem' | 'fieldErrors' | 'isBusy' | 'errorAt'>;
  /** True when it was sent; what was typed stays until then. */
  onSend: (message: { messageId: string; text: string }) => Promise<boolean>;
}

export function ReplyForm({ label, write, onSend }: ReplyFormProps) {
  const { talk: text, start } = useAnonymousText();
  const [typed, setTyped] = useState('');
  const [isEmpty, setEmpty] = useState(false);
  const messageId = useRef<string>(crypto.randomUUID());
  const missing = isEmpty ? [{ fieldId: 'text', message: start.missing.text }] : [];

  async function send() {
    setEmpty(typed.trim() === '');
    if (typed.trim() === '') return;
    if (!(await onSend({ messageId: messageId.current, text: typed }))) return;
    messageId.current = crypto.randomUUID();
    // Whoever was quick is typing the next one already.
    setTyped((now) => (now === typed ? '' : now));
  }

  return (
    <SmallForm of={write} missing={missing} submit={text.send} onSubmit={() => void send()}>
      <Field id="text" label={label} error={missing[0]?.message ?? write.errorAt('text')}>
        <TextArea value={typed} rows={4} limit={20_000} onChange={(event) => setTyped(event.target.value)} />
      </Field>
    </SmallForm>
  );
}
