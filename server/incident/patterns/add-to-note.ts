import type { BodyOf } from '../../../contract/endpoint.ts';
import type { addToNote as endpoint } from '../../../contract/incident.ts';
import { Absent, type Tx, type Vault } from '../../platform/index.ts';
import { type Flaw, type Flawed, flawsInMoment } from '../flaws.ts';
import { citizenServiceNumbersIn } from '../free-text.ts';
import { lookForPatternSoon } from './look-for-pattern.ts';
import { printsOf } from './note-marks.ts';

export type Additions = BodyOf<typeof endpoint>;

/** Where and about when it was, and by what its maker would know the person again. Of the marks only fingerprints are kept. */
export async function addToNote(
  vault: Vault,
  tx: Tx,
  { noteId, additions }: { readonly noteId: string; readonly additions: Additions },
): Promise<{ noteId: string } | Flawed> {
  const { occurredAt, marks = {} } = additions;
  const flaws = [
    ...(occurredAt ? flawsInMoment(occurredAt, tx.now, ['occurredAt']) : []),
    ...citizenServiceNumbersIn(marks, ['marks']),
    ...(await unknownPlace(tx, additions)),
  ];
  if (flaws.length > 0) return { flaws };
  await complete(tx, noteId, additions);
  for (const { kind, fingerprint } of printsOf(vault, tx.employerId, marks)) {
    await tx.execute(
      `insert into incident.note_mark (note_id, employer_id, kind, fingerprint, marked_at) values ($1, $2, $3, $4, $5)
       on conflict do nothing`,
      [noteId, tx.employerId, kind, fingerprint, tx.now],
    );
  }
  await lookForPatternSoon(tx, noteId);
  return { noteId };
}

/** Only its maker can; what was not added now stays as it was. */
async function complete(tx: Tx, noteId: string, { occurredAt, locationId, roomId }: Additions): Promise<void> {
  const completed = await tx.execute(
    `update incident.note set
       occurred_at = coalesce($3, occurred_at),
       occurred_precision = case when $3 is null then occurred_precision else 'about' end,
       place_kind = case when $4::uuid is null then place_kind else 'location' end,
       location_id = coalesce($4, location_id),
       room_id = case when $4::uuid is null then room_id else $5 end
     where id = $1 and person_id = $2`,
    [noteId, tx.personId, occurredAt ?? null, locationId ?? null, roomId ?? null],
  );
  if (completed === 0) throw new Absent('note');
}

async function unknownPlace(tx: Tx, { locationId, roomId }: Additions): Promise<Flaw[]> {
  if (!locationId) return roomId ? [{ path: ['roomId'], code: 'unknown-room' }] : [];
  const { hasLocation, hasRoom } = await tx.row<{ hasLocation: boolean; hasRoom: boolean }>(
    `select exists (select from organisation.location
         where id = $1 and (ended_at is null or ended_at > $3)) as "hasLocation",
       exists (select from organisation.room
         where id = $2 and location_id = $1 and (ended_at is null or ended_at > $3)) as "hasRoom"`,
    [locationId, roomId ?? null, tx.now],
  );
  if (!hasLocation) return [{ path: ['locationId'], code: 'unknown-location' }];
  return roomId && !hasRoom ? [{ path: ['roomId'], code: 'unknown-room' }] : [];
}
