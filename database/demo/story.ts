import type { ApproachWay, IncidentReport, SummaryTexts } from '../../contract/incident.ts';
import type {
  AggressionForm,
  DeferralReason,
  IncidentFlag,
  IncidentKind,
  InjuryKind,
  MatrixColumn,
  MomentAction,
  NotDiscussedReason,
  ObservedCause,
  PlaceKind,
  ReporterNeed,
  ResponseWay,
  Target,
  VictimWish,
} from '../../contract/incident-words.ts';

/** What happened in a town, and how far it has come. Dates count back from the start, so the town is always of today. */
export interface Story<Who extends string = string, Place extends string = string> {
  readonly code: string;
  /** Days before the start; with a time of day in Amsterdam, or for today how long ago: `-00:12`. */
  readonly daysAgo: number;
  readonly at: string;
  /** Minutes between the incident and the report. */
  readonly reportedAfter: number;
  readonly reporter: Who;
  readonly kind: IncidentKind;
  readonly columns: readonly MatrixColumn[];
  readonly text: string;
  readonly target: Target;
  readonly victims?: readonly Who[];
  readonly witnesses?: readonly Who[];
  readonly place: {
    readonly kind: PlaceKind;
    readonly location?: Place;
    readonly room?: string;
    readonly text?: string;
  };
  readonly aggressor?: { readonly knowledge: 'named' | 'described' | 'unknown'; readonly text?: string };
  readonly child?: { readonly name: string; readonly lastSeen: string; readonly whoKnows: string };
  readonly actions?: readonly MomentAction[];
  /** What was chosen among the words of the organisation itself, together counting as what stands above. */
  readonly words?: NonNullable<IncidentReport['chosenWords']>;
  readonly needs?: readonly ReporterNeed[];
  readonly unsafe?: boolean;
  readonly injured?: boolean;
  readonly correction?: IncidentReport['correction'];
  readonly details?: Details;
  /** What happens instead when the program starts in the evening or at a weekend: then no counter is open. */
  readonly outsideOffice?: Partial<
    Pick<Story<Who, Place>, 'text' | 'place' | 'columns' | 'aggressor' | 'actions' | 'witnesses'>
  >;
  readonly course: Course<Who>;
}

/** What the reporter answered calmly, after sending. */
export interface Details {
  readonly form?: AggressionForm;
  readonly flags?: IncidentFlag[];
  readonly cause?: ObservedCause;
  readonly injuries?: InjuryKind;
  readonly damage?: boolean;
  readonly policePresent?: boolean;
  readonly demanded?: string;
  readonly injuryText?: string;
  readonly chosenWords?: { cause: string[] };
}

/** How far the follow-up has come. `fresh`: reported minutes ago, waiting for its manager. */
export type Course<Who extends string = string> =
  | { readonly state: 'fresh' }
  | ({ readonly state: 'taken_up' } & TakenUp<Who>)
  | InFollowUp<Who>
  | Closed<Who>
  | ({ readonly state: 'corrected' } & SpokenWith<Who>);

interface TakenUp<Who extends string> {
  readonly by: Who;
  /** Minutes after the report. */
  readonly afterMinutes: number;
}

interface SpokenWith<Who extends string> extends TakenUp<Who> {
  readonly contactAfterMinutes: number;
}

export interface InFollowUp<Who extends string = string> extends SpokenWith<Who> {
  readonly state: 'in_follow_up';
  /** How many tasks of the playbook are done by now, the first ones due; what is past its deadline is done anyway. */
  readonly tasksDone: number;
  /** Codes of tasks that were left lying: a town without anything overdue does not exist. */
  readonly leaves?: readonly string[];
  /** A task that whoever leads added. */
  readonly ownTask?: { readonly title: string; readonly for: Who; readonly dueInDays: number };
  readonly response?: Response;
  readonly deferred?: { readonly reason: DeferralReason; readonly reviewInDays: number };
  readonly witnessStory?: { readonly who: Who; readonly text: string };
  /** Who it turned out to be, and how colleagues meet them the next time. */
  readonly nextVisit?: { readonly name: string; readonly bornOn: string; readonly ways: readonly ApproachWay[] };
}

export interface Closed<Who extends string = string> extends SpokenWith<Who> {
  readonly state: 'closed';
  readonly response?: Response;
  readonly closedAfterDays: number;
  readonly conclusion: string;
  readonly discussed: { readonly daysBeforeClosing: number; readonly attendees: readonly Who[] } | NotDiscussedReason;
  readonly wish: VictimWish;
  /** What the team may read of it, after the reporter to whom it happened said yes. */
  readonly learned?: SummaryTexts & { readonly inLibrary: boolean };
}

export interface Response {
  readonly way: ResponseWay;
  /** Hours after the incident. */
  readonly afterHours: number;
  readonly summary: string;
}

/** A light note: nobody is named, nothing is followed up. */
export interface Note<Who extends string = string, Place extends string = string> {
  readonly daysAgo: number;
  readonly at: string;
  readonly by: Who;
  readonly column: 'self_directed_emotion' | 'organisation_directed_emotion' | 'verbal_aggression';
  readonly corrected: boolean;
  readonly location: Place;
}
