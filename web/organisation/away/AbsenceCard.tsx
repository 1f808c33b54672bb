import { useState } from 'react';
import { endAbsence, listAbsences, recordAbsence } from '../../../contract/organisation.ts';
import { Button } from '../../components/Button.tsx';
import { Card } from '../../components/Card.tsx';
import { Disclosure } from '../../components/Disclosure.tsx';
import { Text } from '../../components/Text.tsx';
import { useSay } from '../../components/Toasts.tsx';
import { Answered } from '../../session/Answered.tsx';
import { useMe } from '../../session/me.tsx';
import { useNow } from '../../session/now.ts';
import { WriteProblem } from '../../session/ShownProblem.tsx';
import { SmallForm } from '../../session/SmallForm.tsx';
import { useRead } from '../../session/useRead.ts';
import { useWrite } from '../../session/useWrite.ts';
import { useMoments } from '../../text/moments.ts';
import { useOrganisationText } from '../text.ts';
import { lastMomentOf, periodOf } from './period.ts';
import { usePeriod } from './usePeriod.tsx';

/** When I am away. The reason is nobody's business, and there is no field for it. */
export function AbsenceCard() {
  const { away: text } = useOrganisationText();
  const moments = useMoments();
  const now = useNow();
  const say = useSay();
  const personId = useMe().person.id;
  const read = useRead(listAbsences, { params: { personId } });
  const ending = useWrite(endAbsence);

  async function comeBack(absenceId: string) {
    if (await ending.send({ params: { personId, absenceId } })) say(text.backDone);
  }

  return (
    <Card heading={text.absenceTitle}>
      <WriteProblem of={ending} />
      <Answered of={read}>
        {({ absences }) =>
          absences.length === 0 ? (
            <Text soft>{text.noAbsence}</Text>
          ) : (
            <ul className="rows plain-list">
              {absences.map(({ id, sinceAt, untilAt }) => (
                <li key={id} className="row-item">
                  <span>{text.period(moments.day(sinceAt, now), moments.day(lastMomentOf(untilAt), now))}</span>
                  <Button kind="plain" onClick={() => void comeBack(id)}>
                    {text.back}
                  </Button>
                </li>
              ))}
            </ul>
          )
        }
      </Answered>
      <Disclosure summary={text.absenceDo}>
        <RecordAbsence personId={personId} />
      </Disclosure>
    </Card>
  );
}

function RecordAbsence({ personId }: { personId: string }) {
  const { away: text } = useOrganisationText();
  const say = useSay();
  const [wasSent, setSent] = useState(false);
  const period = usePeriod('absence');
  const recording = useWrite(recordAbsence);
  const shown = wasSent ? period.missing : [];

  async function send() {
    setSent(true);
    if (period.missing.length > 0) return;
    const isDone = await recording.send({ params: { personId }, body: periodOf(period.from, period.until) });
    if (isDone) say(text.absenceSaved);
  }

  return (
    <SmallForm of={recording} missing={shown} submit={text.absenceDo} onSubmit={() => void send()}>
      <Text soft>{text.absenceWhy}</Text>
      {period.fields(shown)}
    </SmallForm>
  );
}
