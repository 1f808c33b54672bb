import * as contract from '../../contract/identity.ts';
import { requireRole } from '../organisation/index.ts';
import { type Route, route } from '../platform/index.ts';
import { block, readAccess, reset, unblock } from './accounts.ts';
import { countTry } from './attempts.ts';
import * as confirmation from './confirmation.ts';
import { readCast, stepIn } from './demonstration.ts';
import * as invitations from './invitations.ts';
import * as ways from './my-ways.ts';
import type { IdentityNeeds } from './needs.ts';
import { beginAuthentication } from './passkeys.ts';
import { endOneSession, endSessionsOf, readSessions } from './sessions.ts';
import { setUpRoutes } from './set-up/routes.ts';
import { isSetUp } from './set-up/set-up-code.ts';
import { checkPassword, signInWithCode, signInWithPasskey, signInWithRecoveryCode } from './sign-in.ts';
import { readWays } from './ways-to-sign-in.ts';

export function identityRoutes(needs: IdentityNeeds): readonly Route[] {
  return [
    ...doorRoutes(needs),
    ...invitationRoutes(needs),
    ...ownRoutes(needs),
    ...sessionRoutes(),
    ...administratorRoutes(needs),
    ...setUpRoutes(needs),
  ];
}

function doorRoutes(needs: IdentityNeeds): Route[] {
  return [
    route(contract.getEntrance, async ({ tx }) => {
      const demonstrations = await tx.rows('select from organisation.demonstration_employers()');
      return { isSetUp: await isSetUp(tx), isDemonstration: demonstrations.length > 0 };
    }),
    route(contract.signInWithPassword, async (call) => checkPassword(call, call.body)),
    route(contract.signInWithCode, async (call) => signInWithCode(call, needs, call.body)),
    route(contract.signInWithRecoveryCode, async (call) => signInWithRecoveryCode(call, needs, call.body)),
    route(contract.beginPasskeySignIn, async ({ tx, asker }) => {
      const tooMany = await countTry(tx, 'address', asker.address);
      return tooMany ?? beginAuthentication(tx, asker, 'passkey_sign_in');
    }),
    route(contract.signInWithPasskey, async (call) => signInWithPasskey(call, call.body)),
    route(contract.listCast, async ({ tx }) => readCast(tx)),
    route(contract.stepIn, async (call) => stepIn(call, call.body.personId)),
  ];
}

function invitationRoutes(needs: IdentityNeeds): Route[] {
  return [
    route(contract.readInvitation, async (call) => invitations.readInvitation(call, call.body.token)),
    route(contract.beginInvitationTotp, async (call) => invitations.beginTotpForInvitation(call, call.body.token)),
    route(contract.beginInvitationPasskey, async (call) =>
      invitations.beginPasskeyForInvitation(call, call.body.token),
    ),
    route(contract.acceptInvitation, async (call) => invitations.accept(call, needs, call.body)),
  ];
}

function ownRoutes(needs: IdentityNeeds): Route[] {
  return [
    route(contract.getWaysToSignIn, async ({ tx, session }) => readWays(tx, session)),
    route(contract.confirmWithCode, async ({ tx, session, body }) =>
      confirmation.confirmWithCode(tx, needs, session, body.code),
    ),
    route(contract.beginPasskeyConfirmation, async ({ tx, session, asker }) =>
      confirmation.beginPasskeyConfirmation(tx, session, asker),
    ),
    route(contract.confirmWithPasskey, async ({ tx, session, asker, body }) =>
      confirmation.confirmWithPasskey(tx, session, asker, body),
    ),
    route(contract.changePassword, async ({ tx, session, body }) => ways.changePassword(tx, needs, session, body)),
    route(contract.beginTotp, async ({ tx, session }) => ways.beginTotp(tx, session)),
    route(contract.setTotp, async ({ tx, session, body }) => ways.setTotp(tx, needs, session, body)),
    route(contract.beginPasskey, async ({ tx, session, asker }) => ways.beginPasskey(tx, session, asker)),
    route(contract.addPasskey, async ({ tx, session, asker, body }) =>
      ways.addPasskey(tx, needs, session, asker, body),
    ),
    route(contract.removePasskey, async ({ tx, session, params }) =>
      ways.removePasskey(tx, needs, session, params.passkeyId),
    ),
    route(contract.makeRecoveryCodes, async ({ tx, session }) => ways.makeRecoveryCodes(tx, needs, session)),
  ];
}

function sessionRoutes(): Route[] {
  return [
    route(contract.listSessions, async ({ tx, session }) => readSessions(tx, session)),
    route(contract.endSession, async ({ tx, session, params, headers }) => {
      await endOneSession(tx, session.personId, params.sessionId);
      if (params.sessionId === session.sessionId) headers.endSession();
      return { sessionId: params.sessionId };
    }),
    route(contract.signOut, async ({ tx, session, headers }) => {
      await endOneSession(tx, session.personId, session.sessionId);
      headers.endSession();
      return { state: 'signed_out' } as const;
    }),
    route(contract.signOutEverywhere, async ({ tx, session, headers }) => {
      const sessions = await endSessionsOf(tx, session.personId);
      headers.endSession();
      return { state: 'signed_out', sessions } as const;
    }),
  ];
}

function administratorRoutes(needs: IdentityNeeds): Route[] {
  return [
    route(contract.listAccess, async ({ tx, session, query }) => {
      requireRole(session, 'administrator', 'privacy_officer');
      await tx.recordAudit({ action: 'access-reviewed', objectKind: 'employer', objectId: tx.employerId });
      return readAccess(tx, query);
    }),
    route(contract.invitePerson, async ({ tx, session, params }) => {
      requireRole(session, 'administrator');
      return invitations.invite(tx, needs, params.personId);
    }),
    route(contract.handOverInvitation, async ({ tx, session, params, asker }) => {
      requireRole(session, 'administrator');
      return invitations.handOver(tx, needs, asker, params.personId);
    }),
    route(contract.blockAccount, async ({ tx, session, params }) => {
      requireRole(session, 'administrator');
      return block(tx, session, params.personId);
    }),
    route(contract.unblockAccount, async ({ tx, session, params }) => {
      requireRole(session, 'administrator');
      return unblock(tx, params.personId);
    }),
    route(contract.resetAccount, async ({ tx, session, params }) => {
      requireRole(session, 'administrator');
      return reset(tx, needs, session, params.personId);
    }),
  ];
}
