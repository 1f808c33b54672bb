import type { ChainRole } from './escalation-chain.ts';

/**
 * The right person for a report. Whoever is a victim, a witness or the subject never leads it; a reporter may pass by their
 * own manager; what happened to an office-holder goes to the griffier or the mayor.
 */
export interface RoutingFacts {
  readonly reporterId: string;
  readonly victimIds: readonly string[];
  readonly witnessIds: readonly string[];
  /** Colleagues the report is about. */
  readonly subjectIds: readonly string[];
  readonly route: 'manager' | 'coordinator';
  readonly organisation: RoutingOrganisation;
}

/** As much of the organisation as routing asks for, as it is at this moment. */
export interface RoutingOrganisation {
  /** The teams of those concerned and all teams above them. */
  readonly teams: readonly RoutingTeam[];
  readonly teamOf: ReadonlyMap<string, string>;
  readonly officeHolders: ReadonlySet<string>;
  readonly coordinatorIds: readonly string[];
  readonly griffierIds: readonly string[];
  readonly mayorIds: readonly string[];
  readonly leadershipIds: readonly string[];
  /** Who stands in for whom now. */
  readonly deputiesOf: ReadonlyMap<string, readonly string[]>;
  /** Told only when nobody else is left, so that no report lies unseen. */
  readonly lastResortIds: readonly string[];
}

export interface RoutingTeam {
  readonly teamId: string;
  readonly parentTeamId: string | null;
  readonly managerIds: readonly string[];
}

/** Who may act on a dossier: a role, so that a change of manager changes nothing here; a person where a role will not do. */
export type Subject =
  | { readonly kind: 'team_role'; readonly teamId: string; readonly role: 'manager' }
  | { readonly kind: 'employer_role'; readonly role: EmployerRole }
  | { readonly kind: 'person'; readonly personId: string };

export type EmployerRole = 'coordinator' | 'griffier' | 'mayor' | 'leadership';

export interface Route {
  readonly lead: Subject;
  /** The managers of the other teams, each for their own people. */
  readonly told: readonly { readonly subject: Subject; readonly peopleIds: readonly string[] }[];
  /** Everybody the chain may come to, in order, each once. */
  readonly chain: readonly RouteCandidate[];
}

export interface RouteCandidate {
  readonly personId: string;
  readonly role: ChainRole;
}

export function routeReport(facts: RoutingFacts): Route {
  const unwanted = unwantedIn(facts);
  const posts = postsFor(facts, unwanted);
  const lead = posts.find(({ holderIds }) => holderIds.length > 0) ?? vacantCoordinator;
  return {
    lead: lead.subject,
    told: facts.route === 'coordinator' ? [] : toldBeside(lead, facts, unwanted),
    chain: chainFrom(lead, posts, facts.organisation, unwanted),
  };
}

/** A subject with the people who hold it now and may deal with this report. */
interface Post {
  readonly subject: Subject;
  readonly holderIds: readonly string[];
  readonly role: ChainRole;
}

/** Nobody holds a fitting role now: the coordinator's role keeps the dossier, for whoever gets that role. */
const vacantCoordinator: Post = {
  subject: { kind: 'employer_role', role: 'coordinator' },
  holderIds: [],
  role: 'coordinator',
};

/**
 * Whoever is concerned, and the own manager of a reporter who passes by them. Reporting for somebody else concerns nobody:
 * a manager who reports what happened to their people can lead it.
 */
function unwantedIn(facts: RoutingFacts): ReadonlySet<string> {
  const passedBy = facts.route === 'coordinator' ? ownManagers(facts) : [];
  return new Set([...facts.victimIds, ...facts.witnessIds, ...facts.subjectIds, ...passedBy]);
}

function ownManagers({ organisation, reporterId }: RoutingFacts): readonly string[] {
  const teamId = organisation.teamOf.get(reporterId);
  return organisation.teams.find((team) => team.teamId === teamId)?.managerIds ?? [];
}

/** Every post that may lead, best first: the line or the office, the coordinator, the leadership. */
function postsFor(facts: RoutingFacts, unwanted: ReadonlySet<string>): readonly Post[] {
  const { organisation } = facts;
  return [
    ...(facts.route === 'coordinator' ? [] : nearestPosts(facts, unwanted)),
    employerPost('coordinator', organisation, unwanted),
    employerPost('leadership', organisation, unwanted),
  ];
}

function nearestPosts(facts: RoutingFacts, unwanted: ReadonlySet<string>): readonly Post[] {
  const office = officePosts(facts, unwanted);
  return office.length > 0 ? office : linePosts(leadTeam(facts), facts.organisation, unwanted);
}

/** A councillor or alderman is in no line: the griffier has it, or the mayor. */
function officePosts(facts: RoutingFacts, unwanted: ReadonlySet<string>): readonly Post[] {
  const { organisation, victimIds } = facts;
  if (!victimIds.some((id) => organisation.officeHolders.has(id))) return [];
  return [employerPost('griffier', organisation, unwanted), employerPost('mayor', organisation, unwanted)];
}

