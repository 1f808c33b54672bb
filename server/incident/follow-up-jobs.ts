import type { JobRegistry, Subscriptions } from '../platform/index.ts';
import { chainStep } from './chain/chain-step.ts';
import { chainStepJob } from './chain/escalation.ts';
import { whenReclassified } from './classification/when-reclassified.ts';
import { whenIncidentCorrected } from './correct-incident.ts';
import type { FollowUpNeeds } from './follow-up-needs.ts';
import { keepNamesFindable } from './list/search-index.ts';
import { watchApproaches } from './next-visit/approach-jobs.ts';
import { whenDeviceRevoked, whenPersonLeavesDevices } from './offline/revoke-device.ts';
import { lookForPattern, lookForPatternJob } from './patterns/look-for-pattern.ts';
import { compareImported, compareImportedJob } from './people/compare-imported.ts';
import { matchPerson, matchPersonJob } from './people/match-person.ts';
import { responseReminder, responseReminderJob } from './response/watch-response.ts';
import { sameEventsByThemselves } from './same-event/routes.ts';
import { whenSummaryAnswered } from './summaries/when-summary-answered.ts';
import { taskOverdue, taskOverdueJob, taskReminderJob, taskReminders } from './tasks/watch-tasks.ts';
import { whenDetailsAdded } from './when-details-added.ts';
import { whenIncidentReported } from './when-incident-reported.ts';
import { whenPersonLeft } from './when-person-left.ts';
import { whenStepIsForReporter } from './when-step-is-for-reporter.ts';
import { tellWithdrawn } from './withdrawal/tell-withdrawn.ts';

/** What happens without anybody asking: on an event, or when a moment has come. None of it is ever given up. */
export function followUpByItself(registry: JobRegistry, subscriptions: Subscriptions, needs: FollowUpNeeds): void {
  subscriptions.on('incident-reported', 'follow-up', whenIncidentReported(needs));
  subscriptions.on('details-added', 'plan-what-fits', whenDetailsAdded());
  subscriptions.on('incident-reclassified', 'let-work-follow', whenReclassified(needs));
  subscriptions.on('report-withdrawn', 'tell-who-has-it', tellWithdrawn(needs));
  subscriptions.on('incident-corrected', 'erase-texts', whenIncidentCorrected());
  subscriptions.on('summary-answered', 'tell-the-writer', whenSummaryAnswered(needs));
  subscriptions.on('step-for-reporter', 'tell-those-concerned', whenStepIsForReporter(needs));
  subscriptions.on('person-left', 'return-tasks', whenPersonLeft(needs));
  subscriptions.on('person-left', 'leave-devices', whenPersonLeavesDevices());
  subscriptions.on('device-revoked', 'tell-nothing-there', whenDeviceRevoked());
  watchApproaches(registry, needs);
  const persistent = { persistent: true };
  registry.handle(chainStepJob, chainStep(needs), persistent);
  registry.handle(taskOverdueJob, taskOverdue(needs), persistent);
  registry.handle(taskReminderJob, taskReminders(needs), persistent);
  registry.handle(matchPersonJob, matchPerson(needs));
  registry.handle(compareImportedJob, compareImported());
  registry.handle(lookForPatternJob, lookForPattern(needs));
  registry.handle(responseReminderJob, responseReminder(needs), persistent);
  keepNamesFindable(registry, needs.vault);
  sameEventsByThemselves(registry, subscriptions, needs);
}
