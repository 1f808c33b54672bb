import { hashKey } from '@tanstack/react-query';

/** Whether two contents say the same, in whatever order the database gave back their parts. */
export function isSame(one: unknown, other: unknown): boolean {
  return hashKey([one]) === hashKey([other]);
}
