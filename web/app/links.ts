/** The other entry and the API load as pages of their own. */
const elsewhere = /^\/(melden|hulp|api)(\/|$)/;

/**
 * Every link is a plain link, so that components work in both entries, in a new tab and when sent to a colleague. Here the
 * application takes a press on one of its own over, and goes there without loading itself again.
 */
export function followLinksWithoutReload(goTo: (href: string) => void): void {
  document.addEventListener('click', (event) => {
    const href = ownAddress(event);
    if (href === null) return;
    event.preventDefault();
    goTo(href);
  });
}

function ownAddress(event: MouseEvent): string | null {
  if (
    event.defaultPrevented ||
    event.button !== 0 ||
    event.metaKey ||
    event.ctrlKey ||
    event.shiftKey ||
    event.altKey
  ) {
    return null;
  }
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  if (!link?.href || link.target || link.hasAttribute('download')) return null;
  const { origin, pathname, search, hash } = new URL(link.href);
  if (origin !== window.location.origin || elsewhere.test(pathname)) return null;
  const isWithinPage = hash && pathname === window.location.pathname && search === window.location.search;
  return isWithinPage ? null : pathname + search + hash;
}
