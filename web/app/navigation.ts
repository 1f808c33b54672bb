import type { IconName } from '../components/Icon.tsx';
import { hasRole, type Me } from '../session/me.tsx';
import type { AppText } from './text.ts';

export interface NavigationItem {
  href: string;
  label: string;
  icon: IconName;
}

/** What somebody sees in the navigation follows from their roles. What they may read is decided by the server, not here. */
export function navigationFor(me: Me, text: AppText): NavigationItem[] {
  const items: NavigationItem[] = [{ href: '/', label: text.nav.home, icon: 'home' }];
  if (me.roles.length > 0) items.push({ href: '/mijn-werk', label: text.nav.work, icon: 'work' });
  const followsUp = hasRole(me, 'manager', 'coordinator', 'griffier', 'mayor');
  items.push(
    followsUp
      ? { href: '/meldingen', label: text.nav.incidents, icon: 'reports' }
      : { href: '/mijn-meldingen', label: text.nav.mine, icon: 'reports' },
  );
  items.push({ href: '/notities', label: text.nav.notes, icon: 'note' });
  if (hasRole(me, 'confidential_adviser')) items.push({ href: '/gesprekken', label: text.nav.talks, icon: 'note' });
  // An administrator finds them among what is arranged; on a phone there is room for five.
  if (hasRole(me, 'coordinator') && !hasRole(me, 'administrator')) {
    items.push({ href: '/afspraken', label: text.nav.agreements, icon: 'shield' });
  }
  if (hasRole(me, 'administrator')) items.push({ href: '/beheer', label: text.nav.administration, icon: 'settings' });
  if (hasRole(me, 'privacy_officer')) {
    items.push({ href: '/beheer/toegang', label: text.nav.access, icon: 'key' });
  }
  return items;
}

/** `/meldingen/0192…` belongs to "Meldingen"; the first screen only to itself. */
export function isCurrent(href: string, pathname: string, items: readonly NavigationItem[]): boolean {
  if (href === '/') return pathname === '/';
  if (pathname !== href && !pathname.startsWith(`${href}/`)) return false;
  // The longest match: /beheer/toegang is "Toegang" for who has that, else "Beheer".
  return !items.some((other) => other.href.length > href.length && pathname.startsWith(other.href));
}
