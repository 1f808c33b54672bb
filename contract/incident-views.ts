import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { id } from './incident-shapes.ts';

/** The words of an address that say what a list shows: `stand`, `ernst`, `van` … with codes, ids and dates. */
export const filterWords = [
  'wie',
  'stand',
  'ernst',
  'soort',
  'woord',
  'team',
  'locatie',
  'nummer',
  'heeft',
  'van',
  'tot',
] as const;
export type FilterWord = (typeof filterWords)[number];

export const viewWords = z.partialRecord(z.enum(filterWords), z.string().regex(/^[\w-]{1,60}$/));

const viewParams = z.strictObject({ viewId: id });

export const savedView = z.strictObject({
  viewId: id,
  name: z.string(),
  words: viewWords,
  /** What they see first when they open the list. */
  isFirst: z.boolean(),
});
export type SavedView = z.infer<typeof savedView>;

export const listViews = endpoint({
  name: 'listViews',
  method: 'GET',
  path: '/incident-views',
  access: 'session',
  summary: 'The views of the list that I saved: filters under a name',
  answer: z.strictObject({ views: z.array(savedView) }),
});

export const saveView = endpoint({
  name: 'saveView',
  method: 'PUT',
  path: '/incident-views/{viewId}',
  access: 'session',
  summary: 'Save a view, or give one another name or other filters; also how a deleted one comes back',
  params: viewParams,
  body: z.strictObject({ name: z.string().trim().min(1).max(60), words: viewWords, isFirst: z.boolean() }),
  answer: viewParams,
  refusals: ['too-many-views', 'view-name-in-use'],
});

export const deleteView = endpoint({
  name: 'deleteView',
  method: 'DELETE',
  path: '/incident-views/{viewId}',
  access: 'session',
  summary: 'Delete a view of mine',
  params: viewParams,
  answer: viewParams,
});
