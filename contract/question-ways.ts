import { choosable, numberLimits } from './question-rules.ts';
import type { AskedQuestion, QuestionCondition } from './questions.ts';

/** `unsure`: there are more ways to try than anybody could keep in mind, so nobody should have to. */
export type Reach = 'yes' | 'never' | 'unsure';

/** What must be so of the answers on the way to a question: which values are left, or within what a number must lie. */
interface Wanted {
  readonly values?: readonly string[];
  readonly least?: number;
  readonly most?: number;
}
type Needed = ReadonlyMap<string, Wanted>;

/** More than this many tries is no questionnaire any more. */
const mostTries = 20_000;

/**
 * Whether answers exist with which this question is shown. It walks back from the question: each condition asks that the
 * question before it is shown and answered so, and where one of several is enough, each is tried in turn.
 */
export function canBeShown(questions: readonly AskedQuestion[], question: AskedQuestion): Reach {
  const search = { byCode: new Map(questions.map((each) => [each.code, each])), tries: 0 };
  const found = reach(search, [question.code], { needed: new Map(), arranged: new Set() });
  if (found) return 'yes';
  return search.tries >= mostTries ? 'unsure' : 'never';
}

interface Search {
  readonly byCode: ReadonlyMap<string, AskedQuestion>;
  tries: number;
}

interface SoFar {
  readonly needed: Needed;
  /** Questions of which is known how they come to be shown. */
  readonly arranged: ReadonlySet<string>;
}

/** `open`: questions that must be shown, and of which that may not have been arranged yet. */
function reach(search: Search, open: readonly string[], { needed, arranged: before }: SoFar): boolean {
  const [code, ...rest] = open;
  if (code === undefined) return true;
  if (before.has(code)) return reach(search, rest, { needed, arranged: before });
  if (++search.tries >= mostTries) return false;
  const question = search.byCode.get(code);
  if (question === undefined) return false;
  const { showWhen } = question;
  const arranged = new Set(before).add(code);
  if (showWhen === null) return reach(search, rest, { needed, arranged });
  const ways = showWhen.match === 'all' ? [showWhen.conditions] : showWhen.conditions.map((condition) => [condition]);
  return ways.some((way) => {
    const narrowed = withAll(search, needed, way);
    return (
      narrowed !== null && reach(search, [...rest, ...way.map((one) => one.question)], { needed: narrowed, arranged })
    );
  });
}

/** Null when they cannot be true together. */
function withAll(search: Search, needed: Needed, way: readonly QuestionCondition[]): Needed | null {
  let narrowed: Needed | null = needed;
  for (const condition of way) {
    const question = search.byCode.get(condition.question);
    if (question === undefined || narrowed === null) return null;
    narrowed = withOne(narrowed, question, condition);
  }
  return narrowed;
}

function withOne(needed: Needed, question: AskedQuestion, condition: QuestionCondition): Needed | null {
  const wanted = needed.get(question.code) ?? beginning(question);
  const narrowed = narrow(wanted, question, condition);
  return isPossible(narrowed) ? new Map(needed).set(question.code, narrowed) : null;
}

function beginning(question: AskedQuestion): Wanted {
  if (question.kind === 'number') {
    return { least: question.least ?? numberLimits.least, most: question.most ?? numberLimits.most };
  }
  return question.kind === 'choice' || question.kind === 'yesNo' ? { values: choosable(question) } : {};
}

function narrow(wanted: Wanted, question: AskedQuestion, condition: QuestionCondition): Wanted {
  if (condition.kind === 'between') {
    return {
      least: Math.max(wanted.least ?? numberLimits.least, condition.least ?? numberLimits.least),
      most: Math.min(wanted.most ?? numberLimits.most, condition.most ?? numberLimits.most),
    };
  }
  // Of several choices each can be ticked, so one wish never stands in the way of another.
  if (condition.kind === 'answered' || question.kind === 'choices') return wanted;
  return { values: (wanted.values ?? []).filter((value) => condition.values.includes(value)) };
}

function isPossible({ values, least, most }: Wanted): boolean {
  return (values === undefined || values.length > 0) && (least === undefined || most === undefined || least <= most);
}
