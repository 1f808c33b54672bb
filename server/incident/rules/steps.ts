import type { HandOverReason } from '../../../contract/incident-hand-overs.ts';
import type { CorrectionReason, DeferralReason } from '../../../contract/incident-words.ts';
import type { Words } from '../../../contract/protocol-words.ts';

/**
 * What happened on a dossier, in the words of whoever reads it: "Henk heeft je gesproken", "Je hebt Fatima gesproken".
 * Kept are codes and ids; the sentence is made when it is read, in the reader's language and from the reader's side.
 */
export interface StepFacts {
  /** Who did it, as this reader may know them; null when the program did. */
  readonly who: Words | null;
  readonly isByReader: boolean;
  /** Whom it concerns; null when there is nobody, or nobody this reader may know. */
  readonly whom: Words | null;
  readonly isToReader: boolean;
  /** The reader is the one who reported it. */
  readonly isOwnReport: boolean;
  /** When people look again at what was put off: "morgen", "op 4 december"; see `dayInWords`. */
  readonly when: Words | null;
  /** The title of the task, or the reason of a deferral or correction. */
  readonly what: Words | null;
  /** Why something was handed over. */
  readonly why?: Words | null;
}

/** Everything that is told on a dossier. Kept in the database: a kind may be added, never renamed. */
export const stepKinds = [
  'reported',
  'imported',
  'told',
  'read',
  'taken_up',
  'handed_over',
  'taken_back',
  'contact_tried',
  'contact_made',
  'chain_moved_on',
  'details_added',
  'addendum_added',
  'attachment_added',
  'attachment_hidden',
  'series_added',
  'summary_asked',
  'summary_shared',
  'summary_withdrawn',
  'approach_agreed',
  'approach_ended',
  'person_added',
  'account_asked',
  'account_given',
  'account_declined',
  'task_added',
  'task_done',
  'task_dropped',
  'task_handed_over',
  'task_taken_back',
  'task_returned',
  'task_reopened',
  'response_sent',
  'response_deferred',
  'response_overdue',
  'closed',
  'reopened',
  'corrected',
  'joined',
  'separated',
  'reclassified',
  'withdrawn',
  'withdrawal_taken_back',
  'withdrawal_continued',
] as const;
export type StepKind = (typeof stepKinds)[number];

export function stepInWords(kind: StepKind, facts: StepFacts): Words {
  const sentence = sentences[kind];
  return { nl: capitalised(sentence.nl(tellingIn('nl', facts))), en: capitalised(sentence.en(tellingIn('en', facts))) };
}

/** The parts of a sentence that depend on who reads it. */
interface Telling {
  /** "Henk heeft", "je hebt", "we hebben" */
  readonly has: string;
  /** "Fatima", "je", "je collega" */
  readonly whom: string;
  /** "Fatima heeft", "je hebt" */
  readonly whomHas: string;
  /** "je melding", "de melding" */
  readonly report: string;
  readonly when: string;
  readonly what: string;
  readonly why: string;
}

type Sentence = { readonly nl: (tell: Telling) => string; readonly en: (tell: Telling) => string };

