import { createHash } from 'node:crypto';
import { vi } from 'vitest';
import * as contract from '../../../contract/incident.ts';
import { answerQuestion, changeQuestions, getQuestions, type Question } from '../../../contract/questions.ts';
import { changeVocabulary, getVocabulary } from '../../../contract/vocabulary.ts';
import { type CastKey, cast, employer, locations } from '../../../database/demo/cast.ts';
import { demoId } from '../../../database/demo/demo-id.ts';
import { rulesToBeginWith } from '../../../server/incident/patterns/find-pattern.ts';
import { newId } from '../../../server/platform/index.ts';
import { attach } from '../../support/attachments.ts';
import { pdf, sound } from '../../support/sample-files.ts';
import type { Town } from '../../support/town.ts';
import type { Visitor } from '../../support/visitor.ts';

/** What people tell, each so odd that it stands nowhere by chance. */
export const told = {
  fatima: 'Zwaluwstaart zei de man aan de balie',
  sanne: 'Ik stond ernaast bij het Kraaiennest',
  mila: 'Ik hoorde hem roepen over Distelvink',
  aylin: 'Vanuit de gang zag ik de Rietgorsjas',
  aggressor: 'Zébulon Quasterveld',
  place: 'achter de Blauwvoetloods',
  addendum: 'Later zei hij nog Moerbeientaart',
  series: 'Weer een mail over de Bosuilenkelder',
  addendumOfWitness: 'Hij had een Goudplevierpet op',
  demanded: 'een Paradijsvogelpas',
  answer: 'Een Boterbloemjas, denk ik',
  contact: 'Ze vertelde over de Klaproosdroom',
  task: 'Bel de leverancier van Hommelnestcamera',
  ownTask: 'Zet de Leeuwerikbank recht',
  dropped: 'De Leeuwerikbank staat al recht, zei Wolkenstruik',
  response: 'Brief over het Wespenvoorval verstuurd',
  conclusion: 'Hij mag niet meer bij de Kamperfoeliepoort',
  reopened: 'Er kwam een tweede Vlierbesbriefje',
  draft: 'Kwartelbrouwsel in het concept',
  summary: 'Een man schold bij de Aalscholverdeur',
  approach: 'Houd de Roerdompdeur open',
  summaryWords: 'Zeg liever Waterhoenvijver',
  relative: 'Wielewaal Thuishaven',
  withdrawn: 'Ik wil rust, zei de Appelvinkdroom',
  refiled: 'Op de beelden staat de Fluiterhoed',
  attachment: 'Pimpelmeesfoto.pdf',
  attachmentOfWitness: 'Boomklevergeluid.wav',
} as const;

/** What the organisation asks on top of everything. */
export const askedMore: Question = {
  code: 'clothes',
  label: { nl: 'Wat droeg de persoon?', en: 'What did they wear?' },
  hint: null,
  chapter: null,
  showWhen: null,
  kind: 'text',
};

export interface StagedDossier {
  readonly incidentId: string;
  readonly number: string;
  /** What the team reads of it, after both victims said yes. */
  readonly summaryId: string;
  /** Open, and of Kees, who cleans up. */
  readonly taskId: string;
  readonly draftId: string;
  readonly noteId: string;
  /** Of the note of Fatima. */
  readonly patternId: string;
  /** Proposed: who did it, twice on this dossier. */
  readonly sameId: string;
  /** Put on it by Henk. */
  readonly relativeId: string;
  /** Told by Fatima. */
  readonly seriesEventId: string;
  /** Of the same threat, told once more by Fatima, and seen by the same people. */
  readonly twinId: string;
  readonly twinNumber: string;
  readonly sameEventId: string;
  /** A PDF of Fatima. */
  readonly attachmentId: string;
}

/** Invited to report, not onto the dossier. */
const guest = () => ({
  kind: 'new',
  givenName: 'Gast',
  familyName: 'Van Buiten',
  email: `gast-${newId()}@buiten.example`,
  phone: null,
  isOfficeHolder: false,
  belongsTo: 'UWV',
});

/** Of any key pair; nothing is signed with it here. */
const aPoint = 'BGsX0fLhLEJH-Lzm5WOkQPJ3A32BLeszoPShOUXYmMKWT-NC4v4af5uO5-tKfA-eFivOM1drMV7Oy7ZAaDe_UfU';

type People = (who: CastKey) => Promise<Visitor>;

