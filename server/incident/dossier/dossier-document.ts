import type {
  AggressionForm,
  AggressorKnowledge,
  ContactWay,
  CorrectionReason,
  DeferralReason,
  IncidentKind,
  IncidentState,
  InvolvedRole,
  KeptPrecision,
  MatrixColumn,
  MomentAction,
  NotDiscussedReason,
  PlaceKind,
  ReporterNeed,
  Severity,
  Target,
  TaskState,
  VictimWish,
} from '../../../contract/incident-words.ts';
import type { RecordField } from '../../../contract/protocol.ts';
import type { TaskOwner, Words } from '../../../contract/protocol-words.ts';
import type { Facts } from '../../platform/index.ts';
import type { Named } from '../person-ref.ts';
import type { StepKind } from '../rules/steps.ts';

type AccountState = 'asked' | 'given' | 'declined';

/** Bytes of a sealed text, in base64. */
type Sealed = string | null;
/** A moment as PostgreSQL writes it in JSON. */
type Moment = string;

/** What incident.dossier gives: the rows that this reader may see, as they are kept. A part without rows is null. */
export interface DossierDocument {
  readonly bits: number;
  /** Whether this reader is one of those who lead it. */
  readonly leads: boolean;
  readonly key: Sealed;
  readonly head: DossierHead;
  readonly chain: ChainPart | null;
  readonly calls: readonly { person: Named; role: string; toldAt: Moment; round: number }[] | null;
  readonly tasks: readonly TaskPart[] | null;
  readonly people: readonly PersonPart[] | null;
  readonly accounts:
    | readonly { person: Named; state: AccountState; sealedStory: Sealed; givenAt: Moment | null }[]
    | null;
  readonly addenda: readonly { id: string; person: Named; addedAt: Moment; sealedText: string }[] | null;
  readonly details: readonly { id: string; codes: Readonly<Record<string, unknown>>; sealedTexts: Sealed }[] | null;
  readonly contacts: readonly ContactPart[] | null;
  readonly fields: Readonly<Record<string, string>> | null;
  readonly steps: readonly StepPart[] | null;
  readonly closures: readonly ClosurePart[] | null;
  /** The place is where an office-holder lives, and this reader did not say why they must know it. */
  readonly isPlaceClosed?: boolean;
}

export interface DossierHead {
  readonly incidentId: string;
  readonly number: string;
  readonly kind: IncidentKind;
  readonly severity: Severity;
  readonly form: AggressionForm | null;
  readonly columns: MatrixColumn[];
  readonly state: IncidentState;
  readonly target: Target;
  readonly occurredAt: Moment;
  readonly occurredPrecision: KeptPrecision;
  readonly reportedAt: Moment;
  readonly reporterId: string;
  readonly isUnsafe: boolean;
  readonly isInjured: boolean;
  readonly personGone: boolean | null;
  readonly actions: MomentAction[];
  readonly needs: ReporterNeed[];
  readonly placeKind: PlaceKind;
  readonly locationName: string | null;
  readonly roomName: string | null;
  readonly teamName: string | null;
  readonly takenUpBy: Named | null;
  readonly takenUpAt: Moment | null;
  readonly contactAt: Moment | null;
  readonly responseDueAt: Moment | null;
  readonly responseSentAt: Moment | null;
  readonly deferralReason: DeferralReason | null;
  readonly reviewOn: string | null;
  readonly correctedReason: CorrectionReason | null;
}

interface ChainPart {
  readonly state: 'waiting' | 'paused' | 'ended';
  readonly round: number;
  readonly nextAt: Moment | null;
  readonly contactDueAt: Moment;
  readonly told: Named | null;
}

/** A task as both the dossier and "my work" read it. */
export interface TaskPart {
  readonly taskId: string;
  readonly incidentId: string;
  readonly incidentNumber: string;
  readonly code: string;
  readonly title: Words | null;
  readonly explanation: Words | null;
  readonly sealedTitle: Sealed;
  readonly ownerRole: TaskOwner | null;
  readonly owner: Named | null;
  readonly isMine: boolean;
  readonly state: TaskState;
  readonly dueAt: Moment;
  readonly finishedAt: Moment | null;
  readonly finishedBy: Named | null;
  readonly records: readonly RecordField[];
  readonly sealedRecord: Sealed;
}

interface PersonPart {
  readonly involvedId: string;
  readonly role: InvolvedRole;
  readonly person: Named | null;
  readonly phone: string | null;
  readonly knowledge: AggressorKnowledge | null;
  readonly sealedIdentity: Sealed;
}

interface ContactPart {
  readonly id: string;
  readonly with: Named;
  readonly by: Named;
  readonly way: ContactWay;
  readonly reached: boolean;
  readonly at: Moment;
  readonly sealedNote: Sealed;
}

export interface StepPart {
  readonly id: string;
  readonly at: Moment;
  readonly kind: StepKind;
  readonly data: Facts;
  readonly actor: Named | null;
  readonly concerns: Named | null;
}

interface ClosurePart {
  readonly id: string;
  readonly closedAt: Moment;
  readonly closedBy: Named;
  readonly sealedConclusion: string;
  readonly discussedOn: string | null;
  readonly attendees: readonly Named[] | null;
  readonly notDiscussedReason: NotDiscussedReason | null;
  readonly victimWish: VictimWish;
  readonly reopenedAt: Moment | null;
  readonly sealedReopenReason: Sealed;
}
