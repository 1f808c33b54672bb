import { lazy, Suspense, useState } from 'react';
import type { AggressionForm, IncidentFlag, InjuryKind, ObservedCause } from '../../../contract/incident-words.ts';
import { aggressionForms, incidentFlags, injuryKinds, observedCauses } from '../../../contract/incident-words.ts';
import { ManyChoices, OneChoice } from '../../components/ChoiceCards.tsx';
import type { FieldError } from '../../components/ErrorSummary.tsx';
import { Field } from '../../components/Field.tsx';
import { TextArea } from '../../components/TextArea.tsx';
import { useIdFor } from '../../session/useIdFor.ts';
import { useLanguage } from '../../text/index.ts';
import { write } from '../api.ts';
import type { YesNo } from '../draft.ts';
import { ReportPage } from '../ReportPage.tsx';
import { answer } from '../steps.ts';
import { useReportText } from '../text.ts';
import { type ChosenWords, choicesFrom, countedAs, type WordLists, wordsToSend } from '../words.ts';
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
  readonly chosenWords: ChosenWords;
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
  chosenWords: {},
};

/** The calm rest, after sending. Everything may stay empty, and what is kept is added to the report, never put in its place. */
export function DetailsPage(props: { incidentId: string; words: WordLists }) {
  const { incidentId } = props;
  const [isAtQuestions, setAtQuestions] = useState(window.location.hash === '#vragen');
  if (!isAtQuestions) return <DetailsForm {...props} onSaved={() => setAtQuestions(true)} />;
  return (
    <Suspense fallback={null}>
      <QuestionsStep incidentId={incidentId} />
    </Suspense>
  );
}

interface DetailsFormProps {
  incidentId: string;
  words: WordLists;
  onSaved: () => void;
}

function DetailsForm({ incidentId, words, onSaved }: DetailsFormProps) {
  const text = useReportText();
  const language = useLanguage();
  const [details, setDetails] = useState(nothingYet);
  const [errors, setErrors] = useState<FieldError[]>([]);
  const [busy, setBusy] = useState(false);
  const keyFor = useIdFor();
  const change = (answers: Partial<Details>) => setDetails((now) => ({ ...now, ...answers }));
  const errorAt = (fieldId: string) => errors.find((error) => error.fieldId === fieldId)?.message;

  async function save() {
    setBusy(true);
    const body = bodyOf(details);
    const answered = await write('POST', `/incidents/${incidentId}/details`, keyFor(body).value, body);
    setBusy(false);
    if (answered.ok) return onSaved();
    const { problem } = answered;
    setErrors(
      problem.errors.length > 0
        ? problem.errors.map((error) => ({ fieldId: error.pointer.slice(1), message: error[language] }))
        : [{ fieldId: 'form', message: problem.sentence[language] }],
    );
  }

  const { chosenWords: called } = details;
  const one = (list: keyof ChosenWords, counted: string | null) => called[list]?.[0] ?? counted;
  const calling = (list: keyof ChosenWords, codes: readonly string[]) => ({
    chosenWords: { ...called, [list]: codes },
  });

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
        choices={choicesFrom(words, 'form', language, labelled(aggressionForms, text.details.forms))}
        chosen={one('form', details.form)}
        onChange={(chosen) =>
          change({ form: countedAs(words, 'form', [chosen], aggressionForms)[0] ?? null, ...calling('form', [chosen]) })
        }
      />
      <ManyChoices
        id="flags"
        legend={text.details.flags}
        beside
        choices={choicesFrom(words, 'flag', language, labelled(incidentFlags, text.details.flagChoices))}
        chosen={called.flag ?? details.flags}
        onChange={(chosen) =>
          change({ flags: countedAs(words, 'flag', chosen, incidentFlags), ...calling('flag', chosen) })
        }
      />
      <OneChoice
        id="cause"
        legend={text.details.cause}
        hint={text.details.causeHint}
        choices={choicesFrom(words, 'cause', language, labelled(observedCauses, text.details.causes))}
        chosen={one('cause', details.cause)}
        onChange={(chosen) =>
          change({
            cause: countedAs(words, 'cause', [chosen], observedCauses)[0] ?? null,
            ...calling('cause', [chosen]),
          })
        }
      />
      <OneChoice
        id="injuries"
        legend={text.details.injuries}
        choices={choicesFrom(words, 'injury', language, labelled(injuryKinds, text.details.injuryChoices))}
        chosen={one('injury', details.injuries)}
        onChange={(chosen) =>
          change({
            injuries: countedAs(words, 'injury', [chosen], injuryKinds)[0] ?? null,
            ...calling('injury', [chosen]),
          })
        }
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
    ...wordsToSend(details.chosenWords),
  };
}

function labelled<Code extends string>(codes: readonly Code[], labels: Readonly<Record<Code, string>>) {
  return codes.map((value) => ({ value, label: labels[value] }));
}
