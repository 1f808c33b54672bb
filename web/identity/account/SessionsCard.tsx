import { useState } from 'react';
import { endSession, listSessions, signOutEverywhere } from '../../../contract/identity.ts';
import { Button } from '../../components/Button.tsx';
import { Card } from '../../components/Card.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { Tag } from '../../components/Tag.tsx';
import { Text } from '../../components/Text.tsx';
import { useSay } from '../../components/Toasts.tsx';
import { Answered } from '../../session/Answered.tsx';
import { useNow } from '../../session/now.ts';
import { WriteProblem } from '../../session/ShownProblem.tsx';
import { useRead } from '../../session/useRead.ts';
import { useWrite } from '../../session/useWrite.ts';
import { useMoments } from '../../text/moments.ts';
import { useIdentityText } from '../text.ts';
import '../../outbox/devices/devices.css';

/** Every place where somebody is signed in, so that a forgotten one is found. */
export function SessionsCard() {
  const { sessions: text } = useIdentityText();
  const say = useSay();
  const moments = useMoments();
  const now = useNow();
  const sessions = useRead(listSessions, {});
  const ending = useWrite(endSession);

  async function end(sessionId: string) {
    if (await ending.send({ params: { sessionId } })) say(text.ended);
  }

  return (
    <Card heading={text.title}>
      <WriteProblem of={ending} />
      <Answered of={sessions}>
        {({ sessions: mine }) => (
          <ul className="devices plain-list">
            {mine.map(({ id, device, method, isThisOne, lastSeenAt }) => (
              <li key={id} className="device">
                <div>
                  <div>{device}</div>
                  <div className="soft small">
                    {text.methods[method]} · {text.seen(moments.moment(lastSeenAt, now))}
                  </div>
                </div>
                {isThisOne ? (
                  <Tag tone="teal">{text.this}</Tag>
                ) : (
                  <Button kind="plain" aria-label={text.endOf(device)} onClick={() => void end(id)}>
                    {text.end}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        )}
      </Answered>
      <Everywhere />
    </Card>
  );
}

function Everywhere() {
  const { sessions: text, back } = useIdentityText();
  const [isAsked, setAsked] = useState(false);
  const leaving = useWrite(signOutEverywhere);

  async function leave() {
    if (await leaving.send({})) window.location.assign('/');
  }

  return (
    <>
      <Button kind="secondary" onClick={() => setAsked(true)}>
        {text.everywhere}
      </Button>
      <Dialog
        isOpen={isAsked}
        onClose={() => setAsked(false)}
        title={text.everywhereTitle}
        actions={
          <>
            <Button busy={leaving.isBusy} onClick={() => void leave()}>
              {text.everywhere}
            </Button>
            <Button kind="plain" onClick={() => setAsked(false)}>
              {back}
            </Button>
          </>
        }
      >
        <Text>{text.everywhereLead}</Text>
        <WriteProblem of={leaving} />
      </Dialog>
    </>
  );
}
