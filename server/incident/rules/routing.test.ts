import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Route, type RoutingFacts, type RoutingOrganisation, routeReport } from './routing.ts';

/** Gemeente Wierdam, as far as routing asks for it. */
const wierdam: RoutingOrganisation = {
  teams: [
    { teamId: 'publiekszaken', parentTeamId: 'bedrijfsvoering', managerIds: ['henk'] },
    { teamId: 'wijkteam', parentTeamId: 'bedrijfsvoering', managerIds: ['els'] },
    { teamId: 'bedrijfsvoering', parentTeamId: null, managerIds: ['karin'] },
  ],
  teamOf: new Map([
    ['fatima', 'publiekszaken'],
    ['sanne', 'publiekszaken'],
    ['henk', 'publiekszaken'],
    ['daan', 'wijkteam'],
    ['els', 'wijkteam'],
    ['karin', 'bedrijfsvoering'],
  ]),
  officeHolders: new Set(['lotte', 'anke']),
  coordinatorIds: ['yusuf'],
  griffierIds: ['pieter'],
  mayorIds: ['anke'],
  leadershipIds: ['karin'],
  deputiesOf: new Map([['henk', ['marijke']]]),
  lastResortIds: ['bas'],
};

const facts: RoutingFacts = {
  reporterId: 'fatima',
  victimIds: ['fatima'],
  witnessIds: [],
  subjectIds: [],
  route: 'manager',
  organisation: wierdam,
};

function routed(changes: Partial<RoutingFacts>): Route {
  return routeReport({ ...facts, ...changes });
}

const managerOf = (teamId: string) => ({ kind: 'team_role', teamId, role: 'manager' });
const office = (role: string) => ({ kind: 'employer_role', role });
const inChain = ({ chain }: Route) => chain.map(({ personId }) => personId);

describe('a report', () => {
  it('goes to the manager of the team, then deputy, coordinator, who stands above', () => {
    const route = routed({});
    expect(route.lead).toEqual(managerOf('publiekszaken'));
    expect(route.told).toEqual([]);
    expect(route.chain).toEqual([
      { personId: 'henk', role: 'lead' },
      { personId: 'marijke', role: 'deputy' },
      { personId: 'yusuf', role: 'coordinator' },
      { personId: 'karin', role: 'manager_above' },
    ]);
  });

  it.each([
    ['victim', { victimIds: ['henk'] }],
    ['witness', { witnessIds: ['henk'] }],
    ['subject', { subjectIds: ['henk'] }],
  ] as const)('goes to the manager above when the manager is %s', (_as, changes) => {
    const route = routed(changes);
    expect(route.lead).toEqual(managerOf('bedrijfsvoering'));
    expect(route.chain[0]).toEqual({ personId: 'karin', role: 'lead' });
    expect(inChain(route)).not.toContain('henk');
  });

  it('by the manager about what happened to their people stays with the manager', () => {
    expect(routed({ reporterId: 'henk' }).lead).toEqual(managerOf('publiekszaken'));
  });

  it('goes to a fellow manager in person when one of two is concerned: the role would open it to both', () => {
    const teams = wierdam.teams.map((team) =>
      team.teamId === 'publiekszaken' ? { ...team, managerIds: ['henk', 'ineke'] } : team,
    );
    const route = routed({ victimIds: ['henk'], organisation: { ...wierdam, teams } });
    expect(route.lead).toEqual({ kind: 'person', personId: 'ineke' });
  });

  it('goes to the coordinator when the whole line is concerned, and beyond when that is so too', () => {
    expect(routed({ victimIds: ['fatima', 'henk'], witnessIds: ['karin'] }).lead).toEqual(office('coordinator'));
    expect(routed({ witnessIds: ['henk', 'yusuf'], victimIds: ['fatima'] }).lead).toEqual(managerOf('bedrijfsvoering'));
  });

  it('by somebody without a team goes to the coordinator', () => {
    expect(routed({ reporterId: 'sami', victimIds: ['sami'] }).lead).toEqual(office('coordinator'));
  });
});

