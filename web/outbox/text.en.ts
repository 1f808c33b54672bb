import type { nl } from './text.nl.ts';

export const en: typeof nl = {
  unsent: (count: number) =>
    count === 1 ? 'You have a report that was not sent yet.' : `You have ${count} reports that were not sent yet.`,
  look: 'Look',
};
