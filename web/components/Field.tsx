import { createContext, type ReactNode, useContext } from 'react';
import { classes } from './classes.ts';
import { useComponentText } from './text.ts';
import './Field.css';

interface FieldProps {
  /** Also the anchor of the error summary. For a form it is the pointer of the contract: `/people/0/name` is `people-0-name`. */
  id: string;
  label: ReactNode;
  hint?: ReactNode;
  error?: string | undefined;
  optional?: boolean;
  children: ReactNode;
}

/** What a control inside a field needs to be found, named and explained. */
interface ControlOfField {
  id: string;
  'aria-describedby'?: string;
  'aria-invalid'?: true;
}

const FieldContext = createContext<ControlOfField | null>(null);

/** Given to the control itself; a control outside a field names itself with its own props. */
export function useField(): Partial<ControlOfField> {
  return useContext(FieldContext) ?? {};
}

/** One question with one answer: label, hint, what to look at again, and the control between them. */
export function Field({ id, label, hint, error, optional, children }: FieldProps) {
  const text = useComponentText();
  return (
    <div className={classes('utrecht-form-field field', error && 'utrecht-form-field--invalid field--invalid')}>
      <label className="utrecht-form-label field__label" htmlFor={id}>
        {label}
        {optional && <span className="field__optional"> {text.optional}</span>}
      </label>
      <FieldNotes id={id} hint={hint} error={error} />
      <FieldContext value={controlOf(id, hint, error)}>{children}</FieldContext>
    </div>
  );
}

interface FieldGroupProps extends Omit<FieldProps, 'label'> {
  legend: ReactNode;
  /** The question is the heading of the page already: keep it for screen readers only. */
  hideLegend?: boolean;
}

/** One question with several controls: choices, or a date in three parts. */
export function FieldGroup({ id, legend, hideLegend, hint, error, optional, children }: FieldGroupProps) {
  const text = useComponentText();
  const { 'aria-describedby': describedBy } = controlOf(id, hint, error);
  return (
    <fieldset
      id={id}
      tabIndex={-1}
      className={classes('field', error && 'field--invalid')}
      aria-describedby={describedBy}
    >
      <legend className={hideLegend ? 'visually-hidden' : 'utrecht-form-label field__label field__legend'}>
        {legend}
        {optional && <span className="field__optional"> {text.optional}</span>}
      </legend>
      <FieldNotes id={id} hint={hint} error={error} />
      <FieldContext value={null}>{children}</FieldContext>
    </fieldset>
  );
}

function FieldNotes({ id, hint, error }: { id: string; hint?: ReactNode; error?: string | undefined }) {
  const text = useComponentText();
  return (
    <>
      {hint && (
        <div id={`${id}-hint`} className="utrecht-form-field-description field__hint">
          {hint}
        </div>
      )}
      {error && (
        <div id={`${id}-error`} className="utrecht-form-field-error-message field__error">
          <span className="visually-hidden">{text.errorPrefix} </span>
          {error}
        </div>
      )}
    </>
  );
}

function controlOf(id: string, hint: ReactNode, error: string | undefined): ControlOfField {
  const notes = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return { id, ...(notes && { 'aria-describedby': notes }), ...(error && { 'aria-invalid': true }) };
}
