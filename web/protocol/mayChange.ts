import { hasRole, useMe } from '../session/me.tsx';

/** Whether the ways to change something are shown. Whether it is done, the server decides. */
export function useMayChange(): boolean {
  return hasRole(useMe(), 'coordinator', 'administrator');
}
