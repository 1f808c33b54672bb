import { type AnyRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router';
import type { ComponentType } from 'react';
import { behindTheDoor } from './behindTheDoor.tsx';

/**
 * Every page of the application with its address. Each is loaded when somebody first goes there. `/melden` and `/hulp` are not
 * here: those are the lean entry, a page of their own.
 */
interface Page {
  path: string;
  load: () => Promise<{ Page: ComponentType }>;
  /** Also for who is not signed in. */
  isOpen?: true;
}

const pages: readonly Page[] = [
  { path: '/', load: () => import('./HomePage.tsx').then((m) => ({ Page: m.HomePage })), isOpen: true },
  {
    path: '/toegankelijkheid',
    load: () => import('./AccessibilityPage.tsx').then((m) => ({ Page: m.AccessibilityPage })),
    isOpen: true,
  },
  {
    path: '/galerij',
    load: () => import('../components/gallery/GalleryPage.tsx').then((m) => ({ Page: m.GalleryPage })),
    isOpen: true,
  },
];

export function pagesUnder(shell: AnyRoute): AnyRoute[] {
  return pages.map(({ path, load, isOpen }) =>
    createRoute({
      getParentRoute: () => shell,
      path,
      component: lazyRouteComponent(isOpen ? load : () => load().then(behindTheDoor), 'Page'),
    }),
  );
}
