import type { Series } from '../../../contract/incident.ts';

/** The way back: to the dossier for who follows it up, to their own report for who is concerned. */
export function seriesTrail(incidentId: string, { number, leads }: Pick<Series, 'number' | 'leads'>, here: string) {
  return [{ label: number, href: dossierAddress(incidentId, leads) }, { label: here }];
}

function dossierAddress(incidentId: string, leads: boolean): string {
  return leads ? `/meldingen/${incidentId}` : `/mijn-meldingen/${incidentId}`;
}
