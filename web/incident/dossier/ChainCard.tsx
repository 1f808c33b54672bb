import { type Dossier, takeUpIncident } from '../../../contract/incident.ts';
import { Button } from '../../components/Button.tsx';
import { ButtonLink } from '../../components/ButtonLink.tsx';
import { Card } from '../../components/Card.tsx';
import { Disclosure } from '../../components/Disclosure.tsx';
import { Row, Stack } from '../../components/Stack.tsx';
import { Text } from '../../components/Text.tsx';
import { Timeline } from '../../components/Timeline.tsx';
import { useSay } from '../../components/Toasts.tsx';
import { useAsking } from '../../components/useAsking.ts';
import { useMe } from '../../session/me.tsx';
import { useNow } from '../../session/now.ts';
import { WriteProblem } from '../../session/ShownProblem.tsx';
import { useWrite } from '../../session/useWrite.ts';
import { useMoments } from '../../text/moments.ts';
import { firstName } from '../incidentTitle.ts';
import { useIncidentText } from '../text.ts';
import { RecordContactDialog } from './RecordContactDialog.tsx';
import { useDossierText } from './text.ts';

/** Until somebody spoke with the colleague: who was called, who takes it up, and when the call goes on. */
export function ChainCard({ dossier }: { dossier: Dossier }) {
  const recording = useAsking<'contact'>();
  return (
    <>
      <Waiting dossier={dossier} onRecord={() => recording.ask('contact')} />
      {/* Beside the card, which goes once a colleague was first: what was typed stays. */}
      {recording.what && <RecordContactDialog dossier={dossier} onClose={recording.stop} />}
    </>
  );
}

function Waiting({ dossier, onRecord }: { dossier: Dossier; onRecord: () => void }) {
  const text = useDossierText();
  const { chain, hasIt, chainCalls } = dossier;
  if (!chain || chain.state === 'ended' || dossier.state === 'closed' || dossier.state === 'corrected') return null;
  const told = chain.told ? firstName(chain.told.name) : null;
  const heading =
    chain.state === 'paused' && hasIt
      ? text.chain.paused(firstName(hasIt.person.name))
      : told
        ? text.chain.waiting(told)
        : text.chain.waitingNobody;
  return (
    <Card heading={heading}>
      <Stack gap="s">
        <WhatComesNext chain={chain} />
        <TakeItUp dossier={dossier} onRecord={onRecord} />
        {chainCalls.length > 0 && (
          <Disclosure summary={text.chain.calls}>
            <Calls calls={chainCalls} />
          </Disclosure>
        )}
      </Stack>
    </Card>
  );
}

function WhatComesNext({ chain }: { chain: NonNullable<Dossier['chain']> }) {
  const text = useDossierText();
  const moments = useMoments();
  const now = useNow();
  if (chain.state === 'paused')
    return <Text soft>{text.chain.pausedNext(moments.moment(chain.contactDueAt, now))}</Text>;
  if (!chain.nextAt) return null;
  return <Text soft>{text.chain.next(moments.moment(chain.nextAt, now))}</Text>;
}

function TakeItUp({ dossier, onRecord }: { dossier: Dossier; onRecord: () => void }) {
  const text = useDossierText();
  const say = useSay();
  const me = useMe();
  const takeUp = useWrite(takeUpIncident);
  const concerned =
    dossier.people.find(({ role, person }) => role === 'victim' && person) ??
    dossier.people.find(({ role }) => role === 'reporter');

  async function take() {
    if (await takeUp.send({ params: { incidentId: dossier.incidentId }, body: {} })) say(text.chain.takenUp);
  }

  return (
    <>
      <WriteProblem of={takeUp} />
      <Row>
        {dossier.may.includes('take_up') && (
          <Button busy={takeUp.isBusy} onClick={() => void take()}>
            {text.chain.takeUp}
          </Button>
        )}
        {concerned?.phone && concerned.person && concerned.person.id !== me.person.id && (
          <ButtonLink kind="secondary" icon="phone" href={`tel:${concerned.phone.replace(/[^+0-9]/g, '')}`}>
            {text.chain.call(firstName(concerned.person.name))}
          </ButtonLink>
        )}
        {dossier.may.includes('record_contact') && dossier.takenUpAt === null && (
          <Button kind="plain" onClick={onRecord}>
            {text.chain.contact}
          </Button>
        )}
      </Row>
    </>
  );
}

function Calls({ calls }: { calls: Dossier['chainCalls'] }) {
  const text = useDossierText();
  const words = useIncidentText();
  const moments = useMoments();
  const now = useNow();
  return (
    <Timeline
      items={calls.map(({ person, role, toldAt, round }) => ({
        id: `${person.id} ${toldAt}`,
        title: person.name,
        note: [words.holders[role] ?? role, moments.moment(toldAt, now), round > 1 && text.chain.round(round)]
          .filter(Boolean)
          .join(' · '),
      }))}
    />
  );
}
