import { type ComponentType, lazy } from 'react';

/**
 * Pages that most visits do without: they do not hold up the first screen of a slow phone. The service worker keeps them too,
 * so that they open without a connection.
 */
export const CodePage = later(async () => (await import('./CodePage.tsx')).CodePage);
export const ColleaguePage = later(async () => (await import('./ColleaguePage.tsx')).ColleaguePage);
export const DetailsPage = later(async () => (await import('./DetailsPage.tsx')).DetailsPage);
export const LimitPage = later(async () => (await import('./LimitPage.tsx')).LimitPage);
export const NotedPage = later(async () => (await import('./NotedPage.tsx')).NotedPage);
export const OutboxPage = later(async () => (await import('./OutboxPage.tsx')).OutboxPage);

function later<Props extends object>(load: () => Promise<ComponentType<Props>>) {
  return lazy(() => load().then(asDefault, loadAnew));
}

function asDefault<Page>(page: Page): { default: Page } {
  return { default: page };
}

const loadedAnewAt = 'loaded-anew-at';
const notAgainWithin = 30_000;

/** A newer release took the place of the one that this page came with. Or there is no connection: then it waits for one. */
function loadAnew(): Promise<never> {
  const isFirst = Date.now() - Number(sessionStorage.getItem(loadedAnewAt)) > notAgainWithin;
  sessionStorage.setItem(loadedAnewAt, String(Date.now()));
  if (isFirst && navigator.onLine) window.location.reload();
  else window.addEventListener('online', () => window.location.reload(), { once: true });
  return new Promise(() => {});
}
