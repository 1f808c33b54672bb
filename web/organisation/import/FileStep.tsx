import { useState } from 'react';
import { previewImport } from '../../../contract/organisation.ts';
import { Field } from '../../components/Field.tsx';
import { Text } from '../../components/Text.tsx';
import { TextInput } from '../../components/TextInput.tsx';
import { SmallForm } from '../../session/SmallForm.tsx';
import { useWrite } from '../../session/useWrite.ts';
import { useOrganisationText } from '../text.ts';
import type { Preview } from './ImportPage.tsx';

const largest = 2_000_000;

export function FileStep({ onRead }: { onRead: (file: string, preview: Preview) => void }) {
  const { import: text } = useOrganisationText();
  const [chosen, setChosen] = useState<File | null>(null);
  const [wasSent, setSent] = useState(false);
  const previewing = useWrite(previewImport);
  const message = !chosen ? text.choose : chosen.size > largest ? text.tooLarge : undefined;
  const missing = wasSent && message ? [{ fieldId: 'file', message }] : [];

  async function send() {
    setSent(true);
    if (!chosen || message) return;
    const file = await base64Of(chosen);
    const preview = await previewing.send({ body: { file } });
    if (preview) onRead(file, preview);
  }

  return (
    <SmallForm of={previewing} missing={missing} submit={text.check} onSubmit={() => void send()}>
      <Text soft>{text.lead}</Text>
      <Field id="file" label={text.file} error={missing[0]?.message}>
        <TextInput
          type="file"
          accept=".csv,text/csv,text/plain"
          onChange={(event) => setChosen(event.target.files?.[0] ?? null)}
        />
      </Field>
    </SmallForm>
  );
}

async function base64Of(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let text = '';
  // In pieces: a function takes only so many arguments.
  for (let start = 0; start < bytes.length; start += 8192) {
    text += String.fromCharCode(...bytes.subarray(start, start + 8192));
  }
  return btoa(text);
}
