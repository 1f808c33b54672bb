import type { HandOverOutcome, HandOverReason } from '../../../contract/incident-hand-overs.ts';
import type { HandOverText } from './text.ts';

const why: Record<Exclude<HandOverOutcome, 'handed-over' | 'taken-back'>, string> = {
  'not-yours': 'This is not yours, or no longer.',
  'already-theirs': 'This colleague has it already.',
  'task-not-open': 'This task is finished already.',
  'not-taken-up': 'Nobody has taken this up yet. The call goes on until somebody does.',
  'incident-closed': 'This dossier is closed.',
  'incident-corrected': 'This report was set right.',
  'may-not-have-it': 'This colleague may not see this dossier.',
};

const reasons: Record<HandOverReason, string> = {
  away: 'I am away for a while',
  too_much: 'It is too much work at once',
  fits_better: 'This colleague can help better',
  other_work: 'I get other work',
  agreed: 'We agreed on that',
};

export const en: HandOverText = {
  start: 'Hand over several at once',
  choose: (title) => `Choose: ${title}`,
  chooseColumn: 'Choose',
  bar: 'What you have chosen',
  count: (count) => (count === 0 ? 'Choose what you hand over' : `${count} chosen`),
  full: 'More than a hundred do not go in one time.',
  takeAll: (count) => `All ${count} on this page`,
  stop: 'Stop choosing',
  handOver: 'Hand over to…',
  title: {
    tasks: (count) =>
      count === 1 ? 'To whom do you hand this task over?' : `To whom do you hand ${count} tasks over?`,
    dossiers: (count) =>
      count === 1 ? 'To whom do you hand this dossier over?' : `To whom do you hand ${count} dossiers over?`,
  },
  lead: {
    tasks: 'Your colleague gets one message and sees what these tasks need.',
    dossiers: 'Your colleague gets one message. Who reported it reads who has it now.',
  },
  to: 'Colleague',
  toMissing: 'Choose to whom you hand this over.',
  mayHave: (count, all) => `May have ${count} of the ${all}`,
  nobody: 'There is nobody who may have these dossiers. Ask the coordinator.',
  reason: 'Why do you hand this over?',
  reasonMissing: 'Choose why you hand this over.',
  reasons,
  save: 'Hand over',
  went: (count, name) => `You handed ${count} over to ${name}`,
  nothingWent: 'Nothing was handed over',
  stayed: (count) => (count === 1 ? 'One stayed where it was:' : `These ${count} stayed where they were:`),
  wentBack: (count) => (count === 1 ? 'One is back' : `${count} are back`),
  keptThere: (count, name) =>
    count === 1
      ? `One stays with ${name}: something was done with it.`
      : `${count} stay with ${name}: something was done with them.`,
  undo: (until) => `Undo (until ${until})`,
  close: 'Close this message',
  why: { ...why, 'handed-over': '', 'taken-back': '' },
};
