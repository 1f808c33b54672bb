import { z } from 'zod';
import { id } from './id.ts';
import * as words from './incident-words.ts';

export { id };

/** A moment with an offset, as ISO 8601. */
export const moment = z.iso.datetime({ offset: true });
export const shortText = z.string().trim().min(1).max(500);
export const story = z.string().trim().min(1).max(20_000);
export const incidentParams = z.strictObject({ incidentId: id });
export const cursor = z.string().max(400).optional();
export const limit = z.coerce.number().int().min(1).max(100).default(25);

/** Text in both languages of the product. */
export const bilingual = z.strictObject({ nl: z.string(), en: z.string() });

/** A colleague as others on the dossier may see them. */
export const personRef = z.strictObject({ id, name: z.string(), initials: z.string() });
export type PersonRef = z.infer<typeof personRef>;

/** What every write on a dossier answers: never what was written. */
export const writtenIncident = z.strictObject({ incidentId: id, state: z.enum(words.incidentStates) });

/** A step in plain words; the words are made from code and names by the reader's language. */
export const plainStep = z.strictObject({
  id,
  at: moment,
  kind: z.string(),
  actor: personRef.nullable(),
  text: bilingual,
  isAhead: z.boolean(),
});
export type PlainStep = z.infer<typeof plainStep>;
