import { ErrorSummary } from '../components/ErrorSummary.tsx';
import { ProblemView, type ShownProblem } from '../components/ProblemView.tsx';
import { useBilingual } from '../text/index.ts';
import type { Problem } from './problem.ts';
import type { Write } from './useWrite.ts';

/** A problem in the language of the reader. */
export function useShownProblem(problem: Problem | null | undefined): ShownProblem | null {
  const say = useBilingual();
  return problem ? { kind: problem.kind, sentence: say(problem), reference: problem.reference } : null;
}

/** Above a form: which fields need another look, or else why it could not be done. */
export function WriteProblem({ of: write }: { of: Pick<Write<never, unknown>, 'problem' | 'fieldErrors'> }) {
  const shown = useShownProblem(write.problem);
  if (write.fieldErrors.length > 0) return <ErrorSummary errors={write.fieldErrors} />;
  return shown && <ProblemView problem={shown} />;
}
