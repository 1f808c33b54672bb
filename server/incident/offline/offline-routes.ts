import { toBase64url } from '../../../contract/base64url.ts';
import * as contract from '../../../contract/incident.ts';
import { type Route, route } from '../../platform/index.ts';
import type { ReportingNeeds } from '../reporting-needs.ts';
import { deliverSealedReport } from './deliver-sealed-report.ts';
import { registerDevice } from './device-keys.ts';
import { sealingKeyOfNow } from './sealing-keys.ts';

/** What a device needs beforehand to report without a connection, and where it delivers what it made. */
export function offlineRoutes(needs: ReportingNeeds): Route[] {
  return [
    route(contract.registerDevice, async ({ tx, params: { deviceId }, body: { publicKey }, session }) => {
      const refused = await registerDevice(tx, session.personId, { deviceId, publicKey });
      if (refused) return refused;
      const key = await sealingKeyOfNow(needs, tx);
      return { deviceId, sealingKey: { id: key.id, publicKey: toBase64url(key.publicKey) } };
    }),
    route(contract.deliverSealedReport, ({ tx, body, session }) =>
      deliverSealedReport(needs, tx, session.personId, body),
    ),
  ];
}
