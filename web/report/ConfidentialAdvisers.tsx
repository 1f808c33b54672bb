import { useEffect, useState } from 'react';
import { Advice } from '../components/Advice.tsx';
import { Icon } from '../components/Icon.tsx';
import { Loading } from '../components/Loading.tsx';
import { Stack } from '../components/Stack.tsx';
import { Text } from '../components/Text.tsx';
import { useLanguage } from '../text/index.ts';
import { useMoments } from '../text/moments.ts';
import { type ConfidentialAdvisers as Advisers, type Answered, read } from './api.ts';
import { useReportText } from './text.ts';

type Found = Answered<{ advisers: Advisers }>;

/** Whom to talk to, with the number and the address of each. */
export function ConfidentialAdvisers() {
  const text = useReportText();
  const language = useLanguage();
  const [found, setFound] = useState<Found | null>(null);
  useEffect(() => {
    read<{ advisers: Advisers }>('/confidential-advisers').then(setFound);
  }, []);

  if (!found) return <Loading rows={2} />;
  if (!found.ok) return <Advice tone="amber" title={found.problem.sentence[language]} />;
  if (found.body.advisers.length === 0) {
    return (
      <Advice tone="amber" title={text.colleague.nobody}>
        <Text>{text.colleague.nobodyMore}</Text>
      </Advice>
    );
  }
  return (
    <Stack>
      {found.body.advisers.map((adviser) => (
        <Adviser key={adviser.id} adviser={adviser} />
      ))}
    </Stack>
  );
}

function Adviser({ adviser }: { adviser: Advisers[number] }) {
  const text = useReportText();
  const moments = useMoments();
  const { name, phone, email, reachability } = adviser;
  const until = reachability.isReachable && reachability.untilAt;
  const when = until ? text.help.reachable(moments.time(until)) : text.help.notReachable;
  return (
    <>
      {phone && (
        <a className="call" href={`tel:${phone.replace(/[^+0-9]/g, '')}`}>
          <Icon name="phone" size={28} />
          <span>
            <strong>{text.help.call(name)}</strong>
            <span>{[phone, when].join(' · ')}</span>
          </span>
        </a>
      )}
      {email && (
        <a className="call" href={`mailto:${email}`}>
          <Icon name="mail" size={28} />
          <span>
            <strong>{text.colleague.mail(name)}</strong>
            <span>{email}</span>
          </span>
        </a>
      )}
      {!phone && !email && <Text>{text.colleague.inPerson(name)}</Text>}
    </>
  );
}
