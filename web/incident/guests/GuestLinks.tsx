import type { AnswerOf } from '../../../contract/endpoint.ts';
import { inviteGuest, listGuestLinks, withdrawGuestLink } from '../../../contract/incident.ts';
import { Button } from '../../components/Button.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { Link } from '../../components/Link.tsx';
import { PersonRow } from '../../components/PersonRow.tsx';
import { Tag, type Tone } from '../../components/Tag.tsx';
import { useSay } from '../../components/Toasts.tsx';
import { AnsweredList } from '../../session/AnsweredList.tsx';
import { useNow } from '../../session/now.ts';
import { WriteProblem } from '../../session/ShownProblem.tsx';
import { useReadPages } from '../../session/useRead.ts';
import { useWrite } from '../../session/useWrite.ts';
import { useMoments } from '../../text/moments.ts';
import { useGuestText } from './text.ts';
import './guests.css';
import { useIdFor } from '../../session/useIdFor.ts';

type GuestLink = AnswerOf<typeof listGuestLinks>['links'][number];

const tones: Record<GuestLink['state'], Tone> = { open: 'green', expired: 'neutral', withdrawn: 'neutral' };

/** Who was sent a personal link: of one dossier, or of the whole organisation. */
export function GuestLinks({ incidentId }: { incidentId?: string }) {
  const { list: text } = useGuestText();
  const pages = useReadPages(listGuestLinks, (cursor) => ({
    query: { ...(incidentId && { incidentId }), ...(cursor && { cursor }) },
  }));
  return (
    <AnsweredList
      of={pages}
      itemsOf={(page) => page.links}
      empty={
        !incidentId && (
          <EmptyState drawing="calm" title={text.empty}>
            {text.emptyWhy}
          </EmptyState>
        )
      }
    >
      {(links) => (
        <ul className="guest-links">
          {links.map((link) => (
            <OneLink key={link.linkId} link={link} showsIncident={!incidentId} />
          ))}
        </ul>
      )}
    </AnsweredList>
  );
}

function OneLink({ link, showsIncident }: { link: GuestLink; showsIncident: boolean }) {
  const { list: text } = useGuestText();
  const moments = useMoments();
  const now = useNow();
  const { person, belongsTo, incident, state, untilAt, lastUsedAt } = link;
  return (
    <li className="guest-link">
      <PersonRow
        name={person.name}
        note={
          <>
            {[
              belongsTo,
              lastUsedAt ? text.used(moments.moment(lastUsedAt, now)) : text.notUsed,
              state === 'open' && text.until(moments.moment(untilAt, now)),
            ]
              .filter(Boolean)
              .join(' · ')}{' '}
            {showsIncident && incident && <Link href={`/meldingen/${incident.incidentId}`}>{incident.number}</Link>}
            {showsIncident && !incident && text.toReport}
          </>
        }
        action={<Tag tone={tones[state]}>{text.states[state]}</Tag>}
      />
      {state === 'open' ? <Withdraw link={link} /> : <Renew link={link} />}
    </li>
  );
}

function Withdraw({ link }: { link: GuestLink }) {
  const { list: text } = useGuestText();
  const tell = useSay();
  const write = useWrite(withdrawGuestLink);
  async function withdraw() {
    if (await write.send({ params: { linkId: link.linkId }, body: {} })) tell(text.withdrawn);
  }
  return (
    <>
      <Button
        kind="plain"
        busy={write.isBusy}
        aria-label={text.withdrawOf(link.person.name)}
        onClick={() => void withdraw()}
      >
        {text.withdraw}
      </Button>
      {write.problem && <WriteProblem of={write} />}
    </>
  );
}

function Renew({ link }: { link: GuestLink }) {
  const { list: text } = useGuestText();
  const tell = useSay();
  const write = useWrite(inviteGuest);
  const linkFor = useIdFor();
  async function renew() {
    const on = link.incident && ({ incidentId: link.incident.incidentId, role: 'witness' } as const);
    const guest = { kind: 'known', personId: link.person.id } as const;
    const linkId = linkFor({ on, guest });
    if (!(await write.send({ body: { linkId: linkId.value, on, guest } }))) return;
    linkId.spend();
    tell(text.sent);
  }
  return (
    <>
      <Button kind="plain" busy={write.isBusy} aria-label={text.renewOf(link.person.name)} onClick={() => void renew()}>
        {text.renew}
      </Button>
      {write.problem && <WriteProblem of={write} />}
    </>
  );
}
