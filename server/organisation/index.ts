export { requireRole } from './access.ts';
export { employerCalendar, presenceOf } from './calendars.ts';
export { organisationChart } from './chart.ts';
export { peopleNamed } from './colleagues.ts';
export { type Employer, getEmployer } from './employer.ts';
export { appointFirst, finishSettingUp, foundEmployer } from './founding.ts';
export { welcomeGuest } from './guests.ts';
export { colleagueRef, searchable } from './names.ts';
export {
  findPeople,
  findReachability,
  getPerson,
  holdersOf,
  type Person,
  rolesOf,
  teamsOf,
} from './people.ts';
export { refusals as organisationRefusals } from './refusals.ts';
export { organisationRoutes } from './routes.ts';
export { sectorPacks } from './sector-packs.ts';
export { subjectOfEmployerRole, subjectOfPerson, subjectOfTeamManager } from './subjects.ts';
export { type WorkingCalendar, workingCalendar } from './working-time.ts';
