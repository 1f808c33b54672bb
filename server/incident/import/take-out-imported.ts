import { getImport } from './import-store.ts';
import type { Transact } from './read-file.ts';

const BATCH = 250;

/** Takes an import out again, batch by batch; what people have worked on since stays. Answers whether something is left. */
export async function takeOutImported(transact: Transact, importId: string, goesOn: () => boolean): Promise<boolean> {
  const { state } = await transact((tx) => getImport(tx, importId));
  if (state !== 'undoing') return false;
  for (;;) {
    const isLeft = await transact(async (tx) => {
      const { undoneUntil } = await tx.row<{ undoneUntil: string | null }>(
        'select undone_until as "undoneUntil" from incident.import where id = $1 for no key update',
        [importId],
      );
      const { removed, until } = await tx.row<{ removed: number; until: string | null }>(
        'select removed, until from incident.take_out_imported($1, $2, $3)',
        [importId, undoneUntil, BATCH],
      );
      await tx.execute(
        `update incident.import
         set removed = removed + $2, undone_until = coalesce($3, undone_until),
           state = case when $3::uuid is null then 'undone' else state end
         where id = $1`,
        [importId, removed, until],
      );
      if (until === null) {
        await tx.recordAudit({ action: 'import-undone', objectKind: 'import', objectId: importId });
      }
      return until !== null;
    });
    if (!isLeft) return false;
    if (!goesOn()) return true;
  }
}
