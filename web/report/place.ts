import { useSyncExternalStore } from 'react';

/** Where somebody is in the report. Each page has its own address, so that the back button of the phone does what it says. */
export type Page =
  | 'start'
  | 'help'
  | 'safety'
  | 'step'
  | 'check'
  | 'sent'
  | 'noted'
  | 'details'
  | 'colleague'
  | 'outbox'
  | 'code'
  | 'limit';

export interface Place {
  readonly page: Page;
  /** The draft, the incident or the note that the page is about. */
  readonly id: string | null;
  /** 1 to 5 on the pages with questions. */
  readonly step: number;
}

const addresses: readonly [RegExp, (match: RegExpExecArray) => Place][] = [
  [/^\/hulp\/?$/, () => at('help')],
  [/^\/melden\/veilig\/?$/, () => at('safety')],
  [/^\/melden\/stap\/([1-5])\/?$/, (match) => at('step', null, Number(match[1]))],
  [/^\/melden\/collega\/?$/, () => at('colleague')],
  [/^\/melden\/controle\/?$/, () => at('check')],
  [/^\/melden\/verstuurd\/?$/, () => at('sent')],
  [/^\/melden\/notitie\/?$/, () => at('noted')],
  [/^\/melden\/onderweg\/?$/, () => at('outbox')],
  [/^\/melden\/code\/?$/, () => at('code')],
  [/^\/melden\/onze-grens\/?$/, () => at('limit')],
  [/^\/melden\/details\/([0-9a-f-]{36})\/?$/, (match) => at('details', match[1] ?? null)],
];

const at = (page: Page, id: string | null = null, step = 0): Place => ({ page, id, step });

export function placeOf(path: string): Place {
  for (const [pattern, make] of addresses) {
    const match = pattern.exec(path);
    if (match) return make(match);
  }
  return at('start');
}

export const addressOf = {
  start: '/melden',
  help: '/hulp',
  safety: '/melden/veilig',
  step: (step: number) => `/melden/stap/${step}`,
  check: '/melden/controle',
  colleague: '/melden/collega',
  sent: '/melden/verstuurd',
  noted: '/melden/notitie',
  outbox: '/melden/onderweg',
  code: '/melden/code',
  limit: '/melden/onze-grens',
  details: (incidentId: string) => `/melden/details/${incidentId}`,
  follow: (incidentId: string) => `/mijn-meldingen/${incidentId}`,
  signIn: '/inloggen?naar=/melden',
  signInToSend: '/inloggen?naar=/melden/onderweg',
} as const;

function listen(tell: () => void): () => void {
  window.addEventListener('popstate', tell);
  return () => window.removeEventListener('popstate', tell);
}

export function usePath(): string {
  return useSyncExternalStore(listen, () => window.location.pathname);
}

/** What a page has to remember when it is loaded again: an id, which tells nothing. */
interface Remembered {
  readonly incidentId: string;
}

export function rememberedHere(): Remembered | null {
  return window.history.state as Remembered | null;
}

export function go(path: string, { replace = false, remember = null as Remembered | null } = {}): void {
  if (replace) window.history.replaceState(remember, '', path);
  else window.history.pushState(remember, '', path);
  window.scrollTo(0, 0);
  window.dispatchEvent(new PopStateEvent('popstate'));
}
