import type { AnswerOf } from '../../../contract/endpoint.ts';
import { getColleague } from '../../../contract/organisation.ts';
import { Advice } from '../../components/Advice.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { Columns, Stack } from '../../components/Stack.tsx';
import { Tag } from '../../components/Tag.tsx';
import { DevicesOfPerson } from '../../outbox/devices/DevicesOfPerson.tsx';
import { Answered } from '../../session/Answered.tsx';
import { useAddressPart } from '../../session/address.ts';
import { useNow } from '../../session/now.ts';
import { useRead } from '../../session/useRead.ts';
import { useMoments } from '../../text/moments.ts';
import { useWords } from '../../text/words.ts';
import { useOrganisationText } from '../text.ts';
import { useTrail } from '../trail.ts';
import { AccountCard } from './AccountCard.tsx';
import { DetailsCard } from './DetailsCard.tsx';
import { RolesCard } from './RolesCard.tsx';

export type Person = AnswerOf<typeof getColleague>;

/** One colleague, as the administrator arranges them: details, roles and account. Never a report. */
export function PersonPage() {
  const { people } = useOrganisationText();
  const personId = useAddressPart('personId');
  const trail = useTrail({ label: people.title, href: '/beheer/mensen' });
  const person = useRead(getColleague, { params: { personId } });
  return (
    <Answered of={person} isPage>
      {(colleague) => (
        <>
          <PageHeader
            title={colleague.name}
            trail={trail}
            tags={<Reachable person={colleague} />}
            meta={colleague.jobTitle}
          />
          {colleague.hasLeft ? (
            <Stack gap="l">
              <HasLeft />
              <DevicesOfPerson person={colleague} />
            </Stack>
          ) : (
            <Columns>
              <DetailsCard key={colleague.id} person={colleague} />
              <Stack gap="l">
                <RolesCard person={colleague} />
                <AccountCard person={colleague} />
                <DevicesOfPerson person={colleague} />
              </Stack>
            </Columns>
          )}
        </>
      )}
    </Answered>
  );
}

function HasLeft() {
  const { person: text } = useOrganisationText();
  return <Advice>{text.hasLeft}</Advice>;
}

function Reachable({ person: { reachability, hasLeft } }: { person: Person }) {
  const { person: text } = useOrganisationText();
  const words = useWords();
  const moments = useMoments();
  const now = useNow();
  if (hasLeft) return null;
  const until = reachability.untilAt && moments.moment(reachability.untilAt, now);
  return reachability.isReachable ? (
    <Tag tone="green">{text.reachable(until)}</Tag>
  ) : (
    <Tag>{text.unreachable(words.unreachable[reachability.because ?? 'outside_hours'], until)}</Tag>
  );
}
