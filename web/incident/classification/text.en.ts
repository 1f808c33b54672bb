import type { nl } from './text.nl.ts';

export const en: typeof nl = {
  button: 'File it differently',
  title: 'How do you file this?',
  lead: 'What stands here now is kept. The tasks that are needed are added. The reporter sees that it is filed differently.',
  kind: 'What kind of report is it?',
  columns: 'What happened?',
  columnsHint: 'The most serious counts.',
  columnWords: {
    self_directed_emotion: 'Angry or sad about themselves',
    organisation_directed_emotion: 'Angry about rules or policy',
    verbal_aggression: 'Swearing or belittling',
    threat: 'Threatening or intimidating',
    physical_violence: 'Physical violence',
  },
  form: 'In which way?',
  formUnknown: 'We do not know',
  flags: 'Did anything else play a part?',
  cause: 'What was noticed about the person?',
  causeUnknown: 'Nothing chosen',
  reason: 'Why do you file it differently?',
  reasonHint: 'Whoever follows the dossier reads this. The reporter does not.',
  save: 'File it like this',
  done: 'It is filed differently. The tasks follow.',

  history: 'Filed differently before',
  change: (before, after) => `From ${before} to ${after}`,
  smaller: 'Something small changed',
  was: (what) => `Was: ${what}`,
  by: (name, when) => `${name}, ${when}`,
};
