import { useLocation } from '@tanstack/react-router';
import { useCallback, useEffect, useState } from 'react';
import type { AnswerOf } from '../../../contract/endpoint.ts';
import { readAnonymousTalk } from '../../../contract/incident.ts';
import { Field } from '../../components/Field.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { TextInput } from '../../components/TextInput.tsx';
import { wishFocusOnTitle } from '../../components/titleFocus.ts';
import { SmallForm } from '../../session/SmallForm.tsx';
import { useWrite } from '../../session/useWrite.ts';
import { OpenTalk } from './OpenTalk.tsx';
import { readTalkCode, talkKey } from './talk-code.ts';
import { useAnonymousText } from './text.ts';
import './anonymous.css';

type Talk = AnswerOf<typeof readAnonymousTalk>;

/** Whoever has the code reads the answer here and goes on. Nothing of it stays on the device. */
export function AnonymousTalkPage() {
  const behindHash = useLocation({ select: ({ hash }) => hash });
  const reading = useWrite(readAnonymousTalk);
  const [opened, setOpened] = useState<{ held: string; talk: Talk } | null>(null);
  const { send } = reading;

  const open = useCallback(
    async (code: string) => {
      const key = await talkKey(code);
      const talk = await send({ body: { key } });
      if (!talk) return;
      wishFocusOnTitle();
      setOpened({ held: key, talk });
    },
    [send],
  );
  useEffect(() => {
    const code = readTalkCode(behindHash);
    if (!code) return;
    // Not in the history of the browser, and not on the screen of whoever looks along.
    window.history.replaceState(window.history.state, '', '/anoniem/gesprek');
    void open(code);
  }, [behindHash, open]);

  async function look() {
    if (!opened) return;
    const talk = await send({ body: { key: opened.held } });
    if (talk) setOpened({ ...opened, talk });
  }

  return (
    <div className="anonymous">
      {opened ? (
        <OpenTalk {...opened} isLooking={reading.isBusy} onLook={look} />
      ) : (
        <CodeForm of={reading} onCode={(code) => void open(code)} />
      )}
    </div>
  );
}

interface CodeFormProps {
  of: Parameters<typeof SmallForm>[0]['of'];
  onCode: (code: string) => void;
}

function CodeForm({ of: reading, onCode }: CodeFormProps) {
  const { talk: text } = useAnonymousText();
  const [typed, setTyped] = useState('');
  const [isWrong, setWrong] = useState(false);
  const missing = isWrong ? [{ fieldId: 'code', message: text.codeWrong }] : [];
  function go() {
    const code = readTalkCode(typed);
    setWrong(code === null);
    if (code) onCode(code);
  }
  return (
    <>
      <PageHeader title={text.codeTitle} lead={text.codeLead} />
      <SmallForm of={reading} missing={missing} submit={text.open} onSubmit={go}>
        <Field id="code" label={text.code} hint={text.codeHint} error={missing[0]?.message}>
          <TextInput
            value={typed}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            onChange={(event) => setTyped(event.target.value)}
          />
        </Field>
      </SmallForm>
    </>
  );
}
