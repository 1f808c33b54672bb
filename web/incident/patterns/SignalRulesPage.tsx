import { useState } from 'react';
import type { AnswerOf } from '../../../contract/endpoint.ts';
import { changeSignalRules, getSignalRules, type SignalFact } from '../../../contract/incident.ts';
import { signalRuleLimits } from '../../../contract/signal-rule-limits.ts';
import { Card } from '../../components/Card.tsx';
import { ManyChoices, OneChoice } from '../../components/ChoiceCards.tsx';
import { DefinitionList } from '../../components/DefinitionList.tsx';
import type { FieldError } from '../../components/ErrorSummary.tsx';
import { Field } from '../../components/Field.tsx';
import { Heading } from '../../components/Heading.tsx';
import { Overtaken } from '../../components/Overtaken.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { Row, Stack } from '../../components/Stack.tsx';
import { Text } from '../../components/Text.tsx';
import { TextInput } from '../../components/TextInput.tsx';
import { useSay } from '../../components/Toasts.tsx';
import { Answered } from '../../session/Answered.tsx';
import { hasRole, useMe } from '../../session/me.tsx';
import { useNow } from '../../session/now.ts';
import { SmallForm } from '../../session/SmallForm.tsx';
import { useRead } from '../../session/useRead.ts';
import { useTyped } from '../../session/useTyped.ts';
import { useWrite } from '../../session/useWrite.ts';
import { useMoments } from '../../text/moments.ts';
import { usePatternText } from './text.ts';
import '../incident.css';

type Kept = AnswerOf<typeof getSignalRules>;

const facts = ['person', 'repeat', 'place', 'team', 'hour'] as const satisfies readonly SignalFact[];

/** When what was noted is a pattern. Everybody may read it; the coordinator decides it. */
export function SignalRulesPage() {
  const { rules: text } = usePatternText();
  const mayChange = hasRole(useMe(), 'coordinator');
  const read = useRead(getSignalRules, {});
  return (
    <Stack gap="l" className="narrow">
      <PageHeader
        title={text.title}
        lead={text.lead}
        trail={[{ label: text.agreements, href: '/afspraken' }, { label: text.title }]}
      />
      <Answered of={read}>
        {(kept) =>
          mayChange ? <RulesForm kept={kept} onRefused={() => void read.refetch()} /> : <RulesRead kept={kept} />
        }
      </Answered>
    </Stack>
  );
}

function RulesRead({ kept: { rules } }: { kept: Kept }) {
  const { rules: text } = usePatternText();
  const looksAt = facts.filter((fact) => rules.looksAt[fact]).map((fact) => text.facts[fact]);
  return (
    <Card>
      <DefinitionList
        items={[
          { term: text.soon, value: text.read(rules.soon.count, rules.soon.days) },
          { term: text.often, value: text.read(rules.often.count, rules.often.days) },
          { term: text.looksAt, value: looksAt.join(', ') },
          { term: text.withReports, value: text.withReportsChoices[rules.withReports ? 'yes' : 'no'].label },
        ]}
      />
    </Card>
  );
}

const yesOrNo = ['yes', 'no'] as const;
type YesOrNo = (typeof yesOrNo)[number];
const thresholds = ['soon', 'often'] as const;
const figures = ['count', 'days'] as const;

interface RulesFormProps {
  kept: Kept;
  /** Somebody else may have been first: look at what counts now. */
  onRefused: () => void;
}

