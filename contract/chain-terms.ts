import { z } from 'zod';
import { chainTermLimits } from './chain-term-limits.ts';
import { endpoint } from './endpoint.ts';
import { colleagueRef } from './organisation.ts';
import { protocolRefusals } from './protocol.ts';

const { immediate, workingTime } = chainTermLimits;

/** How long somebody who was called has before the next one is called. Urgent calls go on at any hour; others keep to working time. */
export const ChainTerms = z.strictObject({
  immediateMinutes: z.int().min(immediate.min).max(immediate.max),
  workingTimeMinutes: z.int().min(workingTime.min).max(workingTime.max),
});
export type ChainTerms = z.infer<typeof ChainTerms>;

/** Zero while the organisation never chose its own. */
const versionOfTerms = z.int().min(0);

export const getChainTerms = endpoint({
  name: 'getChainTerms',
  method: 'GET',
  path: '/protocol/chain-terms',
  access: 'session',
  summary: 'How long each who is called has before the next one is called',
  answer: z.strictObject({
    version: versionOfTerms,
    sinceAt: z.iso.datetime({ offset: true }).nullable(),
    by: colleagueRef.nullable(),
    /** Terms of before the limits are told as they are. */
    terms: z.strictObject({ immediateMinutes: z.int().min(1), workingTimeMinutes: z.int().min(1) }),
  }),
});

export const changeChainTerms = endpoint({
  name: 'changeChainTerms',
  method: 'PUT',
  path: '/protocol/chain-terms',
  access: 'session',
  summary: 'Change how long each who is called has; counts from the next step of every chain',
  body: z.strictObject({ basedOnVersion: versionOfTerms, terms: ChainTerms }),
  answer: z.strictObject({ version: z.int().min(1) }),
  refusals: protocolRefusals,
});
