import { useState } from 'react';
import { changeOrganisation } from '../../contract/organisation.ts';
import { Button } from '../components/Button.tsx';
import { Card } from '../components/Card.tsx';
import { DateInput } from '../components/DateInput.tsx';
import { Text } from '../components/Text.tsx';
import { useSay } from '../components/Toasts.tsx';
import { SmallForm } from '../session/SmallForm.tsx';
import { useWrite } from '../session/useWrite.ts';
import { useMoments } from '../text/moments.ts';
import type { Organisation } from './OrganisationPage.tsx';
import { useOrganisationText } from './text.ts';
import './organisation.css';

/** Days on which everybody is free beside the public holidays, such as the Friday after Ascension Day. */
export function ClosedDays({ organisation: { closedOn } }: { organisation: Organisation }) {
  const { organisation: text, saved } = useOrganisationText();
  const say = useSay();
  const moments = useMoments();
  const [day, setDay] = useState('');
  const [isMissing, setMissing] = useState(false);
  const changing = useWrite(changeOrganisation);

  async function save(days: readonly string[]) {
    if (!(await changing.send({ body: { closedOn: [...new Set(days)].sort() } }))) return;
    say(saved);
    setDay((now) => (days.includes(now) ? '' : now));
  }

  return (
    <Card heading={text.closedOn}>
      <Text soft>{text.closedOnWhy}</Text>
      {closedOn.length === 0 ? (
        <Text>{text.noClosedOn}</Text>
      ) : (
        <ul className="rows plain-list">
          {closedOn.map((on) => (
            <li key={on} className="row-item">
              <span>{moments.date(on)}</span>
              <Button
                kind="plain"
                busy={changing.isBusy}
                aria-label={text.removeDay(moments.date(on))}
                onClick={() => void save(closedOn.filter((kept) => kept !== on))}
              >
                {text.remove}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <SmallForm
        of={changing}
        missing={isMissing ? [{ fieldId: 'closed-day', message: text.missingDay }] : []}
        submit={text.addDay}
        onSubmit={() => {
          setMissing(day === '');
          if (day) void save([...closedOn, day]);
        }}
      >
        <DateInput
          id="closed-day"
          legend={text.day}
          value={day}
          onChange={setDay}
          error={isMissing ? text.missingDay : changing.errorAt(`closedOn-${closedOn.length}`)}
        />
      </SmallForm>
    </Card>
  );
}
