/**
 * After a navigation the focus goes to the heading of the new page, so that a screen reader tells where you are. The heading
 * may come later than the navigation, when the page is still loading: the wish waits for it, for a short while.
 */
let wishedAt = Number.NEGATIVE_INFINITY;
const patienceMs = 5000;

export function wishFocusOnTitle(): void {
  wishedAt = performance.now();
}

/** How long the page may take to show what was done. */
const settlesWithinMs = 150;

/** What had the focus may be gone a moment later, because it was done. Then the focus is on the page instead of nowhere. */
export function keepFocusOnPage(): void {
  setTimeout(() => {
    if (document.activeElement === document.body) document.getElementById('main')?.focus({ preventScroll: true });
  }, settlesWithinMs);
}

export function focusTitleWhenWished(title: HTMLElement | null): void {
  if (!title || performance.now() - wishedAt > patienceMs) return;
  wishedAt = Number.NEGATIVE_INFINITY;
  title.focus({ preventScroll: true });
}
