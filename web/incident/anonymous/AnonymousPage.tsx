import { useRef, useState } from 'react';
import { type AnonymousRecipient, anonymousDoor, startAnonymousTalk } from '../../../contract/incident.ts';
import { Advice } from '../../components/Advice.tsx';
import { Card } from '../../components/Card.tsx';
import { OneChoice } from '../../components/ChoiceCards.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import type { FieldError } from '../../components/ErrorSummary.tsx';
import { Field } from '../../components/Field.tsx';
import { StandaloneLink } from '../../components/Link.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { TextArea } from '../../components/TextArea.tsx';
import { wishFocusOnTitle } from '../../components/titleFocus.ts';
import { Answered } from '../../session/Answered.tsx';
import { useAddressWords } from '../../session/address.ts';
import { SmallForm } from '../../session/SmallForm.tsx';
import { useRead } from '../../session/useRead.ts';
import { useWrite } from '../../session/useWrite.ts';
import { GivenCode } from './GivenCode.tsx';
import { newTalkCode, talkKey } from './talk-code.ts';
import { useAnonymousText } from './text.ts';
import './anonymous.css';

/** For who does not dare to give a name. Open to anybody; `?bij=` names the organisation in a link of its own. */
export function AnonymousPage() {
  const text = useAnonymousText();
  const [{ bij }] = useAddressWords();
  const door = useRead(anonymousDoor, { query: bij ? { employerId: bij } : {} });
  const [code, setCode] = useState<string | null>(null);
  if (code) return <GivenCode code={code} />;
  return (
    <div className="anonymous">
      <Answered of={door}>
        {({ employerId, organisationName, recipients }) =>
          employerId === null || recipients.length === 0 ? (
            <EmptyState drawing="calm" title={text.start.nobody}>
              {text.start.nobodyWhy}
            </EmptyState>
          ) : (
            <>
              <PageHeader title={text.start.title} lead={text.start.lead(organisationName ?? '')} />
              <WhatAnonymousMeans />
              <StartForm employerId={employerId} recipients={recipients} onStarted={setCode} />
              <StandaloneLink href="/anoniem/gesprek">{text.start.haveCode}</StandaloneLink>
            </>
          )
        }
      </Answered>
    </div>
  );
}

function WhatAnonymousMeans() {
  const { start: text } = useAnonymousText();
  return (
    <>
      <Advice tone="amber">{text.danger}</Advice>
      <Card heading={text.honestTitle}>
        <ul className="anonymous__honest">
          {text.honest.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </Card>
    </>
  );
}

interface StartFormProps {
  employerId: string;
  recipients: readonly AnonymousRecipient[];
  onStarted: (code: string) => void;
}

function StartForm({ employerId, recipients, onStarted }: StartFormProps) {
  const text = useAnonymousText();
  const starting = useWrite(startAnonymousTalk);
  // Made once: a second try of the same message is the same talk.
  const talk = useRef({ talkId: crypto.randomUUID(), messageId: crypto.randomUUID(), code: newTalkCode() });
  const [to, setTo] = useState<AnonymousRecipient | null>(recipients.length === 1 ? (recipients[0] ?? null) : null);
  const [told, setTold] = useState('');
  const [missing, setMissing] = useState<readonly FieldError[]>([]);

  async function send() {
    const { talkId, messageId, code } = talk.current;
    const lacks = [
      ...(to ? [] : [{ fieldId: 'to', message: text.start.missing.to }]),
      ...(told.trim() ? [] : [{ fieldId: 'text', message: text.start.missing.text }]),
    ];
    setMissing(lacks);
    if (lacks.length > 0 || to === null) return;
    const body = { talkId, messageId, employerId, to, key: await talkKey(code), text: told };
    if (!(await starting.send({ body }))) return;
    wishFocusOnTitle();
    onStarted(code);
  }
  const errorAt = (id: string) => missing.find(({ fieldId }) => fieldId === id)?.message ?? starting.errorAt(id);

  return (
    <SmallForm of={starting} missing={missing} submit={text.start.send} onSubmit={() => void send()}>
      <OneChoice
        id="to"
        legend={text.start.toWhom}
        error={errorAt('to')}
        choices={recipients.map((value) => ({ value, label: text.people[value], hint: text.peopleHints[value] }))}
        chosen={to}
        onChange={setTo}
      />
      <Field id="text" label={text.start.what} hint={text.start.whatHint} error={errorAt('text')}>
        <TextArea value={told} rows={7} limit={20_000} onChange={(event) => setTold(event.target.value)} />
      </Field>
    </SmallForm>
  );
}