/** A threat that went the whole way: told by several, followed up, closed, and opened again with work to do. */
export async function stageDossier(town: Town, people: People, now: () => Date): Promise<StagedDossier> {
  const own = { draftId: newId(), noteId: newId(), seriesEventId: newId() };
  const { incidentId, number } = await everybodyTells(people, now(), own);
  const attachmentId = await filesAreAdded(people, incidentId);
  await fatimaHesitates(people, incidentId);
  await henkFollowsUp(town, people, incidentId, now());
  const taskId = await henkHasMoreWork(town, people, incidentId, now());
  const summaryId = await teamLearns(town, people, incidentId);
  await nextVisitIsAgreed(people, incidentId);
  const patternId = await stagePattern(town, own.noteId, incidentId, now());
  const sameId = await stageSamePerson(town, incidentId, now());
  const relativeId = await henkAddsARelative(people, incidentId);
  const henk = await people('henk');
  await answered(
    henk.ask(contract.handOverMany, {
      params: { handOverId: newId() },
      body: { what: 'tasks', ids: [newId()], toPersonId: cast.kees.id, reason: 'away' },
    }),
  );
  const yusuf = await people('yusuf');
  await answered(yusuf.ask(contract.inviteGuest, { body: { linkId: newId(), on: null, guest: guest() } }));
  const twin = await fatimaReportsAgain(town, people, incidentId, now());
  return { incidentId, number, taskId, attachmentId, summaryId, patternId, sameId, relativeId, ...own, ...twin };
}

type Own = Pick<StagedDossier, 'draftId' | 'noteId' | 'seriesEventId'>;

async function everybodyTells(people: People, now: Date, { draftId, noteId, seriesEventId }: Own) {
  const [fatima, sanne, mila, aylin] = await Promise.all(
    (['fatima', 'sanne', 'mila', 'aylin'] as const).map((who) => people(who)),
  );
  const incidentId = newId();
  const params = { incidentId };
  await yusufAsks(people);
  await yusufAddsWord(people);
  const { number } = await answered(fatima?.ask(contract.reportIncident, { body: threat(incidentId, now) }));
  await answered(fatima?.ask(contract.addAddendum, { params, body: { text: told.addendum } }));
  await answered(fatima?.ask(contract.addDetails, { params, body: calmDetails }));
  const event = {
    eventId: seriesEventId,
    way: 'mail',
    occurredAt: now.toISOString(),
    occurredPrecision: 'day',
  } as const;
  await answered(fatima?.ask(contract.addToSeries, { params, body: { events: [{ ...event, text: told.series }] } }));
  const answering = { params: { ...params, question: askedMore.code }, body: { answer: told.answer } };
  await answered(fatima?.ask(answerQuestion, answering));
  const content = JSON.stringify({ story: told.draft });
  await answered(fatima?.ask(contract.saveDraft, { params: { draftId }, body: { revision: 1, content } }));
  await answered(fatima?.ask(contract.registerDevice, { params: { deviceId: newId() }, body: { publicKey: aPoint } }));
  const note = { noteId, column: 'self_directed_emotion', corrected: false, placeKind: 'phone' } as const;
  const talk = { talkId: newId(), messageId: newId(), employerId: employer.id, to: 'coordinator' } as const;
  const key = createHash('sha256').update(talk.talkId).digest('hex');
  await answered(fatima?.ask(contract.startAnonymousTalk, { body: { ...talk, key, text: 'Zonder naam' } }));
  await answered(fatima?.ask(contract.noteSignal, { body: { ...note, occurredAt: now.toISOString() } }));
  await answered(sanne?.ask(contract.giveAccount, { params, body: { story: told.sanne } }));
  await answered(mila?.ask(contract.giveAccount, { params, body: { story: told.mila } }));
  await answered(mila?.ask(contract.addAddendum, { params, body: { text: told.addendumOfWitness } }));
  await answered(aylin?.ask(contract.giveAccount, { params, body: { story: told.aylin } }));
  return { incidentId, number };
}

/** Called by a word of the organisation's own: that is a row too. */
const ownCause = 'own_debt_help';
const calmDetails = { demanded: told.demanded, cause: 'other', chosenWords: { cause: [ownCause] } };

