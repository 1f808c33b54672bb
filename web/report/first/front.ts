/**
 * The few lines that stand in for the program while it is on its way to a slow phone. They run before the first picture: they put
 * the right first screen in place, in the language and the colours that were chosen, and follow links between these screens.
 * Whatever else is pressed in that second waits, and is done when the program has come.
 */
import { applyDisplay } from '../../session/display.ts';
import { currentLanguage } from '../../text/language.ts';
import { go, placeOf } from '../place.ts';
import { draftOfTab } from '../use-draft.ts';
import { type FirstScreen, firstScreens, programIsHere } from './names.ts';

let isProgramHere = false;
let pressed: HTMLElement | null = null;

applyDisplay();
document.documentElement.lang = currentLanguage();
showFirstScreen();

window.addEventListener('popstate', () => {
  if (isProgramHere) return;
  showFirstScreen();
  // As on every next page: it is read out from its heading.
  document.querySelector('h1')?.focus();
});
document.addEventListener(programIsHere, () => {
  isProgramHere = true;
  pressed?.classList.remove('button--busy');
  pressed?.click();
});
document.addEventListener('click', follow);

function showFirstScreen(): void {
  const root = document.getElementById('root');
  const screen = firstScreenOf(window.location.pathname);
  const template = document.querySelector<HTMLTemplateElement>(
    `template[data-screen="${screen}"][lang="${currentLanguage()}"]`,
  );
  pressed = null;
  if (!root || !template) return;
  root.replaceChildren(template.content.cloneNode(true));
  root.dataset.screen = screen;
}

function firstScreenOf(path: string): FirstScreen {
  const { page } = placeOf(path);
  // Nobody ticks boxes in an empty page that is about to be filled with what they answered before.
  if (page === 'safety' && sessionStorage.getItem(draftOfTab) !== null) return 'waiting';
  return firstScreens.find((screen) => screen === page) ?? 'waiting';
}

function follow(event: MouseEvent): void {
  const isPlainPress = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey;
  if (!(event.target instanceof Element) || !isPlainPress || event.defaultPrevented) return;
  const link = event.target.closest('a');
  const button = event.target.closest('button');
  if (link && isWithinReport(link)) followLink(event, link);
  else if (button && !isProgramHere) keepForLater(event, button);
}

function isWithinReport({ origin, pathname, hash }: HTMLAnchorElement): boolean {
  const isHere = origin === window.location.origin && hash === '';
  return isHere && (pathname.startsWith('/melden') || pathname === '/hulp');
}

/** Changes the page without loading it again: what was answered is kept in memory. */
function followLink(event: MouseEvent, link: HTMLAnchorElement): void {
  event.preventDefault();
  if (isProgramHere || firstScreenOf(link.pathname) !== 'waiting') go(link.pathname);
  else keepForLater(event, link);
}

function keepForLater(event: MouseEvent, element: HTMLElement): void {
  event.preventDefault();
  pressed?.classList.remove('button--busy');
  pressed = element;
  if (element instanceof HTMLButtonElement) element.classList.add('button--busy');
}
