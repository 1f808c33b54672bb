import { useState } from 'react';
import { endDeputyship, listDeputyships, nameDeputy } from '../../../contract/organisation.ts';
import { Button } from '../../components/Button.tsx';
import { Card } from '../../components/Card.tsx';
import { Disclosure } from '../../components/Disclosure.tsx';
import { type Colleague, PeoplePicker } from '../../components/PeoplePicker.tsx';
import { PersonRow } from '../../components/PersonRow.tsx';
import { Text } from '../../components/Text.tsx';
import { useSay } from '../../components/Toasts.tsx';
import { Answered } from '../../session/Answered.tsx';
import { findColleagues } from '../../session/findColleagues.ts';
import { hasRole, useMe } from '../../session/me.tsx';
import { useNow } from '../../session/now.ts';
import { WriteProblem } from '../../session/ShownProblem.tsx';
import { SmallForm } from '../../session/SmallForm.tsx';
import { useRead } from '../../session/useRead.ts';
import { useWrite } from '../../session/useWrite.ts';
import { useMoments } from '../../text/moments.ts';
import { useWords } from '../../text/words.ts';
import { useOrganisationText } from '../text.ts';
import { lastMomentOf, periodOf } from './period.ts';
import { usePeriod } from './usePeriod.tsx';

const tenYearsMs = 10 * 365 * 86_400_000;

/** Who stands in for whom: mine, or everybody's for who arranges it for others too. */
export function DeputiesCard() {
  const { away: text } = useOrganisationText();
  const words = useWords();
  const moments = useMoments();
  const now = useNow();
  const say = useSay();
  const scope = hasRole(useMe(), 'coordinator', 'administrator') ? 'everybody' : 'mine';
  const read = useRead(listDeputyships, { query: { scope } });
  const ending = useWrite(endDeputyship);

  /** Somebody's regular stand-in has an end that nobody will see. */
  function told(sinceAt: string, untilAt: string): string {
    const from = moments.day(sinceAt, now);
    const isOpenEnded = Date.parse(untilAt) - now.getTime() > tenYearsMs;
    return isOpenEnded ? text.since(from) : text.period(from, moments.day(lastMomentOf(untilAt), now));
  }

  async function end(deputyshipId: string) {
    if (await ending.send({ params: { deputyshipId } })) say(text.ended);
  }

  return (
    <Card heading={text.deputiesTitle}>
      <WriteProblem of={ending} />
      <Answered of={read}>
        {({ deputyships }) =>
          deputyships.length === 0 ? (
            <Text soft>{text.nobody}</Text>
          ) : (
            <ul className="rows plain-list">
              {deputyships.map(({ id, absent, deputy, holding, sinceAt, untilAt }) => (
                <li key={id} className="row-item">
                  <PersonRow
                    name={deputy.name}
                    label={text.standsIn(deputy.name, absent.name)}
                    note={[
                      told(sinceAt, untilAt),
                      holding &&
                        text.forRole([words.roles[holding.role], holding.team?.name].filter(Boolean).join(' ')),
                    ]
                      .filter(Boolean)
                      .join(', ')}
                  />
                  <Button kind="plain" aria-label={text.endOf(deputy.name)} onClick={() => void end(id)}>
                    {text.end}
                  </Button>
                </li>
              ))}
            </ul>
          )
        }
      </Answered>
      <Disclosure summary={text.nameTitle}>
        <NameDeputy />
      </Disclosure>
    </Card>
  );
}

function NameDeputy() {
  const { away: text } = useOrganisationText();
  const me = useMe();
  const say = useSay();
  const [deputy, setDeputy] = useState<Colleague[]>([]);
  const [wasSent, setSent] = useState(false);
  const period = usePeriod('deputy');
  const naming = useWrite(nameDeputy);
  const chosen = deputy[0];
  const missing = [...(chosen ? [] : [{ fieldId: 'deputyPersonId', message: text.missing.deputy }]), ...period.missing];
  const shown = wasSent ? missing : [];

  async function send() {
    setSent(true);
    if (!chosen || missing.length > 0) return;
    const body = { deputyPersonId: chosen.id, ...periodOf(period.from, period.until) };
    if (!(await naming.send({ body }))) return;
    say(text.named);
    setDeputy((now) => (now === deputy ? [] : now));
    setSent(false);
  }

  return (
    <SmallForm of={naming} missing={shown} submit={text.nameDo} onSubmit={() => void send()}>
      <PeoplePicker
        id="deputyPersonId"
        label={text.who}
        find={findColleagues}
        chosen={deputy}
        leaveOut={[me.person.id]}
        single
        onChange={setDeputy}
        error={shown.find(({ fieldId }) => fieldId === 'deputyPersonId')?.message}
      />
      {period.fields(shown)}
    </SmallForm>
  );
}
