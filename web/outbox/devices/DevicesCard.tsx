import { useEffect, useState } from 'react';
import { type KnownDevice, listMyDevices, revokeMyDevice } from '../../../contract/incident-devices.ts';
import { Button } from '../../components/Button.tsx';
import { Card } from '../../components/Card.tsx';
import { Tag } from '../../components/Tag.tsx';
import { Text } from '../../components/Text.tsx';
import { useSay } from '../../components/Toasts.tsx';
import { Answered } from '../../session/Answered.tsx';
import { useRead } from '../../session/useRead.ts';
import { useWrite } from '../../session/useWrite.ts';
import { hearOutboxChanged } from '../box.ts';
import { DeviceRow, useDeviceName } from './DeviceRow.tsx';
import { RevokeDialog } from './RevokeDialog.tsx';
import { useDevicesText } from './text.ts';

/** Phones and computers with a key of their own, or that are told things: so that a lost one is found and trusted no longer. */
export function DevicesCard() {
  const text = useDevicesText();
  const nameOf = useDeviceName();
  const devices = useRead(listMyDevices, {});
  const { refetch } = devices;
  // This one may become known while its owner is looking.
  useEffect(() => hearOutboxChanged(() => void refetch()), [refetch]);
  const [asked, setAsked] = useState<KnownDevice | null>(null);
  return (
    <Card heading={text.title}>
      <Text soft>{text.lead}</Text>
      <Answered of={devices}>
        {({ devices: mine }) =>
          mine.length === 0 ? (
            <Text>{text.none}</Text>
          ) : (
            <ul className="devices plain-list">
              {mine.map((device) => (
                <DeviceRow key={device.deviceId} device={device}>
                  {device.isThisOne && <Tag tone="teal">{text.this}</Tag>}
                  {!device.isThisOne && !device.revokedAt && (
                    <Button kind="plain" aria-label={text.revokeOf(nameOf(device))} onClick={() => setAsked(device)}>
                      {text.revoke}
                    </Button>
                  )}
                </DeviceRow>
              ))}
            </ul>
          )
        }
      </Answered>
      {asked && <RevokeOneDialog device={asked} onClose={() => setAsked(null)} />}
    </Card>
  );
}

function RevokeOneDialog({ device, onClose }: { device: KnownDevice; onClose: () => void }) {
  const text = useDevicesText();
  const nameOf = useDeviceName();
  const say = useSay();
  const revoking = useWrite(revokeMyDevice);

  async function revoke() {
    if (!(await revoking.send({ params: { deviceId: device.deviceId }, body: {} }))) return;
    say(text.done);
    onClose();
  }

  return (
    <RevokeDialog
      title={text.askTitle(nameOf(device))}
      lead={text.ask}
      whatThen={text.whatThen}
      write={revoking}
      onRevoke={revoke}
      onClose={onClose}
    />
  );
}
