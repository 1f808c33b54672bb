import { listDossierLog } from '../../../contract/audit.ts';
import type { Endpoint } from '../../../contract/endpoint.ts';
import { listImports } from '../../../contract/import.ts';
import * as contract from '../../../contract/incident.ts';
import { listNotifications } from '../../../contract/notifications.ts';
import { listConfidentialAdvisers, listWhoToCall } from '../../../contract/organisation.ts';
import { readQuestions } from '../../../contract/questions.ts';
import { cast } from '../../../database/demo/cast.ts';
import { personalLevels } from '../../../server/incident/incident-access.ts';
import type { Asked } from '../../support/visitor.ts';
import { has, type Reader } from './readers.ts';
import type { StagedDossier } from './staged-dossier.ts';
import { told } from './told.ts';

/** Something to read, and what it answers to whom. */
export interface Question {
  readonly name: string;
  readonly endpoint: Endpoint;
  /** About one dossier: not a list. */
  readonly ofDossier?: true;
  readonly asked: (dossier: StagedDossier) => Asked;
  readonly status: (reader: Reader) => 200 | 403 | 404;
  /** Whether this answer tells this reader that the incident exists. */
  readonly shows?: (reader: Reader) => boolean;
}

const forAll = () => 200 as const;
const ofIncident = ({ incidentId }: StagedDossier): Asked => ({ params: { incidentId } });
const leads = ({ levels }: Reader) => levels.includes('leads') || levels.includes('leads_own_people');
const leadsTheWhole = (reader: Reader) => (has(reader, 'act') ? 200 : has(reader, 'header') ? 403 : 404);
const isConcerned = ({ levels }: Reader) => personalLevels.some((level) => levels.includes(level));
const addsOrReads = (reader: Reader) => has(reader, 'narrative') || has(reader, 'othersAccounts');
const list = (name: string, query: Record<string, string>, more: Partial<Question> = {}): Question => ({
  name,
  endpoint: contract.listIncidents,
  asked: () => ({ query: { limit: '100', ...query } }),
  status: forAll,
  ...more,
});

/** One of Fatima's: hers, and of whoever may read what people told. */
const fileOf = (name: string, endpoint: Endpoint): Question => ({
  name,
  endpoint,
  asked: ({ attachmentId }) => ({ params: { attachmentId } }),
  status: (reader) => (has(reader, 'narrative') || reader.who === 'fatima' ? 200 : 404),
});

/** Only who leads the whole of it sees its people and who did it, and so finds it by their names. */
const search = (name: string, scope: 'team' | 'organisation', words: string): Question => ({
  name,
  endpoint: contract.searchIncidents,
  asked: () => ({ body: { scope, words } }),
  status: ({ coordinates }) => (scope === 'team' || coordinates ? 200 : 403),
  shows: ({ levels }) => levels.includes(scope === 'team' ? 'leads' : 'coordinates'),
});

