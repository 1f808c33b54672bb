import type { MatrixColumnContent } from '../../../contract/protocol.ts';
import { approaches } from '../../../contract/protocol-words.ts';
import { Field } from '../../components/Field.tsx';
import { Select } from '../../components/Select.tsx';
import { useBilingual } from '../../text/index.ts';
import { BilingualField } from '../editing/BilingualField.tsx';
import { Foldable } from '../editing/Foldable.tsx';
import { newCode } from '../editing/lists.ts';
import { TextLines } from '../editing/TextLines.tsx';
import { useProtocolText } from '../text.ts';

interface ColumnFieldsProps {
  column: MatrixColumnContent;
  at: number;
  onChange: (column: MatrixColumnContent) => void;
}

const mostExamples = 20;
const mostSteps = 10;
const nothing = () => ({ nl: '', en: '' });

/** One column: its words, its examples and what you do. Which column it is, stays. */
export function ColumnFields({ column, at, onChange }: ColumnFieldsProps) {
  const { matrix } = useProtocolText();
  const { fields: text } = matrix;
  const say = useBilingual();
  const id = `content-columns-${at}`;
  const change = (changes: Partial<MatrixColumnContent>) => onChange({ ...column, ...changes });
  return (
    <Foldable id={id} place={at + 1} headingLevel={2} title={say(column.title)} note={say(column.approachTitle)}>
      <BilingualField
        id={`${id}-title`}
        legend={text.title}
        value={column.title}
        onChange={(title) => change({ title })}
      />
      <BilingualField
        id={`${id}-recognise`}
        legend={text.recognise}
        long
        value={column.recognise}
        onChange={(recognise) => change({ recognise })}
      />
      <TextLines
        id={`${id}-examples`}
        legend={text.examples}
        nameOf={text.example}
        addLabel={text.addExample}
        lines={column.examples}
        textOf={(example) => example.text}
        withText={(example, words) => ({ ...example, text: words })}
        textName="text"
        newLine={() => ({ code: newCode(), text: nothing() })}
        most={mostExamples}
        onChange={(examples) => change({ examples })}
      />
      <BilingualField
        id={`${id}-norm`}
        legend={text.norm}
        long
        value={column.norm}
        onChange={(norm) => change({ norm })}
      />
      <Field id={`${id}-approach`} label={text.approach}>
        <Select
          value={column.approach}
          onChange={(approach) => change({ approach: approach || column.approach })}
          options={approaches.map((value) => ({ value, label: matrix.approaches[value] }))}
        />
      </Field>
      <BilingualField
        id={`${id}-approachTitle`}
        legend={text.approachTitle}
        value={column.approachTitle}
        onChange={(approachTitle) => change({ approachTitle })}
      />
      <TextLines
        id={`${id}-steps`}
        legend={text.steps}
        nameOf={text.step}
        addLabel={text.addStep}
        lines={column.steps}
        textOf={(step) => step}
        withText={(_step, words) => words}
        newLine={nothing}
        most={mostSteps}
        onChange={(steps) => change({ steps })}
      />
      <BilingualField
        id={`${id}-reporting`}
        legend={text.reporting}
        long
        value={column.reporting}
        onChange={(reporting) => change({ reporting })}
      />
    </Foldable>
  );
}
