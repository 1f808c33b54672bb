import type { HandOverOutcome, HandOverReason } from '../../../contract/incident-hand-overs.ts';

const why: Record<Exclude<HandOverOutcome, 'handed-over' | 'taken-back'>, string> = {
  'not-yours': 'Dit is niet of niet meer van jou.',
  'already-theirs': 'Deze collega heeft dit al.',
  'task-not-open': 'Deze taak is al klaar.',
  'not-taken-up': 'Nog niemand pakte dit op. De oproep gaat door tot iemand dat doet.',
  'incident-closed': 'Dit dossier is gesloten.',
  'incident-corrected': 'Deze melding is rechtgezet.',
  'may-not-have-it': 'Deze collega mag dit dossier niet zien.',
};

const reasons: Record<HandOverReason, string> = {
  away: 'Ik ben er een tijd niet',
  too_much: 'Het is te veel werk tegelijk',
  fits_better: 'Deze collega kan hier beter bij helpen',
  other_work: 'Ik krijg ander werk',
  agreed: 'Dat spraken we zo af',
};

/** Several tasks or dossiers to one colleague. */
export const nl = {
  start: 'Draag er meer tegelijk over',
  choose: (title: string) => `Kies: ${title}`,
  chooseColumn: 'Kies',
  bar: 'Wat je hebt gekozen',
  count: (count: number) => (count === 0 ? 'Kies wat je overdraagt' : `${count} gekozen`),
  full: 'Meer dan honderd gaat in één keer niet.',
  takeAll: (count: number) => `Alle ${count} op deze pagina`,
  stop: 'Stop met kiezen',
  handOver: 'Draag over aan…',
  title: {
    tasks: (count: number) =>
      count === 1 ? 'Aan wie draag je deze taak over?' : `Aan wie draag je ${count} taken over?`,
    dossiers: (count: number) =>
      count === 1 ? 'Aan wie draag je dit dossier over?' : `Aan wie draag je ${count} dossiers over?`,
  },
  lead: {
    tasks: 'Je collega krijgt één bericht en ziet wat voor deze taken nodig is.',
    dossiers: 'Je collega krijgt één bericht. De melder leest wie het nu heeft.',
  },
  to: 'Collega',
  toMissing: 'Kies aan wie je dit overdraagt.',
  mayHave: (count: number, all: number) => `Mag ${count} van de ${all} hebben`,
  nobody: 'Er is niemand die deze dossiers mag hebben. Vraag de coördinator.',
  reason: 'Waarom draag je dit over?',
  reasonMissing: 'Kies waarom je dit overdraagt.',
  reasons,
  save: 'Draag over',
  went: (count: number, name: string) =>
    count === 1 ? `Je droeg er 1 over aan ${name}` : `Je droeg er ${count} over aan ${name}`,
  nothingWent: 'Er ging niets over',
  stayed: (count: number) => (count === 1 ? 'Eén bleef waar het was:' : `Deze ${count} bleven waar ze waren:`),
  wentBack: (count: number) => (count === 1 ? 'Eén is weer terug' : `${count} zijn weer terug`),
  keptThere: (count: number, name: string) =>
    count === 1
      ? `Eén blijft bij ${name}: daar gebeurde al iets mee.`
      : `${count} blijven bij ${name}: daar gebeurde al iets mee.`,
  undo: (until: string) => `Maak ongedaan (kan tot ${until})`,
  close: 'Sluit dit bericht',
  why: { ...why, 'handed-over': '', 'taken-back': '' },
};
