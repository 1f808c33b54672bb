import * as contract from '../../contract/incident.ts';
import { afternoonAfter, atWork, dateOf, HOUR_MS, minutesAfter, workingDayUpTo } from './moments.ts';
import type { Play } from './play-story.ts';
import { chanceOf } from './seeded.ts';
import type { Closed, InFollowUp, Response } from './story.ts';
import { recordOf } from './task-records.ts';
import type { Townsperson } from './town.ts';
import { dropReasons } from './words.ts';
import { dayOf } from '../../server/organisation/dutch-calendar.ts';

/** What the employer does: look, take up, speak, work, answer, and close or put right. */
export function playFollowUp(play: Play): void {
  const { past, plan, story, actor, incidentId, reportedAt } = play;
  const { course } = story;
  if (course.state === 'fresh') return;
  const params = { incidentId };
  const takenUpAt = minutesAfter(reportedAt, course.afterMinutes);
  plan(minutesAfter(takenUpAt, -1), () => past.ask(actor(course.by), contract.readDossier, { params }));
  plan(takenUpAt, () => past.ask(actor(course.by), contract.takeUpIncident, { params, body: {} }));
  if (course.state === 'taken_up') return;

  const contactAt = minutesAfter(reportedAt, course.contactAfterMinutes);
  planContacts(play, course.by, contactAt);
  if (course.state === 'corrected') {
    plan(minutesAfter(contactAt, 50), () =>
      past.ask(actor(course.by), contract.correctIncident, { params, body: { reason: 'criticism_not_aggression' } }),
    );
    return;
  }
  const endsAt = course.state === 'closed' ? closingMoment(play, course) : play.start;
  planTasks(play, course, contactAt, endsAt);
  if (course.response) planResponse(play, course.by, course.response, { contactAt, endsAt });
  if (course.state === 'in_follow_up') planDeferral(play, course, contactAt);
  else planClosing(play, course, endsAt);
}

/** First with whoever it happened to, then with the others it happened to. */
function planContacts({ past, plan, story, actor, incidentId }: Play, by: string, contactAt: Date): void {
  const victims = [...(story.target === 'me' ? [story.reporter] : []), ...(story.victims ?? [])];
  const concerned = [...new Set(victims.length > 0 ? victims : [story.reporter])].filter((who) => who !== by);
  const chance = chanceOf(`${story.code} contact`);
  concerned.forEach((who, at) => {
    const moment = minutesAfter(contactAt, at * 25);
    const body = {
      withPersonId: actor(who).personId,
      way: chance.happens(0.6) ? 'phone' : 'in_person',
      reached: true,
      at: moment.toISOString(),
      note: null,
    } as const;
    plan(moment, () => past.ask(actor(by), contract.recordContact, { params: { incidentId }, body }));
  });
}

/** The tasks are those of the playbook; only when there is contact do we look which there are. */
function planTasks(play: Play, course: InFollowUp | Closed, contactAt: Date, endsAt: Date): void {
  const { past, plan, actor, incidentId, start } = play;
  plan(minutesAfter(contactAt, 2), async () => {
    const { tasks } = await past.ask(actor(course.by), contract.readDossier, { params: { incidentId } });
    const work = tasks
      .filter(({ state, code }) => state === 'open' && code !== 'contact' && code !== 'response')
      .toSorted((one, other) => one.dueAt.localeCompare(other.dueAt));
    const done = course.state === 'closed' ? work : work.slice(0, course.tasksDone);
    done.forEach((task, at) => {
      const planned = momentOfTask(play, task, contactAt, at);
      // On a dossier of today the work of the last hours is done already, in its order.
      const latest =
        course.state === 'closed' ? minutesAfter(endsAt, -20) : minutesAfter(start, 9 * (at - done.length));
      const moment = planned < latest ? planned : latest;
      if (moment > past.now) plan(moment, () => doTask(play, course, task, moment, endsAt));
    });
  });
}

function momentOfTask({ story }: Play, task: contract.TaskView, contactAt: Date, at: number): Date {
  const due = new Date(task.dueAt);
  const share = 0.15 + 0.6 * chanceOf(`${story.code} ${task.code} moment`).next();
  const room = Math.max(0, due.getTime() - contactAt.getTime());
  return atWork(minutesAfter(contactAt, 5 + 4 * at + (room * share) / 60_000), due);
}

