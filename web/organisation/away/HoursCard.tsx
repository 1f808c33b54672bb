import { useState } from 'react';
import { getWorkingHours, setWorkingHours, type WorkingDay } from '../../../contract/organisation.ts';
import { Button } from '../../components/Button.tsx';
import { Card } from '../../components/Card.tsx';
import { DefinitionList } from '../../components/DefinitionList.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { Text } from '../../components/Text.tsx';
import { useSay } from '../../components/Toasts.tsx';
import { Answered } from '../../session/Answered.tsx';
import { useMe } from '../../session/me.tsx';
import { SmallForm } from '../../session/SmallForm.tsx';
import { useRead } from '../../session/useRead.ts';
import { useWrite } from '../../session/useWrite.ts';
import { useWords } from '../../text/words.ts';
import { useOrganisationText } from '../text.ts';
import { WeekFields } from '../week/WeekFields.tsx';

/** When I work: it decides whether I am asked first, or somebody who is there. */
export function HoursCard() {
  const { away: text, week } = useOrganisationText();
  const words = useWords();
  const personId = useMe().person.id;
  const [isOpen, setOpen] = useState(false);
  const hours = useRead(getWorkingHours, { params: { personId } });
  return (
    <Card heading={text.hoursTitle}>
      <Answered of={hours}>
        {({ isOwn, days }) => (
          <>
            <Text soft>{isOwn ? text.hoursOwn : text.hoursHouse}</Text>
            <DefinitionList
              items={words.weekdays.map((name, place) => ({
                term: name,
                value: hoursOn(days, place + 1) || <span className="soft">{week.free}</span>,
              }))}
            />
            <Button kind="secondary" onClick={() => setOpen(true)}>
              {text.hoursChange}
            </Button>
            {isOpen && <HoursDialog personId={personId} days={days} isOwn={isOwn} onClose={() => setOpen(false)} />}
          </>
        )}
      </Answered>
    </Card>
  );
}

function hoursOn(days: readonly WorkingDay[], weekday: number): string {
  return days
    .filter((day) => day.weekday === weekday)
    .map(({ opens, closes }) => `${opens.replace(':', '.')}–${closes.replace(':', '.')}`)
    .join(', ');
}

interface HoursDialogProps {
  personId: string;
  days: WorkingDay[];
  isOwn: boolean;
  onClose: () => void;
}

function HoursDialog({ personId, days: before, isOwn, onClose }: HoursDialogProps) {
  const { away: text, save: saveLabel } = useOrganisationText();
  const say = useSay();
  const [days, setDays] = useState(before);
  const setting = useWrite(setWorkingHours);

  async function save(wanted: WorkingDay[]) {
    if (!(await setting.send({ params: { personId }, body: { days: wanted } }))) return;
    say(text.hoursSaved);
    onClose();
  }

  return (
    <Dialog isOpen onClose={onClose} title={text.hoursChange}>
      <SmallForm
        of={setting}
        submit={saveLabel}
        onSubmit={() => void save(days)}
        beside={
          isOwn && (
            <Button kind="plain" onClick={() => void save([])}>
              {text.hoursReset}
            </Button>
          )
        }
      >
        <WeekFields days={days} onChange={setDays} />
      </SmallForm>
    </Dialog>
  );
}
