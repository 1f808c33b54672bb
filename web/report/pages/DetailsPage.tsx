import { lazy, Suspense, useState } from 'react';
import type { AggressionForm, IncidentFlag, InjuryKind, ObservedCause } from '../../../contract/incident-words.ts';
import { aggressionForms, incidentFlags, injuryKinds, observedCauses } from '../../../contract/incident-words.ts';
import { ManyChoices, OneChoice } from '../../components/ChoiceCards.tsx';
import type { FieldError } from '../../components/ErrorSummary.tsx';
import { Field } from '../../components/Field.tsx';
import { TextArea } from '../../components/TextArea.tsx';
import { useLanguage } from '../../text/index.ts';
import { write } from '../api.ts';
import type { YesNo } from '../draft.ts';
import { ReportPage } from '../ReportPage.tsx';
import { answer } from '../steps.ts';
import { useReportText } from '../text.ts';
import { YesNoQuestion } from '../YesNoQuestion.tsx';

const AddToReport = lazy(() => import('../AddToReport.tsx'));

const QuestionsStep = lazy(() => import('../questions/QuestionsStep.tsx'));

interface Details {
  readonly form: AggressionForm | null;
  readonly flags: readonly IncidentFlag[];
  readonly cause: ObservedCause | null;
  readonly injuries: InjuryKind | null;
  readonly injuryText: string;
  readonly damage: YesNo | null;
  readonly damageText: string;
  readonly police: YesNo | null;
  readonly demanded: string;
}

const nothingYet: Details = {
  form: null,
  flags: [],
  cause: null,
  injuries: null,
  injuryText: '',
  damage: null,
  damageText: '',
  police: null,
  demanded: '',
};

/** The calm rest, after sending. Everything may stay empty, and what is kept is added to the report, never put in its place. */
export function DetailsPage({ incidentId }: { incidentId: string }) {
  const [isAtQuestions, setAtQuestions] = useState(window.location.hash === '#vragen');
  if (!isAtQuestions) return <DetailsForm incidentId={incidentId} onSaved={() => setAtQuestions(true)} />;
  return (
    <Suspense fallback={null}>
      <QuestionsStep incidentId={incidentId} />
    </Suspense>
  );
}

function DetailsForm({ incidentId, onSaved }: { incidentId: string; onSaved: () => void }) {
  const text = useReportText();
  const language = useLanguage();
  const [details, setDetails] = useState(nothingYet);
  const [errors, setErrors] = useState<FieldError[]>([]);
  const [busy, setBusy] = useState(false);
  const [key] = useState(() => crypto.randomUUID());
  const change = (answers: Partial<Details>) => setDetails((now) => ({ ...now, ...answers }));
  const errorAt = (fieldId: string) => errors.find((error) => error.fieldId === fieldId)?.message;

  async function save() {
    setBusy(true);
    const answered = await write('POST', `/incidents/${incidentId}/details`, key, bodyOf(details));
    setBusy(false);
    if (answered.ok) return onSaved();
    const { problem } = answered;
    setErrors(
      problem.errors.length > 0
        ? problem.errors.map((error) => ({ fieldId: error.pointer.slice(1), message: error[language] }))
        : [{ fieldId: 'form', message: problem.sentence[language] }],
    );
  }

  const line = (field: 'injuryText' | 'damageText' | 'demanded', label: string) => (
    <Field id={field} label={label} error={errorAt(field)} optional>
      <TextArea
        rows={2}
        limit={500}
        value={details[field]}
        onChange={(event) => change({ [field]: event.target.value })}
      />
    </Field>
  );

  return (
    <ReportPage
      title={text.details.title}
      lead={text.details.lead}
      errors={errors}
      onNext={() => void save()}
      nextLabel={text.details.save}
      busy={busy}
    >
      <Suspense fallback={null}>
        <AddToReport incidentId={incidentId} />
      </Suspense>
      <OneChoice
        id="form"
        legend={text.details.form}
        beside
        choices={aggressionForms.map((value) => ({ value, label: text.details.forms[value] }))}
        chosen={details.form}
        onChange={(form) => change({ form })}
      />
      <ManyChoices
        id="flags"
        legend={text.details.flags}
        beside
        choices={incidentFlags.map((value) => ({ value, label: text.details.flagChoices[value] }))}
        chosen={details.flags}
        onChange={(flags) => change({ flags })}
      />
      <OneChoice
        id="cause"
        legend={text.details.cause}
        hint={text.details.causeHint}
        choices={observedCauses.map((value) => ({ value, label: text.details.causes[value] }))}
        chosen={details.cause}
        onChange={(cause) => change({ cause })}
      />
      <OneChoice
        id="injuries"
        legend={text.details.injuries}
        choices={injuryKinds.map((value) => ({ value, label: text.details.injuryChoices[value] }))}
        chosen={details.injuries}
        onChange={(injuries) => change({ injuries })}
      />
      {details.injuries !== null &&
        details.injuries !== 'none' &&
        details.injuries !== 'unknown' &&
        line('injuryText', text.details.injuryText)}
      <YesNoQuestion
        id="damage"
        question={text.details.damage}
        chosen={details.damage}
        onChange={(damage) => change({ damage })}
      />
      {details.damage === 'yes' && line('damageText', text.details.damageText)}
      <YesNoQuestion
        id="police"
        question={text.details.police}
        chosen={details.police}
        onChange={(police) => change({ police })}
      />
      {line('demanded', text.details.demanded)}
    </ReportPage>
  );
}

function bodyOf(details: Details) {
  const orNull = (line: string) => line.trim() || null;
  return {
    form: details.form,
    flags: details.flags,
    cause: details.cause,
    injuries: details.injuries,
    damage: answer(details.damage),
    policePresent: answer(details.police),
    demanded: orNull(details.demanded),
    injuryText: orNull(details.injuryText),
    damageText: orNull(details.damageText),
  };
}
