import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { id, moment } from './incident-shapes.ts';

const draftParams = z.strictObject({ draftId: id });

export const saveDraft = endpoint({
  name: 'saveDraft',
  method: 'PUT',
  path: '/drafts/{draftId}',
  access: 'session',
  summary: 'Keep a report that is being made, sealed; the newest revision wins',
  params: draftParams,
  body: z.strictObject({ revision: z.number().int().min(1).max(1_000_000), content: z.string().min(2).max(60_000) }),
  bodyLimit: 128 * 1024,
  answer: z.strictObject({ draftId: id, revision: z.number().int(), savedAt: moment }),
  refusals: ['draft-over'],
});

export const listDrafts = endpoint({
  name: 'listDrafts',
  method: 'GET',
  path: '/drafts',
  access: 'session',
  summary: 'My unfinished reports',
  answer: z.strictObject({ drafts: z.array(z.strictObject({ draftId: id, startedAt: moment, savedAt: moment })) }),
});

export const openDraft = endpoint({
  name: 'openDraft',
  method: 'GET',
  path: '/drafts/{draftId}',
  access: 'session',
  summary: 'Open one of my unfinished reports',
  params: draftParams,
  answer: z.strictObject({ draftId: id, revision: z.number().int(), savedAt: moment, content: z.string() }),
});

export const discardDraft = endpoint({
  name: 'discardDraft',
  method: 'DELETE',
  path: '/drafts/{draftId}',
  access: 'session',
  summary: 'Throw away one of my unfinished reports',
  params: draftParams,
  answer: z.strictObject({ draftId: id }),
});
