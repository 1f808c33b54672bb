import * as contract from '../../contract/incident.ts';
import { dayOf } from '../../server/organisation/dutch-calendar.ts';
import { demoId } from './demo-id.ts';
import {
  afternoonAfter,
  atWork,
  dateOf,
  HOUR_MS,
  lastWorkBefore,
  minutesAfter,
  officeCalendar,
  workingDayUpTo,
} from './moments.ts';
import { planDiscussed, planNextVisit, planSummary } from './play-learning.ts';
import type { Play } from './play-story.ts';
import { chanceOf } from './seeded.ts';
import type { Closed, InFollowUp, Response } from './story.ts';
import { recordOf } from './task-records.ts';
import type { Townsperson } from './town.ts';
import { dropReasons } from './words.ts';

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
  if (course.state === 'in_follow_up') {
    planDeferral(play, course, contactAt);
    planOwnTask(play, course, contactAt);
    planNextVisit(play, course, contactAt);
  } else {
    planSummary(play, course, contactAt);
    planClosing(play, course, endsAt);
  }
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
    const done = work.filter((task, at) => isDoneByNow(play, course, task, at));
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

/** On an open dossier what was due is done, but for what the story leaves lying; of the rest as much as the story says. */
function isDoneByNow({ start }: Play, course: InFollowUp | Closed, task: contract.TaskView, at: number): boolean {
  if (course.state === 'closed') return true;
  if (course.leaves?.includes(task.code)) return false;
  return at < course.tasksDone || new Date(task.dueAt) < start;
}

function momentOfTask({ story }: Play, task: contract.TaskView, contactAt: Date, at: number): Date {
  const chance = chanceOf(`${story.code} ${task.code} moment`);
  const due = new Date(task.dueAt);
  const beforeHome = lastWorkBefore(due);
  const end = beforeHome > minutesAfter(contactAt, 30) ? beforeHome : due;
  const room = Math.max(0, end.getTime() - contactAt.getTime()) / 60_000;
  return atWork(minutesAfter(contactAt, 5 + 4 * at + room * (0.1 + 0.65 * chance.next())), end, chance.next());
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
  const chance = chanceOf(`${story.code} response`);
  const happenedAt = minutesAfter(reportedAt, -story.reportedAfter);
  const dueAt = new Date(happenedAt.getTime() + 48 * HOUR_MS);
  const beforeHome = minutesAfter(lastWorkBefore(dueAt), -60 * chance.next());
  const earliest = minutesAfter(contactAt, 30);
  const wanted = atWork(new Date(happenedAt.getTime() + afterHours * HOUR_MS), dueAt, chance.next());
  // What would go out in a weekend goes out before it, when there is time for that.
  const inTime = officeCalendar.isWorkingTime(wanted) || beforeHome < earliest ? wanted : beforeHome;
  const latest = minutesAfter(endsAt, -30);
  const at = inTime < earliest ? earliest : inTime > latest ? latest : inTime;
  plan(at, () =>
    past.ask(actor(by), contract.sendResponse, {
      params: { incidentId },
      body: { way, sentAt: past.now.toISOString(), summary },
    }),
  );
}

function planDeferral(play: Play, { deferred }: InFollowUp, contactAt: Date): void {
  if (deferred === undefined) return;
  const { past, plan, town, story, actor, incidentId, start } = play;
  const coordinator = Object.entries(town.people).find(([, { roles }]) => roles.includes('coordinator'))?.[0];
  if (coordinator === undefined) return;
  const latest = new Date(contactAt.getTime() + 40 * HOUR_MS);
  const wanted = atWork(minutesAfter(contactAt, 130), latest, chanceOf(`${story.code} deferral`).next());
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

/** Beside those of the playbook. */
function planOwnTask({ past, plan, story, actor, incidentId, start }: Play, course: InFollowUp, contactAt: Date): void {
  const { ownTask, by } = course;
  if (ownTask === undefined) return;
  const body = {
    taskId: demoId(`own task ${story.code}`),
    title: ownTask.title,
    ownerPersonId: actor(ownTask.for).personId,
    dueAt: afternoonAfter(start, ownTask.dueInDays, 60).toISOString(),
  };
  plan(minutesAfter(contactAt, 12), () => past.ask(actor(by), contract.addTask, { params: { incidentId }, body }));
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
  planDiscussed(play, course, on, closesAt);
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
