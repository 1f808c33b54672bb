/** Where a message may go. In the app it always appears when it is listed. */
export type Channel = 'push' | 'email' | 'sms';

/** What the link in a message opens. */
export type Opens =
  | 'dossier'
  | 'my-work'
  | 'my-dossiers'
  | 'report'
  | 'sessions'
  | 'access-review'
  | 'anonymous-talks'
  | 'secret-link'
  | 'patterns'
  | 'notes'
  | 'exports'
  | 'nothing';

interface Shape {
  /** Text messages go out only when the sender says that it is urgent. */
  readonly channels: readonly Channel[];
  /** News in the app, or only a carrier: a sign-in code. */
  readonly isListed: boolean;
  readonly opens: Opens;
}

const everywhere = ['push', 'email', 'sms'] as const;
const quietly = ['push', 'email'] as const;

function news(channels: readonly Channel[], opens: Opens): Shape {
  return { channels, isListed: true, opens };
}

const shapes = {
  'incident-reported': news(everywhere, 'dossier'),
  'chain-escalated': news(everywhere, 'dossier'),
  'contact-due': news(everywhere, 'dossier'),
  'taken-up': news(quietly, 'dossier'),
  'task-assigned': news(quietly, 'dossier'),
  'tasks-handed-over': news(quietly, 'my-work'),
  'dossiers-handed-over': news(quietly, 'my-dossiers'),
  'handed-over-taken-back': news(quietly, 'my-work'),
  'tasks-due': news(quietly, 'my-work'),
  'task-overdue': news(quietly, 'dossier'),
  'response-due': news(quietly, 'dossier'),
  'response-overdue': news(everywhere, 'dossier'),
  'review-due': news(quietly, 'dossier'),
  'step-for-reporter': news(quietly, 'dossier'),
  'own-people-concerned': news(quietly, 'dossier'),
  'account-asked': news(quietly, 'dossier'),
  'account-given': news(quietly, 'dossier'),
  'summary-asked': news(quietly, 'dossier'),
  'summary-answered': news(quietly, 'dossier'),
  'approach-review': news(quietly, 'dossier'),
  'addendum-added': news(quietly, 'dossier'),
  'report-withdrawn': news(quietly, 'dossier'),
  'incident-corrected': news(quietly, 'dossier'),
  'anonymous-message': news(quietly, 'anonymous-talks'),
  'dossier-closed': news(quietly, 'dossier'),
  'dossier-reopened': news(quietly, 'dossier'),
  'draft-expiring': news(quietly, 'report'),
  'export-ready': news(['push'], 'exports'),
  'pattern-found': news(quietly, 'patterns'),
  'pattern-question': news(quietly, 'notes'),
  'pattern-answered': news(quietly, 'patterns'),
  invitation: { channels: ['email'], isListed: false, opens: 'secret-link' },
  'guest-link': { channels: ['email'], isListed: false, opens: 'secret-link' },
  'guest-code': { channels: ['sms'], isListed: false, opens: 'nothing' },
  'sign-in-link': { channels: ['email'], isListed: false, opens: 'secret-link' },
  'sign-in-code': { channels: ['email'], isListed: false, opens: 'nothing' },
  'sign-in-changed': news(['email'], 'sessions'),
  'sessions-ended': news(['email'], 'sessions'),
  'account-reset': news(['email'], 'nothing'),
  'invitation-handed-over': news(['email'], 'nothing'),
  'access-changed': news(['email'], 'access-review'),
  'access-changed-elsewhere': news(['email'], 'nothing'),
} as const satisfies Record<string, Shape>;

export type Template = keyof typeof shapes;

export const templates: Readonly<Record<Template, Shape>> = shapes;

export function isTemplate(name: string): name is Template {
  return name in shapes;
}

/** The page of the web client. Ids may stand in an address; names and stories never do. */
export function pathOf(template: Template, incidentId: string | null): string | null {
  const opens = templates[template].opens;
  if (opens === 'my-work') return '/mijn-werk';
  if (opens === 'my-dossiers') return '/meldingen?heeft=ik';
  if (opens === 'report') return '/melden';
  if (opens === 'exports') return '/meldingen/exporteren';
  if (opens === 'patterns') return '/patronen';
  if (opens === 'notes') return '/notities';
  if (opens === 'sessions') return '/account';
  if (opens === 'anonymous-talks') return '/gesprekken';
  if (opens === 'access-review') return '/beheer/toegang';
  return opens === 'dossier' && incidentId !== null ? `/meldingen/${incidentId}` : null;
}
