import { findCitizenServiceNumbers } from '../../../contract/citizen-service-number.ts';

/** "brief 111222333.pdf": the file is wanted, the number in its name is not. A camera numbers its pictures, so this never refuses. */
export function withoutCitizenServiceNumbers(name: string): string {
  return findCitizenServiceNumbers(name).reduceRight(
    (masked, { index, length }) => masked.slice(0, index) + '*'.repeat(length) + masked.slice(index + length),
    name,
  );
}
