import { beforeAll, describe, expect, it } from 'vitest';
import { foundTown, type Town } from '../../tests/support/town.ts';
import { actionsFor, bitsOf, type Level, levels, partsIn } from './incident-access.ts';

let town: Town;
beforeAll(async () => {
  town = await foundTown();
});

describe('the table of who may see what', () => {
  it('says the same as the triggers that give the grants', async () => {
    const [row] = await town.look<{ source: string }>(
      `select string_agg(prosrc, E'\\n') as source from pg_proc
       where pronamespace = 'incident'::regnamespace and proname like 'grant_from_%'`,
    );
    const source = row?.source ?? '';
    const given: Partial<Record<Level, number>> = {
      reports: Number(/'reports', (\d+)/.exec(source)?.[1]),
      coordinates: Number(/'coordinates', (\d+)/.exec(source)?.[1]),
      suffered: Number(/when 'victim' then (\d+)/.exec(source)?.[1]),
      witnessed: Number(/when 'victim' then \d+ else (\d+)/.exec(source)?.[1]),
      leads: Number(/when 'own_people' then \d+ else (\d+)/.exec(source)?.[1]),
      leads_own_people: Number(/when 'own_people' then (\d+)/.exec(source)?.[1]),
      helps: Number(/gives_parts \| (\d+)/.exec(source)?.[1]),
    };
    expect(given).toEqual(Object.fromEntries(Object.entries(levels).map(([level, parts]) => [level, bitsOf(parts)])));
  });

  it('knows every level that a grant can have', async () => {
    const [check] = await town.look<{ definition: string }>(
      `select pg_get_constraintdef(oid) as definition from pg_constraint where contypid = 'incident.access_level'::regtype`,
    );
    const known = [...(check?.definition ?? '').matchAll(/'([a-z_]+)'/g)].map(([, level]) => level);
    expect(known.sort()).toEqual(Object.keys(levels).sort());
  });

  it('never shows the whole narrative or the aggressor to those it happened to', () => {
    for (const level of ['reports', 'suffered', 'witnessed'] as const) {
      expect(partsIn(bitsOf(levels[level]))).not.toContain('narrative');
      expect(partsIn(bitsOf(levels[level]))).not.toContain('aggressor');
    }
  });
});

describe('what somebody may do', () => {
  const lead = bitsOf(levels.leads);

  it('lets the lead take up what was just reported, and close what was taken up', () => {
    expect(actionsFor(lead, 'reported')).toContain('take_up');
    expect(actionsFor(lead, 'reported')).not.toContain('close');
    expect(actionsFor(lead, 'in_follow_up')).toContain('close');
    expect(actionsFor(lead, 'in_follow_up')).not.toContain('take_up');
  });

  it('leaves deferring the response to the coordinator', () => {
    expect(actionsFor(lead, 'taken_up')).not.toContain('defer_response');
    expect(actionsFor(bitsOf(levels.coordinates), 'taken_up')).toContain('defer_response');
  });

  it('leaves nothing to do on a corrected dossier but to see its log', () => {
    expect(actionsFor(lead, 'corrected')).toEqual(['see_log']);
  });

  it('lets the reporter add to the story for as long as there is one', () => {
    expect(actionsFor(bitsOf(levels.reports), 'closed')).toEqual(['add_addendum', 'add_attachment', 'add_event']);
    expect(actionsFor(bitsOf(levels.reports), 'corrected')).toEqual([]);
  });
});
