import { useState } from 'react';
import { highestColumn } from '../../contract/norm-matrix.ts';
import { serverNow } from '../session/now.ts';
import { type Noted, type Problem, type Reported, write } from './api.ts';
import type { Draft } from './draft.ts';
import type { SentReport } from './pages/SentPage.tsx';
import { addressOf, go } from './place.ts';
import { isInDanger } from './steps.ts';
import type { Surroundings } from './surroundings.ts';
import { occurrence } from './to-report.ts';
import type { DraftInHand } from './use-draft.ts';
import { managerWhoHears } from './who-hears.ts';

export interface Outcome {
  readonly sent: SentReport | null;
  readonly noted: { readonly noteId: string; readonly draft: Draft } | null;
  /** Why the note could not be kept. */
  readonly noteProblem: Problem | null;
  readonly forgetProblem: () => void;
  readonly showSent: (reported: Reported) => void;
  readonly showWaiting: () => void;
  readonly makeNote: () => Promise<void>;
  /** What became a note turns out to be worth a report: with the same answers, and ids of its own. */
  readonly reportAfterAll: (draft: Draft) => void;
}

/** What became of the draft in hand: a report, a note, or one that waits on this device. Known to this visit only. */
export function useOutcome(inHand: DraftInHand, { me }: Pick<Surroundings, 'me'>): Outcome {
  const [sent, setSent] = useState<SentReport | null>(null);
  const [noted, setNoted] = useState<Outcome['noted']>(null);
  const [noteProblem, setNoteProblem] = useState<Problem | null>(null);

  function endAt(address: string, remember: { incidentId: string } | null = null) {
    inHand.letGo();
    go(address, { replace: true, remember });
  }

  return {
    sent,
    noted,
    noteProblem,
    forgetProblem: () => setNoteProblem(null),
    showSent: ({ incidentId, number }) => {
      const { draft } = inHand;
      const manager = managerWhoHears(draft, me);
      setSent({ incidentId, number, isUrgent: isUrgent(draft), route: draft.route, manager });
      endAt(addressOf.sent, { incidentId });
    },
    showWaiting: () => endAt(addressOf.outbox),
    makeNote: async () => {
      const { draft } = inHand;
      const answered = await sendNote(draft);
      if (!answered.ok) return setNoteProblem(answered.problem);
      setNoted({ noteId: answered.body.noteId, draft });
      endAt(addressOf.noted);
    },
    reportAfterAll: (draft) => {
      inHand.change({ ...draft, draftId: crypto.randomUUID(), incidentId: crypto.randomUUID(), reportAnyway: true });
      go(addressOf.step(1), { replace: true });
    },
  };
}

/** Threat, violence, danger or a missing child: somebody is in touch within the hour. */
function isUrgent(draft: Draft): boolean {
  const column = highestColumn(draft.columns);
  return (
    isInDanger(draft) ||
    column === 'threat' ||
    column === 'physical_violence' ||
    draft.kind === 'missing_person' ||
    draft.kind === 'calamity'
  );
}

function sendNote(draft: Draft) {
  const column = highestColumn(draft.columns);
  const { at } = occurrence(draft, serverNow());
  return write<Noted>('POST', '/notes', draft.incidentId, {
    noteId: draft.incidentId,
    column,
    corrected: draft.stopped === 'yes',
    placeKind: draft.place ?? 'unknown',
    locationId: draft.place === 'location' ? draft.locationId || null : null,
    occurredAt: at.toISOString(),
    draftId: draft.draftId,
  });
}
