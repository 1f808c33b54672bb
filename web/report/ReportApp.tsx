import { Suspense, useEffect } from 'react';
import { useDelivery } from '../outbox/useOutbox.ts';
import { useLanguage } from '../text/index.ts';
import type { Problem } from './api.ts';
import { type Draft, hasAnswers } from './draft.ts';
import { CheckPage } from './pages/CheckPage.tsx';
import { HelpPage } from './pages/HelpPage.tsx';
import { CodePage, ColleaguePage, DetailsPage, LimitPage, NotedPage, OutboxPage } from './pages/later.ts';
import { SafetyPage } from './pages/SafetyPage.tsx';
import { SentPage } from './pages/SentPage.tsx';
import { SignInFirst, StartPage } from './pages/StartPage.tsx';
import { StepPage } from './pages/StepPage.tsx';
import { addressOf, go, type Place, placeOf, rememberedHere, usePath } from './place.ts';
import { ReportPage } from './ReportPage.tsx';
import { isAboutColleague } from './steps.ts';
import { isSomebody, type Surroundings, useSurroundings } from './surroundings.ts';
import { useReportText } from './text.ts';
import { type DraftInHand, useDraft } from './use-draft.ts';
import { type Outcome, useOutcome } from './use-outcome.ts';
import { Waiting } from './Waiting.tsx';

/** The answers live in the draft. `answered`: before this program was there, on the screen that stood in for it. */
export function ReportApp({ answered }: { answered: Partial<Draft> }) {
  const place = placeOf(usePath());
  const surroundings = useSurroundings();
  const inHand = useDraft(isSomebody(surroundings), answered);
  const outcome = useOutcome(inHand, surroundings);
  useDelivery(surroundings.me?.person.id ?? null);
  useNoPageWithoutAnswers({ place, surroundings, inHand, outcome });
  // Around the page alone: who waits for a page that comes later starts everything inside anew.
  return (
    <Suspense fallback={<Waiting />}>
      <PageAtHand place={place} surroundings={surroundings} inHand={inHand} outcome={outcome} />
    </Suspense>
  );
}

interface PageProps {
  place: Place;
  surroundings: Surroundings;
  inHand: DraftInHand;
  outcome: Outcome;
}

/** Help, and what asks nothing of the organisation, is there for anybody and at once. */
function PageAtHand({ place, surroundings, inHand, outcome }: PageProps) {
  if (outcome.noteProblem) return <CouldNot problem={outcome.noteProblem} onBack={outcome.forgetProblem} />;
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
  return <PageOfReport place={place} surroundings={surroundings} inHand={inHand} outcome={outcome} />;
}

function PageOfReport({ place, surroundings, inHand, outcome }: PageProps) {
  const { sent, noted } = outcome;
  switch (place.page) {
    case 'step':
      return (
        <StepPage
          key={place.step}
          number={place.step}
          inHand={inHand}
          surroundings={surroundings}
          onNote={() => void outcome.makeNote()}
        />
      );
    case 'colleague':
      return <ColleaguePage inHand={inHand} />;
    case 'check':
      // Also by the back button: what a colleague did is not sent as a report.
      if (isAboutColleague(inHand.draft)) return <ColleaguePage inHand={inHand} />;
      return (
        <CheckPage
          inHand={inHand}
          surroundings={surroundings}
          onSent={outcome.showSent}
          onWaiting={outcome.showWaiting}
        />
      );
    case 'code':
      return <CodePage surroundings={surroundings} inHand={inHand} />;
    case 'sent':
      return sent ? <SentPage sent={sent} /> : <Waiting />;
    case 'noted':
      if (!noted) return <Waiting />;
      return (
        <NotedPage {...noted} locations={surroundings.locations} onReport={() => outcome.reportAfterAll(noted.draft)} />
      );
    case 'details':
      return place.id ? <DetailsPage incidentId={place.id} words={surroundings.words} /> : <Waiting />;
  }
}

/** Whoever goes back after sending, or loads a page again whose answers are gone, sees what became of them. */
function useNoPageWithoutAnswers({ place, surroundings, inHand, outcome }: PageProps) {
  const isReady = surroundings.state === 'ready' && !surroundings.isSignedOut && !inHand.isOpening;
  const asksOn = place.page === 'check' || (place.page === 'step' && place.step > 1);
  const isAskedOn = asksOn && isReady && !hasAnswers(inHand.draft);
  const isResultGone = (place.page === 'sent' && !outcome.sent) || (place.page === 'noted' && !outcome.noted);
  const sentId = outcome.sent?.incidentId;
  useEffect(() => {
    if (isResultGone) leaveGoneResult();
    else if (isAskedOn && sentId) go(addressOf.sent, { replace: true, remember: { incidentId: sentId } });
    else if (isAskedOn) go(addressOf.start, { replace: true });
  }, [isResultGone, isAskedOn, sentId]);
}

/** The page with the result belongs to this visit only. The report itself says the same, and more. */
function leaveGoneResult() {
  const remembered = rememberedHere();
  const [visit] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  if (remembered && visit?.type !== 'back_forward') window.location.replace(addressOf.follow(remembered.incidentId));
  else go(addressOf.start, { replace: true });
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
