import { expect } from 'vitest';
import * as contract from '../../contract/incident.ts';
import type { CastKey } from '../../database/demo/cast.ts';
import { identityRefusals, identityRoutes } from '../../server/identity/index.ts';
import { incidentRefusals, incidentRoutes, narrowForGuests } from '../../server/incident/index.ts';
import { whenIncidentReported } from '../../server/incident/when-incident-reported.ts';
import { organisationRefusals, organisationRoutes } from '../../server/organisation/index.ts';
import { newId, notify } from '../../server/platform/index.ts';
import { installDefaults } from '../../server/protocol/index.ts';
import { threatAtTheCounter } from './reports.ts';
import { foundTown, type Town } from './town.ts';
import { openDoors, type Visitor } from './visitor.ts';

/** A councillor without an account. */
export const vera = {
  kind: 'new',
  givenName: 'Vera',
  familyName: 'Raad',
  email: 'vera@raad.example',
  phone: '+31 6 12345678',
  isOfficeHolder: true,
  belongsTo: 'raadslid',
} as const;

export type GuestDoor = Awaited<ReturnType<typeof guestDoor>>;

/** A town with its whole API as guests find it: `guest` has only what is sent to them, the others step in as themselves. */
export async function guestDoor() {
  const town = await foundTown();
  const needs = { vault: town.vault, notify, sendsTexts: true };
  const routes = narrowForGuests([
    ...identityRoutes({ ...needs, furnish: installDefaults }),
    ...organisationRoutes,
    ...incidentRoutes(needs),
  ]);
  const doors = openDoors(town, routes, { ...organisationRefusals, ...identityRefusals, ...incidentRefusals });
  const guest = doors.visitor();
  const stepIn = (who: CastKey): Promise<Visitor> => doors.visitor().stepInAs(who);
  const secretOf = (template: string) => newestSecret(town, template);

  async function reported(who: CastKey, more: Partial<contract.IncidentReport> = {}): Promise<string> {
    const body = threatAtTheCounter(town, more);
    const answer = await (await stepIn(who)).ask(contract.reportIncident, { body });
    expect([answer.status, answer.body]).toMatchObject([200, {}]);
    await town.asWorker((tx) => whenIncidentReported(needs)(tx, { incidentId: body.incidentId, data: {} } as never));
    return body.incidentId;
  }

  const invite = async (who: CastKey, body: object) =>
    (await stepIn(who)).ask(contract.inviteGuest, { body: { linkId: newId(), guest: vera, ...body } });
  const tokenSent = async () => (await secretOf('guest-link')).replace('/gast#', '');

  /** Vera is the victim of what Fatima reported; Henk, who leads, lets her in. */
  async function invited() {
    const incidentId = await reported('fatima');
    const { status, body } = await invite('henk', { on: { incidentId, role: 'victim' } });
    expect(status).toBe(200);
    return { incidentId, linkId: body.linkId, token: await tokenSent() };
  }

  async function comesIn(token: string) {
    expect((await guest.ask(contract.sendGuestCode, { body: { token } })).status).toBe(200);
    return guest.ask(contract.enterAsGuest, { body: { token, code: await secretOf('guest-code') } });
  }

  return { town, guest, stepIn, reported, invite, invited, comesIn, secretOf, tokenSent };
}

/** What the newest message of a kind hides, as the carrier opens it. */
function newestSecret(town: Town, template: string): Promise<string> {
  return town.asWorker(async (tx) => {
    const { id, sealed } = await tx.row<{ id: string; sealed: Buffer }>(
      `select id, sealed_secret as sealed from platform.notification where template = $1
       order by created_at desc, id desc limit 1`,
      [template],
    );
    return (await town.vault.forEmployer(tx)).open(`notification ${id}`, sealed);
  });
}
