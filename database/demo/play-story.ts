import * as contract from '../../contract/incident.ts';
import { demoId } from './demo-id.ts';
import { atWork, dateOf, HOUR_MS, minutesAfter, notedAt, occurredAt, officeCalendar } from './moments.ts';
import type { Actor, Past } from './past.ts';
import { playFollowUp } from './play-follow-up.ts';
import { chanceOf } from './seeded.ts';
import type { Note, Story } from './story.ts';
import { type Town, townsperson } from './town.ts';
import { accountTexts } from './words.ts';

/** A story being played: in which town, in which past, and until when. */
export interface Play {
  readonly past: Past;
  readonly town: Town;
  /** The start of the program. Nothing happens after it. */
  readonly start: Date;
  readonly story: Story;
  readonly incidentId: string;
  readonly reportedAt: Date;
  actor(who: string): Actor;
  /** Plans a deed, unless its moment is still to come. */
  plan(at: Date, deed: () => Promise<unknown>): void;
}

/** Plans everything that people do in this story, each at its moment. */
export function playStory(past: Past, town: Town, written: Story, start: Date): void {
  const story = officeCalendar.isWorkingTime(start) ? written : { ...written, ...written.outsideOffice };
  const happenedAt = occurredAt(story, start);
  const play: Play = {
    past,
    town,
    start,
    story,
    incidentId: demoId(`incident ${story.code}`),
    reportedAt: minutesAfter(happenedAt, story.reportedAfter),
    actor: (who) => ({ employerId: town.employer.id, personId: townsperson(town, who).id }),
    plan: (at, deed) => {
      if (at <= start) past.plan(at, () => named(story.code, deed));
    },
  };
  play.plan(play.reportedAt, () =>
    past.ask(play.actor(story.reporter), contract.reportIncident, { body: reportOf(play, happenedAt) }),
  );
  planDetails(play);
  planAccounts(play);
  playFollowUp(play);
}

/** A story that cannot be played is a mistake in the story: its name tells where to look. */
async function named(code: string, deed: () => Promise<unknown>): Promise<void> {
  try {
    await deed();
  } catch (cause) {
    throw new Error(`The story ${code} cannot go on`, { cause });
  }
}

function reportOf({ town, story, incidentId }: Play, happenedAt: Date): contract.IncidentReport {
  const { place, aggressor } = story;
  const location = place.location === undefined ? undefined : town.places[place.location];
  const ids = (who: readonly string[] = []) => who.map((key) => townsperson(town, key).id);
  const isAboutSafety = contract.incidentKinds.includes(story.kind) && story.child === undefined;
  return {
    incidentId,
    kind: story.kind,
    safe: story.unsafe === undefined ? true : !story.unsafe,
    personGone: isAboutSafety ? true : null,
    injured: story.injured ?? false,
    columns: [...story.columns],
    correction: story.correction ?? null,
    form: null,
    story: story.text,
    target: story.target,
    victimIds: ids(story.victims ?? (story.target === 'office_holder' ? [story.reporter] : [])),
    witnessIds: ids(story.witnesses),
    occurredAt: happenedAt.toISOString(),
    occurredPrecision: 'about',
    place: {
      kind: place.kind,
      locationId: location?.id ?? null,
      roomId: (place.room === undefined ? undefined : location?.rooms[place.room]?.id) ?? null,
      text: place.text ?? null,
    },
    aggressor: aggressor ? { knowledge: aggressor.knowledge, text: aggressor.text ?? null } : null,
    child: story.child ?? null,
    actions: [...(story.actions ?? [])],
    ...(story.words && { chosenWords: story.words }),
    needs: [...(story.needs ?? [])],
    route: 'manager',
    draftId: null,
  };
}

function planDetails({ past, plan, story, actor, incidentId, reportedAt }: Play): void {
  const { details } = story;
  if (details === undefined) return;
  plan(minutesAfter(reportedAt, 6), () =>
    past.ask(actor(story.reporter), contract.addDetails, { params: { incidentId }, body: details }),
  );
}

/** Who else was there tells it the same day or the next; somebody now and then would rather not. */
function planAccounts(play: Play): void {
  const { past, plan, story, actor, incidentId, reportedAt, start } = play;
  const { course } = story;
  if (course.state === 'fresh' || course.state === 'taken_up' || course.state === 'corrected') return;
  const asked = new Set([...(story.victims ?? []), ...(story.witnesses ?? [])]);
  asked.delete(story.reporter);
  for (const who of asked) {
    const chance = chanceOf(`${story.code} account ${who}`);
    const own = course.state === 'in_follow_up' && course.witnessStory?.who === who ? course.witnessStory : undefined;
    // While a dossier is open some still have to tell it.
    if (course.state === 'in_follow_up' && own === undefined) continue;
    const latest = new Date(reportedAt.getTime() + 72 * HOUR_MS);
    const at = atWork(minutesAfter(reportedAt, chance.between(50, 300)), latest, chance.next());
    const isTold = own !== undefined || chance.happens(0.85);
    plan(at < start ? at : minutesAfter(start, -4), () =>
      isTold
        ? past.ask(actor(who), contract.giveAccount, {
            params: { incidentId },
            body: { story: own?.text ?? chance.pick(accountTexts) },
          })
        : past.ask(actor(who), contract.declineAccount, { params: { incidentId }, body: {} }),
    );
  }
}

export function playNote(past: Past, town: Town, note: Note, start: Date): void {
  const at = notedAt(note, start);
  const who: Actor = { employerId: town.employer.id, personId: townsperson(town, note.by).id };
  const body = {
    noteId: demoId(`note ${note.by} ${dateOf(at)} ${note.at}`),
    column: note.column,
    corrected: note.corrected,
    placeKind: 'location',
    locationId: town.places[note.location]?.id ?? null,
    occurredAt: at.toISOString(),
    draftId: null,
  } as const;
  if (at <= start)
    past.plan(minutesAfter(at, 2), async () => void (await past.ask(who, contract.noteSignal, { body })));
}
