import { useState } from 'react';
import { markDiscussed, type TeamSummary } from '../../../contract/incident.ts';
import { Button } from '../../components/Button.tsx';
import { DateInput } from '../../components/DateInput.tsx';
import { Row } from '../../components/Stack.tsx';
import { useSay } from '../../components/Toasts.tsx';
import { useAsking } from '../../components/useAsking.ts';
import { serverNow } from '../../session/now.ts';
import { WriteProblem } from '../../session/ShownProblem.tsx';
import { useWrite } from '../../session/useWrite.ts';
import { isRealDate, onDutchClock } from '../../text/dutchClock.ts';
import { DialogForm } from '../DialogForm.tsx';
import { useSummariesText } from './text.ts';

interface MarkDiscussedProps {
  summary: TeamSummary;
  /** By which a screen reader tells one button from the next. */
  sharedOn: string;
}

/** For who leads the team: on which day it was discussed, or that it was not after all. */
export function MarkDiscussed({ summary: { summaryId, discussedOn }, sharedOn }: MarkDiscussedProps) {
  const { list: text } = useSummariesText();
  const say = useSay();
  const unmarking = useWrite(markDiscussed);
  const markingDay = useAsking<'mark'>();

  async function unmark() {
    if (await unmarking.send({ params: { summaryId }, body: { discussedOn: null } })) say(text.unmarked);
  }

  return (
    <Row>
      <WriteProblem of={unmarking} />
      {discussedOn ? (
        <Button kind="plain" busy={unmarking.isBusy} onClick={() => void unmark()}>
          {text.unmark}
        </Button>
      ) : (
        <Button kind="secondary" aria-label={text.markOf(sharedOn)} onClick={() => markingDay.ask('mark')}>
          {text.mark}
        </Button>
      )}
      {markingDay.what && <MarkDialog summaryId={summaryId} onClose={markingDay.stop} />}
    </Row>
  );
}

function MarkDialog({ summaryId, onClose }: { summaryId: string; onClose: () => void }) {
  const { list: text } = useSummariesText();
  const say = useSay();
  const marking = useWrite(markDiscussed);
  const [on, setOn] = useState(() => onDutchClock(serverNow()).date);
  const [isWrong, setWrong] = useState(false);

  async function save() {
    setWrong(!isRealDate(on));
    if (!isRealDate(on)) return;
    if (!(await marking.send({ params: { summaryId }, body: { discussedOn: on } }))) return;
    say(text.marked);
    onClose();
  }

  return (
    <DialogForm
      title={text.markTitle}
      saveLabel={text.markSave}
      onSave={() => void save()}
      onClose={onClose}
      write={marking}
      errors={isWrong ? [{ fieldId: 'discussedOn', message: text.noDay }] : []}
    >
      <DateInput
        id="discussedOn"
        legend={text.markDay}
        value={on}
        onChange={setOn}
        error={isWrong ? text.noDay : marking.errorAt('discussedOn')}
      />
    </DialogForm>
  );
}
