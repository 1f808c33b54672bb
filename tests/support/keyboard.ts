import type { Locator, Page } from 'playwright-core';

/** Somebody without a mouse: what cannot be reached and seen this way does not exist for them. */
const farthest = 80;

/** With Tab, seeing all the way where the focus is. */
export async function tabTo(page: Page, wanted: Locator): Promise<void> {
  await wanted.first().waitFor();
  for (let presses = 0; presses < farthest; presses++) {
    if (await isFocused(wanted)) return;
    await page.keyboard.press('Tab');
    const lost = await whereFocusIsLost(page);
    if (lost) throw new Error(`The focus is not to be seen on ${lost}`);
  }
  throw new Error(`Tab does not lead to ${wanted}`);
}

/** A button or a link. */
export async function press(page: Page, wanted: Locator): Promise<void> {
  await tabTo(page, wanted);
  await page.keyboard.press('Enter');
}

export async function toggle(page: Page, box: Locator): Promise<void> {
  await tabTo(page, box);
  await page.keyboard.press('Space');
}

export async function typeIn(page: Page, field: Locator, text: string): Promise<void> {
  await tabTo(page, field);
  await page.keyboard.type(text);
}

/** One of the choices of a question: Tab to the question, then the arrows. */
export async function pick(page: Page, question: string | RegExp, choice: string): Promise<void> {
  const group = page.getByRole('group', { name: question });
  const wanted = group.getByRole('radio', { name: choice });
  await group.first().waitFor();
  await tabTo(page, group.getByRole('radio'));
  const choices = await group.getByRole('radio').count();
  for (let presses = 0; presses < choices; presses++) {
    if (await isFocused(wanted)) break;
    await page.keyboard.press('ArrowDown');
  }
  if (!(await wanted.first().isChecked())) await page.keyboard.press('Space');
  if (!(await wanted.first().isChecked())) throw new Error(`“${choice}” cannot be chosen with the keyboard`);
}

function isFocused(wanted: Locator): Promise<boolean> {
  return wanted.evaluateAll((elements) => elements.some((element) => element === document.activeElement));
}

/** What has the focus without a ring to be seen, on it or on what stands around it; null when all is well. */
function whereFocusIsLost(page: Page): Promise<string | null> {
  return page.evaluate(async () => {
    // What comes into view when it has the focus needs a frame for that.
    await new Promise((shown) => requestAnimationFrame(() => requestAnimationFrame(shown)));
    // Without motion it moves as well, for a hundredth of a millisecond: that it moves is known once its place is asked for.
    document.activeElement?.getBoundingClientRect();
    await Promise.allSettled(document.getAnimations().map(({ finished }) => finished));
    const focused = document.activeElement;
    if (!focused || focused === document.body) return null;
    // The page that opened meanwhile put it on its title, to be read out: no control, so no ring.
    if (focused.matches('h1[tabindex="-1"], main[tabindex="-1"]')) return null;
    const around: Element[] = [];
    for (let element: Element | null = focused; element && around.length < 4; element = element.parentElement) {
      around.push(element);
    }
    const hasRing = (element: Element) => {
      const { outlineStyle, outlineWidth } = getComputedStyle(element);
      return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
    };
    const { top, bottom } = focused.getBoundingClientRect();
    const isOnScreen = bottom > 0 && top < innerHeight;
    if (around.some(hasRing) && isOnScreen) return null;
    return `${focused.outerHTML.slice(0, 200)} (${isOnScreen ? 'no ring' : `from ${top} to ${bottom}`})`;
  });
}
