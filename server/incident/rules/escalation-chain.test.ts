import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { officeWeek, workingCalendar } from '../../organisation/working-time.ts';
import { addMinutes, contactDueAt } from './deadlines.ts';
import {
  type Chain,
  type ChainCandidate,
  type ChainMove,
  type ChainRules,
  endChain,
  moveOn,
  nextMomentOf,
  pauseChain,
  startChain,
} from './escalation-chain.ts';

const calendar = workingCalendar(officeWeek);
const minutesPerStep = { immediate: 15, working_time: 15 };
const immediate: ChainRules = { urgency: 'immediate', minutesPerStep, calendar };
const workingTime: ChainRules = { urgency: 'working_time', minutesPerStep, calendar };

const person = (personId: string, role: ChainCandidate['role']): ChainCandidate => ({
  personId,
  role,
  isAbsent: false,
  isWorking: true,
});
const henk = person('henk', 'lead');
const marijke = person('marijke', 'deputy');
const yusuf = person('yusuf', 'coordinator');
const everybody = [henk, marijke, yusuf];

const tuesday = new Date('2026-11-24T10:00:00+01:00');
const withinTheHour = addMinutes(tuesday, 60);
const minutes = (count: number) => addMinutes(tuesday, count);

const startedThreat = () => startChain(tuesday, withinTheHour, everybody, immediate);

/** Lets the chain go on by itself, and says who was told in which round. */
function calls(from: ChainMove, times: number, candidates: readonly ChainCandidate[], rules: ChainRules): string[] {
  let move = from;
  const told: string[] = [];
  for (let time = 0; time < times; time++) {
    move = moveOn(move.chain, nextMomentOf(move.chain) ?? tuesday, candidates, rules);
    told.push(`${move.call?.personId} ${move.chain.round}`);
  }
  return told;
}

describe('a chain that nobody answers', () => {
  it('begins with the lead, at once', () => {
    const { chain, call } = startedThreat();
    expect(call).toBe(henk);
    expect(chain).toMatchObject({ state: 'waiting', round: 1, step: 1, told: 'henk', nextAt: minutes(15) });
  });

  it('goes to the deputy, the coordinator, and round again', () => {
    expect(calls(startedThreat(), 5, everybody, immediate)).toEqual([
      'marijke 1',
      'yusuf 1',
      'henk 2',
      'marijke 2',
      'yusuf 2',
    ]);
  });

  it('does not move before its time', () => {
    const { chain } = startedThreat();
    expect(moveOn(chain, minutes(14), everybody, immediate)).toEqual({ chain, call: null });
  });

  it('takes in somebody who is found later', () => {
    const alone = startChain(tuesday, withinTheHour, [henk], immediate);
    expect(calls(alone, 2, everybody, immediate)).toEqual(['marijke 1', 'yusuf 1']);
  });

  it('keeps looking while there is nobody to tell', () => {
    const { chain, call } = startChain(tuesday, withinTheHour, [], immediate);
    expect(call).toBeNull();
    expect(nextMomentOf(chain)).toEqual(minutes(15));
    expect(moveOn(chain, minutes(15), everybody, immediate).call).toBe(henk);
  });
});

describe('absence', () => {
  const absent = (candidate: ChainCandidate) => ({ ...candidate, isAbsent: true });

  it('is respected, also for a threat', () => {
    expect(startChain(tuesday, withinTheHour, [absent(henk), marijke, yusuf], immediate).call).toBe(marijke);
  });

  it('of everybody skips nobody', () => {
    const all = everybody.map(absent);
    expect(startChain(tuesday, withinTheHour, all, immediate).call?.personId).toBe('henk');
    expect(calls(startChain(tuesday, withinTheHour, all, immediate), 2, all, immediate)).toEqual([
      'marijke 1',
      'yusuf 1',
    ]);
  });

  it('because it is outside somebody’s working hours counts for an insult only', () => {
    const offDuty = { ...henk, isWorking: false };
    expect(startChain(tuesday, withinTheHour, [offDuty, marijke], workingTime).call).toBe(marijke);
    expect(startChain(tuesday, withinTheHour, [offDuty, marijke], immediate).call).toBe(offDuty);
  });
});

describe('working hours', () => {
  const friday = new Date('2026-11-27T16:55:00+01:00');
  const christmas = new Date('2026-12-25T23:00:00+01:00');

  it('let an insult wait until after the weekend, with a whole step from the opening', () => {
    const due = contactDueAt({ kind: 'working_days', days: 1 }, friday, calendar);
    const { chain, call } = startChain(friday, due, everybody, workingTime);
    expect(call).toBe(henk);
    expect(nextMomentOf(chain)).toEqual(new Date('2026-11-30T08:45:00+01:00'));
  });

  it('never hold up a threat: not at 23:00 on a holiday', () => {
    const { chain } = startChain(christmas, addMinutes(christmas, 60), everybody, immediate);
    expect(nextMomentOf(chain)).toEqual(addMinutes(christmas, 15));
  });
});

