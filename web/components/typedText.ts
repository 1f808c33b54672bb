type TextField = HTMLInputElement | HTMLTextAreaElement;

const typedIn = new Set<TextField>();

/** From now on it is known where somebody types. */
export function watchTyping(): void {
  document.addEventListener('input', ({ target }) => {
    if (isTextField(target)) typedIn.add(target);
  });
}

/** Whether there is text on the page that somebody typed and that is not gone: sent, emptied or put away. */
export function isTextTyped(): boolean {
  return unsent().length > 0;
}

/** The same of a story, more than a word or a date: typing that again is much to ask. */
export function isStoryTyped(within: Node = document): boolean {
  return unsent().some((field) => field instanceof HTMLTextAreaElement && within.contains(field));
}

/** What stood in this form was sent; without a form, everything was. */
export function typedTextIsSent(form: Element | null): void {
  for (const field of typedIn) if (!form || form.contains(field)) typedIn.delete(field);
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