function RulesForm({ kept, onRefused }: RulesFormProps) {
  const { rules: text } = usePatternText();
  const tell = useSay();
  const changing = useWrite(changeSignalRules);
  const { typed, change, basedOnVersion, isOvertaken, saved, beginAgain } = useTyped(kept.version, typedOf(kept));
  const { looksAt, withReports } = typed;
  const [missing, setMissing] = useState<FieldError[]>([]);
  const errorAt = (id: string) => missing.find(({ fieldId }) => fieldId === id)?.message ?? changing.errorAt(id);

  async function save() {
    const wrong: FieldError[] = thresholds.flatMap((threshold) =>
      figures
        .filter((figure) => !isWithin(typed[threshold][figure], signalRuleLimits[figure]))
        .map((figure) => {
          const { min, max } = signalRuleLimits[figure];
          const what = `${text[threshold]}, ${text[figure].toLowerCase()}`;
          return { fieldId: `rules-${threshold}-${figure}`, message: text.notANumber(what, min, max) };
        }),
    );
    if (looksAt.length === 0) wrong.push({ fieldId: 'looksAt', message: text.nothing });
    setMissing(wrong);
    if (wrong.length > 0) return;
    const rules = {
      soon: numbersIn(typed.soon),
      often: numbersIn(typed.often),
      looksAt: {
        person: looksAt.includes('person'),
        repeat: looksAt.includes('repeat'),
        place: looksAt.includes('place'),
        team: looksAt.includes('team'),
        hour: looksAt.includes('hour'),
      },
      withReports: withReports === 'yes',
    };
    const answer = await changing.send({ body: { basedOnVersion, rules } });
    if (!answer) return onRefused();
    saved(answer.version, typed);
    tell(text.saved);
  }

  return (
    <Card>
      {isOvertaken && !changing.isBusy && <Overtaken onBeginAgain={beginAgain} />}
      <SmallForm of={changing} missing={missing} submit={text.save} onSubmit={() => void save()}>
        {thresholds.map((threshold) => (
          <Stack key={threshold} gap="s">
            <Heading level={2}>{text[threshold]}</Heading>
            <Row gap="m" align="start">
              {figures.map((figure) => (
                <Field
                  key={figure}
                  id={`rules-${threshold}-${figure}`}
                  label={text[figure]}
                  error={errorAt(`rules-${threshold}-${figure}`)}
                >
                  <TextInput
                    width="s"
                    inputMode="numeric"
                    maxLength={2}
                    value={typed[threshold][figure]}
                    onChange={({ target }) =>
                      change({ ...typed, [threshold]: { ...typed[threshold], [figure]: target.value } })
                    }
                  />
                </Field>
              ))}
            </Row>
          </Stack>
        ))}
        <ManyChoices
          id="looksAt"
          legend={text.looksAt}
          error={errorAt('looksAt')}
          choices={facts.map((value) => ({ value, label: text.facts[value], hint: text.factHints[value] }))}
          chosen={looksAt}
          onChange={(chosen) => change({ ...typed, looksAt: chosen })}
        />
        <OneChoice
          id="withReports"
          legend={text.withReports}
          choices={yesOrNo.map((value) => ({ value, ...text.withReportsChoices[value] }))}
          chosen={withReports}
          onChange={(chosen) => change({ ...typed, withReports: chosen })}
        />
      </SmallForm>
      <Since kept={kept} />
    </Card>
  );
}

function Since({ kept: { version, sinceAt, by } }: { kept: Kept }) {
  const { rules: text } = usePatternText();
  const moments = useMoments();
  const now = useNow();
  return (
    <Text soft small>
      {sinceAt && by ? text.since(version, moments.moment(sinceAt, now), by.name) : text.neverChosen}
    </Text>
  );
}

type Figures = Record<(typeof figures)[number], string>;

interface TypedRules extends Record<(typeof thresholds)[number], Figures> {
  readonly looksAt: readonly SignalFact[];
  readonly withReports: YesOrNo;
}

function typedOf({ rules: { soon, often, looksAt, withReports } }: Kept): TypedRules {
  const typed = ({ count, days }: typeof soon): Figures => ({ count: String(count), days: String(days) });
  return {
    soon: typed(soon),
    often: typed(often),
    looksAt: facts.filter((fact) => looksAt[fact]),
    withReports: withReports ? 'yes' : 'no',
  };
}

function isWithin(value: string, { min, max }: { min: number; max: number }): boolean {
  return /^\d+$/.test(value.trim()) && Number(value) >= min && Number(value) <= max;
}

const numbersIn = ({ count, days }: Figures) => ({ count: Number(count), days: Number(days) });
