import { createHash } from 'node:crypto';
import type { EmployerRole } from '../../contract/organisation.ts';

/**
 * The stable thing a grant on a dossier points to. The ids of roles follow from the team or the employer, as
 * `organisation.role_subject` reckons them in the database, so nobody needs to look them up.
 */
export function subjectOfPerson(personId: string): string {
  return personId;
}

export function subjectOfTeamManager(teamId: string): string {
  return roleSubject(teamId, 'manager');
}

export function subjectOfEmployerRole(employerId: string, role: EmployerRole): string {
  return roleSubject(employerId, role);
}

function roleSubject(teamOrEmployerId: string, role: string): string {
  const hex = createHash('sha256').update(`${teamOrEmployerId}:${role}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20, 32)}`;
}
