import type { AnswerOf, BodyOf } from '../../contract/endpoint.ts';
import type { changeOrganisation, getOrganisation } from '../../contract/organisation.ts';
import { type Refused, refuse, type Tx } from '../platform/index.ts';
import { employerWeek } from './calendars.ts';
import { changeSettings, getEmployer, lockEmployer, replaceWeek } from './employer.ts';
import { sectorPacks } from './sector-packs.ts';
import { weekProblem } from './working-time.ts';

export async function readOrganisation(tx: Tx): Promise<AnswerOf<typeof getOrganisation>> {
  const [employer, workingWeek] = await Promise.all([getEmployer(tx), employerWeek(tx)]);
  const { id, name, sector, isDemonstration, words, settings } = employer;
  const pack = sectorPacks[sector];
  return {
    id,
    name,
    sector,
    isDemonstration,
    words: { nl: words.nl ?? {}, en: words.en ?? {} },
    sectorWords: { nl: pack.nl.words, en: pack.en.words },
    workingWeek,
    closedOn: [...(settings.closedOn ?? [])],
    dutyNumber: settings.dutyNumber ?? null,
  };
}

export async function saveOrganisation(
  tx: Tx,
  change: BodyOf<typeof changeOrganisation>,
): Promise<{ employerId: string } | Refused> {
  const problem = change.workingWeek && weekProblem(change.workingWeek);
  if (problem !== undefined) return refuse(problem);
  await lockEmployer(tx);
  await tx.execute(
    `update organisation.employer
     set name = coalesce($2, name), sector = coalesce($3, sector), words = coalesce($4::jsonb, words) where id = $1`,
    [tx.employerId, change.name ?? null, change.sector ?? null, change.words ? JSON.stringify(change.words) : null],
  );
  if (change.closedOn) await changeSettings(tx, { closedOn: change.closedOn.toSorted() });
  if (change.dutyNumber !== undefined) await changeSettings(tx, { dutyNumber: change.dutyNumber });
  if (change.workingWeek) await replaceWeek(tx, null, change.workingWeek);
  await tx.recordAudit({
    action: 'organisation-changed',
    objectKind: 'employer',
    objectId: tx.employerId,
    detail: { fields: Object.keys(change).join(' ') },
  });
  return { employerId: tx.employerId };
}
