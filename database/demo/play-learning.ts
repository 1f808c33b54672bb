import * as contract from '../../contract/incident.ts';
import { afternoonAfter, dateOf, minutesAfter } from './moments.ts';
import type { Play } from './play-story.ts';
import type { Closed, InFollowUp } from './story.ts';

/** What the team may read of it: written after the first talk, approved by whom it happened to, discussed before closing. */
export function planSummary(play: Play, { by, learned }: Closed, contactAt: Date): void {
  if (learned === undefined) return;
  const { past, plan, story, actor, incidentId } = play;
  const { inLibrary, ...texts } = learned;
  const params = { incidentId };
  plan(minutesAfter(contactAt, 150), () =>
    past.ask(actor(by), contract.writeSummary, { params, body: { texts, keep: [] } }),
  );
  const body = { version: 1, answer: 'good', words: null, inLibrary } as const;
  plan(minutesAfter(contactAt, 200), () => past.ask(actor(story.reporter), contract.answerSummary, { params, body }));
}

/** On the day of the meeting that closing speaks of. */
export function planDiscussed(play: Play, { by, learned }: Closed, on: string | undefined, closesAt: Date): void {
  if (learned === undefined || on === undefined) return;
  const { past, plan, actor } = play;
  plan(minutesAfter(closesAt, -5), async () => {
    const { summaries } = await past.ask(actor(by), contract.listTeamSummaries, { body: { scope: 'team' } });
    const mine = summaries.find(({ texts }) => texts.happened === learned.happened);
    if (!mine) return;
    const params = { summaryId: mine.summaryId };
    await past.ask(actor(by), contract.markDiscussed, { params, body: { discussedOn: on } });
  });
}

/** Who it was is known for certain now, and so is how colleagues meet them again. */
export function planNextVisit(play: Play, { by, nextVisit }: InFollowUp, contactAt: Date): void {
  if (nextVisit === undefined) return;
  const { past, plan, actor, incidentId, start } = play;
  const params = { incidentId };
  const { name, bornOn, ways } = nextVisit;
  const who = { name, bornOn, postcode: null, houseNumber: null, description: null };
  plan(minutesAfter(contactAt, 40), () => past.ask(actor(by), contract.identifyPerson, { params, body: who }));
  const untilOn = dateOf(afternoonAfter(start, 180, 0));
  plan(minutesAfter(contactAt, 44), () =>
    past.ask(actor(by), contract.agreeApproach, { params, body: { ways: [...ways], words: null, untilOn } }),
  );
}