describe('several teams', () => {
  it('have one lead, the team with most victims, and each other manager hears of their own people', () => {
    const route = routed({ reporterId: 'daan', victimIds: ['fatima', 'sanne', 'daan'] });
    expect(route.lead).toEqual(managerOf('publiekszaken'));
    expect(route.told).toEqual([{ subject: managerOf('wijkteam'), peopleIds: ['daan'] }]);
  });

  it('as heavily hit are led by the team of the reporter', () => {
    const route = routed({ reporterId: 'daan', victimIds: ['fatima', 'daan'] });
    expect(route.lead).toEqual(managerOf('wijkteam'));
  });

  it('tell the manager of a witness too', () => {
    const route = routed({ witnessIds: ['daan'] });
    expect(route.told).toEqual([{ subject: managerOf('wijkteam'), peopleIds: ['daan'] }]);
  });
});

describe('a reporter who passes by their own manager', () => {
  it('gets the coordinator, and the manager hears nothing', () => {
    const route = routed({ route: 'coordinator' });
    expect(route.lead).toEqual(office('coordinator'));
    expect(route.told).toEqual([]);
    expect(inChain(route)).toEqual(['yusuf', 'karin']);
  });

  it('gets the leadership when that manager is the coordinator', () => {
    const organisation = { ...wierdam, coordinatorIds: ['henk'] };
    expect(routed({ route: 'coordinator', organisation }).lead).toEqual(office('leadership'));
  });
});

describe('an office-holder', () => {
  it('is in the hands of the griffier, then the coordinator and the mayor', () => {
    const route = routed({ reporterId: 'lotte', victimIds: ['lotte'] });
    expect(route.lead).toEqual(office('griffier'));
    expect(route.chain.slice(0, 3)).toEqual([
      { personId: 'pieter', role: 'griffier' },
      { personId: 'yusuf', role: 'coordinator' },
      { personId: 'anke', role: 'mayor' },
    ]);
  });

  it('is in the hands of the mayor when the griffier is concerned', () => {
    expect(routed({ victimIds: ['lotte'], witnessIds: ['pieter'] }).lead).toEqual(office('mayor'));
  });
});

it('tells the last resort when nobody else is left', () => {
  const organisation = { ...wierdam, teams: [], coordinatorIds: [], leadershipIds: [] };
  const route = routed({ organisation });
  expect(route.lead).toEqual(office('coordinator'));
  expect(route.chain).toEqual([{ personId: 'bas', role: 'last_resort' }]);
});

it('survives teams that stand above each other', () => {
  const teams = [
    { teamId: 'publiekszaken', parentTeamId: 'wijkteam', managerIds: [] },
    { teamId: 'wijkteam', parentTeamId: 'publiekszaken', managerIds: [] },
  ];
  expect(routed({ organisation: { ...wierdam, teams } }).lead).toEqual(office('coordinator'));
});

it('never lets anybody concerned lead it, hear of it or be called, and calls nobody twice', () => {
  const anybody = fc.subarray([
    'fatima',
    'sanne',
    'henk',
    'daan',
    'els',
    'karin',
    'yusuf',
    'lotte',
    'pieter',
    'anke',
    'marijke',
  ]);
  fc.assert(
    fc.property(
      anybody,
      anybody,
      anybody,
      fc.constantFrom('manager' as const, 'coordinator' as const),
      (victimIds, witnessIds, subjectIds, route) => {
        const { lead, told, chain } = routed({ victimIds, witnessIds, subjectIds, route });
        const concerned = [...victimIds, ...witnessIds, ...subjectIds];
        const called = chain.map(({ personId }) => personId);
        expect(called.filter((id) => concerned.includes(id))).toEqual([]);
        expect(new Set(called).size).toBe(called.length);
        expect(called.length).toBeGreaterThan(0);
        for (const subject of [lead, ...told.map((each) => each.subject)]) {
          if (subject.kind === 'person') expect(concerned).not.toContain(subject.personId);
          if (subject.kind === 'team_role') {
            const team = wierdam.teams.find(({ teamId }) => teamId === subject.teamId);
            expect(team?.managerIds.filter((id) => concerned.includes(id))).toEqual([]);
          }
        }
      },
    ),
  );
});