describe('each urgency has its own step', () => {
  const own = { immediate: 10, working_time: 45 };
  const noon = new Date('2026-11-24T12:00:00+01:00');

  it.each([
    ['immediate', 10],
    ['working_time', 45],
  ] as const)('%s: the next one is called after %d minutes', (urgency, expected) => {
    const rules = { urgency, minutesPerStep: own, calendar };
    const { chain } = startChain(noon, addMinutes(noon, 60), everybody, rules);
    expect(nextMomentOf(chain)).toEqual(addMinutes(noon, expected));
    expect(nextMomentOf(moveOn(chain, addMinutes(noon, expected), everybody, rules).chain)).toEqual(
      addMinutes(noon, 2 * expected),
    );
  });

  it('that was made shorter meanwhile counts from the next step', () => {
    const { chain } = startThreatWith(30);
    const shorter = { ...immediate, minutesPerStep: own };
    expect(moveOn(chain, minutes(29), everybody, shorter).call).toBeNull();
    expect(nextMomentOf(moveOn(chain, minutes(30), everybody, shorter).chain)).toEqual(minutes(40));
  });

  const startThreatWith = (step: number) =>
    startChain(tuesday, withinTheHour, everybody, { ...immediate, minutesPerStep: { ...own, immediate: step } });
});

describe('taking it up', () => {
  it('pauses the chain until contact is due', () => {
    const paused = pauseChain(startedThreat().chain, minutes(5), immediate);
    expect(paused).toMatchObject({ state: 'paused', nextAt: withinTheHour });
    expect(moveOn(paused, minutes(59), everybody, immediate).call).toBeNull();
  });

  it('without calling the colleague makes it go on with the next one', () => {
    const paused = pauseChain(startedThreat().chain, minutes(5), immediate);
    expect(moveOn(paused, withinTheHour, everybody, immediate)).toMatchObject({
      call: marijke,
      chain: { state: 'waiting', nextAt: minutes(75) },
    });
  });

  it('after contact was due gives one step, no more', () => {
    const late = pauseChain(startedThreat().chain, minutes(90), immediate);
    expect(nextMomentOf(late)).toEqual(minutes(105));
  });

  it('a second time does not lengthen the pause', () => {
    const paused = pauseChain(startedThreat().chain, minutes(5), immediate);
    expect(pauseChain(paused, minutes(58), immediate)).toBe(paused);
  });
});

describe('contact with the colleague', () => {
  it.each<[string, () => Chain]>([
    ['waiting', () => startedThreat().chain],
    ['paused', () => pauseChain(startedThreat().chain, minutes(5), immediate)],
  ])('ends a chain that is %s', (_state, chain) => {
    const ended = endChain(chain(), minutes(20));
    expect(ended).toMatchObject({ state: 'ended', endedAt: minutes(20) });
    expect(nextMomentOf(ended)).toBeNull();
    expect(moveOn(ended, minutes(500), everybody, immediate).call).toBeNull();
    expect(pauseChain(ended, minutes(500), immediate)).toBe(ended);
  });

  it('is recorded once: what came first stays', () => {
    const ended = endChain(startedThreat().chain, minutes(20));
    expect(endChain(ended, minutes(40))).toBe(ended);
  });
});

describe('nothing stops it but a person', () => {
  const act = fc.oneof(
    fc.record({ kind: fc.constant('wait' as const), minutes: fc.integer({ min: 1, max: 3 * 24 * 60 }) }),
    fc.record({ kind: fc.constant('take up' as const) }),
  );
  const candidates = fc.uniqueArray(
    fc.record({
      personId: fc.constantFrom('henk', 'marijke', 'yusuf', 'els', 'karin'),
      role: fc.constant('lead' as const),
      isAbsent: fc.boolean(),
      isWorking: fc.boolean(),
    }),
    { minLength: 1, selector: ({ personId }) => personId },
  );
  const rules = fc.constantFrom(immediate, workingTime);

  it('has a next moment after any waiting and taking up, and tells somebody whenever that has come', () => {
    fc.assert(
      fc.property(candidates, rules, fc.array(act, { maxLength: 40 }), (people, chainRules, acts) => {
        let now = tuesday;
        let chain: Chain = startChain(now, withinTheHour, people, chainRules).chain;
        for (const each of acts) {
          if (each.kind === 'take up') {
            chain = pauseChain(chain, now, chainRules);
          } else {
            now = addMinutes(now, each.minutes);
            const due = now >= (nextMomentOf(chain) ?? now);
            const move = moveOn(chain, now, people, chainRules);
            expect(move.call !== null).toBe(due);
            chain = move.chain;
          }
          const next = nextMomentOf(chain);
          expect(next).not.toBeNull();
          // Never further off than one opening of the office: here a weekend and a night.
          expect(Number(next) - Number(now)).toBeLessThan(4 * 24 * 60 * 60_000);
        }
      }),
    );
  });

  it('tells everybody who is there once in each round', () => {
    fc.assert(
      fc.property(candidates, (people) => {
        const present = people.filter(({ isAbsent }) => !isAbsent);
        const inTurn = (present.length > 0 ? present : people).map(({ personId }) => personId);
        const first = startChain(tuesday, withinTheHour, people, immediate);
        const told = [`${first.call?.personId} 1`, ...calls(first, 2 * inTurn.length - 1, people, immediate)];
        expect(told).toEqual([...inTurn.map((id) => `${id} 1`), ...inTurn.map((id) => `${id} 2`)]);
      }),
    );
  });
});
