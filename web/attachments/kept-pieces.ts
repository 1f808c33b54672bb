/**
 * What is still to be sent, so that a reload or an empty battery costs nothing. Every piece is sealed with a key that the server
 * gives to its maker alone and that is never stored here: whoever looks into this browser finds noise, without a name.
 */
const DATABASE = 'unsent-files';
const PIECES = 'pieces';

type Place = [incidentId: string, attachmentId: string, number: number];

interface KeptPiece {
  nonce: Uint8Array<ArrayBuffer>;
  sealed: ArrayBuffer;
}

export async function importKey(base64: string): Promise<CryptoKey> {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  return crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt']);
}

export async function keepPiece(place: Place, key: CryptoKey, plain: ArrayBuffer): Promise<void> {
  const nonce = crypto.getRandomValues(new Uint8Array(12));
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv: nonce, additionalData: named(place) }, key, plain);
  await inStore('readwrite', (store) => store.put({ nonce, sealed } satisfies KeptPiece, place));
}

/** Undefined when it is not here: another device, or a browser that keeps nothing. */
export async function keptPiece(place: Place, key: CryptoKey): Promise<ArrayBuffer | undefined> {
  const kept = await inStore<KeptPiece | undefined>('readonly', (store) => store.get(place));
  if (kept === undefined) return undefined;
  const how = { name: 'AES-GCM', iv: kept.nonce, additionalData: named(place) };
  return crypto.subtle.decrypt(how, key, kept.sealed);
}

export async function forgetPiece(place: Place): Promise<void> {
  await inStore('readwrite', (store) => store.delete(place));
}

export async function forgetFile(incidentId: string, attachmentId: string): Promise<void> {
  await inStore('readwrite', (store) => store.delete(all(incidentId, attachmentId)));
}

/** Of which files something is kept here. */
export async function keptFiles(incidentId: string): Promise<ReadonlySet<string>> {
  const range = IDBKeyRange.bound([incidentId], [incidentId, []]);
  const places = await inStore<IDBValidKey[]>('readonly', (store) => store.getAllKeys(range));
  return new Set(places.map((place) => String((place as Place)[1])));
}

const all = (...start: string[]) => IDBKeyRange.bound(start, [...start, []]);
const named = (place: Place) => new TextEncoder().encode(place.join('/'));

async function inStore<Result>(
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => IDBRequest<Result> | IDBRequest,
): Promise<Result> {
  const database = await open();
  try {
    return await answered(work(database.transaction(PIECES, mode).objectStore(PIECES)) as IDBRequest<Result>);
  } finally {
    database.close();
  }
}

function open(): Promise<IDBDatabase> {
  const request = indexedDB.open(DATABASE, 1);
  request.onupgradeneeded = () => request.result.createObjectStore(PIECES);
  return answered(request);
}

function answered<Result>(request: IDBRequest<Result>): Promise<Result> {
  return new Promise((done, fail) => {
    request.onsuccess = () => done(request.result);
    request.onerror = () => fail(request.error);
  });
}
