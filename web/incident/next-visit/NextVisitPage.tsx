import { useState } from 'react';
import { askNextVisit, type VisitAnswer, type VisitPurpose, visitPurposes } from '../../../contract/incident.ts';
import { ButtonLink } from '../../components/ButtonLink.tsx';
import { Card } from '../../components/Card.tsx';
import { OneChoice } from '../../components/ChoiceCards.tsx';
import { DateInput } from '../../components/DateInput.tsx';
import { Disclosure } from '../../components/Disclosure.tsx';
import type { FieldError } from '../../components/ErrorSummary.tsx';
import { Field } from '../../components/Field.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { Row, Stack } from '../../components/Stack.tsx';
import { Text } from '../../components/Text.tsx';
import { TextInput } from '../../components/TextInput.tsx';
import { hasRole, useMe } from '../../session/me.tsx';
import { SmallForm } from '../../session/SmallForm.tsx';
import { useWrite } from '../../session/useWrite.ts';
import { isRealDate } from '../../text/dutchClock.ts';
import { useNextVisitText } from './text.ts';
import { VisitAnswerCard } from './VisitAnswerCard.tsx';
import './next-visit.css';

/** In seconds, before somebody rings the bell: is there anything that was agreed? What is typed stays in no address. */
export function NextVisitPage() {
  const { ask: text } = useNextVisitText();
  const me = useMe();
  const [answer, setAnswer] = useState<VisitAnswer | null>(null);
  return (
    <Stack gap="l" className="next-visit">
      <PageHeader
        title={text.title}
        lead={text.lead}
        actions={
          hasRole(me, 'coordinator') && (
            <ButtonLink kind="secondary" href="/volgend-bezoek/gekeken">
              {text.whoLooked}
            </ButtonLink>
          )
        }
      />
      {answer ? (
        <VisitAnswerCard answer={answer} onAgain={() => setAnswer(null)} />
      ) : (
        <Card>
          <AskForm onAnswer={setAnswer} />
        </Card>
      )}
    </Stack>
  );
}

const nobody = { name: '', bornOn: '', postcode: '', houseNumber: '' };

function AskForm({ onAnswer }: { onAnswer: (answer: VisitAnswer) => void }) {
  const { ask: text, purposes } = useNextVisitText();
  const asking = useWrite(askNextVisit);
  const [typed, setTyped] = useState(nobody);
  const [purpose, setPurpose] = useState<VisitPurpose | null>(null);
  const [missing, setMissing] = useState<readonly FieldError[]>([]);
  const change = (more: Partial<typeof nobody>) => setTyped({ ...typed, ...more });
  const errorAt = (id: string) => missing.find(({ fieldId }) => fieldId === id)?.message ?? asking.errorAt(id);
  const hasAddress = typed.postcode.trim() !== '' && typed.houseNumber.trim() !== '';

  async function ask() {
    const lacks: FieldError[] = [];
    if (!typed.name.trim()) lacks.push({ fieldId: 'name', message: text.missing.name });
    if (typed.bornOn && !isRealDate(typed.bornOn)) lacks.push({ fieldId: 'bornOn', message: text.missing.day });
    if (!typed.bornOn && !hasAddress) lacks.push({ fieldId: 'bornOn', message: text.missing.either });
    if (purpose === null) lacks.push({ fieldId: 'purpose', message: text.missing.purpose });
    setMissing(lacks);
    if (purpose === null || lacks.length > 0) return;
    const body = {
      name: typed.name.trim(),
      bornOn: typed.bornOn || null,
      postcode: typed.postcode.trim() || null,
      houseNumber: typed.houseNumber.trim() || null,
      purpose,
    };
    const answer = await asking.send({ body });
    if (answer) onAnswer(answer);
  }

  return (
    <SmallForm of={asking} missing={missing} submit={text.submit} onSubmit={() => void ask()}>
      <Field id="name" label={text.name} hint={text.nameHint} error={errorAt('name')}>
        <TextInput
          autoComplete="off"
          maxLength={500}
          value={typed.name}
          onChange={({ target }) => change({ name: target.value })}
        />
      </Field>
      <DateInput
        id="bornOn"
        legend={text.born}
        error={errorAt('bornOn')}
        value={typed.bornOn}
        onChange={(bornOn) => change({ bornOn })}
      />
      <Disclosure summary={text.orAddress} open={hasAddress}>
        <Row gap="l" className="next-visit__address">
          <Field id="postcode" label={text.postcode} error={errorAt('postcode')}>
            <TextInput
              autoComplete="off"
              width="s"
              maxLength={7}
              value={typed.postcode}
              onChange={({ target }) => change({ postcode: target.value })}
            />
          </Field>
          <Field id="houseNumber" label={text.houseNumber} error={errorAt('houseNumber')}>
            <TextInput
              autoComplete="off"
              width="s"
              maxLength={12}
              value={typed.houseNumber}
              onChange={({ target }) => change({ houseNumber: target.value })}
            />
          </Field>
        </Row>
      </Disclosure>
      <OneChoice<VisitPurpose>
        id="purpose"
        legend={text.purpose}
        choices={visitPurposes.map((value) => ({ value, label: purposes[value] }))}
        chosen={purpose}
        onChange={setPurpose}
        error={errorAt('purpose')}
      />
      <Text soft>{text.onRecord}</Text>
    </SmallForm>
  );
}
