import type { AnswerOf, BodyOf } from '../../../contract/endpoint.ts';
import type { listViews as listEndpoint, SavedView, saveView as saveEndpoint } from '../../../contract/incident.ts';
import { Absent, type Refused, refuse, type Tx, type Vault } from '../../platform/index.ts';

interface ViewNeeds {
  readonly vault: Pick<Vault, 'forEmployer'>;
}

interface ViewRow extends Omit<SavedView, 'name'> {
  readonly sealedName: Buffer;
}

const MOST_VIEWS = 30;

/** A name somebody gave may say more than the filters do, so it is sealed. */
const sealedAs = (viewId: string) => `view ${viewId}`;

export async function listViews({ vault }: ViewNeeds, tx: Tx): Promise<AnswerOf<typeof listEndpoint>> {
  const texts = await vault.forEmployer(tx);
  const rows = await tx.rows<ViewRow>(
    `select id as "viewId", sealed_name as "sealedName", words, is_first as "isFirst"
     from incident.saved_view where person_id = $1 order by saved_at, id`,
    [tx.personId],
  );
  return {
    views: rows.map(({ sealedName, ...view }) => ({ ...view, name: texts.open(sealedAs(view.viewId), sealedName) })),
  };
}

export async function saveView(
  needs: ViewNeeds,
  tx: Tx,
  { viewId, name, words, isFirst }: BodyOf<typeof saveEndpoint> & { readonly viewId: string },
): Promise<{ viewId: string } | Refused<'too-many-views' | 'view-name-in-use'>> {
  // One after the other: two tabs must not both save the thirtieth, or both be first.
  await tx.execute('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`views of ${tx.personId}`]);
  const others = (await listViews(needs, tx)).views.filter((view) => view.viewId !== viewId);
  if (others.length >= MOST_VIEWS) return refuse('too-many-views');
  if (others.some((view) => view.name.toLowerCase() === name.toLowerCase())) return refuse('view-name-in-use');
  if (isFirst) {
    await tx.execute('update incident.saved_view set is_first = false where person_id = $1 and is_first and id <> $2', [
      tx.personId,
      viewId,
    ]);
  }
  const sealedName = (await needs.vault.forEmployer(tx)).seal(sealedAs(viewId), name);
  const saved = await tx.execute(
    `insert into incident.saved_view as v (id, employer_id, person_id, sealed_name, words, is_first, saved_at)
     values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (id) do update set sealed_name = excluded.sealed_name, words = excluded.words, is_first = excluded.is_first
     where v.person_id = excluded.person_id`,
    [viewId, tx.employerId, tx.personId, sealedName, JSON.stringify(words), isFirst, tx.now],
  );
  if (saved === 0) throw new Absent('view');
  return { viewId };
}

export async function deleteView(tx: Tx, viewId: string): Promise<{ viewId: string }> {
  const deleted = await tx.execute('delete from incident.saved_view where id = $1 and person_id = $2', [
    viewId,
    tx.personId,
  ]);
  if (deleted === 0) throw new Absent('view');
  return { viewId };
}
