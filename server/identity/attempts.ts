import { type Refused, refuse, type Tx } from '../platform/index.ts';
import { hashOf } from './secrets.ts';

/** How often something may be tried. Counted before anyone is known, also when it goes wrong. */
const limits = {
  // A whole town hall may come from one address, at half past eight.
  address: { tries: 600, minutes: 10 },
  'step-in': { tries: 3_000, minutes: 10 },
  email: { tries: 10, minutes: 15 },
  code: { tries: 6, minutes: 10 },
  password: { tries: 10, minutes: 15 },
  'set-up': { tries: 10, minutes: 15 },
  'talk-start': { tries: 30, minutes: 60 },
  'talk-code': { tries: 100, minutes: 10 },
  // Enough for a day of visits; too few to go through a street.
  'next-visit': { tries: 10, minutes: 60 },
  'guest-link': { tries: 100, minutes: 10 },
  'guest-send': { tries: 5, minutes: 15 },
  'guest-code': { tries: 6, minutes: 10 },
  // A mailbox of a bad year, sent one by one; and how many of those refused are put on record each.
  'mail-in': { tries: 200, minutes: 60 },
  'mail-refused': { tries: 50, minutes: 60 },
} as const;

/** Undefined while there are tries left. */
export async function countTry(
  tx: Tx,
  kind: keyof typeof limits,
  whoOrWhere: string,
): Promise<Refused<'too-many-tries'> | undefined> {
  const { tries, minutes } = limits[kind];
  const { wait } = await tx.row<{ wait: number }>(
    `select identity.count_attempt(decode($1, 'hex'), $2, $3, make_interval(mins => $4)) as wait`,
    [hashOf(`${kind}:${whoOrWhere}`), tx.now, tries, minutes],
  );
  return wait === 0 ? undefined : refuse('too-many-tries', { keep: true, facts: { waitSeconds: wait } });
}

/** A refusal after which the try still counts. */
export function refuseAndCount<Code extends string>(code: Code): Refused<Code> {
  return refuse(code, { keep: true });
}
