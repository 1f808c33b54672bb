import * as contract from '../../../contract/incident.ts';
import type { Sentence } from '../../../contract/problem.ts';
import { type JobRegistry, type Route, route, type Subscriptions } from '../../platform/index.ts';
import type { FollowUpNeeds } from '../follow-up-needs.ts';
import { rejectFlaws } from '../reject-flaws.ts';
import { decideSameEvent } from './decide-same-event.ts';
import type { JoinRefusal } from './joining.ts';
import { matchEvent, matchEventJob } from './match-event.ts';
import { proposeSameEvent, readSameEvents } from './read-same-events.ts';
import { separateSameEvent, whenLeadingIsWithdrawn } from './separate-dossiers.ts';
import { contactCountsForJoined, tellJoinedDossiers, whenDossiersJoined } from './tell-joined.ts';

type SameEventRefusal =
  | Exclude<JoinRefusal, 'incident-corrected'>
  | 'joined-already'
  | 'not-joined'
  | 'number-not-yours';
export const sameEventRefusals = {
  'joined-elsewhere': {
    nl: 'Een van deze dossiers hoort al bij een ander dossier. Voeg samen met het dossier dat voorgaat.',
    en: 'One of these dossiers is joined with another already. Join with the one that leads.',
  },
  'joined-already': {
    nl: 'Deze dossiers zijn al samengevoegd. Haal ze eerst uit elkaar.',
    en: 'These dossiers are joined already. Take them apart first.',
  },
  'not-joined': {
    nl: 'Deze dossiers zijn niet samengevoegd.',
    en: 'These dossiers are not joined.',
  },
  'number-not-yours': {
    nl: 'Dit nummer vinden we niet tussen jouw dossiers. Kijk het na.',
    en: 'We do not find this number among your dossiers. Look at it again.',
  },
} as const satisfies Record<SameEventRefusal, Sentence>;

export function sameEventRoutes(needs: FollowUpNeeds): Route[] {
  return [
    route(contract.readSameEvents, ({ tx, params }) => readSameEvents(tx, params.incidentId)),
    route(contract.proposeSameEvent, ({ tx, params, body, session }) =>
      proposeSameEvent(tx, session.personId, { ...params, ...body }),
    ),
    route(contract.decideSameEvent, ({ tx, params, body, session }) =>
      decideSameEvent(needs, tx, session.personId, { ...params, decision: body }),
    ),
    route(contract.separateSameEvent, async ({ tx, params, body, session }) =>
      rejectFlaws(await separateSameEvent(needs, tx, session.personId, { ...params, ...body })),
    ),
  ];
}

export function sameEventsByThemselves(
  registry: JobRegistry,
  subscriptions: Subscriptions,
  needs: FollowUpNeeds,
): void {
  registry.handle(matchEventJob, matchEvent());
  subscriptions.on('dossiers-joined', 'carry-contact', whenDossiersJoined(needs));
  subscriptions.on('contact-recorded', 'carry-contact-to-joined', contactCountsForJoined(needs));
  subscriptions.on('step-for-reporter', 'tell-joined-dossiers', tellJoinedDossiers());
  subscriptions.on('closed-as-withdrawn', 'give-work-back', whenLeadingIsWithdrawn());
}
