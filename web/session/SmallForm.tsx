import type { FormEvent, ReactNode } from 'react';
import { Button } from '../components/Button.tsx';
import { ErrorSummary, type FieldError } from '../components/ErrorSummary.tsx';
import { Row, Stack } from '../components/Stack.tsx';
import { WriteProblem } from './ShownProblem.tsx';
import type { Write } from './useWrite.ts';

interface SmallFormProps {
  of: Pick<Write<never, unknown>, 'problem' | 'fieldErrors' | 'isBusy'>;
  /** What is missing before it can be sent, found here and not by the server. */
  missing?: readonly FieldError[];
  /** What the button does. */
  submit: string;
  onSubmit: () => void;
  /** A second way out beside the button. */
  beside?: ReactNode;
  children: ReactNode;
}

/** A few questions and one button: what needs another look above, nothing typed ever lost. */
export function SmallForm({ of: write, missing = [], submit, onSubmit, beside, children }: SmallFormProps) {
  function send(event: FormEvent) {
    event.preventDefault();
    onSubmit();
  }
  return (
    <form noValidate onSubmit={send}>
      <Stack gap="l">
        {missing.length > 0 ? <ErrorSummary errors={missing} /> : <WriteProblem of={write} />}
        {children}
        <Row>
          <Button type="submit" busy={write.isBusy}>
            {submit}
          </Button>
          {beside}
        </Row>
      </Stack>
    </form>
  );
}
