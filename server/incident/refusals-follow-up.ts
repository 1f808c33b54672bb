import type { Sentence } from '../../contract/problem.ts';
import type { AddInvolvedRefusal } from './add-involved.ts';
import type { ContactRefusal } from './chain/record-contact.ts';
import type { TakeUpRefusal } from './chain/take-up-incident.ts';
import type { CloseRefusal } from './closing/close-incident.ts';
import type { CorrectRefusal } from './correct-incident.ts';
import type { DeferRefusal } from './response/defer-response.ts';
import type { SendResponseRefusal } from './response/send-response.ts';
import type { AddTaskRefusal, HandOverRefusal } from './tasks/assign-task.ts';
import type { CompletionRefusal } from './tasks/finish-task.ts';

export type FollowUpRefusal =
  | TakeUpRefusal
  | ContactRefusal
  | AddInvolvedRefusal
  | CompletionRefusal
  | HandOverRefusal
  | AddTaskRefusal
  | SendResponseRefusal
  | DeferRefusal
  | CloseRefusal
  | CorrectRefusal
  | 'task-not-finished'
  | 'not-closed'
  | 'too-late-to-take-back'
  | 'too-many-views'
  | 'view-name-in-use'
  | 'too-many-exports';

/** Why the follow-up says no. What to do instead comes along where there is something. */
export const followUpRefusals = {
  'too-many-views': {
    nl: 'Je hebt al dertig lijsten bewaard. Verwijder er eerst een.',
    en: 'You saved thirty lists already. Delete one first.',
  },
  'view-name-in-use': {
    nl: 'Je hebt al een lijst met deze naam. Kies een andere naam.',
    en: 'You have a list with this name already. Choose another name.',
  },
  'too-many-exports': {
    nl: 'Je maakte vandaag al twintig bestanden. Probeer het morgen weer.',
    en: 'You made twenty files today already. Try again tomorrow.',
  },
  'already-taken-up': {
    nl: 'Iemand anders heeft dit al opgepakt.',
    en: 'Somebody else has taken this up already.',
  },
  'incident-closed': {
    nl: 'Dit dossier is gesloten. Open het eerst weer.',
    en: 'This dossier is closed. Open it again first.',
  },
  'incident-corrected': {
    nl: 'Deze melding is rechtgezet. Er kan niets meer bij.',
    en: 'This report was set right. Nothing can be added any more.',
  },
  'not-on-this-incident': {
    nl: 'Deze collega hoort niet bij dit dossier. Voeg de collega eerst toe.',
    en: 'This colleague is not on this dossier. Add them first.',
  },
  'contact-with-yourself': {
    nl: 'Kies met wie je sprak. Dat kun je niet zelf zijn.',
    en: 'Choose whom you spoke to. That cannot be yourself.',
  },
  'already-on-this-incident': {
    nl: 'Deze collega staat al in het dossier.',
    en: 'This colleague is on the dossier already.',
  },
  'task-not-open': {
    nl: 'Deze taak is al klaar.',
    en: 'This task is finished already.',
  },
  'task-not-finished': {
    nl: 'Deze taak is nog open.',
    en: 'This task is still open.',
  },
  'record-incomplete': {
    nl: 'Vul eerst alles in wat bij deze taak hoort.',
    en: 'First fill in everything that belongs to this task.',
  },
  'person-has-left': {
    nl: 'Deze collega werkt hier niet meer. Kies iemand anders.',
    en: 'This colleague no longer works here. Choose somebody else.',
  },
  'already-theirs': {
    nl: 'Deze collega heeft de taak al.',
    en: 'This colleague has the task already.',
  },
  'too-late-to-take-back': {
    nl: 'Dit is langer dan een kwartier geleden. Vraag je collega om het terug te geven.',
    en: 'This is more than a quarter of an hour ago. Ask your colleague to give it back.',
  },
  'no-response-clock': {
    nl: 'Bij deze melding hoort geen reactie aan iemand.',
    en: 'With this report nobody has to be answered.',
  },
  'response-already-sent': {
    nl: 'De reactie is al verstuurd.',
    en: 'The response has been sent already.',
  },
  'review-date-past': {
    nl: 'Kies een dag die nog komt.',
    en: 'Choose a day that is still to come.',
  },
  'review-date-too-far': {
    nl: 'Kies een dag binnen een maand. Dan kijk je opnieuw.',
    en: 'Choose a day within a month. Then you look again.',
  },
  'only-the-coordinator': {
    nl: 'Alleen de coördinator kan de reactie uitstellen. Vraag het daar.',
    en: 'Only the coordinator can put off the response. Ask there.',
  },
  'contact-not-recorded': {
    nl: 'Niemand heeft je collega nog gesproken. Doe dat eerst.',
    en: 'Nobody has spoken to your colleague yet. Do that first.',
  },
  'response-not-sent': {
    nl: 'De ander heeft nog geen reactie gekregen. Stuur die eerst, of vraag de coördinator om uitstel.',
    en: 'The other person has had no response yet. Send it first, or ask the coordinator to put it off.',
  },
  'items-still-open': {
    nl: 'Er staat nog iets open. Zeg dat dit zo mag blijven.',
    en: 'Something is still open. Say that it may stay that way.',
  },
  'meeting-in-future': {
    nl: 'Dit overleg moet nog komen. Sluit het dossier daarna.',
    en: 'This meeting is still to come. Close the dossier after it.',
  },
  'victim-wish-missing': {
    nl: 'Vraag eerst wat je collega wil. Kies dat dan hier.',
    en: 'First ask what your colleague wants. Then choose that here.',
  },
  'already-closed': {
    nl: 'Dit dossier is al gesloten.',
    en: 'This dossier is closed already.',
  },
  'not-taken-up': {
    nl: 'Nog niemand heeft dit opgepakt. Doe dat eerst.',
    en: 'Nobody has taken this up yet. Do that first.',
  },
  'not-closed': {
    nl: 'Dit dossier is nog open.',
    en: 'This dossier is still open.',
  },
  'only-lead-or-coordinator': {
    nl: 'Alleen wie het dossier heeft of de coördinator kan dit rechtzetten.',
    en: 'Only whoever has the dossier, or the coordinator, can set this right.',
  },
  'withdrawal-not-answered': {
    nl: 'De melder trok dit in. Beslis eerst daarover.',
    en: 'The reporter withdrew this. First decide about that.',
  },
} as const satisfies Record<FollowUpRefusal | 'withdrawal-not-answered', Sentence>;
