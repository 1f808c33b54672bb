import type { BodyOf } from '../../../contract/endpoint.ts';
import type { addToNote as endpoint } from '../../../contract/incident.ts';
import type { Vault } from '../../platform/index.ts';
import { plainLetters } from '../rules/plain-letters.ts';

export type Marks = NonNullable<BodyOf<typeof endpoint>['marks']>;
export type MarkKind = keyof Marks;

export interface MarkPrint {
  readonly kind: MarkKind;
  readonly fingerprint: Buffer;
}

/**
 * What is kept of the marks somebody chose: per mark one fingerprint, under a key that is not in the database. The same mark
 * of the same kind gives the same fingerprint, and nobody can make a mark of it again.
 */
export function printsOf(vault: Pick<Vault, 'blindIndex'>, employerId: string, marks: Marks): MarkPrint[] {
  return kinds.flatMap((kind) => {
    const text = canonical(kind, marks[kind] ?? '');
    return text === '' ? [] : [{ kind, fingerprint: fingerprintOf(vault, employerId, { kind, text }) }];
  });
}

/** Of a mark in its one spelling: a note and a report that tell the same give the same. */
export function fingerprintOf(
  vault: Pick<Vault, 'blindIndex'>,
  employerId: string,
  { kind, text }: { readonly kind: MarkKind; readonly text: string },
): Buffer {
  return vault.blindIndex(employerId, `note mark ${kind} ${text}`);
}

const kinds: readonly MarkKind[] = ['initials', 'number', 'plate', 'appearance'];

/** "J. K." is "jk", and "12-ABC-3" is "12abc3"; how somebody looked stays words. */
function canonical(kind: MarkKind, text: string): string {
  const between = kind === 'appearance' ? ' ' : '';
  return plainLetters(text)
    .replace(/[^\p{Letter}\p{Number}]+/gu, between)
    .trim();
}
