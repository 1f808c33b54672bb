import { useEffect } from 'react';
import { ButtonLink } from '../../components/ButtonLink.tsx';
import { Card } from '../../components/Card.tsx';
import { Icon } from '../../components/Icon.tsx';
import { StandaloneLink } from '../../components/Link.tsx';
import { Stack } from '../../components/Stack.tsx';
import { Text } from '../../components/Text.tsx';
import { useMoments } from '../../text/moments.ts';
import type { WhoToCall } from '../api.ts';
import { addressOf, go } from '../place.ts';
import { ReportPage } from '../ReportPage.tsx';
import type { Surroundings } from '../surroundings.ts';
import { useReportText } from '../text.ts';
import type { DraftInHand } from '../use-draft.ts';

const dialled = (number: string) => `tel:${number.replace(/[^+0-9]/g, '')}`;

/** "Ik heb nu hulp nodig": numbers first, one tap each. A draft with the time begins by itself, for later. */
export function HelpPage({ surroundings, inHand }: { surroundings: Surroundings; inHand: DraftInHand }) {
  const text = useReportText();
  const moments = useMoments();
  const { draft, change } = inHand;
  const { first, callList, isSignedOut, me } = surroundings;
  useEffect(() => {
    if (me && draft.when === null) change({ when: 'now', safe: 'no' });
  }, [me, draft.when, change]);

  return (
    <ReportPage title={text.help.title} lead={text.help.lead} back={() => go(addressOf.start)}>
      <Stack>
        <a className="call call--emergency" href={dialled(first?.emergencyNumber ?? '112')}>
          <Icon name="phone" size={28} />
          <span>
            <strong>{text.help.emergency}</strong>
            <span>{text.help.emergencyHint}</span>
          </span>
        </a>
        {callList.slice(0, 4).map((person) => (
          <CallPerson key={person.id} person={person} />
        ))}
        {first?.dutyNumber && (
          <a className="call" href={dialled(first.dutyNumber)}>
            <Icon name="phone" size={28} />
            <span>
              <strong>{text.help.duty}</strong>
              <span>{first.dutyNumber}</span>
            </span>
          </a>
        )}
        {isSignedOut && (
          <Text soft>
            {text.help.noNames} <StandaloneLink href={addressOf.signIn}>{text.help.signIn}</StandaloneLink>
          </Text>
        )}
        <Card>
          <Stack gap="s">
            <Text>{text.help.after}</Text>
            {me && (
              <Text soft small>
                {text.help.kept(moments.time(draft.startedAt))}
              </Text>
            )}
            <ButtonLink kind="secondary" href={isSignedOut ? addressOf.signIn : addressOf.safety}>
              {text.help.afterButton}
            </ButtonLink>
          </Stack>
        </Card>
      </Stack>
    </ReportPage>
  );
}

function CallPerson({ person }: { person: WhoToCall[number] }) {
  const text = useReportText();
  const moments = useMoments();
  if (!person.phone) return null;
  const { isReachable, untilAt } = person.reachability;
  const when = isReachable ? untilAt && text.help.reachable(moments.time(untilAt)) : text.help.notReachable;
  return (
    <a className="call" href={dialled(person.phone)}>
      <Icon name="phone" size={28} />
      <span>
        <strong>{text.help.call(person.name)}</strong>
        <span>{[text.help.capacity[person.capacity], when].filter(Boolean).join(' · ')}</span>
      </span>
    </a>
  );
}
