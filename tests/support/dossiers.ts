import { randomUUID } from 'node:crypto';
import { type CastKey, cast, locations } from '../../database/demo/cast.ts';
import type { OpenTown } from './open-town.ts';

/** A dossier in each of its states, in the open town; each by the same doors that a browser uses. */
export interface Dossiers {
  /** Mila was threatened; nobody took it up yet. */
  readonly fresh: string;
  /** Joris was insulted; Henk took it up and did not call yet. */
  readonly takenUp: string;
  /** Fatima was threatened and Sanne saw it; her story is asked. */
  readonly inFollowUp: string;
  readonly closed: string;
  readonly corrected: string;
}

type OpenDoors = Pick<OpenTown, 'url' | 'now' | 'settle'>;
type Method = 'POST' | 'PUT' | 'PATCH';
export type Ask = (path: string, body: unknown, method?: Method) => Promise<void>;

export async function layOutDossiers(town: OpenDoors): Promise<Dossiers> {
  const ask = {
    fatima: await doorsFor(town, 'fatima'),
    mila: await doorsFor(town, 'mila'),
    joris: await doorsFor(town, 'joris'),
    henk: await doorsFor(town, 'henk'),
  };
  const [fresh, takenUp, inFollowUp, closed, corrected] = [
    await report(town, ask.mila, { room: 'balie3', column: 'threat' }),
    await report(town, ask.joris, { room: 'balie1', column: 'verbal_aggression' }),
    await report(town, ask.fatima, { room: 'balie2', column: 'threat', witness: 'sanne' }),
    await report(town, ask.fatima, { room: 'hal', column: 'verbal_aggression' }),
    await report(town, ask.fatima, { room: 'balie4', column: 'verbal_aggression' }),
  ];
  await town.settle();
  await ask.henk(`/incidents/${takenUp}/take-up`, {});
  await ask.henk(`/incidents/${takenUp}/classification`, {
    ...{ kind: 'incident', columns: ['verbal_aggression'], form: 'verbal', flags: [], cause: 'anger_about_policy' },
    reason: 'Hij was boos over de wachttijd.',
  });
  await ask.joris(`/incidents/${takenUp}/withdrawal`, { reason: 'Ik wil er geen gedoe van.' });
  await followUp(town, ask.henk, inFollowUp);
  await followUp(town, ask.henk, closed);
  await close(town, ask.henk, closed);
  await teamLearns(ask, takenUp, closed);
  await nextVisitIsAgreed(ask.henk, closed);
  await ask.henk(`/incidents/${corrected}/correction`, { reason: 'criticism_not_aggression' });
  await ask.fatima(`/incidents/${inFollowUp}/addenda`, { text: 'Hij had een rode tas bij zich.' });
  await ask.fatima(`/incidents/${inFollowUp}/series`, {
    events: [
      { way: 'call', text: 'Hij belde drie keer en hing steeds op.', hours: 30 },
      { way: 'visit', text: 'Hij stond bij de fietsenstalling te wachten.', hours: 3 },
    ].map(({ way, text, hours }) => ({
      eventId: randomUUID(),
      way,
      text,
      occurredAt: new Date(town.now().getTime() - hours * 3_600_000).toISOString(),
      occurredPrecision: 'exact',
    })),
  });
  await town.settle();
  return { fresh, takenUp, inFollowUp, closed, corrected };
}

