import type { Text as Words } from '../../../contract/protocol.ts';
import { Field, FieldGroup } from '../../components/Field.tsx';
import { TextArea } from '../../components/TextArea.tsx';
import { TextInput } from '../../components/TextInput.tsx';
import { useProtocolText } from '../text.ts';
import { useFieldErrors } from './fieldErrors.tsx';
import { longestText } from './missing.ts';

interface BilingualFieldProps {
  /** The pointer of the contract with dashes; the languages are below it. */
  id: string;
  legend: string;
  hideLegend?: boolean;
  hint?: string;
  value: Words;
  onChange: (value: Words) => void;
  /** A text of more than a line. */
  long?: boolean;
}

/** One text in both languages, beside each other where there is room. */
export function BilingualField({ id, legend, hideLegend = false, hint, value, onChange, long }: BilingualFieldProps) {
  const { languages } = useProtocolText();
  const { errorAt } = useFieldErrors();
  return (
    <FieldGroup id={id} legend={legend} hideLegend={hideLegend} hint={hint}>
      <div className="both-languages">
        {(['nl', 'en'] as const).map((language) => {
          const control = {
            lang: language,
            value: value[language],
            onChange: ({ target }: { target: { value: string } }) => onChange({ ...value, [language]: target.value }),
          };
          return (
            <Field
              key={language}
              id={`${id}-${language}`}
              label={
                <>
                  <span className="visually-hidden">{legend}, </span>
                  <span className="both-languages__name">{languages[language]}</span>
                </>
              }
              error={errorAt(`${id}-${language}`)}
            >
              {long ? <TextArea {...control} rows={2} limit={longestText} /> : <TextInput {...control} />}
            </Field>
          );
        })}
      </div>
    </FieldGroup>
  );
}
