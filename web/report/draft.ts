import type {
  IncidentKind,
  MatrixColumn,
  MomentAction,
  PlaceKind,
  ReporterNeed,
  Target,
} from '../../contract/incident-words.ts';
import type { Colleague } from '../components/PeoplePicker.tsx';
import type { ChosenWords } from './words.ts';

/** Yes, no, or "weet ik niet"; `null` while it was not answered. */
export type YesNo = 'yes' | 'no' | 'unknown';

/**
 * A report that is being made: exactly what was answered, so that nothing typed is lost when it is put away and opened again.
 * Kept sealed on the server while there is a network, and otherwise in the memory of this page only.
 */
export interface Draft {
  readonly draftId: string;
  readonly incidentId: string;
  readonly startedAt: string;
  readonly kind: IncidentKind;
  readonly safe: YesNo | null;
  readonly personGone: YesNo | null;
  readonly injured: YesNo | null;
  readonly columns: readonly MatrixColumn[];
  readonly stopped: YesNo | null;
  readonly again: YesNo | null;
  readonly earlier: YesNo | null;
  readonly persists: YesNo | null;
  readonly reportAnyway: boolean;
  readonly story: string;
  readonly childName: string;
  readonly childLastSeen: string;
  readonly childWhoKnows: string;
  readonly target: Target | null;
  readonly victims: readonly Colleague[];
  readonly witnesses: readonly Colleague[];
  readonly when: 'now' | 'today' | 'other' | 'unknown' | null;
  readonly date: string;
  readonly time: string;
  readonly place: PlaceKind | null;
  readonly locationId: string;
  readonly roomId: string;
  readonly placeText: string;
  readonly aggressor: 'named' | 'described' | 'unknown' | 'colleague' | null;
  readonly aggressorText: string;
  readonly actions: readonly MomentAction[];
  readonly needs: readonly ReporterNeed[];
  /** Where one of the organisation's own words was chosen: beside the codes that it counts as. */
  readonly chosenWords: ChosenWords;
  readonly route: 'manager' | 'coordinator';
}

export function startDraft(now: Date, newId: () => string): Draft {
  return {
    draftId: newId(),
    incidentId: newId(),
    startedAt: now.toISOString(),
    kind: 'incident',
    safe: null,
    personGone: null,
    injured: null,
    columns: [],
    stopped: null,
    again: null,
    earlier: null,
    persists: null,
    reportAnyway: false,
    story: '',
    childName: '',
    childLastSeen: '',
    childWhoKnows: '',
    target: null,
    victims: [],
    witnesses: [],
    when: null,
    date: '',
    time: '',
    place: null,
    locationId: '',
    roomId: '',
    placeText: '',
    aggressor: null,
    aggressorText: '',
    actions: [],
    needs: [],
    chosenWords: {},
    route: 'manager',
  };
}

/** Is there anything in it that would be a pity to lose? */
export function hasAnswers(draft: Draft): boolean {
  return (
    draft.safe !== null ||
    draft.columns.length > 0 ||
    draft.story !== '' ||
    draft.childName !== '' ||
    draft.when !== null
  );
}

/** The draft as it is kept on the server. */
export function packDraft(draft: Draft): string {
  return JSON.stringify(draft);
}

/** What an older version of this page kept opens too: answers it did not know are simply not given yet. */
export function unpackDraft(content: string, now: Date): Draft {
  const kept: unknown = JSON.parse(content);
  if (typeof kept !== 'object' || kept === null) throw new Error('a draft is an object');
  return { ...startDraft(now, () => crypto.randomUUID()), ...kept };
}
