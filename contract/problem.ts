import { z } from 'zod';

/** What is wrong with one field. `pointer` is a JSON pointer into the body, the query or the path. */
export const fieldError = z.strictObject({
  in: z.enum(['body', 'query', 'path', 'header']),
  pointer: z.string(),
  code: z.string(),
  nl: z.string(),
  en: z.string(),
});

/** Every answer that is not a success (RFC 9457), with a sentence to show in Dutch and in English. */
export const problem = z.strictObject({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  detail: z.string(),
  /** Why, for programs: `invalid-input`, `session-ended`, or the code of a refusal. */
  code: z.string(),
  nl: z.string(),
  en: z.string(),
  /** Names this one request in the log; to be told to whoever looks into it. */
  traceId: z.string(),
  errors: z.array(fieldError).optional(),
  /** Codes, counts and moments that a refusal brings along. */
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])).optional(),
});

export type Problem = z.infer<typeof problem>;
export type FieldError = z.infer<typeof fieldError>;

/** One sentence, in both languages of the product. */
export interface Sentence {
  readonly nl: string;
  readonly en: string;
}
