import type { SameEventReason } from '../../../contract/incident.ts';
import type { IncidentKind, PlaceKind, Severity } from '../../../contract/incident-words.ts';
import { matrixFits } from '../../../contract/norm-matrix.ts';
import { localDay } from '../rules/deadlines.ts';

/** What is compared of an event: codes, ids and the moment. No story, no name of who did it. */
export interface Happening {
  readonly incidentId: string;
  readonly kind: IncidentKind;
  readonly severity: Severity;
  readonly occurredAt: Date;
  readonly isDayOnly: boolean;
  readonly reporterId: string;
  /** Victims and witnesses, the reporter too. */
  readonly peopleIds: readonly string[];
  readonly teamId: string | null;
  readonly placeKind: PlaceKind;
  readonly locationId: string | null;
  readonly roomId: string | null;
  readonly flags: readonly string[];
}

export interface Likeness {
  readonly incidentId: string;
  readonly why: readonly SameEventReason[];
  readonly minutesApart: number;
}

/** Beyond this, two moments are two moments. People who report afterwards are easily an hour wrong. */
export const furthestMinutes = 180;

/** Of so many that look alike, at most these are shown: more say nothing any more. */
const MOST = 5;

/** What each likeness weighs; the place or the people must be among them. */
const weights: Readonly<Record<SameEventReason, number>> = {
  same_reporter: 2,
  people: 2,
  room: 2,
  location: 1,
  // Another desk of the same hall says no more than that both were at work.
  building: 0,
  place_kind: 1,
  team: 1,
  form: 1,
  flags: 1,
  chosen: 0,
};
const NEEDED = 4;

/** Which of these may be the same event, most alike first. A proposal that explains itself; a person decides. */
export function whichMayBeTheSame(mine: Happening, others: readonly Happening[]): readonly Likeness[] {
  return others
    .filter((other) => isSameSort(mine, other) && isNear(mine, other))
    .map((other) => ({ ...likenessOf(mine, other), incidentId: other.incidentId }))
    .filter((likeness) => isConvincing(likeness))
    .sort((one, other) => weightOf(other) - weightOf(one) || one.minutesApart - other.minutesApart)
    .slice(0, MOST);
}

/** Also for two that a person put beside each other: what they have in common, whatever it weighs. */
export function likenessOf(mine: Happening, other: Happening): Omit<Likeness, 'incidentId'> {
  const isSameLocation = mine.locationId !== null && mine.locationId === other.locationId;
  const areRoomsKnown = mine.roomId !== null && other.roomId !== null;
  const isSameRoom = isSameLocation && areRoomsKnown && mine.roomId === other.roomId;
  const isSameReporter = mine.reporterId === other.reporterId;
  const has: Readonly<Record<SameEventReason, boolean>> = {
    same_reporter: isSameReporter,
    people: !isSameReporter && isOn(mine, other),
    room: isSameRoom,
    location: isSameLocation && !areRoomsKnown,
    building: isSameLocation && areRoomsKnown && !isSameRoom,
    place_kind: !isSameLocation && mine.placeKind === other.placeKind && saysSomething[mine.placeKind],
    team: mine.teamId !== null && mine.teamId === other.teamId,
    form: mine.severity !== 'none' && mine.severity === other.severity,
    flags: mine.flags.some((flag) => other.flags.includes(flag)),
    chosen: false,
  };
  return {
    why: (Object.keys(has) as SameEventReason[]).filter((reason) => has[reason]),
    minutesApart: Math.round(Math.abs(mine.occurredAt.getTime() - other.occurredAt.getTime()) / 60_000),
  };
}

/** Everything that the matrix fits can be told as the one or the other; a missing child is nothing else. */
function isSameSort(mine: Happening, other: Happening): boolean {
  return mine.kind === other.kind || (matrixFits(mine.kind) && matrixFits(other.kind));
}

function isNear(mine: Happening, other: Happening): boolean {
  if (mine.isDayOnly || other.isDayOnly) return localDay(mine.occurredAt) === localDay(other.occurredAt);
  return Math.abs(mine.occurredAt.getTime() - other.occurredAt.getTime()) <= furthestMinutes * 60_000;
}

function isConvincing(likeness: Omit<Likeness, 'incidentId'>): boolean {
  const { why } = likeness;
  const isPlaced = (['room', 'location', 'building', 'place_kind', 'people', 'same_reporter'] as const).some((reason) =>
    why.includes(reason),
  );
  return isPlaced && weightOf(likeness) >= NEEDED;
}

function weightOf({ why, minutesApart }: Omit<Likeness, 'incidentId'>): number {
  const near = minutesApart <= 15 ? 2 : minutesApart <= 60 ? 1 : 0;
  return near + why.reduce((sum, reason) => sum + weights[reason], 0);
}

/** The reporter of one stands on the other. */
function isOn(mine: Happening, other: Happening): boolean {
  return mine.peopleIds.includes(other.reporterId) || other.peopleIds.includes(mine.reporterId);
}

/** Where it was says something about which event it was; "at home" and "I do not know" are a thousand places. */
const saysSomething: Readonly<Record<PlaceKind, boolean>> = {
  location: false,
  road: true,
  home_visit: true,
  phone: true,
  online: true,
  letter: true,
  private_life: false,
  unknown: false,
};
