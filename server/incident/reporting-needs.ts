import type { FollowUpNeeds } from './follow-up-needs.ts';

/** What reporting asks of the rest of the house; `app.ts` fills it in. */
export type ReportingNeeds = Pick<FollowUpNeeds, 'vault' | 'notify'>;

/** What every write of this part answers: ids and states, never what somebody told. */
export interface Written {
  readonly incidentId: string;
  readonly state: 'reported' | 'taken_up' | 'in_follow_up' | 'closed' | 'corrected';
}
