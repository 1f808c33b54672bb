import { type ReactNode, Suspense, useEffect, useState } from 'react';
import { highestColumn } from '../../contract/norm-matrix.ts';
import { useDelivery } from '../outbox/useOutbox.ts';
import { serverNow } from '../session/now.ts';
import { useLanguage } from '../text/index.ts';
import { type Noted, type Problem, type Reported, write } from './api.ts';
import type { Draft } from './draft.ts';
import { CheckPage } from './pages/CheckPage.tsx';
import { HelpPage } from './pages/HelpPage.tsx';
import { CodePage, ColleaguePage, DetailsPage, LimitPage, NotedPage, OutboxPage } from './pages/later.ts';
import { SafetyPage } from './pages/SafetyPage.tsx';
import { SentPage, type SentReport } from './pages/SentPage.tsx';
import { SignInFirst, StartPage } from './pages/StartPage.tsx';
import { StepPage } from './pages/StepPage.tsx';
import { addressOf, go, placeOf, usePath } from './place.ts';
import { ReportPage } from './ReportPage.tsx';
import { isAboutColleague, isInDanger } from './steps.ts';
import { isSomebody, useSurroundings } from './surroundings.ts';
import { useReportText } from './text.ts';
import { occurrence } from './to-report.ts';
import { useDraft } from './use-draft.ts';
import { Waiting } from './Waiting.tsx';
import { managerWhoHears } from './who-hears.ts';

/**
 * Which page, and what was just sent. The answers themselves live in the draft. `answered`: before this program was there, on the
 * screen that stood in for it.
 */
export function ReportApp({ answered }: { answered: Partial<Draft> }) {
  const place = placeOf(usePath());
  const surroundings = useSurroundings();
  const inHand = useDraft(isSomebody(surroundings), answered);
  useDelivery(surroundings.me?.person.id ?? null);
  const [sent, setSent] = useState<SentReport | null>(null);
  const [noted, setNoted] = useState<{ noteId: string; draft: Draft } | null>(null);
  const [noteProblem, setNoteProblem] = useState<Problem | null>(null);
  useGoBackWithoutAnswers(place.page === 'sent' && !sent, place.page === 'noted' && !noted);

  function showSent(reported: Reported) {
    const { draft } = inHand;
    setSent({
      incidentId: reported.incidentId,
      number: reported.number,
      isUrgent: isUrgent(draft),
      route: draft.route,
      manager: managerWhoHears(draft, surroundings.me),
    });
    inHand.letGo();
    go(addressOf.sent, { replace: true });
  }

  async function makeNote() {
    const { draft } = inHand;
    const answered = await sendNote(draft);
    if (!answered.ok) return setNoteProblem(answered.problem);
    setNoted({ noteId: answered.body.noteId, draft });
    inHand.letGo();
    go(addressOf.noted, { replace: true });
  }

  function showWaiting() {
    inHand.letGo();
    go(addressOf.outbox, { replace: true });
  }

  function reportAfterAll(draft: Draft) {
    inHand.change({ ...draft, draftId: crypto.randomUUID(), incidentId: crypto.randomUUID(), reportAnyway: true });
    go(addressOf.step(1), { replace: true });
  }

  function pageAtHand(): ReactNode {
    if (noteProblem) return <CouldNot problem={noteProblem} onBack={() => setNoteProblem(null)} />;
    if (place.page === 'start') return <StartPage surroundings={surroundings} inHand={inHand} />;
    if (place.page === 'help') return <HelpPage surroundings={surroundings} inHand={inHand} />;
    if (place.page === 'outbox') return <OutboxPage surroundings={surroundings} />;
    if (place.page === 'limit' && surroundings.state !== 'loading') return <LimitPage surroundings={surroundings} />;
    if (surroundings.isSignedOut) return <SignInFirst />;
    // Nobody types in an empty page that is about to be filled with what they typed before.
    if (inHand.isOpening && (surroundings.state === 'loading' || isSomebody(surroundings))) return <Waiting />;
    // The first question asks nothing of the organisation, and does not wait for it.
    if (place.page === 'safety') return <SafetyPage inHand={inHand} next={addressOf.step(1)} />;
    if (surroundings.state !== 'ready') return <Waiting />;
    switch (place.page) {
      case 'step':
        return (
          <StepPage
            key={place.step}
            number={place.step}
            inHand={inHand}
            surroundings={surroundings}
            onNote={() => void makeNote()}
          />
        );
      case 'colleague':
        return <ColleaguePage inHand={inHand} />;
      case 'check':
        // Also by the back button: what a colleague did is not sent as a report.
        if (isAboutColleague(inHand.draft)) return <ColleaguePage inHand={inHand} />;
        return <CheckPage inHand={inHand} surroundings={surroundings} onSent={showSent} onWaiting={showWaiting} />;
      case 'code':
        return <CodePage surroundings={surroundings} inHand={inHand} />;
      case 'sent':
        return sent ? <SentPage sent={sent} /> : <Waiting />;
      case 'noted':
        return noted ? (
          <NotedPage {...noted} locations={surroundings.locations} onReport={() => reportAfterAll(noted.draft)} />
        ) : (
          <Waiting />
        );
      case 'details':
        return place.id ? <DetailsPage incidentId={place.id} words={surroundings.words} /> : <Waiting />;
    }
  }

  // Around the page alone: who waits for a page that comes later starts everything inside anew.
  return <Suspense fallback={<Waiting />}>{pageAtHand()}</Suspense>;
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

/** After sending, the page with the result belongs to this visit only: a reload leads back to the beginning. */
function useGoBackWithoutAnswers(...isMissing: boolean[]) {
  const mustGo = isMissing.some(Boolean);
  useEffect(() => {
    if (mustGo) go(addressOf.start, { replace: true });
  }, [mustGo]);
}

function CouldNot({ problem, onBack }: { problem: Problem; onBack: () => void }) {
  const text = useReportText();
  const language = useLanguage();
  return (
    <ReportPage
      title={text.what.title}
      back={onBack}
      errors={[{ fieldId: 'main', message: problem.sentence[language] }]}
    >
      {null}
    </ReportPage>
  );
}