const sentences = {
  reported: { nl: (t) => `${t.has} dit gemeld.`, en: (t) => `${t.has} reported this.` },
  imported: {
    nl: (t) => `${t.has} dit uit een ouder register overgenomen.`,
    en: (t) => `${t.has} taken this over from an older register.`,
  },
  told: { nl: (t) => `${t.whomHas} bericht gekregen.`, en: (t) => `${t.whomHas} been told.` },
  read: { nl: (t) => `${t.has} ${t.report} gelezen.`, en: (t) => `${t.has} read ${t.report}.` },
  taken_up: { nl: (t) => `${t.has} dit opgepakt.`, en: (t) => `${t.has} taken this up.` },
  handed_over: {
    nl: (t) => `${t.has} dit overgedragen aan ${t.whom}. ${t.why}`,
    en: (t) => `${t.has} handed this over to ${t.whom}. ${t.why}`,
  },
  taken_back: {
    nl: (t) => `${t.has} dit teruggenomen van ${t.whom}.`,
    en: (t) => `${t.has} taken this back from ${t.whom}.`,
  },
  contact_tried: {
    nl: (t) => `${t.has} geprobeerd om ${t.whom} te bereiken.`,
    en: (t) => `${t.has} tried to reach ${t.whom}.`,
  },
  contact_made: { nl: (t) => `${t.has} ${t.whom} gesproken.`, en: (t) => `${t.has} spoken to ${t.whom}.` },
  chain_moved_on: {
    nl: () => 'Er was nog geen contact. Daarom hoort ook de volgende het.',
    en: () => 'There was no contact yet. So the next one is told too.',
  },
  details_added: { nl: (t) => `${t.has} meer verteld.`, en: (t) => `${t.has} told more.` },
  addendum_added: { nl: (t) => `${t.has} iets toegevoegd.`, en: (t) => `${t.has} added something.` },
  attachment_added: { nl: (t) => `${t.has} bestanden toegevoegd.`, en: (t) => `${t.has} added files.` },
  attachment_hidden: {
    nl: (t) => `${t.has} een bestand uit het zicht gehaald.`,
    en: (t) => `${t.has} taken a file out of sight.`,
  },
  series_added: {
    nl: (t) => `${t.has} verteld wat er nog meer gebeurde.`,
    en: (t) => `${t.has} told what else happened.`,
  },
  summary_asked: {
    nl: (t) => `${t.has} een tekst voor het team geschreven. Wie het overkwam, kijkt eerst mee.`,
    en: (t) => `${t.has} written a text for the team. Those it happened to read it first.`,
  },
  summary_shared: {
    nl: () => 'De tekst voor het team is goed. Het team kan hem nu lezen.',
    en: () => 'The text for the team is good. The team can read it now.',
  },
  summary_withdrawn: {
    nl: () => 'De tekst voor het team is niet meer te lezen.',
    en: () => 'The text for the team can no longer be read.',
  },
  approach_agreed: {
    nl: (t) => `${t.has} vastgelegd hoe collega’s deze persoon weer ontmoeten.`,
    en: (t) => `${t.has} put on record how colleagues meet this person again.`,
  },
  approach_ended: {
    nl: (t) => `${t.has} de afspraak voor het volgende contact beëindigd.`,
    en: (t) => `${t.has} ended the agreement for the next contact.`,
  },
  person_added: { nl: (t) => `${t.has} ${t.whom} erbij gezet.`, en: (t) => `${t.has} added ${t.whom}.` },
  account_asked: {
    nl: (t) => `${t.has} ${t.whom} om een eigen verhaal gevraagd.`,
    en: (t) => `${t.has} asked ${t.whom} for their own account.`,
  },
  account_given: { nl: (t) => `${t.has} een eigen verhaal verteld.`, en: (t) => `${t.has} given their own account.` },
  account_declined: {
    nl: (t) => `${t.has} gekozen om niets te vertellen.`,
    en: (t) => `${t.has} chosen not to tell anything.`,
  },
  task_added: { nl: (t) => `${t.has} een taak toegevoegd: ${t.what}.`, en: (t) => `${t.has} added a task: ${t.what}.` },
  task_done: { nl: (t) => `${t.has} een taak afgerond: ${t.what}.`, en: (t) => `${t.has} finished a task: ${t.what}.` },
  task_dropped: {
    nl: (t) => `${t.has} besloten dat dit niet nodig is: ${t.what}.`,
    en: (t) => `${t.has} decided that this is not needed: ${t.what}.`,
  },
  task_handed_over: {
    nl: (t) => `${t.has} een taak overgedragen aan ${t.whom}: ${t.what}. ${t.why}`,
    en: (t) => `${t.has} handed a task over to ${t.whom}: ${t.what}. ${t.why}`,
  },
  task_taken_back: {
    nl: (t) => `${t.has} een taak teruggenomen van ${t.whom}: ${t.what}.`,
    en: (t) => `${t.has} taken a task back from ${t.whom}: ${t.what}.`,
  },
  task_returned: {
    nl: (t) => `${t.whom} werkt hier niet meer. Iemand anders doet nu deze taak: ${t.what}.`,
    en: (t) => `${t.whom} has left. Somebody else does this task now: ${t.what}.`,
  },
  task_reopened: {
    nl: (t) => `${t.has} een taak weer geopend: ${t.what}.`,
    en: (t) => `${t.has} opened a task again: ${t.what}.`,
  },
  response_sent: {
    nl: (t) => `${t.has} een reactie gestuurd aan de ander.`,
    en: (t) => `${t.has} sent a response to the other person.`,
  },
  response_deferred: {
    nl: (t) => `${t.has} de reactie uitgesteld. ${t.what}${t.when && ` We kijken ${t.when} opnieuw.`}`,
    en: (t) => `${t.has} put off the response. ${t.what}${t.when && ` We will look again ${t.when}.`}`,
  },
  response_overdue: {
    nl: () => 'De reactie had er al moeten zijn. Daarom hoort ook de coördinator het.',
    en: () => 'The response should have been sent by now. So the coordinator is told too.',
  },
  closed: { nl: (t) => `${t.has} dit afgesloten.`, en: (t) => `${t.has} closed this.` },
  reopened: { nl: (t) => `${t.has} dit weer geopend.`, en: (t) => `${t.has} opened this again.` },
  corrected: {
    nl: (t) => `${t.has} dit rechtgezet. ${t.what}`,
    en: (t) => `${t.has} set this right. ${t.what}`,
  },
  joined: {
    nl: (t) => `${t.has} ${t.report} samengevoegd met een andere melding van dezelfde gebeurtenis.`,
    en: (t) => `${t.has} joined ${t.report} with another report of the same event.`,
  },
  separated: {
    nl: (t) => `${t.has} ${t.report} weer losgemaakt: het waren twee gebeurtenissen.`,
    en: (t) => `${t.has} taken ${t.report} apart again: they were two events.`,
  },
  reclassified: {
    nl: (t) => `${t.has} dit anders ingedeeld${t.what && `: ${t.what}`}.`,
    en: (t) => `${t.has} filed this differently${t.what && `: ${t.what}`}.`,
  },
  withdrawn: {
    nl: (t) => `${t.has} ${t.report} ingetrokken. Iemand vraagt eerst waarom.`,
    en: (t) => `${t.has} withdrawn ${t.report}. Somebody asks why first.`,
  },
  withdrawal_taken_back: {
    nl: (t) => `${t.has} besloten om toch door te gaan met ${t.report}.`,
    en: (t) => `${t.has} decided to go on with ${t.report} after all.`,
  },
  withdrawal_continued: {
    nl: (t) => `${t.has} besloten om hiermee door te gaan. De melder hoeft niets te doen.`,
    en: (t) => `${t.has} decided to go on with this. The reporter need not do anything.`,
  },
} as const satisfies Record<StepKind, Sentence>;

