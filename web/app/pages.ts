import { type AnyRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router';
import type { ComponentType } from 'react';
import type { Role } from '../../contract/organisation-words.ts';
import { behindTheDoor } from './behindTheDoor.tsx';
import { HomePage } from './HomePage.tsx';

/**
 * Every page of the application with its address. Each is loaded when somebody first goes there. `/melden` and `/hulp` are not
 * here: those are the lean entry, a page of their own.
 */
interface Page {
  path: string;
  load: () => Promise<{ Page: ComponentType }>;
  /** Also for who is not signed in. */
  isOpen?: true;
  /** Whoever has none of these roles reads whose work this is; the server refuses them anyway. */
  for?: readonly Role[];
}

const pages: readonly Page[] = [
  // With the program itself, because it must open without a connection too.
  { path: '/', load: async () => ({ Page: HomePage }), isOpen: true },
  {
    path: '/toegankelijkheid',
    load: () => import('./AccessibilityPage.tsx').then((m) => ({ Page: m.AccessibilityPage })),
    isOpen: true,
  },
  {
    path: '/kaart',
    load: () => import('./PaperCardPage.tsx').then((m) => ({ Page: m.PaperCardPage })),
    isOpen: true,
  },
  {
    path: '/mijn-werk',
    load: () => import('../incident/work/MyWorkPage.tsx').then((m) => ({ Page: m.MyWorkPage })),
  },
  {
    path: '/meldingen',
    load: () => import('../incident/IncidentListPage.tsx').then((m) => ({ Page: m.IncidentListPage })),
  },
  {
    path: '/meldingen/exporteren',
    load: () => import('../incident/list/ExportPage.tsx').then((m) => ({ Page: m.ExportPage })),
  },
  {
    path: '/meldingen/inlezen',
    load: () => import('../incident/import/ImportsPage.tsx').then((m) => ({ Page: m.ImportsPage })),
    for: ['coordinator'],
  },
  {
    path: '/meldingen/inlezen/$importId',
    load: () => import('../incident/import/ImportPage.tsx').then((m) => ({ Page: m.ImportPage })),
    for: ['coordinator'],
  },
  {
    path: '/meldingen/$incidentId',
    load: () => import('../incident/dossier/DossierPage.tsx').then((m) => ({ Page: m.DossierPage })),
  },
  {
    path: '/meldingen/$incidentId/logboek',
    load: () => import('../incident/log/DossierLogPage.tsx').then((m) => ({ Page: m.DossierLogPage })),
  },
  {
    path: '/meldingen/$incidentId/afsluiten',
    load: () => import('../incident/closing/ClosePage.tsx').then((m) => ({ Page: m.ClosePage })),
  },
  {
    path: '/meldingen/$incidentId/naast/$sameEventId',
    load: () => import('../incident/same-event/SameEventPage.tsx').then((m) => ({ Page: m.SameEventPage })),
  },
  {
    path: '/meldingen/$incidentId/samenvatting',
    load: () => import('../incident/summaries/SummaryPage.tsx').then((m) => ({ Page: m.SummaryPage })),
  },
  {
    path: '/volgend-bezoek',
    load: () => import('../incident/next-visit/NextVisitPage.tsx').then((m) => ({ Page: m.NextVisitPage })),
  },
  {
    path: '/volgend-bezoek/gekeken',
    load: () => import('../incident/next-visit/VisitLooksPage.tsx').then((m) => ({ Page: m.VisitLooksPage })),
  },
  {
    path: '/teamvergadering',
    load: () => import('../incident/summaries/TeamSummariesPage.tsx').then((m) => ({ Page: m.TeamSummariesPage })),
  },
  {
    path: '/mijn-meldingen',
    load: () => import('../incident/mine/MyIncidentsPage.tsx').then((m) => ({ Page: m.MyIncidentsPage })),
  },
  {
    path: '/mijn-meldingen/$incidentId',
    load: () => import('../incident/mine/MyIncidentPage.tsx').then((m) => ({ Page: m.MyIncidentPage })),
  },
  {
    path: '/reeks/$incidentId',
    load: () => import('../incident/series/SeriesPage.tsx').then((m) => ({ Page: m.SeriesPage })),
  },
  {
    path: '/reeks/$incidentId/plakken',
    load: () => import('../incident/series/PasteSeriesPage.tsx').then((m) => ({ Page: m.PasteSeriesPage })),
  },
  {
    path: '/reeks/$incidentId/afdruk',
    load: () => import('../incident/series/SeriesPaperPage.tsx').then((m) => ({ Page: m.SeriesPaperPage })),
  },
  {
    path: '/notities',
    load: () => import('../incident/notes/NotesPage.tsx').then((m) => ({ Page: m.NotesPage })),
  },
  {
    path: '/anoniem',
    load: () => import('../incident/anonymous/AnonymousPage.tsx').then((m) => ({ Page: m.AnonymousPage })),
    isOpen: true,
  },
  {
    path: '/anoniem/gesprek',
    load: () => import('../incident/anonymous/AnonymousTalkPage.tsx').then((m) => ({ Page: m.AnonymousTalkPage })),
    isOpen: true,
  },
  {
    path: '/gesprekken',
    load: () => import('../incident/anonymous/TalksPage.tsx').then((m) => ({ Page: m.TalksPage })),
  },
  {
    path: '/gesprekken/$talkId',
    load: () => import('../incident/anonymous/TalkPage.tsx').then((m) => ({ Page: m.TalkPage })),
  },
  {
    path: '/gast',
    load: () => import('../incident/guests/GuestDoorPage.tsx').then((m) => ({ Page: m.GuestDoorPage })),
    isOpen: true,
  },
  {
    path: '/gasten',
    load: () => import('../incident/guests/GuestsPage.tsx').then((m) => ({ Page: m.GuestsPage })),
  },
  {
    path: '/patronen',
    load: () => import('../incident/patterns/PatternsPage.tsx').then((m) => ({ Page: m.PatternsPage })),
  },
  {
    path: '/afspraken/patronen',
    load: () => import('../incident/patterns/SignalRulesPage.tsx').then((m) => ({ Page: m.SignalRulesPage })),
  },
  {
    path: '/berichten',
    load: () => import('../notifications/NotificationsPage.tsx').then((m) => ({ Page: m.NotificationsPage })),
  },
  {
    path: '/postvak',
    load: () => import('../notifications/PostboxPage.tsx').then((m) => ({ Page: m.PostboxPage })),
    isOpen: true,
  },
  {
    path: '/inloggen',
    load: () => import('../identity/SignInPage.tsx').then((m) => ({ Page: m.SignInPage })),
    isOpen: true,
  },
  {
    path: '/demo',
    load: () => import('../identity/StepInPage.tsx').then((m) => ({ Page: m.StepInPage })),
    isOpen: true,
  },
  {
    path: '/uitnodiging',
    load: () => import('../identity/InvitationPage.tsx').then((m) => ({ Page: m.InvitationPage })),
    isOpen: true,
  },
  {
    path: '/instellen',
    load: () => import('../identity/set-up/SetUpPage.tsx').then((m) => ({ Page: m.SetUpPage })),
    isOpen: true,
  },
  {
    path: '/account',
    load: () => import('../identity/account/AccountPage.tsx').then((m) => ({ Page: m.AccountPage })),
  },
  {
    path: '/beheer/toegang',
    load: () => import('../identity/AccessReviewPage.tsx').then((m) => ({ Page: m.AccessReviewPage })),
    for: ['administrator', 'privacy_officer'],
  },
  {
    path: '/afwezig',
    load: () => import('../organisation/away/AwayPage.tsx').then((m) => ({ Page: m.AwayPage })),
  },
  {
    path: '/beheer',
    load: () => import('../organisation/AdministrationPage.tsx').then((m) => ({ Page: m.AdministrationPage })),
    for: ['administrator'],
  },
  {
    path: '/beheer/mensen',
    load: () => import('../organisation/people/PeoplePage.tsx').then((m) => ({ Page: m.PeoplePage })),
    for: ['administrator'],
  },
  {
    path: '/beheer/mensen/nieuw',
    load: () => import('../organisation/people/NewPersonPage.tsx').then((m) => ({ Page: m.NewPersonPage })),
    for: ['administrator'],
  },
  {
    path: '/beheer/mensen/$personId',
    load: () => import('../organisation/people/PersonPage.tsx').then((m) => ({ Page: m.PersonPage })),
    for: ['administrator'],
  },
  {
    path: '/beheer/importeren',
    load: () => import('../organisation/import/ImportPage.tsx').then((m) => ({ Page: m.ImportPage })),
    for: ['administrator'],
  },
  {
    path: '/beheer/teams',
    load: () => import('../organisation/teams/TeamsPage.tsx').then((m) => ({ Page: m.TeamsPage })),
    for: ['administrator'],
  },
  {
    path: '/beheer/plekken',
    load: () => import('../organisation/places/PlacesPage.tsx').then((m) => ({ Page: m.PlacesPage })),
    for: ['administrator'],
  },
  {
    path: '/beheer/organisatie',
    load: () => import('../organisation/OrganisationPage.tsx').then((m) => ({ Page: m.OrganisationPage })),
    for: ['administrator'],
  },
  {
    path: '/afspraken',
    load: () => import('../protocol/AgreementsPage.tsx').then((m) => ({ Page: m.AgreementsPage })),
  },
  {
    path: '/afspraken/bellen',
    load: () => import('../protocol/chain/ChainTermsPage.tsx').then((m) => ({ Page: m.ChainTermsPage })),
  },
  {
    path: '/afspraken/onze-grens',
    load: () => import('../protocol/matrix/MatrixPage.tsx').then((m) => ({ Page: m.MatrixPage })),
  },
  {
    path: '/afspraken/onze-grens/wijzigen',
    load: () => import('./ChangeMatrix.tsx').then((m) => ({ Page: m.ChangeMatrix })),
  },
  {
    path: '/afspraken/onze-grens/versies/$version',
    load: () => import('../protocol/matrix/PastMatrixPage.tsx').then((m) => ({ Page: m.PastMatrixPage })),
  },
  {
    path: '/afspraken/draaiboeken/$code',
    load: () => import('../protocol/playbook/PlaybookPage.tsx').then((m) => ({ Page: m.PlaybookPage })),
  },
  {
    path: '/afspraken/draaiboeken/$code/wijzigen',
    load: () => import('../protocol/playbook/ChangePlaybookPage.tsx').then((m) => ({ Page: m.ChangePlaybookPage })),
  },
  {
    path: '/afspraken/draaiboeken/$code/versies/$version',
    load: () => import('../protocol/playbook/PastPlaybookPage.tsx').then((m) => ({ Page: m.PastPlaybookPage })),
  },
  {
    path: '/afspraken/woorden',
    load: () => import('../protocol/words/WordsPage.tsx').then((m) => ({ Page: m.WordsPage })),
  },
  {
    path: '/afspraken/woorden/$list',
    load: () => import('../protocol/words/WordListPage.tsx').then((m) => ({ Page: m.WordListPage })),
  },
  {
    path: '/afspraken/woorden/$list/wijzigen',
    load: () => import('../protocol/words/ChangeWordsPage.tsx').then((m) => ({ Page: m.ChangeWordsPage })),
  },
  {
    path: '/afspraken/woorden/$list/versies/$version',
    load: () => import('../protocol/words/WordListPage.tsx').then((m) => ({ Page: m.PastWordListPage })),
  },
  {
    path: '/afspraken/vragen/$code',
    load: () => import('../protocol/questions/QuestionsPage.tsx').then((m) => ({ Page: m.QuestionsPage })),
  },
  {
    path: '/afspraken/vragen/$code/wijzigen',
    load: () => import('../protocol/questions/ChangeQuestionsPage.tsx').then((m) => ({ Page: m.ChangeQuestionsPage })),
  },
  {
    path: '/afspraken/vragen/$code/versies/$version',
    load: () => import('../protocol/questions/QuestionsPage.tsx').then((m) => ({ Page: m.PastQuestionsPage })),
  },
  {
    path: '/galerij',
    load: () => import('../components/gallery/GalleryPage.tsx').then((m) => ({ Page: m.GalleryPage })),
    isOpen: true,
  },
];

export function pagesUnder(shell: AnyRoute): AnyRoute[] {
  return pages.map(({ path, load, isOpen, for: roles }) =>
    createRoute({
      getParentRoute: () => shell,
      path,
      // Another dossier is another page: nothing that was typed or opened on the one may come to stand on the other.
      remountDeps: ({ params }) => params,
      component: lazyRouteComponent(isOpen ? load : () => load().then(behindTheDoor(roles)), 'Page'),
    }),
  );
}
