import type { JobRegistry, Subscriptions } from '../../platform/index.ts';
import { whenMessageComes } from '../anonymous/when-message-comes.ts';
import { whenDraftGrowsOld } from '../drafts/when-draft-grows-old.ts';
import type { ReportingNeeds } from './reporting-needs.ts';
import { askStory, tellWhoHasIt } from './when-story-is-asked.ts';

/** What this part does when something happened, or when its time has come. */
export function listenForReporting(subscriptions: Subscriptions, registry: JobRegistry, needs: ReportingNeeds): void {
  subscriptions.on('account-asked', 'ask-story', (tx, event) => askStory(tx, event, needs));
  subscriptions.on('account-given', 'tell-who-has-it', (tx, event) => tellWhoHasIt(tx, event, 'account-given', needs));
  subscriptions.on('addendum-added', 'tell-who-has-it', (tx, event) =>
    tellWhoHasIt(tx, event, 'addendum-added', needs),
  );
  subscriptions.on('anonymous-message-sent', 'tell-recipients', whenMessageComes(needs));
  registry.handle('draft-grows-old', (tx, job) =>
    whenDraftGrowsOld(tx, job, (_tx, personId, forgottenAt) =>
      needs.notify(tx, {
        personId,
        template: 'draft-expiring',
        urgent: false,
        data: { dueAt: forgottenAt.toISOString() },
      }),
    ),
  );
}
