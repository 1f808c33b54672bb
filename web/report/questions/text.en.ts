import type { nl } from './text.nl.ts';

export const en: typeof nl = {
  title: 'A few more questions',
  page: (at, of) => `Part ${at} of ${of}`,
  lead: 'Feel free to skip what you do not know. Every answer is kept at once.',
  kept: 'Kept.',
  keeping: 'Keeping it.',
  next: 'Next',
  done: 'Done',
  takeBack: 'Take this answer away',
  notANumber: 'Fill in a whole number, or leave this empty.',
  yesNo: { yes: 'Yes', no: 'No', unknown: 'I don’t know' },
};
