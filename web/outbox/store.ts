import type { Envelope } from '../../contract/sealed-envelope.ts';

/**
 * What stays behind on a device, in IndexedDB: keys that cannot be taken out, sealed words, ids and moments. Nothing here can be
 * read by whoever opens the storage of the browser; tests/journeys/reporting-offline.e2e.ts looks.
 */
export interface SignedEnvelope extends Envelope {
  readonly signature: string;
}

/** A person on this device: with which key it signs for them, and to which key of the server it seals. */
export interface Device {
  readonly personId: string;
  readonly deviceId: string;
  readonly signing: CryptoKeyPair;
  readonly sealingKey: { readonly id: string; readonly publicKey: string };
  /** When the sealing key was given out, by the clock of the server. */
  readonly registeredOn: number;
  /** How far the clock of this device is behind the server, and when that was last heard. */
  readonly behindMs: number;
  readonly knownSince: number;
}

/** Something that waits for a connection, or just went. */
export type Waiting = WaitingReport | WaitingDraft;

interface InStore {
  readonly id: string;
  readonly personId: string;
  /** On the clock of the server, as far as this device knew it. */
  readonly madeOn: number;
}

export interface WaitingReport extends InStore {
  readonly kind: 'report';
  /** What it was made from: of that nothing else has to be kept. */
  readonly draftId: string;
  readonly state: ReportState;
}

/** `stuck`: the server cannot take it in, or not from whoever is signed in now; it stays until it can. */
export type ReportState =
  | { readonly now: 'waiting'; readonly envelope: SignedEnvelope }
  | { readonly now: 'needs-sign-in'; readonly envelope: SignedEnvelope }
  | { readonly now: 'stuck'; readonly envelope: SignedEnvelope; readonly why: Sentence }
  | { readonly now: 'received'; readonly incidentId: string; readonly number: string; readonly receivedOn: number }
  | { readonly now: 'returned'; readonly draftId: string; readonly because: readonly Sentence[] };

export interface Sentence {
  readonly nl: string;
  readonly en: string;
}

/** A draft that the server does not have yet. Its id is that of the draft. */
export interface WaitingDraft extends InStore {
  readonly kind: 'draft';
  readonly envelope: SignedEnvelope;
  /** The same answers, for their maker: opened on this device with the code. Null where no code was chosen. */
  readonly locked: LockedText | null;
}

/** Sealed to the key that the code of its maker opens; see code-lock.ts. */
export interface LockedText {
  readonly encapsulated: string;
  readonly ciphertext: string;
}

interface Setting {
  readonly name: string;
  readonly value: unknown;
}

interface Stores {
  devices: Device;
  outbox: Waiting;
  settings: Setting;
}

const keyPaths = { devices: 'personId', outbox: 'id', settings: 'name' } as const satisfies Record<
  keyof Stores,
  string
>;

let opened: Promise<IDBDatabase> | undefined;

function database(): Promise<IDBDatabase> {
  opened ??= new Promise((resolve, reject) => {
    const asked = indexedDB.open('rugdekking', 1);
    asked.onupgradeneeded = () => {
      for (const [name, keyPath] of Object.entries(keyPaths)) asked.result.createObjectStore(name, { keyPath });
    };
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error);
  });
  return opened;
}

/** Done only when it is on the disk. */
async function inStore<Answer>(
  name: keyof Stores,
  mode: IDBTransactionMode,
  ask: (store: IDBObjectStore) => IDBRequest<Answer>,
): Promise<Answer> {
  const transaction = (await database()).transaction(name, mode, { durability: 'strict' });
  const asked = ask(transaction.objectStore(name));
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve(asked.result);
    transaction.onabort = () => reject(transaction.error);
  });
}

export const put = <Name extends keyof Stores>(name: Name, value: Stores[Name]) =>
  inStore(name, 'readwrite', (store) => store.put(value));

export const remove = (name: keyof Stores, key: string) => inStore(name, 'readwrite', (store) => store.delete(key));

export const find = <Name extends keyof Stores>(name: Name, key: string): Promise<Stores[Name] | undefined> =>
  inStore(name, 'readonly', (store) => store.get(key));

export const all = <Name extends keyof Stores>(name: Name): Promise<Stores[Name][]> =>
  inStore(name, 'readonly', (store) => store.getAll());
