import type { Me } from './api.ts';
import type { Draft } from './draft.ts';

export type Manager = Me['teams'][number]['managers'][number];

/**
 * The manager who is told of this report first; null where we cannot be sure of that. What happened to managers themselves,
 * before their eyes or to people of another team goes to somebody else, and nobody should be told a wrong name.
 */
export function managerWhoHears({ route, target, victims, witnesses }: Draft, me: Me | null): Manager | null {
  const isAboutOthers = target === 'colleague' || target === 'group' || target === 'office_holder';
  if (!me || route === 'coordinator' || isAboutOthers) return null;
  const concerned = [me.person.id, ...[...victims, ...witnesses].map(({ id }) => id)];
  const managers = me.teams.flatMap((team) => team.managers);
  return managers.some(({ id }) => concerned.includes(id)) ? null : (managers[0] ?? null);
}
