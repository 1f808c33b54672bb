import type { FollowUpNeeds } from '../follow-up-needs.ts';

/** What reporting asks of the rest of the house; `app.ts` fills it in. */
export type ReportingNeeds = Pick<FollowUpNeeds, 'vault' | 'notify'>;
