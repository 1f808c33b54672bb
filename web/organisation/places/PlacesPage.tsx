import type { AnswerOf } from '../../../contract/endpoint.ts';
import { listLocations } from '../../../contract/organisation.ts';
import { Button } from '../../components/Button.tsx';
import { Card } from '../../components/Card.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { Row, Stack } from '../../components/Stack.tsx';
import { Text } from '../../components/Text.tsx';
import { Answered } from '../../session/Answered.tsx';
import { useRead } from '../../session/useRead.ts';
import { useOrganisationText } from '../text.ts';
import { useTrail } from '../trail.ts';
import { LocationDialog } from './LocationDialog.tsx';
import { RoomDialog } from './RoomDialog.tsx';
import '../organisation.css';
import { useAsking } from '../../components/useAsking.ts';

export type Location = AnswerOf<typeof listLocations>['locations'][number];
export type Room = Location['rooms'][number];

type Open = { what: 'location'; location: Location | null } | { what: 'room'; location: Location; room: Room | null };

/** Buildings with their counters and rooms: what a reporter chooses from. */
export function PlacesPage() {
  const { places: text } = useOrganisationText();
  const trail = useTrail();
  const { what: open, ask, stop } = useAsking<Open>();
  const read = useRead(listLocations, {});
  return (
    <>
      <PageHeader
        title={text.title}
        trail={trail}
        actions={
          <Button icon="plus" onClick={() => ask({ what: 'location', location: null })}>
            {text.add}
          </Button>
        }
      />
      <Answered of={read}>
        {({ locations }) => (
          <Stack>
            {locations.length === 0 && (
              <Card>
                <EmptyState drawing="path" title={text.noneTitle}>
                  {text.none}
                </EmptyState>
              </Card>
            )}
            {locations.map((location) => (
              <LocationCard key={location.id} location={location} onOpen={ask} />
            ))}
          </Stack>
        )}
      </Answered>
      {open?.what === 'location' && <LocationDialog location={open.location} onClose={stop} />}
      {open?.what === 'room' && <RoomDialog location={open.location} room={open.room} onClose={stop} />}
    </>
  );
}

function LocationCard({ location, onOpen }: { location: Location; onOpen: (open: Open) => void }) {
  const { places: text } = useOrganisationText();
  return (
    <Card heading={location.name} aside={location.address}>
      {location.rooms.length === 0 ? (
        <Text soft>{text.noRooms}</Text>
      ) : (
        <ul className="rooms plain-list" aria-label={text.rooms}>
          {location.rooms.map((room) => (
            <li key={room.id}>
              <button
                type="button"
                className="room"
                aria-label={text.changeOf(room.name)}
                onClick={() => onOpen({ what: 'room', location, room })}
              >
                {room.name}
              </button>
            </li>
          ))}
        </ul>
      )}
      <Row>
        <Button
          kind="secondary"
          icon="plus"
          aria-label={text.addRoomTo(location.name)}
          onClick={() => onOpen({ what: 'room', location, room: null })}
        >
          {text.addRoom}
        </Button>
        <Button
          kind="plain"
          aria-label={text.changeOf(location.name)}
          onClick={() => onOpen({ what: 'location', location })}
        >
          {text.change}
        </Button>
      </Row>
    </Card>
  );
}
