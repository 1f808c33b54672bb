import {
  type IncidentKind,
  type IncidentState,
  incidentKinds,
  incidentStates,
  type Severity,
  severities,
} from '../../../contract/incident-words.ts';

/**
 * State, severity and kind of an incident as one code, counted as incident.facets does in the database. A list that is
 * filtered by some of them takes a page of each code that fits: 125 at most, each straight from an index. So no combination
 * of filters, however rare, ever walks the register.
 */
export function facetCode(state: IncidentState, severity: Severity, kind: IncidentKind): number {
  const place = incidentStates.indexOf(state) * severities.length + severities.indexOf(severity);
  return place * incidentKinds.length + incidentKinds.indexOf(kind);
}

export interface FacetFilter {
  readonly state?: IncidentState | 'open' | undefined;
  readonly severity?: Severity | undefined;
  /** A word of the organisation's own is not among the codes: it stands beside them. */
  readonly kind?: string | undefined;
}

const openStates = ['reported', 'taken_up', 'in_follow_up'] as const;

/** Null when nothing is filtered: then the plain order serves. */
export function facetCodes({ state, severity, kind }: FacetFilter): readonly number[] | null {
  const states = state === undefined ? incidentStates : state === 'open' ? openStates : [state];
  const severitiesAsked = severity === undefined ? severities : [severity];
  const kindAsked = incidentKinds.filter((each) => each === kind);
  if (state === undefined && severity === undefined && kindAsked.length === 0) return null;
  const kindsAsked = kindAsked.length === 0 ? incidentKinds : kindAsked;
  return states.flatMap((each) =>
    severitiesAsked.flatMap((one) => kindsAsked.map((other) => facetCode(each, one, other))),
  );
}

/** Every one there is: where an index has the facets before its order, and nothing is filtered by them. */
export const allFacetCodes: readonly number[] = incidentStates.flatMap((state) =>
  severities.flatMap((severity) => incidentKinds.map((kind) => facetCode(state, severity, kind))),
);
