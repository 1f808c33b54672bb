import { Secret, TOTP } from 'otpauth';
import * as identity from '../../contract/identity.ts';
import { type CastKey, cast } from '../../database/demo/cast.ts';
import { identityRefusals, identityRoutes } from '../../server/identity/index.ts';
import { organisationRefusals, organisationRoutes } from '../../server/organisation/index.ts';
import { notify } from '../../server/platform/index.ts';
import type { Town } from './town.ts';
import { openDoors, type Visitor } from './visitor.ts';

export const goodPassword = 'kapstok fluit egel regenjas';

/** The town's doors, and people who come in through them for the first time. */
export function newcomersOf(town: Town) {
  const needs = { vault: town.vault, notify, furnish: async () => {} };
  const doors = openDoors(town, [...identityRoutes(needs), ...organisationRoutes], {
    ...identityRefusals,
    ...organisationRefusals,
  });

  const codeOf = (secret: string) =>
    new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: town.now.getTime() });

  /** The token in the mail that an administrator lets go out. */
  async function invitationOf(who: CastKey): Promise<string> {
    const bas = await doors.visitor().stepInAs('bas');
    const { status, code } = await bas.ask(identity.invitePerson, { params: { personId: cast[who].id }, body: {} });
    if (status !== 200) throw new Error(`No invitation for ${who}: ${code}`);
    const [mail] = await town.look<{ id: string; secret: Buffer }>(
      `select id, sealed_secret as secret from platform.notification
       where person_id = $1 and template = 'invitation' order by created_at desc, id desc limit 1`,
      [cast[who].id],
    );
    if (mail === undefined) throw new Error('No mail was sent');
    const link = await town.as('bas', async (tx) =>
      (await town.vault.forEmployer(tx)).open(`notification ${mail.id}`, mail.secret),
    );
    return link.split('#')[1] ?? '';
  }

  /** From invitation to a first session, with a password and an app. */
  async function join(who: CastKey) {
    const token = await invitationOf(who);
    const visitor = doors.visitor();
    const { body: enrolment } = await visitor.ask(identity.beginInvitationTotp, { body: { token } });
    const { ceremony, secret } = enrolment;
    const way = { kind: 'password', password: goodPassword, ceremony, code: codeOf(secret) };
    const accepted = await visitor.ask(identity.acceptInvitation, { body: { token, way } });
    return { visitor, token, enrolment, accepted, secret, recoveryCodes: accepted.body.recoveryCodes };
  }

  async function signIn(visitor: Visitor, who: CastKey, secret: string, password = goodPassword) {
    const first = await visitor.ask(identity.signInWithPassword, { body: { email: cast[who].email, password } });
    if (first.status !== 200 || first.body.state !== 'code_needed') return first;
    return visitor.ask(identity.signInWithCode, { body: { ceremony: first.body.ceremony, code: codeOf(secret) } });
  }

  /** Nobody has an account, and nothing was tried yet. */
  async function forgetEverybody(): Promise<void> {
    await town.db.owner.query(
      'truncate identity.attempt, identity.ceremony, identity.session, identity.account cascade',
    );
  }

  return { doors, codeOf, invitationOf, join, signIn, forgetEverybody };
}
