import type { RecordField } from '../../../contract/protocol.ts';

/** What was filled in when a task was done, by the name of the field. */
export type TaskRecord = Readonly<Record<string, string | boolean>>;

/** The fields that are missing, unknown or not of their kind; empty when the record is complete. */
export function problemsIn(record: TaskRecord, fields: readonly RecordField[]): string[] {
  const unknown = Object.keys(record).filter((name) => !fields.some((field) => field.name === name));
  const wrong = fields.filter((field) => !isFilledIn(record[field.name], field)).map(({ name }) => name);
  return [...wrong, ...unknown];
}

function isFilledIn(value: string | boolean | undefined, field: RecordField): boolean {
  if (value === undefined || value === '') return field.optional;
  switch (field.kind) {
    case 'yesNo':
      return typeof value === 'boolean';
    case 'date':
      return typeof value === 'string' && isDate(value);
    case 'choice':
      return field.choices.some((choice) => choice.value === value);
    case 'text':
    case 'longText':
      return typeof value === 'string' && value.trim() !== '';
  }
}

/** 30 February matches the pattern and is no date. */
function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T12:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
