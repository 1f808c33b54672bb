import { fieldError, HttpFailure } from '../platform/index.ts';
import { type Flawed, flawSentences, isFlawed } from './flaws.ts';

/** At the edge: what a use case found wrong becomes the same answer as what the schema finds, all fields together. */
export function rejectFlaws<Outcome>(outcome: Outcome | Flawed): Outcome {
  if (!isFlawed(outcome)) return outcome as Outcome;
  const errors = outcome.flaws.map(({ path, code }) => fieldError('body', path, code, flawSentences[code]));
  throw new HttpFailure('invalid-input', { errors });
}
