import type { NotesText } from './text.ts';

export const en: NotesText = {
  title: 'Notes',
  lead: 'What you did not have to report. There is never a name in it.',
  scope: 'Which notes',
  scopes: { mine: 'Mine', organisation: 'Whole organisation' },
  columns: { what: 'What', when: 'When', where: 'Where', team: 'Team', act: 'Action' },
  caption: 'Notes, the newest first',
  corrected: 'stopped when addressed',
  remove: 'Remove',
  removed: 'The note is gone.',
  emptyTitle: 'No notes yet',
  empty: 'You make a note while reporting, when a report is not needed.',
  what: {
    self_directed_emotion: 'Angry or sad about themselves',
    organisation_directed_emotion: 'Angry about rules',
    verbal_aggression: 'Abuse or belittling',
    threat: 'Threat',
    physical_violence: 'Violence',
  },
};
