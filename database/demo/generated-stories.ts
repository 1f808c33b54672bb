import type { CastKey, locations } from './cast.ts';
import { passportQueueEnded } from './own-words.ts';
import { type Scene, scenes } from './scenes.ts';
import { type Chance, chanceOf } from './seeded.ts';
import type { Course, Story } from './story.ts';
import { conclusions, people, responses } from './words.ts';

type Place = keyof typeof locations;

/** Enough for more than one page of every list, and for a year that shows what a team goes through. */
const count = 60;
const daysInYear = 360;

/** The year before today in a town of some size: shorter stories, put together by chance that is the same everywhere. */
export const generatedStories: readonly Story<CastKey, Place>[] = Array.from({ length: count }, (_, at) =>
  storyOf(at, chanceOf(`wierdam ${at}`)),
);

/** Newest first, closer together in the last months: people report more since they see that something happens. */
function storyOf(at: number, chance: Chance): Story<CastKey, Place> {
  const scene = scenes[(at * 7) % scenes.length] as Scene;
  const reporter = chance.pick(scene.who);
  const daysAgo = 5 + Math.floor((daysInYear - 5) * (at / count) ** 1.4) + chance.between(0, 4);
  return {
    code: `generated-${at}`,
    daysAgo,
    at: `${two(chance.between(scene.from, scene.until))}:${two(chance.between(0, 11) * 5)}`,
    reportedAfter: chance.pick([8, 15, 25, 40, 60, 90, 180]),
    reporter,
    kind: scene.kind ?? 'incident',
    columns: scene.column === null ? [] : [scene.column],
    text: scene.text,
    target: scene.target ?? 'me',
    ...witnessed(scene, reporter, chance),
    place: scene.place,
    ...(scene.isPersistent ? { correction: { stopped: false, againInSameTalk: true, earlier: true } } : {}),
    ...(scene.child ? { child: scene.child } : { aggressor: aggressorOf(scene, chance) }),
    actions: scene.actions,
    ...(scene.words ? { words: scene.words } : {}),
    needs: [chance.pick(['call_me', 'nothing', 'somebody_with_me', 'safe_way_home'])],
    injured: scene.injured ?? false,
    ...(chance.happens(0.6) && scene.details
      ? { details: (daysAgo > passportQueueEnded && scene.detailsBefore) || scene.details }
      : {}),
    course: courseOf(scene, reporter, daysAgo, chance),
  };
}

function witnessed({ who }: Scene, reporter: CastKey, chance: Chance): { witnesses?: CastKey[] } {
  const other = chance.pick(who);
  return other === reporter || chance.happens(0.5) ? {} : { witnesses: [other] };
}

function aggressorOf({ aggressor }: Scene, chance: Chance): NonNullable<Story['aggressor']> {
  if (aggressor === 'unknown') return { knowledge: 'unknown' };
  return { knowledge: aggressor, text: chance.pick(people[aggressor]) };
}

function courseOf(scene: Scene, reporter: CastKey, daysAgo: number, chance: Chance): Course<CastKey> {
  const severity = severityOf(scene);
  const isUrgent = severity === 'threat' || severity === 'violence' || scene.column === null;
  const afterMinutes = isUrgent ? chance.between(2, 13) : chance.between(10, 14);
  const contactAfterMinutes = afterMinutes + (isUrgent ? chance.between(5, 35) : chance.between(20, 160));
  const taken = { by: scene.lead, afterMinutes, contactAfterMinutes };
  if (chance.happens(0.04) && scene.aggressor === 'named') return { state: 'corrected', ...taken };
  const response =
    scene.child !== undefined
      ? undefined
      : {
          way: chance.pick(['letter', 'letter', 'phone', 'talk'] as const),
          afterHours: chance.between(18, 46),
          summary: chance.pick(responses[severity]),
        };
  const closedAfterDays = chance.between(4, 24);
  if (closedAfterDays + 3 >= daysAgo || (daysAgo < 40 && chance.happens(0.3))) {
    const leaves = chance.happens(0.3) ? ['team_meeting'] : [];
    return {
      state: 'in_follow_up',
      ...taken,
      tasksDone: chance.between(4, 9),
      leaves,
      ...(response ? { response } : {}),
    };
  }
  const isDiscussed = chance.happens(0.85);
  return {
    state: 'closed',
    ...taken,
    ...(response ? { response } : {}),
    closedAfterDays,
    conclusion: scene.conclusion ?? chance.pick(conclusions[severity]),
    discussed: isDiscussed
      ? { daysBeforeClosing: chance.between(1, 3), attendees: [...new Set([scene.lead, reporter, ...scene.who])] }
      : 'victim_does_not_want_it',
    wish: isDiscussed ? chance.pick(['agrees', 'agrees', 'agrees_without_name'] as const) : 'does_not_want_it',
  };
}

function severityOf({ column }: Scene): keyof typeof conclusions {
  if (column === 'physical_violence') return 'violence';
  if (column === 'threat') return 'threat';
  return column === 'verbal_aggression' || column === null ? 'verbal' : 'emotion';
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
