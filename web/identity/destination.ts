/** The other entry loads as a page of its own. */
const otherEntry = /^\/(melden|hulp)(\/|\?|$)/;

/** Where somebody wanted to go before they met the door: only ever a page of our own. */
export function destinationOf(wanted: string | undefined): string {
  return wanted && /^\/(?![/\\])/.test(wanted) ? wanted : '/';
}

export function goInside(wanted: string | undefined, goTo: (href: string) => void): void {
  const destination = destinationOf(wanted);
  if (otherEntry.test(destination)) window.location.assign(destination);
  else goTo(destination);
}
