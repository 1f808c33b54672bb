import { vocabularyFlawSentences, whyItStays, wordsOf } from '../../../contract/vocabulary-flaws.ts';
import { builtInCodes, isOwnCode, type Vocabulary, type Word } from '../../../contract/vocabulary-words.ts';
import { Checkbox } from '../../components/Checkbox.tsx';
import { Field } from '../../components/Field.tsx';
import { Select } from '../../components/Select.tsx';
import { Stack } from '../../components/Stack.tsx';
import { Text } from '../../components/Text.tsx';
import { TextInput } from '../../components/TextInput.tsx';
import { useBilingual } from '../../text/index.ts';
import { BilingualField } from '../editing/BilingualField.tsx';
import { useFieldErrors } from '../editing/fieldErrors.tsx';
import { useWordsText } from './text.ts';
import { useNameOf } from './useNameOf.ts';

interface WordFieldsProps {
  id: string;
  list: Vocabulary;
  word: Word;
  /** Not in force yet: what it counts as may still be chosen. */
  isNew: boolean;
  onChange: (word: Word) => void;
}

/** One word: what it is called, what it counts as, the code of the organisation, and whether it is still offered. */
export function WordFields(props: WordFieldsProps) {
  const { id, word, onChange } = props;
  const { fields } = useWordsText();
  const { errorAt } = useFieldErrors();
  return (
    <Stack gap="l">
      <CalledFields {...props} />
      {isOwnCode(word.code) && <CountsAsField {...props} />}
      <Field
        id={`${id}-ownCode`}
        label={fields.ownCode}
        hint={fields.ownCodeHint}
        error={errorAt(`${id}-ownCode`)}
        optional
      >
        <TextInput
          maxLength={40}
          autoComplete="off"
          value={word.ownCode ?? ''}
          onChange={({ target }) => onChange({ ...word, ownCode: target.value || null })}
        />
      </Field>
      {!props.isNew && <RetireField {...props} />}
    </Stack>
  );
}

function CalledFields({ id, list, word, onChange }: WordFieldsProps) {
  const { fields } = useWordsText();
  const { label } = word;
  const isOwn = isOwnCode(word.code);
  return (
    <>
      {!isOwn && (
        <Checkbox
          id={`${id}-otherwise`}
          checked={label !== null}
          onChange={(otherwise) => onChange({ ...word, label: otherwise ? wordsOf(list, word) : null })}
          hint={fields.otherwiseHint}
        >
          {fields.otherwise}
        </Checkbox>
      )}
      {label !== null && (
        <BilingualField
          id={`${id}-label`}
          legend={fields.label}
          value={label}
          onChange={(called) => onChange({ ...word, label: called })}
        />
      )}
    </>
  );
}

/** Once it is in force it stays: old dossiers were judged by it. */
function CountsAsField({ id, list, word, isNew, onChange }: WordFieldsProps) {
  const text = useWordsText();
  const { builtInName } = useNameOf(list);
  const { errorAt } = useFieldErrors();
  if (!isNew) return word.countsAs && <Text soft>{text.countsAs(builtInName(word.countsAs))}</Text>;
  return (
    <Field
      id={`${id}-countsAs`}
      label={text.fields.countsAs}
      hint={text.fields.countsAsHint}
      error={errorAt(`${id}-countsAs`)}
    >
      <Select
        value={word.countsAs ?? ''}
        onChange={(countsAs) => onChange({ ...word, countsAs: countsAs || null })}
        options={builtInCodes[list].map((value: string) => ({ value, label: builtInName(value) }))}
      />
    </Field>
  );
}

/** Where it cannot be, the reason stands in its place. */
function RetireField({ id, list, word, onChange }: WordFieldsProps) {
  const { fields } = useWordsText();
  const say = useBilingual();
  const stays = whyItStays(list, word.code);
  if (stays) return <Text soft>{say(vocabularyFlawSentences[stays])}</Text>;
  return (
    <Checkbox
      id={`${id}-isRetired`}
      checked={word.isRetired}
      onChange={(isRetired) => onChange({ ...word, isRetired })}
      hint={fields.retireHint}
    >
      {fields.retire}
    </Checkbox>
  );
}