const deferralWords = {
  unknown_person: { nl: 'We weten nog niet wie het was.', en: 'We do not know yet who it was.' },
  police_asked: { nl: 'De politie vroeg daarom.', en: 'The police asked for that.' },
  dangerous_for_employee: { nl: 'Nu reageren is niet veilig.', en: 'Answering now is not safe.' },
} as const satisfies Record<DeferralReason, Words>;

export function deferralInWords(reason: DeferralReason): Words {
  return deferralWords[reason];
}

const correctionWords = {
  criticism_not_aggression: { nl: 'Het was kritiek, geen agressie.', en: 'It was criticism, not aggression.' },
  wrong_person: { nl: 'Het ging om iemand anders.', en: 'It was somebody else.' },
  reported_by_mistake: { nl: 'De melding was een vergissing.', en: 'It was reported by mistake.' },
} as const satisfies Record<CorrectionReason, Words>;

export function correctionInWords(reason: CorrectionReason): Words {
  return correctionWords[reason];
}

const handOverWords = {
  away: { nl: 'Wie dit had, is er een tijd niet.', en: 'Whoever had it is away for a while.' },
  too_much: { nl: 'Het was te veel werk tegelijk.', en: 'It was too much work at once.' },
  fits_better: { nl: 'Deze collega kan hier beter bij helpen.', en: 'This colleague can help better.' },
  other_work: { nl: 'Wie dit had, krijgt ander werk.', en: 'Whoever had it gets other work.' },
  agreed: { nl: 'Dat spraken ze zo af.', en: 'They agreed on that.' },
} as const satisfies Record<HandOverReason, Words>;

export function handOverInWords(reason: HandOverReason): Words {
  return handOverWords[reason];
}

const persons = {
  nl: { reader: ['je', 'je hebt'], house: ['we', 'we hebben'], has: 'heeft', colleague: 'je collega' },
  en: { reader: ['you', 'you have'], house: ['we', 'we have'], has: 'has', colleague: 'your colleague' },
} as const;

const reports = { nl: ['je melding', 'de melding'], en: ['your report', 'the report'] } as const;

function tellingIn(language: keyof Words, facts: StepFacts): Telling {
  const { reader, house, has, colleague } = persons[language];
  const [ownReport, theReport] = reports[language];
  const named = (words: Words | null) => words?.[language];
  const who = facts.isByReader ? reader[0] : (named(facts.who) ?? house[0]);
  const whom = facts.isToReader ? reader[0] : (named(facts.whom) ?? colleague);
  return {
    has: facts.isByReader ? reader[1] : facts.who ? `${who} ${has}` : house[1],
    whom,
    whomHas: facts.isToReader ? reader[1] : `${whom} ${has}`,
    report: facts.isOwnReport ? ownReport : theReport,
    when: named(facts.when) ?? '',
    what: named(facts.what) ?? '',
    why: named(facts.why ?? null) ?? '',
  };
}

function capitalised(text: string): string {
  const plain = text.trim();
  return plain.charAt(0).toUpperCase() + plain.slice(1);
}
