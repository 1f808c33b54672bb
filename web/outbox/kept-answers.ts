/**
 * What can be read without a connection: the numbers to call, what we agreed on, our buildings. Nothing in it is about a person.
 * The service worker renews it; see web/app/sw.ts.
 */
export const keptAnswers = 'answers';

/** For anybody. */
export const openAddresses = ['/api/v1/first-screen', '/api/v1/protocol/matrix/default'];
/** For whoever works here. */
export const houseAddresses = [
  '/api/v1/locations',
  '/api/v1/protocol/matrix',
  '/api/v1/protocol/playbooks',
  '/api/v1/protocol/words',
];

/** The page that registers the service worker is loaded before it: what it asked for passed it by. */
export async function keepAnswersForLater(): Promise<void> {
  if (!('caches' in globalThis)) return;
  const cache = await caches.open(keptAnswers);
  await Promise.all([...openAddresses, ...houseAddresses].map((address) => keepUnlessKept(cache, address)));
}

async function keepUnlessKept(cache: Cache, address: string): Promise<void> {
  if (await cache.match(address)) return;
  const answer = await fetch(address);
  if (answer.ok) await cache.put(address, undated(answer));
}

/** The page sets its clock by the date of an answer; a kept answer is of another moment. */
export function undated(answer: Response): Response {
  const headers = new Headers(answer.headers);
  headers.delete('date');
  return new Response(answer.body, { status: answer.status, headers });
}
