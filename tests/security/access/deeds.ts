import type { Endpoint } from '../../../contract/endpoint.ts';
import * as contract from '../../../contract/incident.ts';
import { answerQuestion } from '../../../contract/questions.ts';
import { cast } from '../../../database/demo/cast.ts';
import { type Action, mayEver } from '../../../server/incident/incident-access.ts';
import { rulesToBeginWith } from '../../../server/incident/patterns/find-pattern.ts';
import { newId } from '../../../server/platform/index.ts';
import type { Asked } from '../../support/visitor.ts';
import { bitsFor, has, type Reader } from './readers.ts';
import { readsSummary } from './rows-seen.ts';
import type { StagedDossier } from './staged-dossier.ts';
import { askedMore, told } from './told.ts';

/** `may`: done, or refused for what the dossier is at this moment. Else who cannot is told so, or hears that nothing is there. */
export type Outcome = 'may' | 403 | 404 | { readonly refused: string };

export interface Deed {
  readonly name: string;
  readonly endpoint: Endpoint;
  readonly asked: (dossier: StagedDossier, now: Date) => Asked;
  readonly outcome: (reader: Reader) => Outcome;
}

const tomorrow = (now: Date) => new Date(now.getTime() + 86_400_000).toISOString();
const ofIncident = (body: (now: Date) => unknown) => (dossier: StagedDossier, now: Date) => ({
  params: { incidentId: dossier.incidentId },
  body: body(now),
});
const ofTask =
  (body?: unknown) =>
  ({ taskId }: StagedDossier) => ({ params: { taskId }, body });
const mayOnly =
  (may: (reader: Reader) => boolean, whoSeesIt: Outcome = 403) =>
  (reader: Reader): Outcome =>
    may(reader) ? 'may' : has(reader, 'header') ? whoSeesIt : 404;
const by = (action: Action, whoSeesIt?: Outcome) => mayOnly((reader) => mayEver(action, bitsFor(reader)), whoSeesIt);
const worksOnTask = (reader: Reader): Outcome => (has(reader, 'act') || reader.who === 'kees' ? 'may' : 404);
const decidesPattern = ({ who, coordinates }: Reader): Outcome =>
  coordinates ? (who === 'elsewhere' ? 404 : 'may') : 403;
const ofPair =
  (body: unknown) =>
  ({ sameEventId }: StagedDossier) => ({ params: { sameEventId }, body });
const actsOnBoth = (reader: Reader): Outcome => (has(reader, 'act') ? 'may' : 404);
const reportedIt = mayOnly(({ levels }) => levels.includes('reports'));
const tellsOwnStory = (reader: Reader): Outcome => {
  if (reader.isAskedToTell) return 'may';
  if (!has(reader, 'header')) return 404;
  return { refused: reader.hasTold ? 'account-already-given' : 'account-not-asked' };
};

