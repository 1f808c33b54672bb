import { type AnyRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router';
import type { ComponentType } from 'react';
import { incidentPages } from '../incident/pages.ts';
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
    path: '/inloggen',
    load: () => import('../identity/SignInPage.tsx').then((m) => ({ Page: m.SignInPage })),
    isOpen: true,
  },
  {
    path: '/demo',
    load: () => import('../identity/StepInPage.tsx').then((m) => ({ Page: m.StepInPage })),
    isOpen: true,
  },
  {
    path: '/uitnodiging/$token',
    load: () => import('../identity/InvitationPage.tsx').then((m) => ({ Page: m.InvitationPage })),
    isOpen: true,
  },
  {
    path: '/instellen',
    load: () => import('../identity/set-up/SetUpPage.tsx').then((m) => ({ Page: m.SetUpPage })),
    isOpen: true,
  },
  {
    path: '/account',
    load: () => import('../identity/account/AccountPage.tsx').then((m) => ({ Page: m.AccountPage })),
  },
  {
    path: '/beheer/toegang',
    load: () => import('../identity/AccessReviewPage.tsx').then((m) => ({ Page: m.AccessReviewPage })),
  },
  {
    path: '/galerij',
    load: () => import('../components/gallery/GalleryPage.tsx').then((m) => ({ Page: m.GalleryPage })),
    isOpen: true,
  },
  ...incidentPages,
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
