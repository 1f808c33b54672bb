/**
 * The vocabularies of an incident, as codes. Their Dutch and English words are texts (`web/text`) or content of the
 * organisation (`protocol`); dossiers store the codes. Source of the lists: mission R5 and the norm matrix.
 */
// What the protocol decides about is told there; an incident speaks the same words.
export {
  type AggressionForm,
  aggressionForms,
  type IncidentKind,
  incidentKinds,
  type MatrixColumn,
  matrixColumns,
  type Severity,
  severities,
} from './protocol-words.ts';

export const incidentStates = ['reported', 'taken_up', 'in_follow_up', 'closed', 'corrected'] as const;
export type IncidentState = (typeof incidentStates)[number];

export const incidentFlags = ['discriminatory', 'sexual', 'weapon'] as const;
export type IncidentFlag = (typeof incidentFlags)[number];

/** Observed behaviour, never a diagnosis. */
export const observedCauses = [
  'seemed_ill_or_confused',
  'anger_about_policy',
  'instrumental',
  'under_influence',
  'other',
  'unknown',
] as const;
export type ObservedCause = (typeof observedCauses)[number];

export const placeKinds = [
  'location',
  'road',
  'home_visit',
  'phone',
  'online',
  'letter',
  'private_life',
  'unknown',
] as const;
export type PlaceKind = (typeof placeKinds)[number];

export const targets = ['me', 'colleague', 'group', 'office_holder', 'building', 'unknown'] as const;
export type Target = (typeof targets)[number];

/** What was done in the moment (mission R8). */
export const momentActions = [
  'addressed_behaviour',
  'talk_ended',
  'sent_away',
  'service_refused',
  'colleague_assisted',
  'police_called',
  'walked_away',
  'nothing',
  'unknown',
] as const;
export type MomentAction = (typeof momentActions)[number];

/** What the reporter needs now. */
export const reporterNeeds = ['call_me', 'somebody_with_me', 'safe_way_home', 'nothing'] as const;
export type ReporterNeed = (typeof reporterNeeds)[number];

export const occurrencePrecisions = ['exact', 'about', 'day'] as const;

/** What came from an older register may be known no better than the month or the year. */
export const keptPrecisions = [...occurrencePrecisions, 'month', 'year'] as const;
export type KeptPrecision = (typeof keptPrecisions)[number];

/** Whom the reporter wants to follow it up: their own manager, or the aggression coordinator instead. */
export const followUpRoutes = ['manager', 'coordinator'] as const;
export type FollowUpRoute = (typeof followUpRoutes)[number];

/** Somebody's part in an incident. `child`: the missing or harmed child of youth care. */
export const involvedRoles = ['reporter', 'victim', 'witness', 'aggressor', 'child'] as const;
export type InvolvedRole = (typeof involvedRoles)[number];

export const aggressorKnowledges = ['named', 'described', 'unknown'] as const;
export type AggressorKnowledge = (typeof aggressorKnowledges)[number];

/** What a report may say. `colleague` is never taken in: misconduct by a colleague goes to the confidential adviser. */
export const reportedKnowledges = [...aggressorKnowledges, 'colleague'] as const;

export const contactWays = ['phone', 'in_person', 'video'] as const;
export type ContactWay = (typeof contactWays)[number];

export const responseWays = ['letter', 'talk', 'phone', 'email'] as const;
export type ResponseWay = (typeof responseWays)[number];

export const deferralReasons = ['unknown_person', 'police_asked', 'dangerous_for_employee'] as const;
export type DeferralReason = (typeof deferralReasons)[number];

export const notDiscussedReasons = ['victim_does_not_want_it', 'no_team', 'too_sensitive', 'other'] as const;
export type NotDiscussedReason = (typeof notDiscussedReasons)[number];

/** What the victim said about discussing and closing. */
export const victimWishes = [
  'agrees',
  'agrees_without_name',
  'does_not_want_it',
  'not_reached',
  'not_applicable',
] as const;
export type VictimWish = (typeof victimWishes)[number];

export const injuryKinds = ['none', 'light', 'doctor', 'hospital', 'unknown'] as const;
export type InjuryKind = (typeof injuryKinds)[number];

export const taskStates = ['open', 'done', 'dropped'] as const;
export type TaskState = (typeof taskStates)[number];

/** Why a report of aggression turns out to be none; the person then leaves the dossier without a trace. */
export const correctionReasons = ['criticism_not_aggression', 'wrong_person', 'reported_by_mistake'] as const;
export type CorrectionReason = (typeof correctionReasons)[number];