/** What somebody who stepped in can ask of the API. */
export async function doorsFor({ url }: OpenDoors, who: CastKey): Promise<Ask> {
  const send = async (path: string, body: unknown, method: Method, cookie = '') => {
    const answer = await fetch(`${url}/api/v1${path}`, {
      method,
      headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID(), origin: url, cookie },
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${who} could not do ${path}: ${answer.status} ${await answer.text()}`);
    return answer;
  };
  const steppedIn = await send('/demonstration/step-in', { personId: cast[who].id }, 'POST');
  const cookies = steppedIn.headers.getSetCookie().map((cookie) => cookie.split(';')[0]);
  return async (path, body, method = 'POST') => void (await send(path, body, method, cookies.join('; ')));
}

interface Happening {
  readonly room: keyof typeof locations.stadskantoor.rooms;
  readonly column: 'threat' | 'verbal_aggression';
  readonly witness?: CastKey;
}

async function report(town: OpenDoors, ask: Ask, { room, column, witness }: Happening): Promise<string> {
  const incidentId = randomUUID();
  const { stadskantoor } = locations;
  await ask('/incidents', {
    incidentId,
    kind: 'incident',
    safe: true,
    personGone: true,
    injured: false,
    columns: [column],
    story: 'Hij stond ineens voor de balie en schreeuwde. Hij zei dat hij wist hoe laat ik naar huis ga.',
    target: 'me',
    victimIds: [],
    witnessIds: witness ? [cast[witness].id] : [],
    occurredAt: new Date(town.now().getTime() - 10 * 60_000).toISOString(),
    occurredPrecision: 'exact',
    place: { kind: 'location', locationId: stadskantoor.id, roomId: stadskantoor.rooms[room].id },
    aggressor: { knowledge: 'described', text: 'Man met een grijze jas' },
    actions: ['addressed_behaviour', 'talk_ended'],
    needs: ['call_me'],
    route: 'manager',
  });
  return incidentId;
}

async function followUp(town: OpenDoors, ask: Ask, incidentId: string): Promise<void> {
  await ask(`/incidents/${incidentId}/take-up`, {});
  await ask(`/incidents/${incidentId}/contacts`, {
    withPersonId: cast.fatima.id,
    way: 'phone',
    reached: true,
    at: town.now().toISOString(),
    note: 'Ze gaat met een collega naar huis.',
  });
}

/** One text waits for Joris; to the other Fatima said yes, and the team reads it. */
async function teamLearns(ask: { henk: Ask; fatima: Ask }, waiting: string, shared: string): Promise<void> {
  const texts = {
    happened: 'Een inwoner schold een collega uit.',
    done: 'Twee collega’s kwamen erbij staan. De beveiliging liep mee naar buiten.',
    learned: 'Met z’n tweeën werd het snel rustig. De bel hoorde bijna niemand.',
    agreed: 'We gaan meteen met z’n tweeën. De bel klinkt voortaan ook achter.',
  };
  await ask.henk(`/incidents/${waiting}/summary`, { texts, keep: [] }, 'PUT');
  await ask.henk(`/incidents/${shared}/summary`, { texts, keep: [] }, 'PUT');
  const yes = { version: 1, answer: 'good', words: null, inLibrary: true };
  await ask.fatima(`/my-incidents/${shared}/summary/answer`, yes, 'PUT');
}

/** Of somebody born on 1 May 1980: found by whoever types that with the name. */
async function nextVisitIsAgreed(henk: Ask, incidentId: string): Promise<void> {
  const who = { name: 'Dirk Zwart', bornOn: '1980-05-01', postcode: null, houseNumber: null, description: null };
  await henk(`/incidents/${incidentId}/who-did-it`, who, 'PUT');
  const body = { ways: ['with_two', 'at_office'], words: 'Kies een kamer met twee deuren.', untilOn: '2026-09-10' };
  await henk(`/incidents/${incidentId}/next-visit`, body, 'PUT');
}

async function close(town: OpenDoors, ask: Ask, incidentId: string): Promise<void> {
  const sentAt = town.now().toISOString();
  await ask(`/incidents/${incidentId}/response`, { way: 'letter', sentAt, summary: 'Waarschuwing per brief.' });
  await ask(`/incidents/${incidentId}/closure`, {
    conclusion: 'Waarschuwing gegeven. Aan balie 3 staan we met twee mensen.',
    discussed: { on: sentAt.slice(0, 10), attendeeIds: [cast.fatima.id, cast.sanne.id] },
    victimWish: 'agrees',
    acceptOpenItems: true,
  });
}
