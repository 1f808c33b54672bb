import { useState } from 'react';
import type { IncidentReport } from '../../../contract/incident.ts';
import { Card } from '../../components/Card.tsx';
import { OneChoice } from '../../components/ChoiceCards.tsx';
import { DefinitionList } from '../../components/DefinitionList.tsx';
import { Disclosure } from '../../components/Disclosure.tsx';
import type { FieldError } from '../../components/ErrorSummary.tsx';
import { Link, StandaloneLink } from '../../components/Link.tsx';
import { currentDevice } from '../../outbox/device.ts';
import { serverNow } from '../../session/now.ts';
import { useLanguage } from '../../text/index.ts';
import { useMoments } from '../../text/moments.ts';
import { type Problem, type Reported, write } from '../api.ts';
import { checkStep } from '../check-step.ts';
import { addressOf, go } from '../place.ts';
import { ReportPage } from '../ReportPage.tsx';
import { stepsFor } from '../steps.ts';
import { summaryOf } from '../summary.ts';
import type { Surroundings } from '../surroundings.ts';
import { useReportText } from '../text.ts';
import { isToldByClock, toReport } from '../to-report.ts';
import type { DraftInHand } from '../use-draft.ts';
import { SaveState } from './StepPage.tsx';

interface CheckPageProps {
  inHand: DraftInHand;
  surroundings: Surroundings;
  onSent: (reported: Reported) => void;
  /** There is no connection: it waits on this device, sealed. */
  onWaiting: () => void;
}

const inAlready = ['incident-already-reported', 'key-reused'];

/** Everything once more, then sent. The same report sent twice is one report: its id was made when it was begun. */
export function CheckPage({ inHand, surroundings, onSent, onWaiting }: CheckPageProps) {
  const text = useReportText();
  const language = useLanguage();
  const moments = useMoments();
  const { draft, change } = inHand;
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  // It came in, of which the answer got lost; and then something was changed.
  const isIn = problem !== null && inAlready.includes(problem.code);
  const steps = stepsFor(draft.kind);
  const rows = summaryOf({ draft, text, language, moments, now: serverNow(), ...surroundings });

  async function send() {
    const now = serverNow();
    const isOffline = surroundings.me === null || !navigator.onLine;
    const unfinished = steps.findIndex((step) => checkStep(step, draft, now, { isOffline }).length > 0);
    if (unfinished >= 0) return go(addressOf.step(unfinished + 1));
    setBusy(true);
    setProblem(null);
    const report = toReport(draft, now);
    const answered = await write<Reported>('POST', '/incidents', draft.incidentId, report);
    const isKept = !answered.ok && answered.problem.code === 'no-connection' && (await keepForLater(report));
    setBusy(false);
    if (answered.ok) onSent(answered.body);
    else if (isKept) onWaiting();
    else setProblem(answered.problem);
  }

  /** False where this device cannot: then everything stays on the screen. */
  async function keepForLater(report: IncidentReport): Promise<boolean> {
    const told = {
      draft: { ...draft },
      report,
      isToldByClock: isToldByClock(draft),
      baseRevision: inHand.baseRevision(),
    };
    try {
      const device = await currentDevice();
      const { putReportInOutbox } = await import('../../outbox/outbox.ts');
      if (device) await putReportInOutbox(device, told);
      return device !== undefined;
    } catch {
      return false;
    }
  }

  return (
    <ReportPage
      title={text.check.title}
      lead={text.check.lead}
      back={() => go(addressOf.step(steps.length))}
      errors={isIn ? [{ fieldId: 'follow', message: text.check.isIn }] : errorsOf(problem, language)}
      onNext={() => void send()}
      nextLabel={text.check.send}
      busy={busy}
      foot={<SaveState inHand={inHand} />}
    >
      {isIn && (
        <StandaloneLink id="follow" href={addressOf.follow(draft.incidentId)}>
          {text.sent.follow}
        </StandaloneLink>
      )}
      <Card as="div">
        <DefinitionList
          items={rows.map(({ term, value, step }) => ({
            term,
            value,
            action: (
              <Link
                href={step === 'safety' ? addressOf.safety : addressOf.step(step)}
                aria-label={text.changeWhat(term)}
              >
                {text.change}
              </Link>
            ),
          }))}
        />
      </Card>
      <Disclosure summary={text.check.routeSummary} open={draft.route === 'coordinator'}>
        <OneChoice
          id="route"
          legend={text.check.route}
          choices={[
            { value: 'manager', ...text.check.routes.manager },
            { value: 'coordinator', ...text.check.routes.coordinator },
          ]}
          chosen={draft.route}
          onChange={(route) => change({ route })}
        />
      </Disclosure>
    </ReportPage>
  );
}

function errorsOf(problem: Problem | null, language: 'nl' | 'en'): FieldError[] {
  if (!problem) return [];
  if (problem.errors.length === 0) return [{ fieldId: 'route', message: problem.sentence[language] }];
  return problem.errors.map((error) => ({ fieldId: error.pointer, message: error[language] }));
}
