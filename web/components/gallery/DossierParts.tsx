import { Card } from '../Card.tsx';
import { Clock } from '../Clock.tsx';
import { Link } from '../Link.tsx';
import { PersonRow } from '../PersonRow.tsx';
import { Quote } from '../Quote.tsx';
import { Columns, Stack } from '../Stack.tsx';
import { Tag } from '../Tag.tsx';
import { TaskList, TaskRow } from '../TaskRow.tsx';
import { Timeline } from '../Timeline.tsx';

const now = new Date('2026-11-18T23:59:00+01:00');

export function DossierParts() {
  return (
    <Columns>
      <Stack>
        <Clock
          title="Reactie aan de veroorzaker"
          startedAt="2026-11-17T13:55:00+01:00"
          dueAt="2026-11-19T13:55:00+01:00"
          now={now}
          note="vóór donderdag 13.55 uur"
          action={<Link href="/galerij">Uitstellen</Link>}
        />
        <Clock
          title="Contact met Fatima"
          startedAt="2026-11-18T20:00:00+01:00"
          dueAt="2026-11-18T21:00:00+01:00"
          now={now}
          note="vóór woensdag 21.00 uur"
        />
        <Clock
          title="Reactie aan de tweede man"
          state="done"
          doneLabel="Op tijd"
          startedAt="2026-11-17T13:55:00+01:00"
          dueAt="2026-11-19T13:55:00+01:00"
          now={now}
          note="verstuurd woensdag 16.10 uur"
        />
        <Card heading="Wat nu nodig is" aside="4 van 9 gedaan">
          <TaskList>
            <TaskRow
              title={<a href="/galerij">Brief nakijken en versturen</a>}
              explanation="Waarschuwing. De coördinator is akkoord."
              due={<Tag tone="amber">vandaag</Tag>}
            />
            <TaskRow
              title="Aangifte: beslis samen met Fatima"
              explanation="Doe je het niet, leg dan vast waarom. Jij doet aangifte, Fatima is getuige."
              due={<Tag tone="amber">vandaag</Tag>}
            />
            <TaskRow
              title="Meneer zijn kant laten vertellen"
              explanation="De uitnodiging staat klaar."
              due="vr 20 nov"
            />
            <TaskRow state="done" title="Gebeld met Fatima" explanation="Henk, dinsdag 14.20 uur" />
            <TaskRow state="dropped" title="Balie dicht" explanation="Niet nodig: de hal was leeg." />
          </TaskList>
        </Card>
        <Card heading="Wat er gebeurde">
          <Quote by="Fatima, dinsdag 14.02 uur. Dit verhaal verandert niet meer; aanvullen kan wel.">
            Meneer werd boos over zijn uitkering en zei dat hij me zou opwachten. Ik heb het gesprek gestopt en ben naar
            achteren gegaan.
          </Quote>
        </Card>
      </Stack>
      <Stack as="aside" aria-label="Over deze melding">
        <Card heading="Wie">
          <PersonRow name="Fatima El Amrani" note="kreeg de bedreiging · wil vrijdag weer aan de balie" />
          <PersonRow name="Sanne Jansen" note="getuige, heeft haar verhaal verteld" />
          <PersonRow name={null} label="De heer K." note="tweede melding in een jaar" />
        </Card>
        <Card heading="Verloop">
          <Timeline
            items={[
              { id: '1', title: 'Coördinator akkoord met brief', note: 'vandaag 09.40 uur, Yusuf' },
              { id: '2', title: 'Eerste opvang gedaan', note: 'dinsdag 15.30 uur' },
              { id: '3', title: 'Henk pakt het op', note: 'dinsdag 14.06 uur, na 4 minuten' },
            ]}
          />
        </Card>
        <Card heading="Je melding van dinsdag">
          <Tag tone="teal">Henk pakt het op</Tag>
          <Timeline
            items={[
              { id: '1', title: 'Henk heeft je gebeld', note: 'dinsdag 14.20 uur', state: 'done' },
              { id: '2', title: 'De camerabeelden zijn veiliggesteld', note: 'dinsdag 16.05 uur', state: 'now' },
              { id: '3', title: 'De brief gaat vandaag de deur uit', note: 'vóór 18.00 uur', state: 'expected' },
            ]}
          />
        </Card>
      </Stack>
    </Columns>
  );
}
