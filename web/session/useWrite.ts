import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import type { z } from 'zod';
import type { Endpoint } from '../../contract/endpoint.ts';
import type { FieldError as ShownFieldError } from '../components/ErrorSummary.tsx';
import { keepFocusOnPage } from '../components/titleFocus.ts';
import { formAtHand, typedTextIsSent } from '../components/typedText.ts';
import { useBilingual } from '../text/index.ts';
import { call, type InputOf } from './call.ts';
import { useAskWhoIsHere } from './me.tsx';
import { fieldIdOf, Problem } from './problem.ts';
import { useIdFor } from './useIdFor.ts';

export interface Write<Input, Answer> {
  /** The answer, or null when it did not work; then `problem` says why, and everything typed is still there. */
  send: (input: Input) => Promise<Answer | null>;
  isBusy: boolean;
  problem: Problem | null;
  /** For the error summary, in the language of the reader. Each leads to the field with that id. */
  fieldErrors: readonly ShownFieldError[];
  /** What to show at the field with this id: `<Field id="email" error={write.errorAt('email')} …>`. */
  errorAt: (fieldId: string) => string | undefined;
  clear: () => void;
}

/**
 * One thing that a person does. A second try of the same thing carries the same idempotency key, so that a lost answer never
 * means that it happens twice; something else, or the same again after it worked, is a new thing with a new key.
 */
export function useWrite<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, A extends z.ZodType>(
  descriptor: Endpoint<P, Q, B, A>,
): Write<InputOf<P, Q, B>, z.output<A>> {
  const queries = useQueryClient();
  const askWhoIsHere = useAskWhoIsHere();
  const say = useBilingual();
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const keyFor = useIdFor();
  const underWay = useRef(false);

  const send = useCallback(
    async (input: InputOf<P, Q, B>) => {
      if (underWay.current) return null;
      underWay.current = true;
      setBusy(true);
      setProblem(null);
      const key = keyFor(input);
      const form = formAtHand();
      try {
        const onlyLooks = descriptor.idempotency === 'none';
        const answer = await call(descriptor, input, onlyLooks ? {} : { idempotencyKey: key.value });
        key.spend();
        if (!onlyLooks) typedTextIsSent(form);
        await queries.invalidateQueries();
        keepFocusOnPage();
        return answer;
      } catch (failure) {
        if (!(failure instanceof Problem)) throw failure;
        if (failure.kind !== 'unreachable' && failure.kind !== 'broken') key.spend();
        setProblem(failure);
        if (failure.kind === 'signed-out') askWhoIsHere();
        return null;
      } finally {
        underWay.current = false;
        setBusy(false);
      }
    },
    [descriptor, queries, keyFor, askWhoIsHere],
  );

  const fieldErrors = (problem?.errors ?? []).map((error) => ({
    fieldId: fieldIdOf(error.pointer),
    message: say(error),
  }));
  return {
    send,
    isBusy,
    problem,
    fieldErrors,
    errorAt: (fieldId) => fieldErrors.find((error) => error.fieldId === fieldId)?.message,
    clear: () => setProblem(null),
  };
}
