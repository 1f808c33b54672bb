import { highestColumn, isEmotion, matrixFits } from '../../../contract/norm-matrix.ts';
import { incidentKinds } from '../../../contract/protocol-words.ts';
import { Advice } from '../../components/Advice.tsx';
import { Button } from '../../components/Button.tsx';
import { ManyChoices, OneChoice } from '../../components/ChoiceCards.tsx';
import { Dictate } from '../../components/Dictate.tsx';
import { Disclosure } from '../../components/Disclosure.tsx';
import { Field } from '../../components/Field.tsx';
import { StandaloneLink } from '../../components/Link.tsx';
import { Row, Stack } from '../../components/Stack.tsx';
import { Text } from '../../components/Text.tsx';
import { TextArea } from '../../components/TextArea.tsx';
import { TextInput } from '../../components/TextInput.tsx';
import { useLanguage } from '../../text/index.ts';
import type { Matrix, Me } from '../api.ts';
import { longestStory } from '../check-step.ts';
import type { Draft } from '../draft.ts';
import { addressOf } from '../place.ts';
import { adviceFor, correctionQuestions, offersNote } from '../steps.ts';
import { useReportText } from '../text.ts';
import { managerWhoHears } from '../who-hears.ts';
import { choicesFrom, countedAs, type WordLists } from '../words.ts';
import { YesNoQuestion } from '../YesNoQuestion.tsx';

export interface QuestionProps {
  draft: Draft;
  change: (answers: Partial<Draft>) => void;
  /** The sentence to show at a field that needs another look. */
  errorAt: (fieldId: string) => string | undefined;
}

interface WhatProps extends QuestionProps {
  matrix: Matrix | null;
  me: Me | null;
  words: WordLists;
  onNote: () => void;
}

/** What happened: seen and ticked, told in own words, or both. The advice follows what was ticked. */
export function WhatQuestion(props: WhatProps) {
  const { draft, change, errorAt } = props;
  const text = useReportText();
  const withMatrix = matrixFits(draft.kind);
  return (
    <>
      {withMatrix ? <SeenBehaviour {...props} /> : <ConcernedChild {...props} />}
      <Field
        id="story"
        label={text.what.story}
        hint={text.what.storyHint}
        error={errorAt('story')}
        optional={draft.columns.length > 0 || !withMatrix}
      >
        <TextArea
          value={draft.story}
          limit={longestStory}
          rows={4}
          onChange={(event) => change({ story: event.target.value })}
        />
      </Field>
      <Dictate fieldId="story" value={draft.story} onChange={(story) => change({ story })} />
      <Disclosure summary={text.kind.summary} open={draft.kind !== 'incident'}>
        <KindQuestion {...props} />
      </Disclosure>
      {withMatrix && (
        <Text soft>
          {text.colleague.didIt}{' '}
          <StandaloneLink href={addressOf.colleague} onClick={() => change({ aggressor: 'colleague' })}>
            {text.colleague.itWas}
          </StandaloneLink>
        </Text>
      )}
    </>
  );
}

function KindQuestion({ draft, change, words }: WhatProps) {
  const text = useReportText();
  const language = useLanguage();
  return (
    <OneChoice
      id="kind"
      legend={text.kind.legend}
      choices={choicesFrom(
        words,
        'kind',
        language,
        incidentKinds.map((kind) => ({ value: kind, ...text.kind.choices[kind] })),
      )}
      chosen={draft.chosenWords.kind?.[0] ?? draft.kind}
      onChange={(chosen) => {
        const [kind] = countedAs(words, 'kind', [chosen], incidentKinds);
        change({ kind: kind ?? 'incident', chosenWords: { ...draft.chosenWords, kind: [chosen] } });
      }}
    />
  );
}

function SeenBehaviour({ draft, change, errorAt, matrix, me, onNote }: WhatProps) {
  const text = useReportText();
  const language = useLanguage();
  if (!matrix) return <Text soft>{text.what.matrixMissing}</Text>;
  return (
    <Stack>
      <ManyChoices
        id="columns"
        legend={text.what.title}
        hideLegend
        error={errorAt('columns')}
        choices={matrix.columns.map(({ column, title, recognise }) => ({
          value: column,
          label: title[language],
          hint: recognise[language],
        }))}
        chosen={draft.columns}
        onChange={(columns) => change({ columns, reportAnyway: false })}
      />
      <RuleQuestions draft={draft} change={change} />
      <WhatTheRuleSays draft={draft} change={change} me={me} onNote={onNote} />
      <HowToRespond draft={draft} matrix={matrix} />
    </Stack>
  );
}