async function yusufAddsWord(people: People): Promise<void> {
  const yusuf = await people('yusuf');
  const label = { nl: 'Besluit over schuldhulp', en: 'Decision on debt help' };
  const word = { code: ownCause, label, countsAs: 'other', isRetired: false, ownCode: 'AG-03' };
  const { version, content } = await answered(yusuf.ask(getVocabulary, { params: { list: 'cause' } }));
  if (content.words.some(({ code }) => code === ownCause)) return;
  const body = { basedOnVersion: version, content: { list: 'cause', words: [...content.words, word] } };
  await answered(yusuf.ask(changeVocabulary, { body }));
}

/** One extra question with every threat. */
async function yusufAsks(people: People): Promise<void> {
  const yusuf = await people('yusuf');
  const params = { code: 'threat' };
  const { version } = await answered(yusuf.ask(getQuestions, { params }));
  const body = { basedOnVersion: version, content: { questions: [askedMore] } };
  await answered(yusuf.ask(changeQuestions, { params, body }));
}

async function filesAreAdded(people: People, incidentId: string): Promise<string> {
  const [fatima, aylin] = await Promise.all([people('fatima'), people('aylin')]);
  const { attachmentId, status } = await attach(fatima, incidentId, { name: told.attachment, bytes: pdf });
  const other = await attach(aylin, incidentId, { name: told.attachmentOfWitness, bytes: sound });
  if (status !== 200 || other.status !== 200) throw new Error('The files did not come in');
  return attachmentId;
}

/** She withdraws, and goes on after all. */
async function fatimaHesitates(people: People, incidentId: string): Promise<void> {
  const fatima = await people('fatima');
  const params = { incidentId };
  await answered(fatima.ask(contract.withdrawReport, { params, body: { reason: told.withdrawn } }));
  await answered(fatima.ask(contract.takeBackWithdrawal, { params, body: {} }));
}

/** The same threat once more, without work of its own, and seen by exactly the same people. */
async function fatimaReportsAgain(town: Town, people: People, incidentId: string, now: Date) {
  const twinId = newId();
  const again = { ...threat(twinId, now), story: 'Nog een keer', aggressor: null, place: { kind: 'unknown' } } as const;
  const { number: twinNumber } = await answered((await people('fatima')).ask(contract.reportIncident, { body: again }));
  await vi.waitFor(() => hasWork(town, twinId), patience);
  await town.look('delete from incident.task where incident_id = $1', [twinId]);
  await town.look(
    `insert into incident.access_grant (employer_id, incident_id, grantee_id, level, source_id, parts, reported_at)
     select employer_id, $2, grantee_id, level, source_id, parts, reported_at from incident.access_grant
     where incident_id = $1 on conflict do nothing`,
    [incidentId, twinId],
  );
  const henk = await people('henk');
  const beside = { params: { incidentId }, body: { number: twinNumber } };
  const { sameEventId } = await answered(henk.ask(contract.proposeSameEvent, beside));
  return { twinId, twinNumber, sameEventId };
}

async function henkFollowsUp(town: Town, people: People, incidentId: string, now: Date): Promise<void> {
  const henk = await people('henk');
  const params = { incidentId };
  const at = now.toISOString();
  await vi.waitFor(() => answered(henk.ask(contract.takeUpIncident, { params, body: {} })), patience);
  await vi.waitFor(() => hasWork(town, incidentId), patience);
  await answered(henk.ask(contract.readDossier, { params }));
  await answered(henk.ask(contract.openProtectedPlace, { params, body: { reason: 'police' } }));
  for (const who of ['sanne', 'ines'] as const) {
    const contact = { withPersonId: cast[who].id, way: 'phone', reached: true, at } as const;
    const note = who === 'sanne' ? { note: told.contact } : {};
    await answered(henk.ask(contract.recordContact, { params, body: { ...contact, ...note } }));
  }
  const filed = { kind: 'incident', columns: ['threat'], form: 'threat', flags: [], cause: 'other' } as const;
  await answered(henk.ask(contract.reclassifyIncident, { params, body: { ...filed, reason: told.refiled } }));
  const response = { way: 'letter', sentAt: at, summary: told.response } as const;
  await answered(henk.ask(contract.sendResponse, { params, body: response }));
  const discussed = { notBecause: 'too_sensitive' } as const;
  const closing = { conclusion: told.conclusion, discussed, victimWish: 'agrees', acceptOpenItems: true } as const;
  await answered(henk.ask(contract.closeIncident, { params, body: closing }));
  await answered(henk.ask(contract.reopenIncident, { params, body: { reason: told.reopened } }));
}

