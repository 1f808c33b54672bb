import { z } from 'zod';
import { endpoint } from './endpoint.ts';

const id = z.uuid();
const moment = z.iso.datetime({ offset: true });
const cursor = z.string().max(400);

export const dossierLogEntry = z.strictObject({
  id,
  at: moment,
  /** A colleague, somebody who was not signed in, or the program itself. */
  actor: z.enum(['person', 'visitor', 'job']),
  person: z.strictObject({ id, name: z.string(), initials: z.string() }).nullable(),
  /** `incident-read`, `task-done`: see the glossary. */
  action: z.string(),
  objectKind: z.string(),
  result: z.enum(['done', 'refused']),
});
export type DossierLogEntry = z.infer<typeof dossierLogEntry>;

export const listDossierLog = endpoint({
  name: 'listDossierLog',
  method: 'GET',
  path: '/incidents/{incidentId}/log',
  access: 'session',
  summary: 'Who looked at this dossier and who changed what, newest first; for those who answer for it',
  params: z.strictObject({ incidentId: id }),
  query: z.strictObject({
    cursor: cursor.optional(),
    limit: z.coerce.number().int().min(1).max(100).default(50),
  }),
  answer: z.strictObject({ entries: z.array(dossierLogEntry), next: cursor.nullable() }),
});
