import type { Endpoint } from '../../../../contract/endpoint.ts';
import { type Action, mayEver } from '../../../../server/incident/incident-access.ts';
import type { Asked } from '../../../support/visitor.ts';
import { bitsFor, has, type Reader } from '../readers.ts';
import type { StagedDossier } from '../staged-dossier.ts';

/** `may`: done, or refused for what the dossier is at this moment. Else who cannot is told so, or hears that nothing is there. */
export type Outcome = 'may' | 403 | 404 | { readonly refused: string };

export interface Deed {
  readonly name: string;
  readonly endpoint: Endpoint;
  readonly asked: (dossier: StagedDossier, now: Date) => Asked;
  readonly outcome: (reader: Reader) => Outcome;
}

export const tomorrow = (now: Date) => new Date(now.getTime() + 86_400_000).toISOString();
export const ofIncident = (body: (now: Date) => unknown) => (dossier: StagedDossier, now: Date) => ({
  params: { incidentId: dossier.incidentId },
  body: body(now),
});
export const mayOnly =
  (may: (reader: Reader) => boolean, whoSeesIt: Outcome = 403) =>
  (reader: Reader): Outcome =>
    may(reader) ? 'may' : has(reader, 'header') ? whoSeesIt : 404;
export const by = (action: Action, whoSeesIt?: Outcome) =>
  mayOnly((reader) => mayEver(action, bitsFor(reader)), whoSeesIt);
export const reportedIt = mayOnly(({ levels }) => levels.includes('reports'));

export function deed(name: string, endpoint: Endpoint, asked: Deed['asked'], outcome: Deed['outcome']): Deed {
  return { name, endpoint, asked, outcome };
}
