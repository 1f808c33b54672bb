import type { ReactNode } from 'react';
import type { KnownDevice } from '../../../contract/incident-devices.ts';
import { useNow } from '../../session/now.ts';
import { useMoments } from '../../text/moments.ts';
import { useDevicesText } from './text.ts';
import './devices.css';

export function useDeviceName(): (device: KnownDevice) => string {
  const text = useDevicesText();
  return ({ name }) => name ?? text.unnamed;
}

/** What it is, when it was last used and for what; beside it what can be done with it. */
export function DeviceRow({ device, children }: { device: KnownDevice; children?: ReactNode }) {
  const text = useDevicesText();
  const nameOf = useDeviceName();
  const moments = useMoments();
  const now = useNow();
  const { lastUsedAt, reportsOffline, getsMessages, revokedAt } = device;
  const told = revokedAt
    ? [text.revoked(moments.moment(revokedAt, now))]
    : [text.used(moments.moment(lastUsedAt, now)), reportsOffline && text.offline, getsMessages && text.messages];
  return (
    <li className="device">
      <div>
        <div className={revokedAt ? 'soft' : undefined}>{nameOf(device)}</div>
        <div className="soft small">{told.filter(Boolean).join(' · ')}</div>
      </div>
      {children}
    </li>
  );
}
