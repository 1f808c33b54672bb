import { useLocation } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import type { AnswerOf } from '../../../contract/endpoint.ts';
import { enterAsGuest, readGuestLink, sendGuestCode } from '../../../contract/incident.ts';
import { Button } from '../../components/Button.tsx';
import { Card } from '../../components/Card.tsx';
import { CodeField } from '../../components/CodeField.tsx';
import { Loading } from '../../components/Loading.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { Stack } from '../../components/Stack.tsx';
import { Text } from '../../components/Text.tsx';
import { useGoTo } from '../../session/address.ts';
import { WriteProblem } from '../../session/ShownProblem.tsx';
import { SmallForm } from '../../session/SmallForm.tsx';
import { useWrite } from '../../session/useWrite.ts';
import { useGuestText } from './text.ts';
import './guests.css';

type Link = AnswerOf<typeof readGuestLink>;

/** From the link in the mail, by a code on the phone, to one's own incident. */
export function GuestDoorPage() {
  const { door: text } = useGuestText();
  const token = useTokenBehindHash();
  const { send, ...reading } = useWrite(readGuestLink);
  const [link, setLink] = useState<Link | null>(null);
  useEffect(() => {
    void send({ body: { token } }).then(setLink);
  }, [send, token]);

  return (
    <div className="guest-door">
      <PageHeader
        title={link ? text.title(link.givenName) : text.loading}
        lead={link && text.lead(link.organisationName)}
      />
      {link ? <AskCode token={token} link={link} /> : reading.problem ? <WriteProblem of={reading} /> : <Loading />}
    </div>
  );
}

/** The secret stands behind the #, which a browser sends to nobody. Kept there: a page opened again is the same page. */
function useTokenBehindHash(): string {
  return useLocation({ select: ({ hash }) => hash });
}

const codeAskedAt = 'guest-code-asked-at';
/** As long as a code works. */
const codeWorksMs = 10 * 60_000;

/** Whoever went to read the message may find this page loaded again, and has the code in hand. */
function isCodeOnItsWay(): boolean {
  return Date.now() - Number(sessionStorage.getItem(codeAskedAt)) < codeWorksMs;
}

function AskCode({ token, link }: { token: string; link: Link }) {
  const { door: text } = useGuestText();
  const asking = useWrite(sendGuestCode);
  const [isSent, setSent] = useState(isCodeOnItsWay);
  async function ask() {
    if (!(await asking.send({ body: { token } }))) return;
    sessionStorage.setItem(codeAskedAt, String(Date.now()));
    setSent(true);
  }
  return (
    <Card>
      <Stack>
        <Text>{link.way === 'sms' ? text.byText(link.ends) : text.byMail(link.ends)}</Text>
        {asking.problem && <WriteProblem of={asking} />}
        {isSent && <EnterCode token={token} />}
        <div className={isSent ? 'guest-door__again' : undefined}>
          <Button kind={isSent ? 'plain' : 'primary'} busy={asking.isBusy} onClick={() => void ask()}>
            {isSent ? text.again : text.send}
          </Button>
        </div>
        <Text soft small>
          {text.private}
        </Text>
      </Stack>
    </Card>
  );
}

function EnterCode({ token }: { token: string }) {
  const { door: text } = useGuestText();
  const goTo = useGoTo();
  const entering = useWrite(enterAsGuest);
  const [code, setCode] = useState('');
  const [isMissing, setMissing] = useState(false);
  const missing = isMissing ? [{ fieldId: 'code', message: text.codeMissing }] : [];
  async function enter() {
    const isSixDigits = /^\d{6}$/.test(code.replaceAll(/\s/g, ''));
    setMissing(!isSixDigits);
    const entered = isSixDigits && (await entering.send({ body: { token, code } }));
    if (entered) goTo(entered.incidentId ? `/mijn-meldingen/${entered.incidentId}` : '/');
  }
  return (
    <SmallForm of={entering} missing={missing} submit={text.enter} onSubmit={() => void enter()}>
      <Text role="status">{text.sent}</Text>
      <CodeField label={text.code} value={code} onChange={setCode} error={missing[0]?.message} />
    </SmallForm>
  );
}
