import type { Tx } from '../../platform/index.ts';
import type { KeptRow } from './attachment-row.ts';
import { nameToHandOut } from './what-it-is.ts';

/** In both languages: it travels with the file, to a lawyer, the police or another organisation. */
export async function statementOf(tx: Tx, attachment: KeptRow, name: string): Promise<string> {
  const { number, by, employer } = await tx.row<{ number: string; by: string; employer: string }>(
    `select i.number, concat_ws(' ', p.given_name, p.family_name) as by,
       (select e.name from organisation.employer e where e.id = i.employer_id) as employer
     from incident.incident i join organisation.person p on p.id = $2 where i.id = $1`,
    [attachment.incidentId, attachment.personId],
  );
  const sha256 = attachment.sha256.toString('hex');
  const handedOut = nameToHandOut(name, attachment.mediaType);
  return [
    `${sha256}  ${handedOut}`,
    '',
    `Dossier: ${number}, ${employer}`,
    `Bestand / File: ${name}`,
    `Soort / Type: ${attachment.mediaType}`,
    `Grootte / Size: ${attachment.size} bytes`,
    `Toegevoegd door / Added by: ${by}`,
    `Toegevoegd op / Added at: ${attachment.keptAt.toISOString()}`,
    `Opgehaald op / Exported at: ${tx.now.toISOString()}`,
    `SHA-256: ${sha256}`,
    '',
    'Dit bestand is precies zo binnengekomen. De SHA-256 is berekend toen het binnenkwam en staat in het verzegelde logboek.',
    'This file is exactly as it came in. The SHA-256 was computed on arrival and stands in the sealed log.',
    '',
    `Controleren / To verify: sha256sum -c`,
    '',
  ].join('\n');
}
