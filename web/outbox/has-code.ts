import { find } from './store.ts';

/** Where the lock of a person lies; see code-lock.ts. Apart from it, so that asking needs none of what locking needs. */
export const codeLockOf = (personId: string) => `code-lock:${personId}`;

export async function hasCode(personId: string): Promise<boolean> {
  const lock = await find('settings', codeLockOf(personId));
  return lock !== undefined && lock.value !== null;
}
