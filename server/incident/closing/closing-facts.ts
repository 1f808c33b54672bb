import type { Words } from '../../../contract/protocol-words.ts';
import type { Tx, Vault } from '../../platform/index.ts';
import type { LockedIncident } from '../lock-incident.ts';
import type { ClosingFacts } from '../rules/closing.ts';
import { notYetSpokenTo } from '../rules/contact.ts';
import { responseTermOf } from '../rules/response-clock.ts';
import { sealedAs } from '../sealed-names.ts';

interface Facts {
  readonly victimIds: string[];
  readonly reachedIds: string[];
  readonly names: Readonly<Record<string, string>>;
  readonly tasks: readonly { id: string; code: string; title: Words | null; sealedTitle: string | null }[];
  readonly askedIds: string[];
}

/** What is still open on a dossier, as the rule of closing asks for it. */
export async function closingFacts(
  vault: Vault,
  tx: Tx,
  { incidentId, reporterId, incident, clock }: LockedIncident,
): Promise<ClosingFacts & { readonly hasVictims: boolean }> {
  const facts = await tx.row<Facts>(
    `select
       array(select person_id from incident.involved where incident_id = $1 and role = 'victim') as "victimIds",
       array(select distinct with_person_id from incident.contact where incident_id = $1 and reached) as "reachedIds",
       array(select person_id from incident.account where incident_id = $1 and state = 'asked') as "askedIds",
       coalesce((select jsonb_object_agg(p.id, p.given_name || ' ' || p.family_name)
                 from incident.involved i join organisation.person p on p.id = i.person_id where i.incident_id = $1), '{}') as names,
       coalesce((select jsonb_agg(jsonb_build_object('id', id, 'code', code, 'title', title, 'sealedTitle', encode(sealed_title, 'base64')) order by position)
                 from incident.task where incident_id = $1 and state = 'open'), '[]') as tasks`,
    [incidentId],
  );
  const dossier = await vault.openDossier(tx, incidentId);
  const nameOf = (id: string) => facts.names[id] ?? '';
  const takenUpBy = 'takenUpBy' in incident ? incident.takenUpBy : null;
  return {
    hasVictims: facts.victimIds.length > 0,
    hasContact: 'contactAt' in incident,
    notSpokenTo: notYetSpokenTo({ reporterId, victimIds: facts.victimIds, takenUpBy }, facts.reachedIds).map(nameOf),
    response: responseTermOf(clock, tx.now),
    openTasks: facts.tasks.map(({ id, code, title, sealedTitle }) => {
      const own = sealedTitle === null ? '' : dossier.open(sealedAs.taskTitle(id), Buffer.from(sealedTitle, 'base64'));
      return { code, title: title ?? { nl: own, en: own } };
    }),
    accountsAsked: facts.askedIds.map(nameOf),
  };
}