function RuleQuestions({ draft, change }: Pick<WhatProps, 'draft' | 'change'>) {
  const text = useReportText();
  const column = highestColumn(draft.columns);
  if (column && isEmotion(column)) {
    return (
      <YesNoQuestion
        id="persists"
        question={text.what.persists}
        chosen={draft.persists}
        onChange={(persists) => change({ persists, earlier: persists })}
      />
    );
  }
  return correctionQuestions(draft).map((question) => (
    <YesNoQuestion
      key={question}
      id={question}
      question={text.what[question]}
      chosen={draft[question]}
      onChange={(chosen) => change({ [question]: chosen, reportAnyway: false })}
    />
  ));
}

/** The rule advises and never forbids: "toch melden" is always one tap away. */
function WhatTheRuleSays({ draft, change, me, onNote }: Pick<WhatProps, 'draft' | 'change' | 'me' | 'onNote'>) {
  const text = useReportText();
  const advice = adviceFor(draft);
  if (!advice) return null;
  if (advice.reason === 'always_reported') {
    const manager = managerWhoHears(draft, me)?.name.split(' ')[0];
    return (
      <Advice tone="amber" announce title={text.advice.always}>
        <Text>{text.advice.alwaysMore(manager ?? text.advice.manager)}</Text>
      </Advice>
    );
  }
  if (offersNote(draft)) {
    return (
      <Advice tone="teal" announce title={text.advice.note}>
        <Stack gap="s">
          <Text>{advice.reason === 'corrected_and_stopped' ? text.advice.noteCorrected : text.advice.noteEmotion}</Text>
          <Row>
            <Button onClick={onNote}>{text.advice.makeNote}</Button>
            <Button kind="secondary" onClick={() => change({ reportAnyway: true })}>
              {text.advice.reportAnyway}
            </Button>
          </Row>
        </Stack>
      </Advice>
    );
  }
  if (draft.reportAnyway) return <Advice tone="teal" announce title={text.advice.reportAnywayChosen} />;
  if (advice.advice !== 'report' || (advice.reason === 'not_sure' && draft.stopped === null)) return null;
  return (
    <Advice tone="amber" announce title={text.advice.report}>
      <Text>{text.advice.reportMore}</Text>
    </Advice>
  );
}

function HowToRespond({ draft, matrix }: { draft: Draft; matrix: Matrix }) {
  const text = useReportText();
  const language = useLanguage();
  const column = highestColumn(draft.columns);
  const content = matrix.columns.find((candidate) => candidate.column === column);
  if (!content) return null;
  return (
    <Disclosure summary={`${text.what.approach}: ${content.approachTitle[language].toLowerCase()}`}>
      <ul className="steps-now">
        {content.steps.map((step) => (
          <li key={step.nl}>{step[language]}</li>
        ))}
      </ul>
    </Disclosure>
  );
}

function ConcernedChild({ draft, change, errorAt }: WhatProps) {
  const text = useReportText();
  const isMissing = draft.kind === 'missing_person';
  return (
    <Stack>
      <Field
        id="childName"
        label={isMissing ? text.what.childName : text.what.calamityWho}
        hint={text.what.childNameHint}
        error={errorAt('childName')}
      >
        <TextInput value={draft.childName} onChange={(event) => change({ childName: event.target.value })} />
      </Field>
      <Field
        id="childLastSeen"
        label={isMissing ? text.what.childLastSeen : text.what.calamityWhere}
        error={errorAt('childLastSeen')}
        optional
      >
        <TextInput value={draft.childLastSeen} onChange={(event) => change({ childLastSeen: event.target.value })} />
      </Field>
      <Field
        id="childWhoKnows"
        label={text.what.childWhoKnows}
        hint={text.what.childWhoKnowsHint}
        error={errorAt('childWhoKnows')}
        optional
      >
        <TextInput value={draft.childWhoKnows} onChange={(event) => change({ childWhoKnows: event.target.value })} />
      </Field>
    </Stack>
  );
}
