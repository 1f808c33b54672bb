/** What is not right yet, found here and not by the server: a press gets its answer at once. The server looks again. */
export interface Missing {
  /** The pointer of the contract with dashes: the id of the field. */
  readonly fieldId: string;
  readonly complaint: Complaint;
}

export type Complaint = 'dutch' | 'english' | 'tooLong' | 'number' | 'listEmpty' | 'twoChoices';

/** The contract keeps to the same. */
export const longestText = 1200;

/** Within what a number must lie, by the name that it has in the contract. */
const numbers: Readonly<Record<string, readonly [number, number]>> = {
  minutes: [5, 24 * 60],
  hours: [1, 28 * 24],
  days: [1, 400],
};

/** How many there must be of the lists that may not be empty. */
const fewest: Readonly<Record<string, readonly [number, Complaint]>> = {
  examples: [1, 'listEmpty'],
  steps: [1, 'listEmpty'],
  choices: [2, 'twoChoices'],
};

/** Goes through a norm matrix or a playbook, from top to bottom, and answers the fields in the order of the screen. */
export function missingIn(content: unknown, at = 'content'): Missing[] {
  if (Array.isArray(content)) return content.flatMap((item, place) => missingIn(item, `${at}-${place}`));
  if (typeof content !== 'object' || content === null) return [];
  if (isText(content)) return missingInText(content, at);
  return Object.entries(content).flatMap(([name, value]) => [
    ...missingInNumber(content, name, value, `${at}-${name}`),
    ...missingInList(name, value, `${at}-${name}`),
    ...missingIn(value, `${at}-${name}`),
  ]);
}

function missingInText(text: { nl: string; en: string }, at: string): Missing[] {
  return [...missingInLanguage(text.nl, `${at}-nl`, 'dutch'), ...missingInLanguage(text.en, `${at}-en`, 'english')];
}

function missingInLanguage(text: string, fieldId: string, whenEmpty: Complaint): Missing[] {
  if (!text.trim()) return [{ fieldId, complaint: whenEmpty }];
  return text.length > longestText ? [{ fieldId, complaint: 'tooLong' }] : [];
}

function missingInNumber(term: object, name: string, value: unknown, fieldId: string): Missing[] {
  const range = numbers[name];
  if (!range || typeof value !== 'number') return [];
  const [least, most] = [
    range[0],
    'kind' in term && term.kind === 'working_days' ? mostWorkingDays(fieldId) : range[1],
  ];
  return Number.isInteger(value) && value >= least && value <= most ? [] : [{ fieldId, complaint: 'number' }];
}

/** Talking to a colleague does not wait as long as a task may. */
function mostWorkingDays(fieldId: string): number {
  return fieldId.startsWith('content-contact-') ? 10 : 90;
}

function missingInList(name: string, value: unknown, fieldId: string): Missing[] {
  const rule = fewest[name];
  if (!rule || !Array.isArray(value)) return [];
  return value.length >= rule[0] ? [] : [{ fieldId, complaint: rule[1] }];
}

function isText(value: object): value is { nl: string; en: string } {
  return 'nl' in value && 'en' in value && typeof value.nl === 'string' && typeof value.en === 'string';
}
