import type { PersonRef } from '../../contract/incident.ts';
import { colleagueRef } from '../organisation/index.ts';

export interface Named {
  readonly id: string;
  readonly givenName: string;
  readonly familyName: string;
}

export function refOf(person: Named): PersonRef;
export function refOf(person: Named | null): PersonRef | null;
export function refOf(person: Named | null): PersonRef | null {
  return person && colleagueRef(person);
}
