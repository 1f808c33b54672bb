import type { Role } from '../../contract/organisation.ts';
import { Forbidden, type Session } from '../platform/index.ts';

/** The roles this session answers for now, as `identity.enter_session` found them: also those of a deputy. */
export function rolesIn(session: Session): readonly Role[] {
  return session['roles'] as readonly Role[];
}

export function hasRole(session: Session, ...roles: readonly Role[]): boolean {
  return rolesIn(session).some((role) => roles.includes(role));
}

export function requireRole(session: Session, ...roles: readonly Role[]): void {
  if (!hasRole(session, ...roles)) throw new Forbidden(`Only for ${roles.join(', ')}`);
}