export const questions: readonly Question[] = [
  { name: 'my devices', endpoint: contract.listMyDevices, asked: () => ({}), status: forAll },
  {
    name: 'the devices of a colleague',
    endpoint: contract.listDevicesOf,
    asked: () => ({ params: { personId: cast.fatima.id } }),
    // Whoever administers another organisation hears that there is nobody.
    status: ({ who }) => (who === 'bas' ? 200 : who === 'elsewhere' ? 404 : 403),
  },
  {
    name: 'who may be given it',
    endpoint: contract.listWhoMayHave,
    asked: ({ incidentId }) => ({ body: { incidentIds: [incidentId] } }),
    status: forAll,
  },
  {
    name: 'the dossier',
    ofDossier: true,
    endpoint: contract.readDossier,
    asked: ofIncident,
    status: (reader) => (has(reader, 'header') ? 200 : 404),
    shows: (reader) => has(reader, 'header'),
  },
  {
    name: 'my view of it',
    ofDossier: true,
    endpoint: contract.myIncident,
    asked: ofIncident,
    status: (reader) => (isConcerned(reader) ? 200 : 404),
    shows: isConcerned,
  },
  {
    name: 'who looked at it',
    ofDossier: true,
    endpoint: listDossierLog,
    asked: (dossier) => ({ ...ofIncident(dossier), query: { limit: '100' } }),
    status: ({ readsLog }) => (readsLog ? 200 : 404),
  },
  {
    name: 'the files with it',
    ofDossier: true,
    endpoint: contract.listAttachments,
    asked: ofIncident,
    status: (reader) => (has(reader, 'header') ? 200 : 404),
  },
  {
    name: 'what happened again',
    ofDossier: true,
    endpoint: contract.readSeries,
    asked: ofIncident,
    status: (reader) => (addsOrReads(reader) ? 200 : has(reader, 'header') ? 403 : 404),
    shows: addsOrReads,
  },
  {
    name: 'the address for forwarding',
    ofDossier: true,
    endpoint: contract.readForwarding,
    asked: ofIncident,
    status: (reader) => (has(reader, 'header') ? 200 : 404),
  },
  {
    name: 'the summary for the team',
    ofDossier: true,
    endpoint: contract.readSummary,
    asked: ofIncident,
    status: (reader) => (has(reader, 'act') ? 200 : has(reader, 'header') ? 403 : 404),
    shows: (reader) => has(reader, 'act'),
  },
  {
    name: 'the summary that I judge',
    ofDossier: true,
    endpoint: contract.mySummary,
    asked: ofIncident,
    status: (reader) => (has(reader, 'othersAccounts') ? 200 : has(reader, 'header') ? 403 : 404),
  },
  {
    name: 'the summaries for my teams',
    endpoint: contract.listTeamSummaries,
    asked: () => ({ body: { scope: 'team', limit: 100 } }),
    status: forAll,
  },
  {
    name: 'the library',
    endpoint: contract.listTeamSummaries,
    asked: () => ({ body: { scope: 'library', limit: 100 } }),
    status: forAll,
  },
  {
    name: 'what was agreed for the next contact',
    ofDossier: true,
    endpoint: contract.readApproach,
    asked: ofIncident,
    status: (reader) => (has(reader, 'act') ? 200 : has(reader, 'header') ? 403 : 404),
  },
  {
    name: 'who asked about whom they were to meet',
    endpoint: contract.listVisitLooks,
    asked: () => ({}),
    status: ({ coordinates }) => (coordinates ? 200 : 403),
    shows: ({ levels }) => levels.includes('coordinates'),
  },
  {
    name: 'somebody whom nobody knows',
    endpoint: contract.askNextVisit,
    asked: () => ({
      body: { name: 'Nie Mand', bornOn: '1950-01-01', postcode: null, houseNumber: null, purpose: 'phone' },
    }),
    status: ({ who }) => (who === 'sami' ? 403 : 200),
  },
  {
    name: 'the extra questions with it',
    ofDossier: true,
    endpoint: readQuestions,
    asked: ofIncident,
    status: (reader) => (has(reader, 'header') ? 200 : 404),
  },
  fileOf('the file to look at', contract.viewAttachment),
  fileOf('the file as evidence', contract.exportAttachment),
  fileOf('the text beside the file', contract.attachmentStatement),
  { name: 'my incidents', endpoint: contract.myIncidents, asked: () => ({}), status: forAll, shows: isConcerned },
  list('the list of the team', { scope: 'team' }, { shows: leads }),
  list('the list of the team, open ones', { scope: 'team', state: 'open' }, { shows: leads }),
  list(
    'the list of the organisation',
    { scope: 'organisation' },
    { status: ({ coordinates }) => (coordinates ? 200 : 403), shows: ({ levels }) => levels.includes('coordinates') },
  ),
  {
    name: 'the list of the team, by number',
    endpoint: contract.listIncidents,
    asked: ({ number }) => ({ query: { number } }),
    status: forAll,
    shows: leads,
  },
  search('by the name of who did it', 'team', told.aggressor),
  search('by the name of a colleague on it', 'team', 'Sanne Jansen'),
  search('by name in the organisation', 'organisation', told.aggressor),
  {
    name: 'how many there are in the organisation',
    endpoint: contract.countIncidents,
    asked: () => ({ query: { scope: 'organisation' } }),
    status: ({ coordinates }) => (coordinates ? 200 : 403),
  },
  { name: 'my saved views', endpoint: contract.listViews, asked: () => ({}), status: forAll },
  { name: 'the files I asked for', endpoint: contract.listExports, asked: () => ({}), status: forAll },
  { name: 'my open tasks', endpoint: contract.listTasks, asked: () => ({ query: { limit: '100' } }), status: forAll },
  {
    name: 'my finished tasks',
    endpoint: contract.listTasks,
    asked: () => ({ query: { show: 'finished', limit: '100' } }),
    status: forAll,
  },
  { name: 'what waits for me', endpoint: contract.workSummary, asked: () => ({}), status: forAll },
  { name: 'whom to call', endpoint: listWhoToCall, asked: () => ({}), status: forAll },
  { name: 'the confidential advisers', endpoint: listConfidentialAdvisers, asked: () => ({}), status: forAll },
  { name: 'my notifications', endpoint: listNotifications, asked: () => ({}), status: forAll },
  {
    name: 'the personal links of guests',
    endpoint: contract.listGuestLinks,
    asked: () => ({}),
    status: ({ coordinates }) => (coordinates ? 200 : 403),
  },
  {
    name: 'the personal links with the dossier',
    endpoint: contract.listGuestLinks,
    asked: ({ incidentId }) => ({ query: { incidentId } }),
    status: (reader) => (has(reader, 'act') ? 200 : has(reader, 'header') ? 403 : 404),
  },
  { name: 'the anonymous talks', endpoint: contract.listAnonymousTalks, asked: () => ({}), status: forAll },
  { name: 'my notes', endpoint: contract.listNotes, asked: () => ({}), status: forAll },
  {
    name: 'the notes of the organisation',
    endpoint: contract.listNotes,
    asked: () => ({ query: { scope: 'organisation' } }),
    status: ({ coordinates }) => (coordinates ? 200 : 403),
  },
  {
    name: 'who did it, and where else they may be',
    ofDossier: true,
    endpoint: contract.readWhoDidIt,
    asked: ofIncident,
    status: (reader) => (has(reader, 'act') ? 200 : has(reader, 'header') ? 403 : 404),
  },
  {
    name: 'who did it, and where they may be too',
    ofDossier: true,
    endpoint: contract.readWhoDidIt,
    asked: ofIncident,
    status: leadsTheWhole,
  },
  {
    name: 'the relatives',
    ofDossier: true,
    endpoint: contract.listRelatives,
    asked: ofIncident,
    status: leadsTheWhole,
  },
  {
    name: 'what may be the same event',
    ofDossier: true,
    endpoint: contract.readSameEvents,
    asked: ofIncident,
    status: leadsTheWhole,
  },
  {
    name: 'how it is filed',
    ofDossier: true,
    endpoint: contract.readClassification,
    asked: ofIncident,
    status: (reader) => (has(reader, 'narrative') ? 200 : has(reader, 'header') ? 403 : 404),
  },
  {
    name: 'whether it was withdrawn',
    ofDossier: true,
    endpoint: contract.readWithdrawal,
    asked: ofIncident,
    status: (reader) => (has(reader, 'narrative') || reader.who === 'fatima' ? 200 : has(reader, 'header') ? 403 : 404),
  },
  {
    name: 'the patterns in the notes',
    endpoint: contract.listPatterns,
    asked: () => ({}),
    status: ({ coordinates }) => (coordinates ? 200 : 403),
  },
  {
    name: 'what is asked about my notes',
    endpoint: contract.listNoteQuestions,
    asked: () => ({}),
    status: forAll,
  },
  {
    name: 'when notes are a pattern',
    endpoint: contract.getSignalRules,
    asked: () => ({}),
    status: forAll,
  },
  {
    name: 'the registers that were taken over',
    endpoint: listImports,
    asked: () => ({}),
    status: ({ coordinates }) => (coordinates ? 200 : 403),
  },
  { name: 'my drafts', endpoint: contract.listDrafts, asked: () => ({}), status: forAll },
  {
    name: 'the draft of the reporter',
    endpoint: contract.openDraft,
    asked: ({ draftId }) => ({ params: { draftId } }),
    status: ({ who }) => (who === 'fatima' ? 200 : 404),
  },
];
