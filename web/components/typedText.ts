type TextField = HTMLInputElement | HTMLTextAreaElement;

const typedIn = new Set<TextField>();
let pressed: Element | null = null;

/** From now on it is known where somebody types, and what was pressed last: not every browser gives that the focus. */
export function watchTyping(): void {
  document.addEventListener('input', ({ target }) => {
    if (isTextField(target)) typedIn.add(target);
  });
  const press = ({ target }: MouseEvent) => {
    pressed = target instanceof Element ? target : null;
  };
  document.addEventListener('click', press, { capture: true });
}

/** What was said instead of typed counts as typed. */
export function saidIn(fieldId: string): void {
  const field = document.getElementById(fieldId);
  if (isTextField(field)) typedIn.add(field);
}

/** The form or dialog of what was pressed last; null outside of all. */
export function formAtHand(): Element | null {
  return pressed?.closest('button')?.form ?? pressed?.closest('form, dialog') ?? null;
}

/** Whether there is text on the page that somebody typed and that is not gone: sent, emptied or put away. */
export function isTextTyped(): boolean {
  return unsent().length > 0;
}

/** The same of a story, more than a word or a date: typing that again is much to ask. What `data-kept` keeps is not lost. */
export function isStoryTyped(within: Node = document): boolean {
  return unsent().some(
    (field) => field instanceof HTMLTextAreaElement && within.contains(field) && !field.closest('[data-kept]'),
  );
}

/** What stood in this form was sent; without a form, only what stands in none: a story half typed elsewhere waits on. */
export function typedTextIsSent(form: Element | null): void {
  for (const field of typedIn) {
    if (form ? form.contains(field) : !field.closest('form, dialog')) typedIn.delete(field);
  }
}

function unsent(): TextField[] {
  for (const field of typedIn) if (!field.isConnected) typedIn.delete(field);
  return [...typedIn].filter(({ value }) => value.trim() !== '');
}

/** What is only looked for is found again in a moment. */
function isTextField(target: EventTarget | null): target is TextField {
  if (target instanceof HTMLTextAreaElement) return true;
  return (
    target instanceof HTMLInputElement && !['search', 'radio', 'checkbox', 'file', 'password'].includes(target.type)
  );
}
