/**
 * The closed lists of the protocol. Free of zod, so that the lean report entry may carry them.
 * Values are kept in the database: a value may be added, never renamed.
 */

/** The five columns of the norm matrix, from mild to severe. The order decides: the highest column ticked counts. */
export const matrixColumns = [
  'self_directed_emotion',
  'organisation_directed_emotion',
  'verbal_aggression',
  'threat',
  'physical_violence',
] as const;
export type MatrixColumn = (typeof matrixColumns)[number];

/** What the employee does in the moment. */
export const approaches = ['bend', 'set_limit', 'set_limit_and_end', 'own_safety'] as const;
export type Approach = (typeof approaches)[number];

/** `incident` is about the employee's own safety. A missing person and a calamity often concern a child: nobody did it. */
export const incidentKinds = ['incident', 'missing_person', 'calamity', 'transgressive', 'social_media'] as const;
export type IncidentKind = (typeof incidentKinds)[number];

/** The four forms of aggression; `written` includes everything online. */
export const aggressionForms = ['written', 'verbal', 'threat', 'physical'] as const;
export type AggressionForm = (typeof aggressionForms)[number];

/** `none`: the matrix says nothing, because it was not used or does not fit the kind. */
export const severities = ['none', 'emotion', 'verbal', 'threat', 'violence'] as const;
export type Severity = (typeof severities)[number];

export const playbookCodes = [
  'emotion_persistent',
  'verbal',
  'threat',
  'physical_violence',
  'written_online_threat',
  'own_safety',
  'missing_person',
  'calamity',
  'transgressive',
  'social_media',
] as const;
export type PlaybookCode = (typeof playbookCodes)[number];

/** Who a task is for. `lead` is whoever leads this dossier: mostly the team manager, sometimes the coordinator or the griffier. */
export const taskOwners = [
  'lead',
  'coordinator',
  'prevention_worker',
  'peer_supporter',
  'reception',
  'privacy_officer',
  'leadership',
] as const;
export type TaskOwner = (typeof taskOwners)[number];

/** The parts of a dossier that a task may open for its owner. Each has its own bit in the database. */
export const dossierParts = ['place', 'people', 'narrative', 'aggressor', 'tasks'] as const;
export type DossierPart = (typeof dossierParts)[number];

/** Facts of a report on which a task may depend. */
export const taskConditions = [
  'injured',
  'unsafe',
  'weapon',
  'discriminatory',
  'sexual',
  'way_home_asked',
  'aggressor_known',
  'office_holder',
  'several_victims',
] as const;
export type TaskCondition = (typeof taskConditions)[number];

/** A text that people read, in both languages. */
export interface Words {
  readonly nl: string;
  readonly en: string;
}
