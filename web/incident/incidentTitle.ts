import type { IncidentKind, PlaceKind, Severity } from '../../contract/incident-words.ts';
import type { IncidentText } from './text.ts';

export interface Titled {
  readonly kind: IncidentKind;
  readonly severity: Severity;
  readonly placeName: string | null;
  readonly placeKind?: PlaceKind | null | undefined;
}

/** "Bedreiging bij Balie 3", "Vermissing", "Geweld onderweg": what it is about, as colleagues would call it. No names. */
export function incidentTitle(text: IncidentText, { kind, severity, placeName, placeKind }: Titled): string {
  const what = kind === 'incident' ? text.nouns[severity] : text.kinds[kind];
  // The desk says more than the building it stands in.
  const where = placeName?.split(', ').at(-1);
  if (where) return text.titleAt(what, where);
  // An online message says already where it was.
  const isSaid = placeKind === 'location' || (kind === 'social_media' && placeKind === 'online');
  const around = placeKind && !isSaid ? text.placeKinds[placeKind] : '';
  return around ? text.titlePlain(what, around) : what;
}

export function firstName(name: string): string {
  return name.split(' ')[0] ?? name;
}
