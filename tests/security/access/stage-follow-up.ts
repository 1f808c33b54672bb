import { vi } from 'vitest';
import * as contract from '../../../contract/incident.ts';
import { type CastKey, cast } from '../../../database/demo/cast.ts';
import { newId } from '../../../server/platform/index.ts';
import type { Town } from '../../support/town.ts';
import type { Visitor } from '../../support/visitor.ts';
import { answered, hasWork, type People, patience } from './asking.ts';
import { told } from './told.ts';

export async function henkFollowsUp(town: Town, people: People, incidentId: string, now: Date): Promise<void> {
  const henk = await people('henk');
  const params = { incidentId };
  const at = now.toISOString();
  await vi.waitFor(() => answered(henk.ask(contract.takeUpIncident, { params, body: {} })), patience);
  await vi.waitFor(() => hasWork(town, incidentId), patience);
  await answered(henk.ask(contract.readDossier, { params }));
  await answered(henk.ask(contract.openProtectedPlace, { params, body: { reason: 'police' } }));
  for (const who of ['sanne', 'ines'] as const) {
    const contact = { withPersonId: cast[who].id, way: 'phone', reached: true, at } as const;
    const note = who === 'sanne' ? { note: told.contact } : {};
    await answered(henk.ask(contract.recordContact, { params, body: { ...contact, ...note } }));
  }
  const filed = { kind: 'incident', columns: ['threat'], form: 'threat', flags: [], cause: 'other' } as const;
  await answered(henk.ask(contract.reclassifyIncident, { params, body: { ...filed, reason: told.refiled } }));
  const response = { way: 'letter', sentAt: at, summary: told.response } as const;
  await answered(henk.ask(contract.sendResponse, { params, body: response }));
  const discussed = { notBecause: 'too_sensitive' } as const;
  const closing = { conclusion: told.conclusion, discussed, victimWish: 'agrees', acceptOpenItems: true } as const;
  await answered(henk.ask(contract.closeIncident, { params, body: closing }));
  await answered(henk.ask(contract.reopenIncident, { params, body: { reason: told.reopened } }));
}

/** Closing dropped every task: those of reception and peer support are opened again, two are new, and one of these is done. */
export async function henkHasMoreWork(town: Town, people: People, incidentId: string, now: Date): Promise<string> {
  const henk = await people('henk');
  const again = await town.look<{ id: string }>(
    `select id from incident.task where incident_id = $1 and code in ('footage', 'first_care')`,
    [incidentId],
  );
  for (const { id } of again) await answered(henk.ask(contract.reopenTask, { params: { taskId: id } }));
  const [taskId, ownTaskId] = [newId(), newId()];
  await giveTask(henk, incidentId, now, { taskId, title: told.task, owner: 'kees' });
  await giveTask(henk, incidentId, now, { taskId: ownTaskId, title: told.ownTask, owner: 'thijs' });
  const thijs = await people('thijs');
  await answered(thijs.ask(contract.dropTask, { params: { taskId: ownTaskId }, body: { reason: told.dropped } }));
  return taskId;
}

async function giveTask(
  henk: Visitor,
  incidentId: string,
  now: Date,
  { taskId, title, owner }: { taskId: string; title: string; owner: CastKey },
): Promise<void> {
  const dueAt = new Date(now.getTime() + 86_400_000).toISOString();
  const body = { taskId, title, ownerPersonId: cast[owner].id, dueAt };
  await answered(henk.ask(contract.addTask, { params: { incidentId }, body }));
}

export async function henkAddsARelative(people: People, incidentId: string): Promise<string> {
  const relativeId = newId();
  const partner = { relativeId, relation: 'partner', ofPersonId: cast.sanne.id, name: told.relative } as const;
  await answered((await people('henk')).ask(contract.addRelative, { params: { incidentId }, body: partner }));
  return relativeId;
}

/** Both to whom it happened say yes; one of them with words for Henk. */
export async function teamLearns(town: Town, people: People, incidentId: string): Promise<string> {
  const params = { incidentId };
  const texts = { happened: told.summary, done: 'We riepen hulp.', learned: 'Eerder bellen.', agreed: 'Samen staan.' };
  await answered((await people('henk')).ask(contract.writeSummary, { params, body: { texts, keep: [] } }));
  for (const who of ['sanne', 'ines'] as const) {
    const words = who === 'sanne' ? told.summaryWords : null;
    const body = { version: 1, answer: 'good', words, inLibrary: false } as const;
    await answered((await people(who)).ask(contract.answerSummary, { params, body }));
  }
  const [summary] = await town.look<{ id: string }>('select id from incident.team_summary where incident_id = $1', [
    incidentId,
  ]);
  if (!summary) throw new Error('There is no summary');
  return summary.id;
}

/** Found by a date of birth that nobody else has, and asked for once. */
export async function nextVisitIsAgreed(people: People, incidentId: string): Promise<void> {
  const henk = await people('henk');
  const params = { incidentId };
  const who = { name: told.aggressor, bornOn: '1961-02-03', postcode: null, houseNumber: null };
  await answered(henk.ask(contract.identifyPerson, { params, body: { ...who, description: null } }));
  const body = { ways: ['with_two'], words: told.approach, untilOn: '2026-09-10' };
  await answered(henk.ask(contract.agreeApproach, { params, body }));
  await answered(henk.ask(contract.askNextVisit, { body: { ...who, purpose: 'counter' } }));
}
