import type { WorkText } from './text.ts';

export const en: WorkText = {
  title: 'My work',
  lead: 'All that you have to do, the most urgent first.',
  show: 'Show',
  shows: { open: 'All that is open', today: 'Today', overdue: 'Overdue', finished: 'Done' },
  emptyTitle: 'Nothing is waiting for you',
  empty: 'When a task comes, you will hear.',
  emptyFinished: 'You have finished nothing yet.',
  waitingTitle: 'This report waits for you',
  waiting: 'Call your colleague. Take the report up, then everybody knows that you do it.',
  open: 'Open the report',
};
