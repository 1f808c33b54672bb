import { useLocation } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import {
  acceptInvitation,
  beginInvitationPasskey,
  beginInvitationTotp,
  readInvitation,
} from '../../contract/identity.ts';
import { Loading } from '../components/Loading.tsx';
import { PageHeader } from '../components/PageHeader.tsx';
import { useGoTo } from '../session/address.ts';
import { WriteProblem } from '../session/ShownProblem.tsx';
import { useWrite } from '../session/useWrite.ts';
import { NewWay, type Way } from './NewWay.tsx';
import { RecoveryCodes } from './RecoveryCodes.tsx';
import { useIdentityText } from './text.ts';
import './DoorPage.css';

/** From the link in the mail to being signed in, with a way to come back. */
export function InvitationPage() {
  const text = useIdentityText();
  const goTo = useGoTo();
  const token = useTokenBehindHash();
  const invitation = useInvitation(token);
  const passkey = useWrite(beginInvitationPasskey);
  const totp = useWrite(beginInvitationTotp);
  const accepting = useWrite(acceptInvitation);
  const [codes, setCodes] = useState<readonly string[] | null>(null);

  async function accept(way: Way) {
    const answer = await accepting.send({ body: { token, way } });
    if (answer) setCodes(answer.recoveryCodes);
  }

  if (codes) {
    return (
      <div className="door">
        <PageHeader title={text.recovery.title} />
        <RecoveryCodes codes={codes} onKept={() => goTo('/')} />
      </div>
    );
  }
  if (!invitation.who) {
    return (
      <div className="door">
        <PageHeader title={text.invitation.loading} />
        {invitation.problem ? <WriteProblem of={invitation} /> : <Loading />}
      </div>
    );
  }
  const failed = [accepting, totp, passkey].find(({ problem }) => problem);
  return (
    <div className="door">
      <PageHeader
        title={text.invitation.title(invitation.who.givenName)}
        lead={text.invitation.lead(invitation.who.employerName)}
      />
      {failed && <WriteProblem of={failed} />}
      <NewWay
        beginPasskey={() => passkey.send({ body: { token } })}
        beginTotp={() => totp.send({ body: { token } })}
        finishLabel={text.invitation.finish}
        isBusy={passkey.isBusy || accepting.isBusy}
        onChosen={(way) => void accept(way)}
      />
    </div>
  );
}

/** The secret stands behind the #, which a browser sends to nobody. */
function useTokenBehindHash(): string {
  return useLocation({ select: ({ hash }) => hash });
}

/** By POST, because the token is a secret and must not stand in an address that a server writes down. */
function useInvitation(token: string) {
  const reading = useWrite(readInvitation);
  const [who, setWho] = useState<{ givenName: string; employerName: string } | null>(null);
  const { send } = reading;
  useEffect(() => {
    void send({ body: { token } }).then(setWho);
  }, [send, token]);
  return { ...reading, who };
}
