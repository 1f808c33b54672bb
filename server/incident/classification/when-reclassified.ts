import type { PlaybookContent } from '../../../contract/protocol.ts';
import type { EventHandler, Tx } from '../../platform/index.ts';
import { playbookAt, playbookInForce } from '../../protocol/index.ts';
import { lockChain } from '../chain/chain-store.ts';
import { hurryWhenSerious } from '../chain/hurry-chain.ts';
import { type FollowUpFacts, lockFollowUpFacts } from '../follow-up-facts.ts';
import type { FollowUpNeeds } from '../follow-up-needs.ts';
import { publishIncident } from '../publish-incident.ts';
import { expectResponseReminders, forgetResponseReminders } from '../response/watch-response.ts';
import { playbookFor } from '../rules/playbook.ts';
import { defaultResponseHours } from '../rules/response-clock.ts';
import { isDoneOnce } from '../same-event/joining.ts';
import { sealedAs } from '../sealed-names.ts';
import { planWhatFits } from '../tasks/plan-what-fits.ts';
import { dropTasks, findOpenTask } from '../tasks/task-store.ts';
import { responseDueAfter } from './reclassification.ts';

/** The work follows: the playbook that fits now, its tasks beside those that are there, and the clock as the rules say. */
export function whenReclassified(needs: FollowUpNeeds): EventHandler {
  return async (tx, { incidentId }) => {
    if (incidentId === null) return;
    const facts = await lockFollowUpFacts(tx, incidentId);
    const stored = await lockChain(tx, incidentId);
    // Not followed up yet: whoever starts, starts from how it is filed by then.
    if (!stored || facts.playbookCode === null || facts.state === 'closed' || facts.state === 'corrected') return;
    const playbook = await playbookThatFits(tx, facts);
    await tx.execute('update incident.incident set playbook_code = $2, playbook_version = $3 where id = $1', [
      incidentId,
      playbook.content.code,
      playbook.version,
    ]);
    const leading = await leadingOf(tx, incidentId);
    const responseDueAt = leading ? facts.responseDueAt : await setClock(needs, tx, facts, playbook.content.response);
    await planWhatFits(
      tx,
      { ...facts, responseDueAt },
      {
        playbook: responseDueAt === null ? withoutResponse(playbook.content) : playbook.content,
        contactDueAt: stored.chain.contactDueAt,
        alsoPlanned: leading ? await doneThere(tx, leading) : new Set(),
      },
    );
    await hurryWhenSerious(tx, facts, playbook.content.contact);
    await publishIncident(tx, incidentId);
  };
}

interface Fitting {
  readonly content: PlaybookContent;
  readonly version: number;
}

async function playbookThatFits(tx: Tx, facts: FollowUpFacts): Promise<Fitting> {
  const { playbookCode, playbookVersion } = facts;
  const code = playbookFor({ ...facts, isWrittenOrOnline: ['online', 'letter'].includes(facts.placeKind) });
  // The same playbook stays the version that the dossier started with.
  return code === playbookCode && playbookVersion !== null
    ? { content: await playbookAt(tx, code, playbookVersion), version: playbookVersion }
    : playbookInForce(tx, code);
}

function withoutResponse(playbook: PlaybookContent): PlaybookContent {
  return { ...playbook, response: false };
}

async function setClock(
  needs: FollowUpNeeds,
  tx: Tx,
  { incidentId, occurredAt, responseDueAt }: FollowUpFacts,
  asksResponse: boolean,
): Promise<Date | null> {
  const { isSent, hours } = await tx.row<{ isSent: boolean; hours: number }>(
    `select i.response_sent_at is not null as "isSent", coalesce((e.settings ->> 'responseHours')::integer, $2) as hours
     from incident.incident i join organisation.employer e on e.id = i.employer_id where i.id = $1`,
    [incidentId, defaultResponseHours],
  );
  const dueAt = responseDueAfter(asksResponse, { dueAt: responseDueAt, isSent, occurredAt, hours });
  if (dueAt?.getTime() === responseDueAt?.getTime()) return dueAt;
  await tx.execute('update incident.incident set response_due_at = $2 where id = $1', [incidentId, dueAt]);
  if (dueAt) {
    await expectResponseReminders(tx, incidentId, dueAt);
    return dueAt;
  }
  forgetResponseReminders(tx, incidentId);
  await dropResponse(needs, tx, incidentId);
  return null;
}

/** Nobody is answered any more. */
async function dropResponse({ vault }: FollowUpNeeds, tx: Tx, incidentId: string): Promise<void> {
  const task = await findOpenTask(tx, incidentId, 'response');
  if (!task) return;
  const dossier = await vault.openDossier(tx, incidentId);
  await dropTasks(tx, [task.taskId], (taskId) =>
    dossier.seal(sealedAs.taskRecord(taskId), JSON.stringify({ reason: 'anders ingedeeld' })),
  );
}

async function leadingOf(tx: Tx, incidentId: string): Promise<string | null> {
  const joined = await tx.maybeRow<{ id: string }>(
    'select leading_id as id from incident.same_event where joined_id = $1',
    [incidentId],
  );
  return joined?.id ?? null;
}

/** What is done once for an event, and stands on the dossier that leads. */
async function doneThere(tx: Tx, leadingId: string): Promise<ReadonlySet<string>> {
  const rows = await tx.rows<{ code: string }>('select distinct code from incident.task where incident_id = $1', [
    leadingId,
  ]);
  return new Set(rows.map(({ code }) => code).filter(isDoneOnce));
}