/** What may be done with an open dossier. A task done takes its sight away, so tasks come late; the last deed ends it all. */
export const deeds: readonly Deed[] = [
  deed(
    'take it up',
    contract.takeUpIncident,
    ofIncident(() => ({})),
    by('take_up'),
  ),
  deed(
    'record a contact',
    contract.recordContact,
    ofIncident((now) => ({ withPersonId: cast.sanne.id, way: 'phone', reached: false, at: now.toISOString() })),
    by('record_contact'),
  ),
  deed(
    'add a person',
    contract.addInvolved,
    ofIncident(() => ({ personId: cast.joris.id, role: 'witness' })),
    by('add_people'),
  ),
  deed(
    'invite a guest',
    contract.inviteGuest,
    ({ incidentId }) => ({
      body: {
        linkId: newId(),
        on: { incidentId, role: 'witness' },
        guest: { kind: 'known', personId: cast.gerrit.id },
      },
    }),
    by('add_people'),
  ),
  deed(
    'see where an office-holder lives',
    contract.openProtectedPlace,
    ofIncident(() => ({ reason: 'police' })),
    by('add_people'),
  ),
  deed(
    'keep who did it',
    contract.identifyPerson,
    ofIncident(() => ({
      name: told.aggressor,
      bornOn: null,
      postcode: null,
      houseNumber: null,
      description: 'Man met een hond',
      looks: null,
    })),
    by('add_people'),
  ),
  deed(
    'say that two are the same person',
    contract.decideSamePerson,
    ({ sameId }) => ({ params: { sameId }, body: { decision: 'same' } }),
    (reader) => (has(reader, 'act') ? 'may' : 404),
  ),
  deed(
    'join with who is in another dossier',
    contract.joinPerson,
    ofIncident(() => ({ number: '1999-0001' })),
    by('add_people'),
  ),
  deed(
    'add a relative',
    contract.addRelative,
    ofIncident(() => ({ relativeId: newId(), relation: 'child', name: 'Zoë' })),
    by('add_people'),
  ),
  deed(
    'take a relative off it',
    contract.removeRelative,
    ({ incidentId, relativeId }) => ({ params: { incidentId, relativeId } }),
    by('add_people'),
  ),
  deed(
    'ask who noted a pattern',
    contract.askWhoNoted,
    ({ patternId }) => ({ params: { patternId }, body: {} }),
    decidesPattern,
  ),
  deed(
    'tell who it was',
    contract.answerNoteQuestion,
    ({ patternId, noteId }) => ({ params: { patternId, noteId }, body: { text: 'De man met de hond' } }),
    ({ who }) => (who === 'fatima' ? 'may' : 404),
  ),
  deed(
    'report a pattern',
    contract.reportPattern,
    ({ patternId }) => ({ params: { patternId }, body: { incidentId: newId(), story: 'Steeds om tien uur' } }),
    decidesPattern,
  ),
  deed(
    'set a pattern aside',
    contract.setPatternAside,
    ({ patternId }) => ({ params: { patternId }, body: { reason: 'Het is al anders' } }),
    decidesPattern,
  ),
  deed(
    'change when notes are a pattern',
    contract.changeSignalRules,
    () => ({ body: { basedOnVersion: 1, rules: rulesToBeginWith } }),
    ({ coordinates }) => (coordinates ? 'may' : 403),
  ),
  deed(
    'add a task',
    contract.addTask,
    ofIncident((now) => ({ taskId: newId(), title: 'Nog iets', ownerPersonId: cast.kees.id, dueAt: tomorrow(now) })),
    by('add_task'),
  ),
  deed(
    'add to it',
    contract.addAddendum,
    ofIncident(() => ({ text: 'Nog iets' })),
    by('add_addendum'),
  ),
  deed(
    'add what happened again',
    contract.addToSeries,
    ofIncident((now) => ({
      events: [
        { eventId: newId(), way: 'call', occurredAt: now.toISOString(), occurredPrecision: 'exact', text: 'Hij belde' },
      ],
    })),
    by('add_event'),
  ),
  deed(
    'make an address for forwarding',
    contract.makeForwardingAddress,
    ofIncident(() => ({ addressId: newId() })),
    by('add_event'),
  ),
  deed(
    'end an address for forwarding',
    contract.endForwardingAddress,
    ({ forwardingId }) => ({ params: { addressId: forwardingId }, body: {} }),
    ({ who }) => (who === 'fatima' ? 'may' : 404),
  ),
  deed(
    'take back what happened again',
    contract.takeBackFromSeries,
    ({ seriesEventId }) => ({ params: { eventId: seriesEventId }, body: {} }),
    ({ who }) => (who === 'fatima' ? 'may' : 404),
  ),
  deed(
    'mark the summary as discussed',
    contract.markDiscussed,
    ({ summaryId }, now) => ({ params: { summaryId }, body: { discussedOn: now.toISOString().slice(0, 10) } }),
    (reader) => (has(reader, 'act') ? 'may' : readsSummary(reader) ? 403 : 404),
  ),
  deed(
    'say yes to the summary',
    contract.answerSummary,
    ofIncident(() => ({ version: 1, answer: 'good', words: null, inLibrary: false })),
    mayOnly((reader) => has(reader, 'othersAccounts')),
  ),
  deed(
    'look for names in a summary',
    contract.checkSummary,
    ofIncident(() => calmTexts),
    by('write_summary'),
  ),
  deed(
    'write another summary',
    contract.writeSummary,
    ofIncident(() => ({ texts: calmTexts, keep: [] })),
    by('write_summary'),
  ),
  deed(
    'agree how to meet somebody',
    contract.agreeApproach,
    ofIncident((now) => ({ ways: ['phone_only'], words: null, untilOn: tomorrow(now).slice(0, 10) })),
    by('agree_approach'),
  ),
  deed(
    'end how to meet somebody',
    contract.endApproach,
    ofIncident(() => ({})),
    by('agree_approach'),
  ),
  deed(
    'add a file',
    contract.startAttachment,
    ofIncident(() => ({ attachmentId: newId(), fileName: 'brief.pdf', size: 10 })),
    by('add_attachment'),
  ),
  deed(
    'hide a file',
    contract.hideAttachment,
    ({ attachmentId }) => ({ params: { attachmentId }, body: { reason: 'Er staat een kind op' } }),
    (reader) => (has(reader, 'act') ? 'may' : has(reader, 'narrative') || reader.who === 'fatima' ? 403 : 404),
  ),
  deed(
    'add details',
    contract.addDetails,
    ofIncident(() => ({ damage: false })),
    mayOnly((reader) => has(reader, 'act') || has(reader, 'othersAccounts')),
  ),
  deed(
    'answer an extra question',
    answerQuestion,
    ({ incidentId }) => ({ params: { incidentId, question: askedMore.code }, body: { answer: 'Een groene muts' } }),
    mayOnly(({ levels }) => levels.includes('reports')),
  ),
  deed(
    'put it beside another',
    contract.proposeSameEvent,
    ({ incidentId, twinNumber }) => ({ params: { incidentId }, body: { number: twinNumber } }),
    by('join'),
  ),
  deed('say that they are two events', contract.decideSameEvent, ofPair({ decision: 'different' }), actsOnBoth),
  deed('take that back', contract.decideSameEvent, ofPair({ decision: 'proposed' }), actsOnBoth),
  deed(
    'join the two',
    contract.decideSameEvent,
    (dossier) => ofPair({ decision: 'same', leadingId: dossier.incidentId })(dossier),
    actsOnBoth,
  ),
  deed('take them apart', contract.separateSameEvent, ofPair({ reason: 'Het waren er twee' }), actsOnBoth),
  deed(
    'file it differently',
    contract.reclassifyIncident,
    ofIncident(() => ({
      kind: 'incident',
      columns: ['threat'],
      form: 'physical',
      flags: [],
      cause: null,
      reason: 'Hij duwde',
    })),
    by('reclassify'),
  ),
  deed(
    'withdraw it',
    contract.withdrawReport,
    ofIncident(() => ({ reason: 'Ik wil het niet meer' })),
    reportedIt,
  ),
  deed(
    'answer the withdrawal',
    contract.answerWithdrawal,
    ofIncident(() => ({ decision: 'continue' })),
    by('answer_withdrawal'),
  ),
  deed(
    'take the withdrawal back',
    contract.takeBackWithdrawal,
    ofIncident(() => ({})),
    reportedIt,
  ),
  deed('complete a task', contract.completeTask, ofTask({ record: {} }), worksOnTask),
  deed('open a task again', contract.reopenTask, ofTask(), worksOnTask),
  deed('hand a task over', contract.handOverTask, ofTask({ toPersonId: cast.kees.id }), worksOnTask),
  deed('drop a task', contract.dropTask, ofTask({ reason: 'Niet nodig' }), worksOnTask),
  deed(
    'record the response',
    contract.sendResponse,
    ofIncident((now) => ({ way: 'letter', sentAt: now.toISOString(), summary: 'Verstuurd' })),
    by('send_response'),
  ),
  deed(
    'defer the response',
    contract.deferResponse,
    ofIncident((now) => ({ reason: 'police_asked', reviewOn: tomorrow(now).slice(0, 10) })),
    by('defer_response', { refused: 'only-the-coordinator' }),
  ),
  deed('close it', contract.closeIncident, ofIncident(closing), by('close')),
  deed(
    'open it again',
    contract.reopenIncident,
    ofIncident(() => ({ reason: 'Er kwam iets bij' })),
    by('reopen'),
  ),
  deed(
    'not tell',
    contract.declineAccount,
    ofIncident(() => ({})),
    tellsOwnStory,
  ),
  deed(
    'tell',
    contract.giveAccount,
    ofIncident(() => ({ story: 'Mijn verhaal' })),
    tellsOwnStory,
  ),
  deed(
    'correct it',
    contract.correctIncident,
    ofIncident(() => ({ reason: 'wrong_person' })),
    by('correct', { refused: 'only-lead-or-coordinator' }),
  ),
];

const calmTexts = { happened: 'Er was iets', done: 'Hulp', learned: 'Eerder', agreed: 'Samen' };

function closing() {
  const discussed = { notBecause: 'too_sensitive' };
  return { conclusion: 'Klaar', discussed, victimWish: 'agrees', acceptOpenItems: true };
}

function deed(name: string, endpoint: Endpoint, asked: Deed['asked'], outcome: Deed['outcome']): Deed {
  return { name, endpoint, asked, outcome };
}
