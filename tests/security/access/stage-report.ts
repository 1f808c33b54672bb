import { createHash } from 'node:crypto';
import { vi } from 'vitest';
import * as contract from '../../../contract/incident.ts';
import { answerQuestion, changeQuestions, getQuestions } from '../../../contract/questions.ts';
import { changeVocabulary, getVocabulary } from '../../../contract/vocabulary.ts';
import { cast, employer, locations } from '../../../database/demo/cast.ts';
import { newId } from '../../../server/platform/index.ts';
import { attach } from '../../support/attachments.ts';
import { pdf, sound } from '../../support/sample-files.ts';
import type { Town } from '../../support/town.ts';
import { answered, hasWork, type People, patience } from './asking.ts';
import { askedMore, told } from './told.ts';

/** Of any key pair; nothing is signed with it here. */
const aPoint = 'BGsX0fLhLEJH-Lzm5WOkQPJ3A32BLeszoPShOUXYmMKWT-NC4v4af5uO5-tKfA-eFivOM1drMV7Oy7ZAaDe_UfU';

interface Own {
  readonly draftId: string;
  readonly noteId: string;
  readonly seriesEventId: string;
}

export async function everybodyTells(people: People, now: Date, { draftId, noteId, seriesEventId }: Own) {
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

export async function filesAreAdded(people: People, incidentId: string): Promise<string> {
  const [fatima, aylin] = await Promise.all([people('fatima'), people('aylin')]);
  const { attachmentId, status } = await attach(fatima, incidentId, { name: told.attachment, bytes: pdf });
  const other = await attach(aylin, incidentId, { name: told.attachmentOfWitness, bytes: sound });
  if (status !== 200 || other.status !== 200) throw new Error('The files did not come in');
  return attachmentId;
}

/** One mail came in at her address, before she ended it. */
export async function fatimaForwards(town: Town, people: People, incidentId: string, addressId: string) {
  const fatima = await people('fatima');
  await answered(fatima.ask(contract.makeForwardingAddress, { params: { incidentId }, body: { addressId } }));
  await town.look(
    `insert into incident.series_mail
       (id, employer_id, incident_id, address_id, person_id, came_in_at, reading, original, numbers_left_out)
     select $2, employer_id, incident_id, id, person_id, made_at, 'read', 'no_room', 0
     from incident.series_address where id = $1`,
    [addressId, newId()],
  );
  await answered(fatima.ask(contract.endForwardingAddress, { params: { addressId }, body: {} }));
}

/** She withdraws, and goes on after all. */
export async function fatimaHesitates(people: People, incidentId: string): Promise<void> {
  const fatima = await people('fatima');
  const params = { incidentId };
  await answered(fatima.ask(contract.withdrawReport, { params, body: { reason: told.withdrawn } }));
  await answered(fatima.ask(contract.takeBackWithdrawal, { params, body: {} }));
}

/** The same threat once more, without work of its own, and seen by exactly the same people. */
export async function fatimaReportsAgain(town: Town, people: People, incidentId: string, now: Date) {
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