/** Closing dropped every task: those of reception and peer support are opened again, two are new, and one of these is done. */
async function henkHasMoreWork(town: Town, people: People, incidentId: string, now: Date): Promise<string> {
  const henk = await people('henk');
  const again = await town.look<{ id: string }>(
    `select id from incident.task where incident_id = $1 and code in ('footage', 'first_care')`,
    [incidentId],
  );
  for (const { id } of again) await answered(henk.ask(contract.reopenTask, { params: { taskId: id } }));
  const [taskId, ownTaskId] = [newId(), newId()];
  await giveTask(henk, incidentId, now, { taskId, title: told.task, owner: 'kees' });
  await giveTask(henk, incidentId, now, { taskId: ownTaskId, title: told.ownTask, owner: 'thijs' });
  const thijs = await people('thijs');
  await answered(thijs.ask(contract.dropTask, { params: { taskId: ownTaskId }, body: { reason: told.dropped } }));
  return taskId;
}

export async function giveTask(
  henk: Visitor,
  incidentId: string,
  now: Date,
  { taskId, title, owner }: { taskId: string; title: string; owner: CastKey },
): Promise<void> {
  const dueAt = new Date(now.getTime() + 86_400_000).toISOString();
  const body = { taskId, title, ownerPersonId: cast[owner].id, dueAt };
  await answered(henk.ask(contract.addTask, { params: { incidentId }, body }));
}

/** Both to whom it happened say yes; one of them with words for Henk. */
async function teamLearns(town: Town, people: People, incidentId: string): Promise<string> {
  const params = { incidentId };
  const texts = { happened: told.summary, done: 'We riepen hulp.', learned: 'Eerder bellen.', agreed: 'Samen staan.' };
  await answered((await people('henk')).ask(contract.writeSummary, { params, body: { texts, keep: [] } }));
  for (const who of ['sanne', 'ines'] as const) {
    const words = who === 'sanne' ? told.summaryWords : null;
    const body = { version: 1, answer: 'good', words, inLibrary: false } as const;
    await answered((await people(who)).ask(contract.answerSummary, { params, body }));
  }
  const [summary] = await town.look<{ id: string }>('select id from incident.team_summary where incident_id = $1', [
    incidentId,
  ]);
  if (!summary) throw new Error('There is no summary');
  return summary.id;
}

/** Found by a date of birth that nobody else has, and asked for once. */
async function nextVisitIsAgreed(people: People, incidentId: string): Promise<void> {
  const henk = await people('henk');
  const params = { incidentId };
  const who = { name: told.aggressor, bornOn: '1961-02-03', postcode: null, houseNumber: null };
  await answered(henk.ask(contract.identifyPerson, { params, body: { ...who, description: null } }));
  const body = { ways: ['with_two'], words: told.approach, untilOn: '2026-09-10' };
  await answered(henk.ask(contract.agreeApproach, { params, body }));
  await answered(henk.ask(contract.askNextVisit, { body: { ...who, purpose: 'counter' } }));
}

/** Proposed as the job would: who did it is on the dossier, and once more. */
async function stageSamePerson(town: Town, incidentId: string, at: Date): Promise<string> {
  const sameId = newId();
  const [one, other] = [newId(), newId()].sort();
  const involved = `insert into incident.involved (id, employer_id, incident_id, role, knowledge, added_by, added_at)
    values ($1, $2, $3, 'aggressor', 'unknown', $4, $5)`;
  for (const id of [one, other]) await town.look(involved, [id, employer.id, incidentId, cast.fatima.id, at]);
  await town.look(
    `insert into incident.same_person (id, employer_id, one_id, one_incident_id, other_id, other_incident_id, why, found_at)
     values ($1, $2, $3, $4, $5, $4, '{name}', $6)`,
    [sameId, employer.id, one, incidentId, other, at],
  );
  await town.look(
    `insert into incident.same_person_decision (id, employer_id, one_id, one_incident_id, other_id, other_incident_id,
       decision, decided_at, decided_by)
     values ($1, $2, $3, $4, $5, $4, 'proposed', $6, $7)`,
    [newId(), employer.id, one, incidentId, other, at, cast.yusuf.id],
  );
  return sameId;
}

async function henkAddsARelative(people: People, incidentId: string): Promise<string> {
  const relativeId = newId();
  const partner = { relativeId, relation: 'partner', ofPersonId: cast.sanne.id, name: told.relative } as const;
  await answered((await people('henk')).ask(contract.addRelative, { params: { incidentId }, body: partner }));
  return relativeId;
}

