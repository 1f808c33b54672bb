import { buildClientWhenChanged } from '../../server/web-client.ts';

/** The web client that every browser of this run is served. */
export default async function buildClientForTests(): Promise<void> {
  await buildClientWhenChanged(new AbortController().signal);
}
