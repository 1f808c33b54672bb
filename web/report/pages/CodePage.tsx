import { useState } from 'react';
import { Field } from '../../components/Field.tsx';
import { PasswordInput } from '../../components/PasswordInput.tsx';
import { Text } from '../../components/Text.tsx';
import { tellOutboxChanged } from '../../outbox/box.ts';
import { chooseCode, shortestCode } from '../../outbox/code-lock.ts';
import { addressOf, go } from '../place.ts';
import { ReportPage } from '../ReportPage.tsx';
import type { Surroundings } from '../surroundings.ts';
import { useReportText } from '../text.ts';
import type { DraftInHand } from '../use-draft.ts';

/** Chosen once per device: with it a report that was begun without a connection opens again without one. */
export function CodePage({ surroundings, inHand }: { surroundings: Surroundings; inHand: DraftInHand }) {
  const text = useReportText();
  const [code, setCode] = useState('');
  const [error, setError] = useState<string>();
  const [busy, setBusy] = useState(false);
  const personId = surroundings.me?.person.id ?? surroundings.device?.personId;
  const back = () => (window.history.length > 1 ? window.history.back() : go(addressOf.start));

  async function choose() {
    if (code.trim().length < shortestCode) return setError(text.code.tooShort(shortestCode));
    if (!personId) return setError(text.code.cannot);
    setBusy(true);
    const isChosen = await chooseCode(personId, code.trim()).then(
      () => true,
      () => false,
    );
    setBusy(false);
    if (!isChosen) return setError(text.code.cannot);
    // What is on the device already is locked with the new code too.
    if (inHand.isOnDevice) inHand.change({});
    tellOutboxChanged();
    back();
  }

  return (
    <ReportPage
      title={text.code.title}
      lead={text.code.lead}
      back={back}
      errors={error ? [{ fieldId: 'code', message: error }] : []}
      onNext={() => void choose()}
      nextLabel={text.code.choose}
      busy={busy}
      foot={<Text soft>{text.code.forgotten}</Text>}
    >
      <Field id="code" label={text.code.label} hint={text.code.hint(shortestCode)} error={error}>
        <PasswordInput value={code} autoComplete="off" onChange={(event) => setCode(event.target.value)} />
      </Field>
    </ReportPage>
  );
}
