import type { AnswerOf } from '../../../contract/endpoint.ts';
import type { listNotes as endpoint } from '../../../contract/incident.ts';
import { pageOf, placeOf, type Tx } from '../../platform/index.ts';
import { requireCoordinator } from '../require-coordinator.ts';

type NoteList = AnswerOf<typeof endpoint>;

interface NoteRow extends Omit<NoteList['notes'][number], 'occurredAt'> {
  readonly occurredAt: Date;
  readonly notedAt: Date;
}

/** My notes; for the coordinator those of everybody, without who made them. */
export async function listNotes(
  tx: Tx,
  { scope, cursor, limit }: { scope: 'mine' | 'organisation'; cursor?: string | undefined; limit: number },
): Promise<NoteList> {
  if (scope === 'organisation') await requireCoordinator(tx, 'notes of the organisation');
  const after = placeOf(cursor);
  const rows = await tx.rows<NoteRow>(
    `select n.id as "noteId", n.matrix_column as column, n.is_corrected as corrected, n.place_kind as "placeKind",
       l.name as "locationName", t.name as "teamName", n.occurred_at as "occurredAt", n.noted_at as "notedAt",
       n.person_id = $2 as "isMine"
     from incident.note n
     left join organisation.location l on l.id = n.location_id
     left join organisation.team t on t.id = n.team_id
     where n.employer_id = $1 and ${scope === 'mine' ? 'n.person_id = $2' : 'true'}
       and ${after ? '(n.noted_at, n.id) < ($4, $5)' : 'true'}
     order by n.noted_at desc, n.id desc limit $3`,
    [tx.employerId, tx.personId, limit + 1, ...(after ? [after.at, after.id] : [])],
  );
  const { page, next } = pageOf(rows, limit, ({ notedAt, noteId }) => ({ at: notedAt, id: noteId }));
  return {
    notes: page.map(({ notedAt, occurredAt, ...note }) => ({ ...note, occurredAt: occurredAt.toISOString() })),
    next,
  };
}
