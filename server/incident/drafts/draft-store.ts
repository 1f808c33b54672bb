import { Absent, type Refused, refuse, type Tx } from '../../platform/index.ts';

export interface Draft {
  readonly draftId: string;
  readonly revision: number;
  readonly startedAt: Date;
  readonly savedAt: Date;
}

export interface NewRevision {
  readonly draftId: string;
  readonly revision: number;
  readonly sealedContent: Buffer;
}

export type Kept = Pick<Draft, 'revision' | 'savedAt'> & { readonly isNew: boolean };

/**
 * The newest revision wins: one that was underway for long changes nothing. Answers what is kept now, so that a device
 * that is behind can see it. A draft that was sent or thrown away meanwhile stays gone.
 */
export async function keepRevision(
  tx: Tx,
  { draftId, revision, sealedContent }: NewRevision,
): Promise<Kept | Refused<'draft-over'>> {
  const renewed = await tx.execute(
    `update incident.draft set revision = $2, saved_at = $3, sealed_content = $4
     where id = $1 and person_id = $5 and revision < $2`,
    [draftId, revision, tx.now, sealedContent, tx.personId],
  );
  if (renewed === 1) return { revision, savedAt: tx.now, isNew: false };
  const added = await tx.execute(
    `insert into incident.draft (id, employer_id, person_id, started_at, saved_at, revision, sealed_content)
     select $1, $2, $3, $4, $4, $5, $6 where not incident.draft_is_over($1) on conflict do nothing`,
    [draftId, tx.employerId, tx.personId, tx.now, revision, sealedContent],
  );
  if (added === 1) return { revision, savedAt: tx.now, isNew: true };
  const { isOver } = await tx.row<{ isOver: boolean }>('select incident.draft_is_over($1) as "isOver"', [draftId]);
  if (isOver) return refuse('draft-over');
  const kept = await ownDraft(tx, draftId);
  return { revision: kept.revision, savedAt: kept.savedAt, isNew: false };
}

/** Throws `Absent` for a draft of somebody else, as for one that does not exist. */
export async function ownDraft(tx: Tx, draftId: string): Promise<Draft & { readonly sealedContent: Buffer }> {
  return tx.row(
    `select id as "draftId", revision, started_at as "startedAt", saved_at as "savedAt", sealed_content as "sealedContent"
     from incident.draft where id = $1 and person_id = $2`,
    [draftId, tx.personId],
  );
}

export async function ownDrafts(tx: Tx): Promise<Draft[]> {
  return tx.rows(
    `select id as "draftId", revision, started_at as "startedAt", saved_at as "savedAt"
     from incident.draft where person_id = $1 order by saved_at desc limit 100`,
    [tx.personId],
  );
}

/** Sent or noted: whatever save of it still comes in is too late. Also where nothing of it was ever saved. */
export function endDraftLater(tx: Tx, draftId: string): void {
  tx.later('select incident.end_draft($1)', [draftId]);
}

export async function removeOwnDraft(tx: Tx, draftId: string): Promise<void> {
  const { wasThere } = await tx.row<{ wasThere: boolean }>('select incident.end_draft($1) as "wasThere"', [draftId]);
  if (!wasThere) throw new Absent('draft');
}
