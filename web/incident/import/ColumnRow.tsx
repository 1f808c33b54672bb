import { useId } from 'react';
import type { ImportColumn } from '../../../contract/import.ts';
import { type ImportTarget, importTargets, type ValueTarget, valueTargets } from '../../../contract/import-words.ts';
import { Disclosure } from '../../components/Disclosure.tsx';
import { Select } from '../../components/Select.tsx';
import { Text } from '../../components/Text.tsx';
import { useImportText } from './text.ts';
import { useCodeChoices } from './useCodeChoices.ts';

interface ColumnRowProps {
  column: ImportColumn;
  target: ImportTarget;
  codes: Readonly<Record<string, string>>;
  onTarget: (target: ImportTarget) => void;
  /** Undefined: not chosen yet. */
  onCode: (value: string, code: string | undefined) => void;
}

/** One column of the file with a glimpse of what is in it. */
export function ColumnRow({ column, target, codes, onTarget, onCode }: ColumnRowProps) {
  const text = useImportText();
  const id = useId();
  const { header, examples } = column;
  const glimpse = examples.length > 0 ? text.examples(examples.join(' · ')) : text.noExamples;
  return (
    <div className="import-column">
      <label className="import-column__name" htmlFor={id}>
        {header}
        <span className="import-column__examples soft small">{glimpse}</span>
      </label>
      <Select
        id={id}
        value={target}
        onChange={(chosen) => onTarget(chosen || 'leave_out')}
        options={importTargets
          .filter((value) => value !== 'leave_out')
          .map((value) => ({ value, label: text.targets[value] }))}
        emptyLabel={text.targets.leave_out}
        width="full"
      />
      {isValueTarget(target) && <Values column={column} target={target} codes={codes} onCode={onCode} />}
    </div>
  );
}

function isValueTarget(target: ImportTarget): target is ValueTarget {
  return (valueTargets as readonly string[]).includes(target);
}

interface ValuesProps extends Pick<ColumnRowProps, 'column' | 'codes' | 'onCode'> {
  target: ValueTarget;
}

const UNCHOSEN = '';
const NOTHING_TAKEN = 'nothing';

function Values({ column: { header, values }, target, codes, onCode }: ValuesProps) {
  const text = useImportText();
  const choices = useCodeChoices(target);
  const id = useId();
  if (values === null) return <Text className="import-column__values">{text.tooManyValues}</Text>;
  const left = values.filter(({ value }) => codes[value] === undefined).length;
  return (
    <div className="import-column__values">
      <Disclosure
        open={left > 0}
        summary={`${text.values(header)} ${left > 0 ? text.valuesLeft(left) : text.valuesDone}`}
      >
        {values.map(({ value, count }, at) => (
          <div key={value} className="import-value">
            <label htmlFor={`${id}-${at}`}>
              {value} <span className="soft small">{text.valueCount(count)}</span>
            </label>
            <Select
              id={`${id}-${at}`}
              value={shownCode(codes[value])}
              onChange={(code) => onCode(value, keptCode(code))}
              options={[...choices, { value: NOTHING_TAKEN, label: text.nothing }]}
              emptyLabel={text.notChosen}
              width="full"
            />
          </div>
        ))}
      </Disclosure>
    </div>
  );
}

function shownCode(code: string | undefined): string {
  if (code === undefined) return UNCHOSEN;
  return code === '' ? NOTHING_TAKEN : code;
}

function keptCode(shown: string): string | undefined {
  if (shown === UNCHOSEN) return undefined;
  return shown === NOTHING_TAKEN ? '' : shown;
}