async function doTask(
  play: Play,
  course: InFollowUp | Closed,
  task: contract.TaskView,
  moment: Date,
  endsAt: Date,
): Promise<void> {
  const { past, story, actor } = play;
  const params = { taskId: task.taskId };
  const who = actor(ownerOf(play, task, course.by));
  const reason = isFaceToFace(play) ? dropReasons[task.code] : undefined;
  if (reason !== undefined) {
    await past.ask(who, contract.dropTask, { params, body: { reason } });
    return;
  }
  const record = recordOf(task, {
    seed: story.code,
    isViolence: story.columns.includes('physical_violence'),
    today: dateOf(moment),
    meetingOn:
      course.state === 'closed' ? (meetingDay(play, course, endsAt) ?? dateOf(moment)) : dateOf(new Date(task.dueAt)),
  });
  await past.ask(who, contract.completeTask, { params, body: { record } });
}

/** Whoever holds the role that the task is for; where nobody does, whoever has the dossier. */
function ownerOf({ town }: Play, task: contract.TaskView, by: string): string {
  const holds = ({ roles }: Townsperson) => roles.some((role) => role === task.ownerRole);
  const holder = Object.entries(town.people).find(([, person]) => holds(person));
  return holder?.[0] ?? by;
}

function isFaceToFace({ story }: Play): boolean {
  return ['location', 'road', 'home_visit'].includes(story.place.kind);
}

function planResponse(
  { past, plan, story, actor, incidentId, reportedAt }: Play,
  by: string,
  { way, afterHours, summary }: Response,
  { contactAt, endsAt }: { contactAt: Date; endsAt: Date },
): void {
  const dueAt = new Date(reportedAt.getTime() - story.reportedAfter * 60_000 + 48 * HOUR_MS);
  const intended = new Date(dueAt.getTime() + (afterHours - 48) * HOUR_MS);
  const moment = atWork(intended, dueAt);
  const earliest = minutesAfter(contactAt, 30);
  const latest = minutesAfter(endsAt, -30);
  const at = moment < earliest ? earliest : moment > latest ? latest : moment;
  plan(at, () =>
    past.ask(actor(by), contract.sendResponse, {
      params: { incidentId },
      body: { way, sentAt: past.now.toISOString(), summary },
    }),
  );
}

function planDeferral(play: Play, { deferred }: InFollowUp, contactAt: Date): void {
  if (deferred === undefined) return;
  const { past, plan, town, actor, incidentId, start } = play;
  const coordinator = Object.entries(town.people).find(([, { roles }]) => roles.includes('coordinator'))?.[0];
  if (coordinator === undefined) return;
  const wanted = atWork(minutesAfter(contactAt, 130), new Date(contactAt.getTime() + 40 * HOUR_MS));
  const at = wanted < start ? wanted : minutesAfter(start, -8);
  const reviewOn = dayOf(at).add({ days: deferred.reviewInDays }).toString();
  plan(minutesAfter(at, -3), () => past.ask(actor(coordinator), contract.readDossier, { params: { incidentId } }));
  plan(at, () =>
    past.ask(actor(coordinator), contract.deferResponse, {
      params: { incidentId },
      body: { reason: deferred.reason, reviewOn },
    }),
  );
}

function closingMoment({ story, reportedAt }: Play, { closedAfterDays }: Closed): Date {
  const at = afternoonAfter(reportedAt, closedAfterDays, chanceOf(`${story.code} closing`).between(0, 140));
  const earliest = new Date(reportedAt.getTime() + 20 * HOUR_MS);
  return at > earliest ? at : earliest;
}

function planClosing(play: Play, course: Closed, closesAt: Date): void {
  const { past, plan, actor, incidentId } = play;
  const on = meetingDay(play, course, closesAt);
  const attendees = typeof course.discussed === 'string' ? [] : course.discussed.attendees;
  plan(closesAt, () =>
    past.ask(actor(course.by), contract.closeIncident, {
      params: { incidentId },
      body: {
        conclusion: course.conclusion,
        discussed:
          on === undefined
            ? { notBecause: course.discussed as contract.NotDiscussedReason }
            : { on, attendeeIds: attendees.map((who) => actor(who).personId) },
        victimWish: course.wish,
        acceptOpenItems: true,
      },
    }),
  );
}

/** The team talked about it some days before closing, and not before it was reported. */
function meetingDay({ reportedAt }: Play, { discussed }: Closed, closesAt: Date): string | undefined {
  if (typeof discussed === 'string') return undefined;
  const day = workingDayUpTo(dayOf(closesAt).subtract({ days: discussed.daysBeforeClosing })).toString();
  const reportedOn = dateOf(reportedAt);
  return day < reportedOn ? dateOf(closesAt) : day;
}
