import { outboxChannel } from '../outbox/box.ts';
import { deliverWhatWaits } from '../outbox/deliver.ts';
import { houseAddresses, keptAnswers, openAddresses, undated } from '../outbox/kept-answers.ts';

/**
 * Keeps the first screen, /melden and /hulp readable without a connection, sends the reports that waited for one, and wakes up
 * for a push message. What it keeps is the program itself and answers that hold nothing personal; everything else of the API
 * goes past it.
 */
interface Extendable extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface Fetching extends Extendable {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}
interface Synced extends Extendable {
  readonly tag: string;
}
interface Clicked extends Extendable {
  readonly notification: Notification;
}
interface Window {
  readonly url: string;
  navigate(url: string): Promise<unknown>;
  focus(): Promise<unknown>;
}
interface Worker {
  readonly location: Location;
  readonly registration: ServiceWorkerRegistration;
  readonly clients: {
    claim(): Promise<void>;
    matchAll(options: { type: 'window' }): Promise<Window[]>;
    openWindow(url: string): Promise<unknown>;
  };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', hear: (event: Extendable) => void): void;
  addEventListener(type: 'fetch', hear: (event: Fetching) => void): void;
  addEventListener(type: 'sync', hear: (event: Synced) => void): void;
  addEventListener(type: 'push', hear: (event: Extendable) => void): void;
  addEventListener(type: 'notificationclick', hear: (event: Clicked) => void): void;
}

// The two kinds of global scope cannot be typed in one program; this is the one that is true here.
const worker = globalThis as unknown as Worker;

/** Both are filled in by the build: see build-plugins.ts. */
const files: string | readonly string[] = '__FILES__';
const version = '__VERSION__';

const program = `program-${version}`;
/** Filled by the page when somebody turns signals on. */
const receipts = 'push';
const safeAnswers = [...openAddresses, ...houseAddresses];
const patienceMs = 4000;
const leanAddresses = /^\/(melden|hulp)(\/|$)/;

worker.addEventListener('install', (event) => {
  const names = Array.isArray(files) ? (files as readonly string[]) : [];
  const kept = caches.open(program).then((cache) => cache.addAll(names.map((name) => `/${name}`)));
  event.waitUntil(Promise.all([kept, keepSafeAnswers()]).then(() => worker.skipWaiting()));
});

/** The number to call must be there before it is needed. A house that is not set up yet has none. */
async function keepSafeAnswers(): Promise<void> {
  const cache = await caches.open(keptAnswers);
  await Promise.all(openAddresses.map((address) => cache.add(address).catch(() => undefined)));
}

worker.addEventListener('activate', (event) => {
  event.waitUntil(forgetOldPrograms().then(() => worker.clients.claim()));
});

async function forgetOldPrograms(): Promise<void> {
  const names = await caches.keys();
  await Promise.all(
    names.filter((name) => ![program, keptAnswers, receipts].includes(name)).map((name) => caches.delete(name)),
  );
}

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const address = new URL(request.url);
  if (request.method !== 'GET' || address.origin !== worker.location.origin) return;
  if (request.mode === 'navigate') event.respondWith(page(request, address));
  else if (address.pathname.startsWith('/assets/')) event.respondWith(programFile(request));
  else if (safeAnswers.includes(address.pathname)) event.respondWith(safeAnswer(request));
});

/** From the server when it answers, else the kept one. */
async function page(request: Request, address: URL): Promise<Response> {
  const kept = leanAddresses.test(address.pathname) ? '/melden.html' : '/index.html';
  const found = await caches.match(kept);
  // Reporting must not wait for a line that is there and says nothing.
  const signal = found ? AbortSignal.timeout(patienceMs) : null;
  try {
    return await fetch(request, { signal });
  } catch (cause) {
    if (found) return found;
    throw cause;
  }
}

/** Its name holds a hash of what is in it, so a kept one is never old. */
async function programFile(request: Request): Promise<Response> {
  const kept = await caches.match(request);
  if (kept) return kept;
  const answer = await fetch(request);
  if (answer.ok) await (await caches.open(program)).put(request, answer.clone());
  return answer;
}

async function safeAnswer(request: Request): Promise<Response> {
  const cache = await caches.open(keptAnswers);
  try {
    const answer = await fetch(request);
    if (answer.ok) await cache.put(request, undated(answer.clone()));
    return answer;
  } catch (cause) {
    const kept = await cache.match(request);
    if (kept) return kept;
    throw cause;
  }
}

/** There is a connection again, perhaps while no page of ours is open. Failing makes the browser try again later. */
worker.addEventListener('sync', (event) => {
  if (event.tag === outboxChannel) event.waitUntil(deliverAll());
});

async function deliverAll(): Promise<void> {
  const left = await deliverWhatWaits();
  if (left > 0) throw new Error(`${left} still wait`);
}

/**
 * The message itself is empty, and a lock screen is read by others too: it says that there is something, never what. The receipt
 * tells the server that it arrived here, so that no other channel has to try.
 */
worker.addEventListener('push', (event) => {
  event.waitUntil(Promise.all([showThatThereIsSomething(), sendReceipt()]));
});

function showThatThereIsSomething(): Promise<void> {
  return worker.registration.showNotification('Rugdekking', {
    body: 'Er is iets voor je. Open de app.',
    lang: 'nl',
    icon: '/icon-192.png',
    badge: '/icon-192.png',
    tag: 'rugdekking',
  });
}

async function sendReceipt(): Promise<void> {
  const kept = await caches.match('/push-receipt', { cacheName: receipts });
  if (!kept) return;
  await fetch('/api/v1/push-receipts', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ receipt: await kept.text() }),
  });
}

worker.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(show('/berichten'));
});

async function show(path: string): Promise<void> {
  const [open] = await worker.clients.matchAll({ type: 'window' });
  if (!open) return void (await worker.clients.openWindow(path));
  await open.focus();
  await open.navigate(new URL(path, worker.location.origin).href);
}
