import type { BodyOf } from '../../../contract/endpoint.ts';
import type { noteSignal as endpoint } from '../../../contract/incident.ts';
import { Absent, type Tx } from '../../platform/index.ts';
import { endDraftLater } from '../drafts/draft-store.ts';
import { type Flaw, type Flawed, flawsInMoment } from '../flaws.ts';
import { lookForPatternSoon } from '../patterns/look-for-pattern.ts';

export type NewNote = BodyOf<typeof endpoint>;

/** One tap for what need not be reported. It names nobody and opens no dossier; it only lets a pattern show. */
export async function noteSignal(tx: Tx, note: NewNote): Promise<{ noteId: string; notedAt: string } | Flawed> {
  const flaws = [...flawsInMoment(note.occurredAt, tx.now, ['occurredAt']), ...(await unknownLocation(tx, note))];
  if (flaws.length > 0) return { flaws };
  await tx.execute(
    `insert into incident.note (id, employer_id, person_id, team_id, matrix_column, is_corrected, place_kind, location_id,
       occurred_at, noted_at)
     values ($1, $2, $3, incident.team_of($3, $4), $5, $6, $7, $8, $9, $4)
     on conflict do nothing`,
    [
      note.noteId,
      tx.employerId,
      tx.personId,
      tx.now,
      note.column,
      note.corrected,
      note.placeKind,
      note.locationId ?? null,
      note.occurredAt,
    ],
  );
  if (note.draftId) endDraftLater(tx, note.draftId);
  await lookForPatternSoon(tx, note.noteId);
  // Sent again, it is the note that is there already.
  const kept = await ownNote(tx, note.noteId);
  return { noteId: note.noteId, notedAt: kept.notedAt.toISOString() };
}

/** Only the maker can; nobody else could say whose it is. */
export async function undoNote(tx: Tx, noteId: string): Promise<{ noteId: string }> {
  const undone = await tx.execute('delete from incident.note where id = $1 and person_id = $2', [noteId, tx.personId]);
  if (undone === 0) throw new Absent('note');
  return { noteId };
}

async function unknownLocation(tx: Tx, { locationId }: NewNote): Promise<Flaw[]> {
  if (!locationId) return [];
  const known = await tx.maybeRow(
    'select from organisation.location where id = $1 and (ended_at is null or ended_at > $2)',
    [locationId, tx.now],
  );
  return known === undefined ? [{ path: ['locationId'], code: 'unknown-location' }] : [];
}

async function ownNote(tx: Tx, noteId: string): Promise<{ notedAt: Date }> {
  return tx.row('select noted_at as "notedAt" from incident.note where id = $1 and person_id = $2', [
    noteId,
    tx.personId,
  ]);
}
