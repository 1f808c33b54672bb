import type { ComponentType } from 'react';

/** The pages about incidents with their addresses; each is loaded when somebody first goes there. */
export const incidentPages: readonly { path: string; load: () => Promise<{ Page: ComponentType }> }[] = [
  { path: '/mijn-werk', load: () => import('./MyWorkPage.tsx').then((m) => ({ Page: m.MyWorkPage })) },
  { path: '/meldingen', load: () => import('./IncidentListPage.tsx').then((m) => ({ Page: m.IncidentListPage })) },
  {
    path: '/meldingen/$incidentId',
    load: () => import('./dossier/DossierPage.tsx').then((m) => ({ Page: m.DossierPage })),
  },
  {
    path: '/meldingen/$incidentId/afsluiten',
    load: () => import('./closing/ClosePage.tsx').then((m) => ({ Page: m.ClosePage })),
  },
  {
    path: '/meldingen/$incidentId/logboek',
    load: () => import('./DossierLogPage.tsx').then((m) => ({ Page: m.DossierLogPage })),
  },
  {
    path: '/mijn-meldingen',
    load: () => import('./mine/MyIncidentsPage.tsx').then((m) => ({ Page: m.MyIncidentsPage })),
  },
  {
    path: '/mijn-meldingen/$incidentId',
    load: () => import('./mine/MyIncidentPage.tsx').then((m) => ({ Page: m.MyIncidentPage })),
  },
  { path: '/notities', load: () => import('./NotesPage.tsx').then((m) => ({ Page: m.NotesPage })) },
];
