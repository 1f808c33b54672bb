import { useState } from 'react';
import {
  checkSummary,
  SUMMARY_LONGEST_PART,
  type SummaryPart,
  type SummaryTexts,
  type SummaryTrace,
  summaryParts,
  writeSummary,
} from '../../../contract/incident.ts';
import { Advice } from '../../components/Advice.tsx';
import { Button } from '../../components/Button.tsx';
import { Card } from '../../components/Card.tsx';
import { Checkbox } from '../../components/Checkbox.tsx';
import type { FieldError } from '../../components/ErrorSummary.tsx';
import { Field } from '../../components/Field.tsx';
import { Stack } from '../../components/Stack.tsx';
import { Text } from '../../components/Text.tsx';
import { TextArea } from '../../components/TextArea.tsx';
import { useSay } from '../../components/Toasts.tsx';
import { SmallForm } from '../../session/SmallForm.tsx';
import { useTyped } from '../../session/useTyped.ts';
import { useWrite } from '../../session/useWrite.ts';
import type { Summary } from './SummaryCard.tsx';
import { SummaryText } from './SummaryText.tsx';
import { type SummariesText, useSummariesText } from './text.ts';

const nothing: SummaryTexts = { happened: '', done: '', learned: '', agreed: '' };
const asSaid = (word: string) => word.toLowerCase();

interface WriteSummaryProps {
  incidentId: string;
  current: Summary['current'];
}

/** Four sentences. Before they are kept, every name in them is pointed at: the writer takes it out, or says it may stand. */
export function WriteSummary({ incidentId, current }: WriteSummaryProps) {
  const text = useSummariesText();
  const say = useSay();
  const checking = useWrite(checkSummary);
  const writing = useWrite(writeSummary);
  const {
    typed: texts,
    change,
    isOvertaken,
    saved,
    beginAgain,
  } = useTyped(current?.version ?? 0, current?.texts ?? nothing);
  const [missing, setMissing] = useState<readonly SummaryPart[]>([]);
  const [traces, setTraces] = useState<readonly SummaryTrace[]>([]);
  const [kept, setKept] = useState<readonly string[]>([]);
  const isOpen = ({ found }: SummaryTrace) => !kept.includes(asSaid(found));
  const params = { incidentId };

  async function save() {
    const lacking = summaryParts.filter((part) => texts[part].trim() === '');
    setMissing(lacking);
    if (lacking.length > 0) return;
    const checked = await checking.send({ params, body: texts });
    if (!checked) return;
    setTraces(checked.traces);
    if (checked.traces.some(isOpen)) return;
    const answer = await writing.send({ params, body: { texts, keep: [...kept] } });
    if (!answer) return;
    saved(answer.version, texts);
    setTraces([]);
    setKept([]);
    say(text.page.saved);
  }

  const errors: FieldError[] = [
    ...missing.map((part) => ({ fieldId: part, message: text.missing[part] })),
    ...traces
      .filter(isOpen)
      .map((trace) => ({ fieldId: trace.part, message: `${text.parts[trace.part]} ${sentenceFor(trace, text)}` })),
  ];
  const errorAt = (part: SummaryPart) =>
    missing.includes(part) ? text.missing[part] : (seenIn(part) ?? checking.errorAt(part) ?? writing.errorAt(part));
  /** At the field itself everything in it that tells who it is. */
  const seenIn = (part: SummaryPart) =>
    traces
      .filter((trace) => trace.part === part && isOpen(trace))
      .map((trace) => sentenceFor(trace, text))
      .join(' ') || undefined;

  return (
    <Card heading={text.page.formTitle}>
      <SmallForm
        of={checking.problem ? checking : writing}
        missing={errors}
        submit={text.page.save}
        onSubmit={() => void save()}
      >
        {summaryParts.map((part) => (
          <Field key={part} id={part} label={text.parts[part]} hint={text.hints[part]} error={errorAt(part)}>
            <TextArea
              value={texts[part]}
              rows={2}
              limit={SUMMARY_LONGEST_PART}
              onChange={({ target }) => change({ ...texts, [part]: target.value })}
            />
          </Field>
        ))}
        {traces.length > 0 && <MayStand traces={traces} kept={kept} onChange={setKept} />}
        {current && isOvertaken && !writing.isBusy && <Overtaken by={current} onTake={beginAgain} />}
        {current && <Text soft>{text.page.again}</Text>}
      </SmallForm>
    </Card>
  );
}

/** Of two who write at once nobody loses a word: both texts stand there, and the second one chooses. */
function Overtaken({ by: { writtenBy, texts }, onTake }: { by: NonNullable<Summary['current']>; onTake: () => void }) {
  const { page: text } = useSummariesText();
  return (
    <Advice tone="amber" announce title={text.overtaken(writtenBy.name)}>
      <Stack gap="s">
        <Text>{text.overtakenLead}</Text>
        <SummaryText texts={texts} />
        <div>
          <Button kind="secondary" onClick={onTake}>
            {text.takeOver}
          </Button>
        </div>
      </Stack>
    </Advice>
  );
}

interface MayStandProps {
  traces: readonly SummaryTrace[];
  kept: readonly string[];
  onChange: (kept: readonly string[]) => void;
}

/** A word may be somebody's name and still an ordinary word: only a person can tell. */
function MayStand({ traces, kept, onChange }: MayStandProps) {
  const { page: text } = useSummariesText();
  const words = [...new Map(traces.map(({ found }) => [asSaid(found), found]))];
  return (
    <Advice tone="amber" announce title={text.seenTitle}>
      <Stack gap="s">
        <Text>{text.seenLead}</Text>
        {words.map(([said, found]) => (
          <Checkbox
            key={said}
            id={`keep-${said.replace(/[^\p{Letter}\d]+/gu, '-')}`}
            checked={kept.includes(said)}
            onChange={(isKept) => onChange(isKept ? [...kept, said] : kept.filter((word) => word !== said))}
          >
            {text.keep(found)}
          </Checkbox>
        ))}
      </Stack>
    </Advice>
  );
}

function sentenceFor({ kind, found, role }: SummaryTrace, { page }: SummariesText): string {
  return page.traceAt(found, role ? page.nameOf[role] : page.traces[kind]);
}
