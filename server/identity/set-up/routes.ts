import { sectors } from '../../../contract/organisation-words.ts';
import * as contract from '../../../contract/setup.ts';
import { requireRole, sectorPacks } from '../../organisation/index.ts';
import { type Route, route } from '../../platform/index.ts';
import type { IdentityNeeds } from '../needs.ts';
import { finish, readProgress } from './progress.ts';
import { beginPasskeyForSetUp, beginTotpForSetUp, checkCode, setUp } from './set-up.ts';
import { isSetUp } from './set-up-code.ts';

export function setUpRoutes(needs: IdentityNeeds): Route[] {
  return [
    route(contract.getSetUp, async ({ tx }) => ({
      isSetUp: await isSetUp(tx),
      sectors: sectors.map((sector) => ({ sector, ...sectorPacks[sector] })),
    })),
    route(contract.checkSetUpCode, async (call) => checkCode(call, call.body.setUpCode)),
    route(contract.beginSetUpTotp, async (call) => beginTotpForSetUp(call, call.body)),
    route(contract.beginSetUpPasskey, async (call) => beginPasskeyForSetUp(call, call.body)),
    route(contract.setUp, async (call) => setUp(call, needs, call.body)),
    route(contract.getSetUpProgress, async ({ tx, session }) => {
      requireRole(session, 'administrator');
      return readProgress(tx);
    }),
    route(contract.finishSetUp, async ({ tx, session }) => {
      requireRole(session, 'administrator');
      return finish(tx);
    }),
  ];
}
