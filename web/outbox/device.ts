import { toBase64url } from '../../contract/base64url.ts';
import type { AnswerOf } from '../../contract/endpoint.ts';
import type { registerDevice } from '../../contract/incident.ts';
import { signingCurve } from '../../contract/sealed-envelope.ts';
import { noteServerTime, serverNow } from '../session/now.ts';
import { Problem } from '../session/problem.ts';
import { request } from '../session/request.ts';
import { tellOutboxChanged } from './box.ts';
import { keepAnswersForLater } from './kept-answers.ts';
import { all, type Device, find, put, remove } from './store.ts';

type Registered = AnswerOf<typeof registerDevice>;

const RENEWED_AFTER_MS = 24 * 3_600_000;
const beginsAnew: readonly string[] = ['device-of-somebody-else', 'device-no-longer-trusted'];
const current = 'current-person';

/** While there is a connection: makes this device ready to report without one, in the name of who is signed in. */
export async function prepareDevice(personId: string): Promise<void> {
  const known = await find('devices', personId);
  const clock = { behindMs: serverNow().getTime() - Date.now(), knownSince: serverNow().getTime() };
  const isFresh = known && Math.abs(clock.knownSince - known.registeredOn) < RENEWED_AFTER_MS;
  const device = isFresh ? known : await register(known ?? (await newDevice(personId)));
  await put('devices', { ...device, ...clock });
  await put('settings', { name: current, value: personId });
  tellOutboxChanged();
  await keepAnswersForLater();
}

type NewDevice = Pick<Device, 'personId' | 'deviceId' | 'signing'>;

/** The private half cannot be taken out, not by us either: the browser only signs with it. */
async function newDevice(personId: string): Promise<NewDevice> {
  const signing = await crypto.subtle.generateKey(signingCurve, false, ['sign', 'verify']);
  return { personId, deviceId: crypto.randomUUID(), signing };
}

async function register(device: NewDevice): Promise<Omit<Device, 'behindMs' | 'knownSince'>> {
  const publicKey = toBase64url(new Uint8Array(await crypto.subtle.exportKey('raw', device.signing.publicKey)));
  try {
    const { sealingKey } = await request<Registered>({
      method: 'PUT',
      path: `/devices/${device.deviceId}`,
      body: { publicKey },
    });
    return { ...device, sealingKey, registeredOn: serverNow().getTime() };
  } catch (problem) {
    // A storage that was copied, a server that was put back, or a device that was not trusted until now: begin anew.
    if (problem instanceof Problem && beginsAnew.includes(problem.code)) {
      return register(await newDevice(device.personId));
    }
    throw problem;
  }
}

/** In whose name this device can report now, without asking the server; undefined where nobody signed in, or last signed out. */
export async function currentDevice(): Promise<Device | undefined> {
  const person = await find('settings', current);
  const device = typeof person?.value === 'string' ? await find('devices', person.value) : undefined;
  if (device && nobodyToldTheTime()) noteServerTime(new Date(Date.now() + device.behindMs).toUTCString());
  return device;
}

/** Without a connection nobody tells the time; what was learned before still counts then. */
function nobodyToldTheTime(): boolean {
  return Math.abs(serverNow().getTime() - Date.now()) < 5;
}

/** Somebody is about to sign in, perhaps because this device was no longer trusted: then we make it known anew. */
export async function askAnewAtSignIn(): Promise<void> {
  for (const device of await all('devices')) await put('devices', { ...device, registeredOn: 0 });
}

/** On signing out: from here on nobody reports on this device in that name. What waits stays, sealed. */
export async function forgetPerson(): Promise<void> {
  const devices = await all('devices');
  await remove('settings', current);
  await Promise.all(devices.map(({ personId }) => remove('devices', personId)));
}
