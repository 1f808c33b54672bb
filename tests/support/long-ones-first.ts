import { createHash } from 'node:crypto';
import path from 'node:path';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Each of these takes longer than ten others: begun last, one would keep a single worker busy while the other is idle. */
const LONG = [
  'tests/api/nonsense.test.ts',
  'tests/journeys/open-to-everybody.e2e.ts',
  'tests/operations/life-and-death.e2e.ts',
];

/** By chance, as the seed tells, so that no file leans on another; but the long ones first. */
export class LongOnesFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const { root, sequence } = this.ctx.config;
    const drawn = files.map((file) => ({ file, lot: lotOf(`${sequence.seed} ${path.relative(root, file.moduleId)}`) }));
    drawn.sort((one, other) => rankOf(one.file) - rankOf(other.file) || (one.lot < other.lot ? -1 : 1));
    return drawn.map(({ file }) => file);
  }
}

function rankOf({ moduleId }: TestSpecification): number {
  const at = LONG.findIndex((long) => moduleId.endsWith(long));
  return at < 0 ? LONG.length : at;
}

function lotOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
