import type { CallCapacity, ReachableColleague } from '../../contract/organisation.ts';
import type { Tx } from '../platform/index.ts';
import { presenceOf } from './calendars.ts';
import { type ChartTeam, type OrganisationChart, organisationChart } from './chart.ts';
import { colleagueRef } from './names.ts';
import { findPeople } from './people.ts';
import { type Presence, reachabilityOf } from './presence.ts';

export interface ChainLink {
  readonly personId: string;
  readonly capacity: CallCapacity;
}

/** Who answers for somebody, in order: their manager, the deputy, the coordinator, the line above, the leadership. */
export async function chainOfCommand(tx: Tx, personId: string, at: Date): Promise<ChainLink[]> {
  return chainIn(await organisationChart(tx, [personId], at), personId);
}

/** Pure: the order itself. Nobody comes twice, and nobody answers for themselves. */
export function chainIn(chart: OrganisationChart, personId: string): ChainLink[] {
  const officeFirst = chart.officeHolders.has(personId);
  const [own, ...above] = lineUp(chart.teamOf.get(personId), chart.teams);
  const inOrder = [
    ...(officeFirst ? withDeputies(chart, 'griffier', chart.griffierIds) : []),
    ...(officeFirst ? withDeputies(chart, 'mayor', chart.mayorIds) : []),
    ...withDeputies(chart, 'manager', own?.managerIds ?? []),
    ...withDeputies(chart, 'coordinator', chart.coordinatorIds),
    ...above.flatMap(({ managerIds }) => withDeputies(chart, 'manager', managerIds)),
    ...withDeputies(chart, 'leadership', chart.leadershipIds),
  ];
  const others = inOrder.filter((link) => link.personId !== personId);
  return others.filter((link, at) => others.findIndex((each) => each.personId === link.personId) === at);
}

/** The same order, but whoever is at work now comes before whoever is not. */
export async function whoToCall(
  tx: Tx,
  personId: string,
  at: Date,
): Promise<(ReachableColleague & { capacity: CallCapacity })[]> {
  const chain = await chainOfCommand(tx, personId, at);
  const colleagues = await reachableColleagues(
    tx,
    chain.map((link) => link.personId),
    at,
  );
  const found = chain.flatMap(({ personId: id, capacity }) => {
    const colleague = colleagues.get(id);
    return colleague ? [{ ...colleague, capacity }] : [];
  });
  return found.toSorted((one, other) => Number(other.reachability.isReachable) - Number(one.reachability.isReachable));
}

export async function reachableColleagues(
  tx: Tx,
  personIds: readonly string[],
  at: Date,
): Promise<ReadonlyMap<string, ReachableColleague>> {
  const [people, presences] = await Promise.all([findPeople(tx, personIds), presenceOf(tx, personIds, at)]);
  return new Map(
    [...people].map(([id, person]) => [
      id,
      { ...colleagueRef(person), phone: person.phone, reachability: reachabilityOf(presenceFor(presences, id)) },
    ]),
  );
}

function presenceFor(presences: ReadonlyMap<string, Presence>, personId: string): Presence {
  const presence = presences.get(personId);
  if (presence === undefined) throw new Error('Presence was asked for everybody in the list');
  return presence;
}

/** A manager who is away is followed by who stands in, not replaced: the manager may still answer. */
function withDeputies(chart: OrganisationChart, capacity: CallCapacity, personIds: readonly string[]): ChainLink[] {
  return personIds.flatMap((personId) => [
    { personId, capacity },
    ...(chart.deputiesOf.get(personId) ?? []).map((deputyId) => ({ personId: deputyId, capacity: 'deputy' as const })),
  ]);
}

/** A team and the teams above it; a loop in the data ends it. */
function lineUp(teamId: string | undefined, teams: readonly ChartTeam[]): ChartTeam[] {
  const line: ChartTeam[] = [];
  let team = teams.find((each) => each.teamId === teamId);
  while (team !== undefined && !line.includes(team)) {
    line.push(team);
    const above: string | null = team.parentTeamId;
    team = teams.find((each) => each.teamId === above);
  }
  return line;
}
