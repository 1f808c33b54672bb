/** The closed lists of the organisation. Free of zod, so that the lean report entry may carry them. */

/** `manager` belongs to a team; every other role to the whole organisation. */
export const roles = [
  'manager',
  'coordinator',
  'reception',
  'prevention_worker',
  'peer_supporter',
  'confidential_adviser',
  'leadership',
  'administrator',
  'privacy_officer',
  'griffier',
  'mayor',
] as const;
export type Role = (typeof roles)[number];
export type EmployerRole = Exclude<Role, 'manager'>;

/** A guest works here for another employer; an office-holder has a griffier or a mayor instead of a manager. */
export const personKinds = ['employee', 'guest', 'office_holder', 'volunteer'] as const;
export type PersonKind = (typeof personKinds)[number];

export const roomKinds = ['desk', 'interview_room', 'hall', 'office'] as const;
export type RoomKind = (typeof roomKinds)[number];

export const sectors = ['municipality', 'transport', 'education', 'care', 'youth', 'benefits'] as const;
export type Sector = (typeof sectors)[number];

/** The words in which sectors differ. A sector pack gives them; an organisation may choose its own. */
export const sectorWords = [
  'counter',
  'aggressor',
  'aggressors',
  'manager',
  'coordinator',
  'guest',
  'houseRules',
  'site',
] as const;
export type SectorWord = (typeof sectorWords)[number];

export const languages = ['nl', 'en'] as const;
export type Language = (typeof languages)[number];

/** Why somebody is not at work, never more than this: a real reason would be health data. */
export const unreachableBecauses = ['outside_hours', 'holiday', 'away'] as const;
export type UnreachableBecause = (typeof unreachableBecauses)[number];

/** As whom somebody stands in the list of who to call. */
export const callCapacities = ['manager', 'deputy', 'coordinator', 'leadership', 'griffier', 'mayor'] as const;
export type CallCapacity = (typeof callCapacities)[number];

/** The columns of an import of people. */
export const importColumns = [
  'givenName',
  'familyName',
  'email',
  'phone',
  'jobTitle',
  'team',
  'role',
  'homeEmployer',
] as const;
export type ImportColumn = (typeof importColumns)[number];
