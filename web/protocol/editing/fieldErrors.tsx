import { createContext, type ReactNode, useContext, useMemo } from 'react';
import type { FieldError } from '../../components/ErrorSummary.tsx';

interface FieldErrorsHere {
  errorAt: (fieldId: string) => string | undefined;
  /** Whether something below this part of the form needs another look: then it is not folded. */
  isWrongBelow: (id: string) => boolean;
}

const FieldErrors = createContext<FieldErrorsHere>({ errorAt: () => undefined, isWrongBelow: () => false });

/** What needs another look, for fields that lie many levels down in a form. */
export function WithFieldErrors({ errors, children }: { errors: readonly FieldError[]; children: ReactNode }) {
  const here = useMemo<FieldErrorsHere>(
    () => ({
      errorAt: (id) => errors.find(({ fieldId }) => fieldId === id)?.message,
      isWrongBelow: (id) => errors.some(({ fieldId }) => fieldId.startsWith(`${id}-`)),
    }),
    [errors],
  );
  return <FieldErrors value={here}>{children}</FieldErrors>;
}

export function useFieldErrors(): FieldErrorsHere {
  return useContext(FieldErrors);
}
