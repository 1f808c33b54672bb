import type { MatrixColumn } from '../../../contract/incident-words.ts';

export const nl = {
  button: 'Anders indelen',
  title: 'Hoe deel je dit in?',
  lead: 'Wat er nu staat, blijft bewaard. De taken die nodig zijn, komen erbij. De melder ziet dat het anders is ingedeeld.',
  kind: 'Wat voor melding is het?',
  columns: 'Wat gebeurde er?',
  columnsHint: 'Het zwaarste telt.',
  columnWords: {
    self_directed_emotion: 'Boos of verdrietig om zichzelf',
    organisation_directed_emotion: 'Boos op regels of beleid',
    verbal_aggression: 'Schelden of kleineren',
    threat: 'Bedreigen of intimideren',
    physical_violence: 'Fysiek geweld',
  } satisfies Record<MatrixColumn, string>,
  form: 'Op welke manier?',
  formUnknown: 'Dat weten we niet',
  flags: 'Speelde er nog iets mee?',
  cause: 'Wat viel op aan de persoon?',
  causeUnknown: 'Niets gekozen',
  reason: 'Waarom deel je het anders in?',
  reasonHint: 'Wie het dossier volgt, leest dit. De melder niet.',
  save: 'Deel het zo in',
  done: 'Het is anders ingedeeld. De taken passen zich aan.',

  history: 'Eerder anders ingedeeld',
  change: (before: string, after: string) => `Van ${before} naar ${after}`,
  smaller: 'Iets kleins veranderde',
  was: (what: string) => `Was: ${what}`,
  by: (name: string, when: string) => `${name}, ${when}`,
};
