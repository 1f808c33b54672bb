import type { Dossier } from '../../../contract/incident.ts';
import { Absent, newId, type Tx, type Vault } from '../../platform/index.ts';
import type { FollowUpNeeds } from '../follow-up-needs.ts';
import { isPlaceClosed as isPlaceClosedTo } from '../guests/open-place.ts';
import { type DossierWords, wordsOfDossier } from '../words/dossier-words.ts';
import type { DossierDocument } from './dossier-document.ts';
import { dossierView } from './dossier-view.ts';

/**
 * The dossier, with the parts that this reader may see: the policies of the database decide, this only opens what they gave.
 * One round trip; the look is recorded with the commit.
 */
export async function readDossier(
  { vault }: Pick<FollowUpNeeds, 'vault'>,
  tx: Tx,
  personId: string,
  incidentId: string,
): Promise<Dossier> {
  const { document, words } = await tx.call<{ document: DossierDocument | null; words: DossierWords }>(
    'select incident.dossier($1) as document, incident.words_of_dossier($1) as words',
    [incidentId],
  );
  if (document === null) throw new Absent('incident');
  await tx.recordAudit({
    action: 'incident-read',
    objectKind: 'incident',
    objectId: incidentId,
    incidentId,
    detail: { parts: document.bits },
  });
  await noteFirstLook(tx, personId, incidentId, document);
  const texts = await textsOf(vault, tx, document);
  const isPlaceClosed = document.head.placeKind === 'private_life' && (await isPlaceClosedTo(tx, incidentId));
  const view = dossierView({ ...document, isPlaceClosed }, texts, personId, tx.now);
  return { ...view, words: wordsOf(words, view) };
}

/** Only of what this reader sees of it. */
function wordsOf(words: DossierWords, { reportedAt, kind, form, place, target, actions }: Omit<Dossier, 'words'>) {
  const told = { kind, form, place: place?.kind ?? null, target, actions };
  return wordsOfDossier(words, { ...told, reportedAt: new Date(reportedAt) });
}

/** "Henk heeft je melding gelezen": once, when somebody who leads it first looks. */
async function noteFirstLook(
  tx: Tx,
  personId: string,
  incidentId: string,
  { leads, head, steps }: DossierDocument,
): Promise<void> {
  const wasRead = steps?.some(({ kind }) => kind === 'read') ?? false;
  if (!leads || wasRead || head.reporterId === personId || head.state === 'corrected') return;
  const added = await tx.execute(
    `insert into incident.step (id, employer_id, incident_id, at, kind, actor_id, for_reporter)
     values ($1, $2, $3, $4, 'read', $5, true)
     on conflict do nothing`,
    [newId(), tx.employerId, incidentId, tx.now, personId],
  );
  if (added === 1) await tx.recordEvent({ name: 'step-for-reporter', incidentId, data: { kind: 'read' } });
}

/** The key of a corrected dossier is no more: nobody opens it. */
async function textsOf(vault: Vault, tx: Tx, { key, head: { incidentId } }: DossierDocument) {
  return key === null ? null : vault.openWrapped(await vault.employerKey(tx), incidentId, Buffer.from(key, 'base64'));
}