/** As the job would write it, of the note of Fatima and this report; she was asked about it. */
async function stagePattern(town: Town, noteId: string, incidentId: string, at: Date): Promise<string> {
  const patternId = newId();
  await town.look(
    `insert into incident.pattern (id, employer_id, fact, subject, needed, days, found_at, asked_at)
     values ($1, $2, 'hour', '10', 1, 14, $3, $3)`,
    [patternId, employer.id, at],
  );
  await town.look(
    `insert into incident.pattern_signal (pattern_id, note_id, employer_id, person_id, asked_at)
     values ($1, $2, $3, $4, $5)`,
    [patternId, noteId, employer.id, cast.fatima.id, at],
  );
  await town.look('insert into incident.pattern_report (pattern_id, incident_id, employer_id) values ($1, $2, $3)', [
    patternId,
    incidentId,
    employer.id,
  ]);
  await town.look(
    `insert into incident.signal_rules_version (id, employer_id, version, content, since, created_by)
     values ($1, $2, 1, $3, $4, $5) on conflict do nothing`,
    [newId(), employer.id, JSON.stringify(rulesToBeginWith), at, cast.yusuf.id],
  );
  return patternId;
}

const patience = { timeout: 20_000, interval: 50 };

async function hasWork(town: Town, incidentId: string): Promise<void> {
  const tasks = await town.look(`select from incident.task where incident_id = $1 and code = 'footage'`, [incidentId]);
  if (tasks.length === 0) throw new Error('The playbook has no tasks yet');
}

async function answered<A>(asking: Promise<{ status: number; body: A }> | undefined): Promise<A> {
  if (asking === undefined) throw new Error('Nobody asked');
  const { status, body } = await asking;
  if (status !== 200) throw new Error(`Answered ${status}: ${JSON.stringify(body)}`);
  return body;
}

function threat(incidentId: string, now: Date): contract.IncidentReport {
  return {
    incidentId,
    kind: 'incident',
    safe: true,
    personGone: true,
    injured: false,
    columns: ['threat'],
    story: told.fatima,
    target: 'colleague',
    victimIds: [cast.sanne.id, cast.ines.id],
    witnessIds: [cast.mila.id, cast.joris.id, cast.aylin.id],
    occurredAt: new Date(now.getTime() - 600_000).toISOString(),
    occurredPrecision: 'exact',
    place: { kind: 'location', locationId: locations.stadskantoor.id, text: told.place },
    aggressor: { knowledge: 'named', text: told.aggressor },
    actions: ['talk_ended'],
    needs: ['call_me'],
    route: 'manager',
  };
}

/** Another employer in the same installation, where somebody may do everything. */
export const elsewhere = { employerId: demoId('elders'), personId: demoId('person van elders') } as const;

const rolesElsewhere = ['coordinator', 'administrator', 'privacy_officer', 'leadership', 'reception', 'peer_supporter'];

/** Those whom the cast lacks: who left, who stood in or will, and somebody of another employer. */
export async function addStrangers(town: Town, now: Date): Promise<void> {
  const day = (days: number) => new Date(now.getTime() + days * 86_400_000);
  await town.look('update organisation.person set ended_at = $2 where id = $1', [cast.noa.id, day(-1)]);
  const standIn = `insert into organisation.deputyship (id, employer_id, absent_person_id, deputy_person_id, since, until, created_at)
    values ($1, $2, $3, $4, $5, $6, $5)`;
  await town.look(standIn, [newId(), employer.id, cast.henk.id, cast.dennis.id, day(-9), day(-1)]);
  await town.look(standIn, [newId(), employer.id, cast.henk.id, cast.chantal.id, day(1), day(9)]);
  const { employerId, personId } = elsewhere;
  await town.look(
    `insert into organisation.employer (id, name, sector, created_at)
     values ($1, 'Elders', 'care', $2)`,
    [employerId, now],
  );
  await town.look(
    `insert into organisation.person (id, employer_id, given_name, family_name, created_at)
     values ($1, $2, 'Van', 'Elders', $3)`,
    [personId, employerId, now],
  );
  for (const role of rolesElsewhere) {
    await town.look(
      `insert into organisation.role_holding (id, employer_id, person_id, role, since) values ($1, $2, $3, $4, $5)`,
      [newId(), employerId, personId, role, day(-1)],
    );
  }
}
