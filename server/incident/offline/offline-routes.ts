import { toBase64url } from '../../../contract/base64url.ts';
import * as contract from '../../../contract/incident.ts';
import { deviceOf } from '../../identity/index.ts';
import { getPerson, requireRole } from '../../organisation/index.ts';
import { type Route, route } from '../../platform/index.ts';
import type { ReportingNeeds } from '../reporting/reporting-needs.ts';
import { deliverSealedReport } from './deliver-sealed-report.ts';
import { registerDevice } from './device-keys.ts';
import { devicesOf, listMyDevices } from './known-devices.ts';
import { revokeDevicesOf, revokeMyDevice } from './revoke-device.ts';
import { sealingKeyOfNow } from './sealing-keys.ts';

/** What a device needs beforehand to report without a connection, and where it delivers what it made. */
export function offlineRoutes(needs: ReportingNeeds): Route[] {
  return [
    route(contract.registerDevice, async ({ tx, params: { deviceId }, body: { publicKey }, session, asker }) => {
      const name = deviceOf(asker.userAgent);
      const { personId, sessionId } = session;
      const refused = await registerDevice(tx, personId, { deviceId, publicKey, name, sessionId });
      if (refused) return refused;
      const key = await sealingKeyOfNow(needs, tx);
      return { deviceId, sealingKey: { id: key.id, publicKey: toBase64url(key.publicKey) } };
    }),
    route(contract.deliverSealedReport, ({ tx, body, session }) =>
      deliverSealedReport(needs, tx, session.personId, body),
    ),
    route(contract.listMyDevices, ({ tx, session }) => listMyDevices(tx, session)),
    route(contract.revokeMyDevice, ({ tx, params, session }) => revokeMyDevice(tx, session.personId, params.deviceId)),
    route(contract.listDevicesOf, async ({ tx, params: { personId }, session }) => {
      requireRole(session, 'administrator');
      await getPerson(tx, personId);
      return { devices: await devicesOf(tx, personId) };
    }),
    route(contract.revokeDevicesOf, ({ tx, params: { personId }, session }) => {
      requireRole(session, 'administrator');
      return revokeDevicesOf(tx, personId);
    }),
  ];
}
