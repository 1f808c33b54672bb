import { holdsCitizenServiceNumber } from '../../contract/citizen-service-number.ts';
import { isUuid } from '../platform/index.ts';
import type { Flaw } from './flaws.ts';

/**
 * Every text in a request that holds a citizen service number. It walks whatever it is given, so that a new field
 * cannot be forgotten; ids and moments are no texts of people.
 */
export function citizenServiceNumbersIn(value: unknown, path: readonly (string | number)[] = []): Flaw[] {
  if (typeof value === 'string') return holdsNumber(value) ? [{ path, code: 'citizen-service-number' }] : [];
  if (Array.isArray(value)) return value.flatMap((item, at) => citizenServiceNumbersIn(item, [...path, at]));
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).flatMap(([name, item]) => citizenServiceNumbersIn(item, [...path, name]));
  }
  return [];
}

function holdsNumber(text: string): boolean {
  return text.length > 7 && !isUuid(text.toLowerCase()) && !isMoment(text) && holdsCitizenServiceNumber(text);
}

function isMoment(text: string): boolean {
  return /^\d{4}-\d\d-\d\d(?:T[\d:.]+(?:Z|[+-]\d\d:\d\d)?)?$/.test(text);
}