function employerPost(role: EmployerRole, organisation: RoutingOrganisation, unwanted: ReadonlySet<string>): Post {
  const holders = {
    coordinator: organisation.coordinatorIds,
    griffier: organisation.griffierIds,
    mayor: organisation.mayorIds,
    leadership: organisation.leadershipIds,
  }[role];
  return postOf({ kind: 'employer_role', role }, role, holders, unwanted);
}

/** The manager of the team, and of every team above it. */
function linePosts(
  teamId: string | undefined,
  organisation: RoutingOrganisation,
  unwanted: ReadonlySet<string>,
): readonly Post[] {
  return lineUp(teamId, organisation.teams).map((team, height) =>
    postOf(
      { kind: 'team_role', teamId: team.teamId, role: 'manager' },
      height === 0 ? 'lead' : 'manager_above',
      team.managerIds,
      unwanted,
    ),
  );
}

/**
 * A role of which one holder is concerned would open the dossier to that holder too: then a colleague with the same role has
 * it in person.
 */
function postOf(subject: Subject, role: ChainRole, holders: readonly string[], unwanted: ReadonlySet<string>): Post {
  const fit = holders.filter((id) => !unwanted.has(id));
  const [first] = fit;
  const inPerson = fit.length < holders.length && first !== undefined;
  return inPerson
    ? { subject: { kind: 'person', personId: first }, holderIds: [first], role }
    : { subject, holderIds: fit, role };
}

/** A team and the teams above it; a loop in the data ends it. */
function lineUp(teamId: string | undefined, teams: readonly RoutingTeam[]): readonly RoutingTeam[] {
  const line: RoutingTeam[] = [];
  let team = teams.find((each) => each.teamId === teamId);
  while (team && !line.includes(team)) {
    line.push(team);
    const parentTeamId: string | null = team.parentTeamId;
    team = teams.find((each) => each.teamId === parentTeamId);
  }
  return line;
}

/** Of several teams the one with most victims leads; the reporter's own team when equal; else whoever was named first. */
function leadTeam(facts: RoutingFacts): string | undefined {
  const { organisation, reporterId } = facts;
  const own = organisation.teamOf.get(reporterId);
  const counts = peoplePerTeam(facts.victimIds, organisation);
  const most = Math.max(0, ...[...counts.values()].map((people) => people.length));
  const largest = [...counts].filter(([, people]) => people.length === most).map(([teamId]) => teamId);
  return largest.find((teamId) => teamId === own) ?? largest[0] ?? own;
}

function peoplePerTeam(people: readonly string[], organisation: RoutingOrganisation): Map<string, string[]> {
  const perTeam = new Map<string, string[]>();
  for (const personId of people) {
    const teamId = organisation.teamOf.get(personId);
    if (teamId !== undefined) perTeam.set(teamId, [...(perTeam.get(teamId) ?? []), personId]);
  }
  return perTeam;
}

/** Each manager hears of their own people; who leads hears of everybody already. */
function toldBeside(lead: Post, facts: RoutingFacts, unwanted: ReadonlySet<string>): Route['told'] {
  const { organisation } = facts;
  const concerned = new Set([...facts.victimIds, ...facts.witnessIds]);
  return [...peoplePerTeam([...concerned], organisation)].flatMap(([teamId, peopleIds]) => {
    const post = linePosts(teamId, organisation, unwanted).find(({ holderIds }) => holderIds.length > 0);
    return post && !isSame(post.subject, lead.subject) ? [{ subject: post.subject, peopleIds }] : [];
  });
}

function isSame(one: Subject, other: Subject): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** Lead, their deputies, the coordinator, whoever stands above, the leadership; nobody twice, nobody unwanted. */
function chainFrom(
  lead: Post,
  posts: readonly Post[],
  organisation: RoutingOrganisation,
  unwanted: ReadonlySet<string>,
): readonly RouteCandidate[] {
  const others = posts.slice(posts.indexOf(lead) + 1);
  const [coordinators, above] = partition(others, ({ role }) => role === 'coordinator');
  const leadHere: Post = lead.role === 'manager_above' ? { ...lead, role: 'lead' } : lead;
  const inOrder = [leadHere, ...coordinators, ...above].flatMap(({ role, holderIds }) => [
    ...candidates(role, holderIds),
    ...candidates('deputy', deputiesOf(holderIds, organisation)),
  ]);
  const fit = onceEach(inOrder.filter(({ personId }) => !unwanted.has(personId)));
  return fit.length > 0 ? fit : onceEach(candidates('last_resort', organisation.lastResortIds));
}

function partition<T>(all: readonly T[], belongs: (each: T) => boolean): readonly [readonly T[], readonly T[]] {
  return [all.filter(belongs), all.filter((each) => !belongs(each))];
}

function candidates(role: ChainRole, personIds: readonly string[]): readonly RouteCandidate[] {
  return personIds.map((personId) => ({ personId, role }));
}

function deputiesOf(personIds: readonly string[], organisation: RoutingOrganisation): readonly string[] {
  return personIds.flatMap((personId) => organisation.deputiesOf.get(personId) ?? []);
}

function onceEach(found: readonly RouteCandidate[]): readonly RouteCandidate[] {
  return found.filter(({ personId }, at) => found.findIndex((each) => each.personId === personId) === at);
}
