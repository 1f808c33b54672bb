import { createRootRoute, createRouter } from '@tanstack/react-router';
import { wishFocusOnTitle } from '../components/titleFocus.ts';
import { BrokenPage } from './BrokenPage.tsx';
import { followLinksWithoutReload } from './links.ts';
import { NotFoundPage } from './NotFoundPage.tsx';
import { pagesUnder } from './pages.ts';
import { Shell } from './Shell.tsx';

/** The pages with the shell around them, and what happens when somebody goes from one to another. */
export function createAppRouter() {
  const shell = createRootRoute({ component: Shell, notFoundComponent: NotFoundPage, errorComponent: BrokenPage });
  const router = createRouter({
    routeTree: shell.addChildren(pagesUnder(shell)),
    scrollRestoration: true,
    defaultPreload: false,
    defaultErrorComponent: BrokenPage,
    // Plain words after the question mark: `?state=open`, not JSON.
    parseSearch: (words) => Object.fromEntries(new URLSearchParams(words)),
    stringifySearch: (words) => {
      const text = new URLSearchParams(words as Record<string, string>).toString();
      return text && `?${text}`;
    },
  });
  router.subscribe('onBeforeNavigate', ({ pathChanged, fromLocation }) => {
    if (pathChanged && fromLocation) wishFocusOnTitle();
  });
  followLinksWithoutReload((href) => void router.navigate({ href }));
  return router;
}
