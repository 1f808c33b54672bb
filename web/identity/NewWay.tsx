import { type FormEvent, useEffect, useState } from 'react';
import type { z } from 'zod';
import type { AnswerOf } from '../../contract/endpoint.ts';
import type { beginTotp, newWayToSignIn } from '../../contract/identity.ts';
import { Advice } from '../components/Advice.tsx';
import { Button } from '../components/Button.tsx';
import { OneChoice } from '../components/ChoiceCards.tsx';
import { CodeField } from '../components/CodeField.tsx';
import { ErrorSummary, type FieldError } from '../components/ErrorSummary.tsx';
import { Field } from '../components/Field.tsx';
import { Heading } from '../components/Heading.tsx';
import { PasswordInput } from '../components/PasswordInput.tsx';
import { Stack } from '../components/Stack.tsx';
import { TextInput } from '../components/TextInput.tsx';
import { knowsPasskeys, makePasskey } from './passkeys.ts';
import { TotpPicture } from './TotpPicture.tsx';
import { useIdentityText } from './text.ts';

export type Way = z.input<typeof newWayToSignIn>;
type Enrolment = AnswerOf<typeof beginTotp>;

interface NewWayProps {
  /** Both ask the server to begin; null when that did not work, and then the page says why. */
  beginPasskey: () => Promise<{ ceremony: string; options: Readonly<Record<string, unknown>> } | null>;
  beginTotp: () => Promise<Enrolment | null>;
  /** What the last button says it does. */
  finishLabel: string;
  isBusy: boolean;
  onChosen: (way: Way) => void;
}

/** How somebody will come in from now on: a passkey, or a password with an app. */
export function NewWay(props: NewWayProps) {
  const { way: text } = useIdentityText();
  const [kind, setKind] = useState<'passkey' | 'password'>(knowsPasskeys ? 'passkey' : 'password');
  return (
    <Stack gap="l">
      {knowsPasskeys && (
        <OneChoice
          id="way"
          legend={text.legend}
          chosen={kind}
          onChange={setKind}
          choices={[
            { value: 'passkey', label: text.passkey, hint: text.passkeyHint },
            { value: 'password', label: text.password, hint: text.passwordHint },
          ]}
        />
      )}
      {kind === 'passkey' ? <PasskeyWay {...props} /> : <PasswordWay {...props} />}
    </Stack>
  );
}

function PasskeyWay({ beginPasskey, finishLabel, isBusy, onChosen }: NewWayProps) {
  const { way: text } = useIdentityText();
  const [name, setName] = useState(text.defaultDevice);
  const [wasStopped, setStopped] = useState(false);

  async function make(event: FormEvent) {
    event.preventDefault();
    setStopped(false);
    const begun = await beginPasskey();
    if (!begun) return;
    const response = await makePasskey(begun.options);
    if (!response) return setStopped(true);
    onChosen({ kind: 'passkey', ceremony: begun.ceremony, response, name: name.trim() || text.defaultDevice });
  }

  return (
    <form className="door__form" noValidate onSubmit={(event) => void make(event)}>
      {wasStopped && <Advice tone="amber" announce title={text.cancelled} />}
      <Field id="way-name" label={text.deviceName} hint={text.deviceNameHint}>
        <TextInput width="l" maxLength={60} value={name} onChange={(event) => setName(event.target.value)} />
      </Field>
      <div>
        <Button type="submit" busy={isBusy}>
          {finishLabel}
        </Button>
      </div>
    </form>
  );
}

const shortest = 12;

function PasswordWay({ beginTotp, finishLabel, isBusy, onChosen }: NewWayProps) {
  const { way: text } = useIdentityText();
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const [wasSent, setSent] = useState(false);
  const enrolment = useEnrolment(beginTotp);

  const missing: FieldError[] = [
    ...(password.length < shortest ? [{ fieldId: 'way-password', message: text.tooShort }] : []),
    ...(/^\d{3} ?\d{3}$/.test(code.trim()) ? [] : [{ fieldId: 'way-code', message: text.codeMissing }]),
  ];
  const shown = wasSent ? missing : [];
  const errorAt = (fieldId: string) => shown.find((error) => error.fieldId === fieldId)?.message;

  function finish(event: FormEvent) {
    event.preventDefault();
    setSent(true);
    if (missing.length === 0 && enrolment) {
      onChosen({ kind: 'password', password, ceremony: enrolment.ceremony, code: code.trim() });
    }
  }

  return (
    <form className="door__form" noValidate onSubmit={finish}>
      <ErrorSummary errors={shown} />
      <Field id="way-password" label={text.newPassword} hint={text.newPasswordHint} error={errorAt('way-password')}>
        <PasswordInput
          autoComplete="new-password"
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
      </Field>
      {enrolment && (
        <>
          <Heading level={2}>{text.scanTitle}</Heading>
          <TotpPicture enrolment={enrolment} />
          <CodeField id="way-code" label={text.code} value={code} onChange={setCode} error={errorAt('way-code')} />
        </>
      )}
      <div>
        <Button type="submit" busy={isBusy}>
          {finishLabel}
        </Button>
      </div>
    </form>
  );
}

/** Asked once when this way is chosen: the picture that is on the screen is the one that counts. */
function useEnrolment(begin: () => Promise<Enrolment | null>): Enrolment | null {
  const [enrolment, setEnrolment] = useState<Enrolment | null>(null);
  const [wasAsked, setAsked] = useState(false);
  useEffect(() => {
    if (wasAsked) return;
    setAsked(true);
    void begin().then(setEnrolment);
  }, [begin, wasAsked]);
  return enrolment;
}
