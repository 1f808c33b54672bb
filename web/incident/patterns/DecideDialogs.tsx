import { useState } from 'react';
import { askWhoNoted, reportPattern, setPatternAside } from '../../../contract/incident.ts';
import type { FieldError } from '../../components/ErrorSummary.tsx';
import { Field } from '../../components/Field.tsx';
import { Text } from '../../components/Text.tsx';
import { TextArea } from '../../components/TextArea.tsx';
import { TextInput } from '../../components/TextInput.tsx';
import { useSay } from '../../components/Toasts.tsx';
import { useWrite } from '../../session/useWrite.ts';
import { DialogForm } from '../DialogForm.tsx';
import { explain, type Pattern } from './explain.ts';
import { usePatternText } from './text.ts';

interface DecideProps {
  pattern: Pattern;
  onClose: () => void;
}

export function AskDialog({ pattern: { patternId }, onClose }: DecideProps) {
  const text = usePatternText();
  const tell = useSay();
  const ask = useWrite(askWhoNoted);
  async function save() {
    if (await ask.send({ params: { patternId }, body: {} })) {
      tell(text.askDone);
      onClose();
    }
  }
  return (
    <DialogForm
      title={text.askTitle}
      lead={text.askLead}
      saveLabel={text.askSave}
      onSave={() => void save()}
      onClose={onClose}
      write={ask}
    />
  );
}

/** A report like any other, begun with why it is a pattern. */
export function ReportPatternDialog({ pattern, onClose }: DecideProps) {
  const text = usePatternText();
  const tell = useSay();
  const report = useWrite(reportPattern);
  const [incidentId] = useState(() => crypto.randomUUID());
  const [story, setStory] = useState(`${explain(pattern, text)}.`);
  const [who, setWho] = useState([...new Set(pattern.asked?.answers ?? [])].join('. '));
  const [errors, setErrors] = useState<FieldError[]>([]);

  async function save() {
    setErrors(story.trim() ? [] : [{ fieldId: 'story', message: text.missing(text.story) }]);
    if (!story.trim()) return;
    const body = { incidentId, story, aggressorText: (pattern.mayName && who.trim()) || null };
    if (await report.send({ params: { patternId: pattern.patternId }, body })) {
      tell(text.reportDone);
      onClose();
    }
  }

  return (
    <DialogForm
      title={text.reportTitle}
      lead={text.reportLead}
      saveLabel={text.reportSave}
      onSave={() => void save()}
      onClose={onClose}
      write={report}
      errors={errors}
    >
      <Field id="story" label={text.story} hint={text.storyHint} error={errors[0]?.message ?? report.errorAt('story')}>
        <TextArea value={story} limit={20_000} rows={5} onChange={({ target }) => setStory(target.value)} />
      </Field>
      {pattern.mayName ? (
        <Field id="aggressorText" label={text.who} hint={text.whoHint} error={report.errorAt('aggressorText')} optional>
          <TextInput maxLength={500} autoComplete="off" value={who} onChange={({ target }) => setWho(target.value)} />
        </Field>
      ) : (
        <Text soft>{text.emotionOfMany}</Text>
      )}
    </DialogForm>
  );
}

export function SetAsideDialog({ pattern: { patternId }, onClose }: DecideProps) {
  const text = usePatternText();
  const tell = useSay();
  const aside = useWrite(setPatternAside);
  const [reason, setReason] = useState('');
  const [errors, setErrors] = useState<FieldError[]>([]);

  async function save() {
    setErrors(reason.trim() ? [] : [{ fieldId: 'reason', message: text.missing(text.reason) }]);
    if (reason.trim() && (await aside.send({ params: { patternId }, body: { reason } }))) {
      tell(text.asideDone);
      onClose();
    }
  }

  return (
    <DialogForm
      title={text.asideTitle}
      lead={text.asideLead}
      saveLabel={text.asideSave}
      onSave={() => void save()}
      onClose={onClose}
      write={aside}
      errors={errors}
    >
      <Field id="reason" label={text.reason} error={errors[0]?.message ?? aside.errorAt('reason')}>
        <TextArea value={reason} limit={500} onChange={({ target }) => setReason(target.value)} />
      </Field>
    </DialogForm>
  );
}
