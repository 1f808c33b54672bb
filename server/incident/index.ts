import type { JobRegistry, Route, Subscriptions } from '../platform/index.ts';
import { followUpByItself } from './follow-up-jobs.ts';
import type { FollowUpNeeds } from './follow-up-needs.ts';
import { followUpRoutes } from './follow-up-routes.ts';
import { listenForReporting } from './listen-for-reporting.ts';
import { followUpRefusals } from './refusals-follow-up.ts';
import { reportingRefusals } from './refusals-reporting.ts';
import { reportingRoutes } from './reporting-routes.ts';

export const incidentRefusals = { ...reportingRefusals, ...followUpRefusals };

export function incidentRoutes(needs: FollowUpNeeds): Route[] {
  return [...reportingRoutes(needs), ...followUpRoutes(needs)];
}

/** What happens without anybody asking: on an event, or when a moment has come. */
export function incidentsByThemselves(registry: JobRegistry, subscriptions: Subscriptions, needs: FollowUpNeeds): void {
  followUpByItself(registry, subscriptions, needs);
  listenForReporting(subscriptions, registry, needs);
}
