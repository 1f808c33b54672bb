import { useState } from 'react';
import { chainTermLimits } from '../../../contract/chain-term-limits.ts';
import { changeChainTerms, getChainTerms } from '../../../contract/chain-terms.ts';
import type { AnswerOf } from '../../../contract/endpoint.ts';
import { Card } from '../../components/Card.tsx';
import { DefinitionList } from '../../components/DefinitionList.tsx';
import type { FieldError } from '../../components/ErrorSummary.tsx';
import { Field } from '../../components/Field.tsx';
import { Overtaken } from '../../components/Overtaken.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { Stack } from '../../components/Stack.tsx';
import { Text } from '../../components/Text.tsx';
import { TextInput } from '../../components/TextInput.tsx';
import { useSay } from '../../components/Toasts.tsx';
import { Answered } from '../../session/Answered.tsx';
import { useNow } from '../../session/now.ts';
import { SmallForm } from '../../session/SmallForm.tsx';
import { useRead } from '../../session/useRead.ts';
import { useTyped } from '../../session/useTyped.ts';
import { useWrite } from '../../session/useWrite.ts';
import { useMoments } from '../../text/moments.ts';
import { useMayChange } from '../mayChange.ts';
import { useProtocolText } from '../text.ts';
import { useTrail } from '../trail.ts';
import { isWithin, numberIn } from './terms.ts';
import '../protocol.css';

type Terms = AnswerOf<typeof getChainTerms>;

/** How long somebody who was called has before the next one is called. */
export function ChainTermsPage() {
  const { chain: text } = useProtocolText();
  const mayChange = useMayChange();
  const trail = useTrail({ label: text.title });
  const read = useRead(getChainTerms, {});
  return (
    <Stack gap="l" className="protocol-form">
      <PageHeader title={text.title} lead={text.lead} trail={trail} />
      <Answered of={read}>
        {(terms) =>
          mayChange ? (
            <TermsForm inForce={terms} onRefused={() => void read.refetch()} />
          ) : (
            <TermsRead inForce={terms} />
          )
        }
      </Answered>
    </Stack>
  );
}

function TermsRead({ inForce: { terms } }: { inForce: Terms }) {
  const { chain: text } = useProtocolText();
  return (
    <Card>
      <DefinitionList
        items={[
          { term: text.immediate, value: text.minutes(terms.immediateMinutes) },
          { term: text.workingTime, value: text.minutes(terms.workingTimeMinutes) },
        ]}
      />
      <Text soft>{text.order}</Text>
    </Card>
  );
}

const { immediate, workingTime } = chainTermLimits;

interface TermsFormProps {
  inForce: Terms;
  /** Somebody else may have been first: look at what counts now. */
  onRefused: () => void;
}

function TermsForm({ inForce, onRefused }: TermsFormProps) {
  const { chain: text } = useProtocolText();
  const tell = useSay();
  const changing = useWrite(changeChainTerms);
  const { typed, change, basedOnVersion, isOvertaken, saved, beginAgain } = useTyped(inForce.version, {
    immediate: String(inForce.terms.immediateMinutes),
    workingTime: String(inForce.terms.workingTimeMinutes),
  });
  const [missing, setMissing] = useState<FieldError[]>([]);
  const errorAt = (id: string) => missing.find(({ fieldId }) => fieldId === id)?.message ?? changing.errorAt(id);

  async function save() {
    const wrong = [
      { fieldId: 'terms-immediateMinutes', what: text.immediate, value: typed.immediate, limits: immediate },
      { fieldId: 'terms-workingTimeMinutes', what: text.workingTime, value: typed.workingTime, limits: workingTime },
    ].filter(({ value, limits }) => !isWithin(value, limits));
    setMissing(
      wrong.map(({ fieldId, what, limits }) => ({ fieldId, message: text.notANumber(what, limits.min, limits.max) })),
    );
    if (wrong.length > 0) return;
    const terms = { immediateMinutes: numberIn(typed.immediate), workingTimeMinutes: numberIn(typed.workingTime) };
    const answer = await changing.send({ body: { basedOnVersion, terms } });
    if (!answer) return onRefused();
    saved(answer.version, typed);
    tell(text.saved);
  }

  return (
    <Card>
      <Text>{text.order}</Text>
      {isOvertaken && !changing.isBusy && <Overtaken onBeginAgain={beginAgain} />}
      <SmallForm of={changing} missing={missing} submit={text.save} onSubmit={() => void save()}>
        <Field
          id="terms-immediateMinutes"
          label={text.immediate}
          hint={`${text.immediateWhy} ${text.between(immediate.min, immediate.max)}`}
          error={errorAt('terms-immediateMinutes')}
        >
          <TextInput
            width="s"
            inputMode="numeric"
            maxLength={3}
            value={typed.immediate}
            onChange={({ target }) => change({ ...typed, immediate: target.value })}
          />
        </Field>
        <Field
          id="terms-workingTimeMinutes"
          label={text.workingTime}
          hint={`${text.workingTimeWhy} ${text.between(workingTime.min, workingTime.max)}`}
          error={errorAt('terms-workingTimeMinutes')}
        >
          <TextInput
            width="s"
            inputMode="numeric"
            maxLength={3}
            value={typed.workingTime}
            onChange={({ target }) => change({ ...typed, workingTime: target.value })}
          />
        </Field>
      </SmallForm>
      <Text soft small>
        {text.counts}
      </Text>
      <Since inForce={inForce} />
    </Card>
  );
}

function Since({ inForce: { version, sinceAt, by } }: { inForce: Terms }) {
  const { chain: text, versionBy } = useProtocolText();
  const moments = useMoments();
  const now = useNow();
  const told = sinceAt && by ? versionBy(version, moments.moment(sinceAt, now), by.name) : text.neverChosen;
  return (
    <Text soft small>
      {told}
    </Text>
  );
}
