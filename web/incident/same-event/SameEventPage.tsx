import './same-event.css';
import { readDossier, readSameEvents } from '../../../contract/incident.ts';
import { Advice } from '../../components/Advice.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { Stack } from '../../components/Stack.tsx';
import { Text } from '../../components/Text.tsx';
import { Answered } from '../../session/Answered.tsx';
import { useAddressPart } from '../../session/address.ts';
import { useRead } from '../../session/useRead.ts';
import { useMoments } from '../../text/moments.ts';
import { useIncidentText } from '../text.ts';
import { Decision } from './Decision.tsx';
import { explain, type SameEvent } from './explain.ts';
import { Side } from './Side.tsx';
import { useSameEventText } from './text.ts';

/** Two dossiers beside each other. Each opens by itself: the look stands on the record of both. */
export function SameEventPage() {
  const incidentId = useAddressPart('incidentId');
  const sameEventId = useAddressPart('sameEventId');
  const text = useSameEventText();
  const events = useRead(readSameEvents, { params: { incidentId } }, { live: ['incident'] });
  return (
    <Answered of={events} isPage>
      {(answer) => {
        const event = answer.events.find((candidate) => candidate.sameEventId === sameEventId);
        return event?.other ? (
          <Beside incidentId={incidentId} event={event} otherId={event.other.incidentId} />
        ) : (
          <Advice tone="teal">{text.hidden}</Advice>
        );
      }}
    </Answered>
  );
}

function Beside({ incidentId, event, otherId }: { incidentId: string; event: SameEvent; otherId: string }) {
  const text = useSameEventText();
  const words = useIncidentText();
  const moments = useMoments();
  const mine = useRead(readDossier, { params: { incidentId } }, { live: ['incident'] });
  const other = useRead(readDossier, { params: { incidentId: otherId } }, { live: ['incident'] });
  return (
    <Answered of={mine} isPage>
      {(one) => (
        <Stack gap="l">
          <PageHeader
            title={text.pageTitle}
            trail={[
              { label: words.list.title, href: '/meldingen' },
              { label: one.number, href: `/meldingen/${incidentId}` },
              { label: text.pageTitle },
            ]}
            meta={text.pageLead}
          />
          <Text>
            <strong>{text.alike}:</strong> {explain(text, event, moments.spokenDuration).toLowerCase()}.
          </Text>
          <Answered of={other}>
            {(two) => (
              <>
                <div className="side-by-side">
                  <Side dossier={one} />
                  <Side dossier={two} />
                </div>
                <Decision event={event} one={one} two={two} />
              </>
            )}
          </Answered>
        </Stack>
      )}
    </Answered>
  );
}
