import { useState } from 'react';
import { listDevicesOf, revokeDevicesOf } from '../../../contract/incident-devices.ts';
import { Button } from '../../components/Button.tsx';
import { Card } from '../../components/Card.tsx';
import { Text } from '../../components/Text.tsx';
import { useSay } from '../../components/Toasts.tsx';
import { Answered } from '../../session/Answered.tsx';
import { useRead } from '../../session/useRead.ts';
import { useWrite } from '../../session/useWrite.ts';
import { DeviceRow } from './DeviceRow.tsx';
import { RevokeDialog } from './RevokeDialog.tsx';
import { useDevicesText } from './text.ts';

interface DevicesOfPersonProps {
  person: { readonly id: string; readonly name: string; readonly hasLeft: boolean };
}

/** For the administrator: a colleague who lost their phone, or left. */
export function DevicesOfPerson({ person }: DevicesOfPersonProps) {
  const text = useDevicesText().of;
  const devices = useRead(listDevicesOf, { params: { personId: person.id } });
  const [isAsked, setAsked] = useState(false);
  return (
    <Card heading={text.title}>
      <Text soft>{person.hasLeft ? text.left : text.lead}</Text>
      <Answered of={devices}>
        {({ devices: theirs }) => (
          <>
            {theirs.length === 0 && <Text>{text.none}</Text>}
            <ul className="devices plain-list">
              {theirs.map((device) => (
                <DeviceRow key={device.deviceId} device={device} />
              ))}
            </ul>
            {theirs.some(({ revokedAt }) => revokedAt === null) && (
              <Button kind="secondary" onClick={() => setAsked(true)}>
                {text.revoke}
              </Button>
            )}
          </>
        )}
      </Answered>
      {isAsked && <RevokeAllDialog person={person} onClose={() => setAsked(false)} />}
    </Card>
  );
}

function RevokeAllDialog({ person, onClose }: DevicesOfPersonProps & { onClose: () => void }) {
  const text = useDevicesText().of;
  const say = useSay();
  const revoking = useWrite(revokeDevicesOf);

  async function revoke() {
    if (!(await revoking.send({ params: { personId: person.id }, body: {} }))) return;
    say(text.done);
    onClose();
  }

  return (
    <RevokeDialog
      title={text.ask(person.name)}
      whatThen={text.whatThen}
      write={revoking}
      onRevoke={revoke}
      onClose={onClose}
    />
  );
}
