import type { Dossier } from '../../contract/incident.ts';
import { readDossier as dossierEndpoint } from '../../contract/incident.ts';
import { type CastKey, cast } from '../../database/demo/cast.ts';
import { recordContact } from '../../server/incident/chain/record-contact.ts';
import { readDossier } from '../../server/incident/dossier/dossier.ts';
import { sendResponse } from '../../server/incident/response/send-response.ts';
import { notify } from '../../server/platform/index.ts';
import { reported } from './reports.ts';
import { type TownAtWork, townAtWork } from './town-at-work.ts';

/** A threat of which Fatima told, in a town of its own, and what colleagues do about it. */
export async function threatToFollowUp() {
  const town = await townAtWork();
  const needs = { vault: town.vault, notify };
  const incidentId = await reported(town, 'fatima', {
    witnessIds: [cast.sanne.id],
    needs: ['call_me', 'safe_way_home'],
  });
  await town.settle();
  return { town, needs, incidentId, ...deedsOn(town, needs, incidentId) };
}

function deedsOn(town: TownAtWork, needs: Pick<TownAtWork, 'vault'> & { notify: typeof notify }, incidentId: string) {
  /** As the API gives it out. */
  async function reads(who: CastKey): Promise<Dossier> {
    const dossier = await town.does(who, (tx, me) => readDossier(needs, tx, me, incidentId));
    return dossierEndpoint.answer.parse(JSON.parse(JSON.stringify(dossier)));
  }
  const calls = (who: CastKey, whom: CastKey) =>
    town.does(who, (tx, me) =>
      recordContact(needs, tx, me, {
        incidentId,
        contact: {
          withPersonId: cast[whom].id,
          way: 'phone',
          reached: true,
          at: town.now.toISOString(),
          note: 'Ze is thuis.',
        },
      }),
    );
  const responds = (who: CastKey) =>
    town.does(who, (tx, me) =>
      sendResponse(needs, tx, me, {
        incidentId,
        response: { way: 'letter', sentAt: town.now.toISOString(), summary: 'Brief met een waarschuwing' },
      }),
    );
  return { reads, calls, responds };
}
