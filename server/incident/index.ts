import type { JobRegistry, Route, Subscriptions } from '../platform/index.ts';
import { anonymousRefusals } from './anonymous/refusals.ts';
import { anonymousRoutes } from './anonymous/routes.ts';
import { attachmentRefusals } from './attachments/attachment-refusals.ts';
import { classificationRefusals, classificationRoutes } from './classification/routes.ts';
import { followUpByItself } from './follow-up-jobs.ts';
import type { FollowUpNeeds } from './follow-up-needs.ts';
import { followUpRoutes } from './follow-up-routes.ts';
import { guestRefusals } from './guests/refusals.ts';
import { guestRoutes } from './guests/routes.ts';
import { handOverRoutes } from './hand-over/routes.ts';
import { handleImports } from './import/import-jobs.ts';
import { importRefusals } from './import/import-refusals.ts';
import { importRoutes } from './import/import-routes.ts';
import { approachRefusals } from './next-visit/agree-approach.ts';
import { nextVisitRoutes } from './next-visit/routes.ts';
import { offlineRoutes } from './offline/offline-routes.ts';
import { offlineRefusals } from './offline/refusals-offline.ts';
import { patternRefusals } from './patterns/decide-pattern.ts';
import { patternRoutes } from './patterns/routes.ts';
import { peopleRoutes } from './people/routes.ts';
import { personRefusals } from './people/who-did-it.ts';
import { questionRoutes } from './questions/routes.ts';
import { followUpRefusals } from './refusals-follow-up.ts';
import { listenForReporting } from './reporting/listen-for-reporting.ts';
import { reportingRefusals } from './reporting/refusals-reporting.ts';
import { reportingRoutes } from './reporting/reporting-routes.ts';
import { sameEventRefusals, sameEventRoutes } from './same-event/routes.ts';
import { forwardingRefusals } from './series/forwarding/own-address.ts';
import { seriesRoutes } from './series/routes.ts';
import { summaryRoutes } from './summaries/routes.ts';
import { summaryRefusals } from './summaries/write-summary.ts';
import { withdrawalRefusals, withdrawalRoutes } from './withdrawal/routes.ts';

export { attachmentsByThemselves, tidyHalfAttachments, tidyStrayFiles } from './attachments/attachment-jobs.ts';
export { attachmentRoutes } from './attachments/attachment-routes.ts';
export { readAttachmentSettings } from './attachments/attachment-settings.ts';
export { exportsByThemselves } from './export/export-make.ts';
export { narrowForGuests } from './guests/for-guests.ts';
export { forgetOldImports } from './import/import-store.ts';
export { forgetOldMarks } from './patterns/look-for-pattern.ts';
export { mailDoor } from './series/forwarding/mail-door.ts';
export { forwardingRoutes } from './series/forwarding/routes.ts';

export const incidentRefusals = {
  ...reportingRefusals,
  ...followUpRefusals,
  ...importRefusals,
  ...attachmentRefusals,
  ...offlineRefusals,
  ...anonymousRefusals,
  ...patternRefusals,
  ...personRefusals,
  ...guestRefusals,
  ...sameEventRefusals,
  ...classificationRefusals,
  ...withdrawalRefusals,
  ...summaryRefusals,
  ...approachRefusals,
  ...forwardingRefusals,
};

export function incidentRoutes(needs: FollowUpNeeds): Route[] {
  return [
    ...reportingRoutes(needs),
    ...followUpRoutes(needs),
    ...importRoutes(needs),
    ...offlineRoutes(needs),
    ...anonymousRoutes(needs),
    ...patternRoutes(needs),
    ...peopleRoutes(needs),
    ...questionRoutes(needs),
    ...guestRoutes(needs),
    ...seriesRoutes(needs),
    ...sameEventRoutes(needs),
    ...classificationRoutes(needs),
    ...withdrawalRoutes(needs),
    ...summaryRoutes(needs),
    ...nextVisitRoutes(needs),
    ...handOverRoutes(needs),
  ];
}

/** What happens without anybody asking: on an event, or when a moment has come. */
export function incidentsByThemselves(registry: JobRegistry, subscriptions: Subscriptions, needs: FollowUpNeeds): void {
  followUpByItself(registry, subscriptions, needs);
  listenForReporting(subscriptions, registry, needs);
  handleImports(registry, needs);
}
