import * as contract from '../../../../contract/incident.ts';
import { answerQuestion } from '../../../../contract/questions.ts';
import { cast } from '../../../../database/demo/cast.ts';
import { newId } from '../../../../server/platform/index.ts';
import { has } from '../readers.ts';
import { readsSummary } from '../rows-seen.ts';
import { askedMore } from '../told.ts';
import { by, type Deed, deed, mayOnly, ofIncident, tomorrow } from './deed.ts';

/** What is added to the story, and what the organisation learns from it. */
export const onWhatIsTold: readonly Deed[] = [
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
];

const calmTexts = { happened: 'Er was iets', done: 'Hulp', learned: 'Eerder', agreed: 'Samen' };
