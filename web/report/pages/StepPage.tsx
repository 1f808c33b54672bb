import { useState } from 'react';
import { matrixFits } from '../../../contract/norm-matrix.ts';
import { Link } from '../../components/Link.tsx';
import { useIsOnline } from '../../components/OfflineBanner.tsx';
import { Text } from '../../components/Text.tsx';
import { useHasCode } from '../../outbox/useHasCode.ts';
import { serverNow } from '../../session/now.ts';
import { useLanguage } from '../../text/index.ts';
import { useMoments } from '../../text/moments.ts';
import { checkStep, type FieldComplaint } from '../check-step.ts';
import { addressOf, go } from '../place.ts';
import { ReportPage } from '../ReportPage.tsx';
import { isAboutColleague, type StepName, stepsFor } from '../steps.ts';
import type { Surroundings } from '../surroundings.ts';
import { type ReportText, useReportText } from '../text.ts';
import type { DraftInHand } from '../use-draft.ts';
import { WhatQuestion } from './WhatQuestion.tsx';
import { WhenQuestion } from './WhenQuestion.tsx';
import { WhereQuestion } from './WhereQuestion.tsx';
import { WhomQuestion } from './WhomQuestion.tsx';
import { WhoQuestion } from './WhoQuestion.tsx';

interface StepPageProps {
  number: number;
  inHand: DraftInHand;
  surroundings: Surroundings;
  onNote: () => void;
}

/** One of at most five questions. What needs another look is said here, and everything typed stays. */
export function StepPage({ number, inHand, surroundings, onNote }: StepPageProps) {
  const text = useReportText();
  const { draft, change } = inHand;
  const [complaints, setComplaints] = useState<FieldComplaint[]>([]);
  const isOffline = !useIsOnline() || surroundings.me === null;
  const steps = stepsFor(draft.kind);
  const step = steps[number - 1] ?? steps[steps.length - 1] ?? 'what';
  const errorAt = (fieldId: string) => {
    const found = complaints.find((complaint) => complaint.fieldId === fieldId);
    return found && text.complaint[found.complaint];
  };
  const question = { draft, change, errorAt };

  function next() {
    const found = checkStep(step, draft, serverNow(), { isOffline });
    setComplaints(found);
    if (found.length > 0) return;
    if (number < steps.length) go(addressOf.step(number + 1));
    else go(isAboutColleague(draft) ? addressOf.colleague : addressOf.check);
  }

  return (
    <ReportPage
      title={titleOf(step, draft.kind, text)}
      lead={step === 'what' && matrixFits(draft.kind) ? text.what.lead : undefined}
      step={{ at: number, of: steps.length }}
      back={() => go(number > 1 ? addressOf.step(number - 1) : addressOf.safety)}
      errors={complaints.map(({ fieldId, complaint }) => ({ fieldId, message: text.complaint[complaint] }))}
      onNext={next}
      foot={<SaveState inHand={inHand} />}
    >
      {step === 'what' && (
        <WhatQuestion
          {...question}
          matrix={surroundings.matrix}
          me={surroundings.me}
          words={surroundings.words}
          onNote={onNote}
        />
      )}
      {step === 'whom' && (
        <WhomQuestion {...question} me={surroundings.me} isOffline={isOffline} words={surroundings.words} />
      )}
      {step === 'when' && <WhenQuestion {...question} />}
      {step === 'where' && (
        <WhereQuestion {...question} locations={surroundings.locations} words={surroundings.words} />
      )}
      {step === 'who' && <WhoQuestion {...question} words={surroundings.words} />}
    </ReportPage>
  );
}

function titleOf(step: StepName, kind: DraftInHand['draft']['kind'], text: ReportText): string {
  if (step === 'what' && kind === 'missing_person') return text.what.childTitle;
  if (step === 'what' && kind === 'calamity') return text.what.calamityTitle;
  if (step === 'who' && !matrixFits(kind)) return text.who.titleChild;
  return text[step].title;
}

/** A quiet line: where the answers are. */
export function SaveState({ inHand }: { inHand: DraftInHand }) {
  const text = useReportText();
  const moments = useMoments();
  const language = useLanguage();
  const { notSaved, savedAt, isOnDevice } = inHand;
  const hasCode = useHasCode();
  const stays = isOnDevice ? text.savedOnDevice : text.notSaved;
  return (
    <div role="status">
      {notSaved && <Text small>{notSaved.code === 'draft-over' ? notSaved.sentence[language] : stays}</Text>}
      {isOnDevice && hasCode === false && (
        <Text small>
          {text.noCodeYet} <Link href={addressOf.code}>{text.code.choose}</Link>
        </Text>
      )}
      {!notSaved && savedAt && (
        <Text soft small>
          {text.saved(moments.time(savedAt))}
        </Text>
      )}
    </div>
  );
}
