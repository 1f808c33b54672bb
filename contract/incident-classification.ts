import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { incidentParams, moment, personRef, shortText, writtenIncident } from './incident-shapes.ts';
import * as words from './incident-words.ts';

/** How an incident is filed. How severe it is follows from this, and from what else is known of it. */
const classification = z.strictObject({
  kind: z.enum(words.incidentKinds),
  columns: z.array(z.enum(words.matrixColumns)).max(5),
  form: z.enum(words.aggressionForms).nullable(),
  flags: z.array(z.enum(words.incidentFlags)).max(3),
  cause: z.enum(words.observedCauses).nullable(),
});
export type Classification = z.infer<typeof classification>;

const classified = z.strictObject({ ...classification.shape, severity: z.enum(words.severities) });
export type Classified = z.infer<typeof classified>;

export const readClassification = endpoint({
  name: 'readClassification',
  method: 'GET',
  path: '/incidents/{incidentId}/classification',
  access: 'session',
  summary: 'How it is filed now, and how it was filed before, each time with the reason',
  params: incidentParams,
  answer: z.strictObject({
    current: classified,
    changes: z.array(
      z.strictObject({ at: moment, by: personRef, before: classified, after: classified, reason: z.string() }),
    ),
  }),
});

export const reclassifyIncident = endpoint({
  name: 'reclassifyIncident',
  method: 'POST',
  path: '/incidents/{incidentId}/classification',
  access: 'session',
  summary: 'File it differently, with the reason; what it was stays to be read, and the work follows',
  params: incidentParams,
  body: z.strictObject({ ...classification.shape, reason: shortText }),
  answer: writtenIncident,
  refusals: ['classified-like-this', 'somebody-is-named', 'incident-closed', 'incident-corrected'],
});
