import type { Dossier } from '../../../contract/incident.ts';
import { Button } from '../../components/Button.tsx';
import { Card } from '../../components/Card.tsx';
import { PersonRow } from '../../components/PersonRow.tsx';
import { useAsking } from '../../components/useAsking.ts';
import { Relatives } from '../people/Relatives.tsx';
import { useIncidentText } from '../text.ts';
import { AddPersonDialog } from './AddPersonDialog.tsx';
import { useDossierText } from './text.ts';

type Person = Dossier['people'][number];

/** Our own people first: it is about them. */
const order: readonly Person['role'][] = ['child', 'victim', 'reporter', 'witness', 'aggressor'];

/** Everybody on this dossier, once each, with their part in it. */
export function PeopleCard({ dossier }: { dossier: Dossier }) {
  const text = useDossierText();
  const words = useIncidentText();
  const adding = useAsking<'person'>();
  const people = onceEach(
    [...dossier.people].sort((one, other) => order.indexOf(one.role) - order.indexOf(other.role)),
  );
  if (people.length === 0 && !dossier.may.includes('add_people')) return null;
  return (
    <Card heading={text.people.title}>
      {people.map(({ person, roles }) => (
        <PersonRow
          key={person.involvedId}
          name={person.person?.name ?? null}
          label={person.person?.name ?? person.identity ?? text.people.unknownAggressor}
          note={[
            ...roles.map((role) => words.roles[role]),
            person.accountState &&
              roles.some((role) => role !== 'reporter') &&
              words.accountStates[person.accountState],
          ]
            .filter(Boolean)
            .join(' · ')}
        />
      ))}
      <Relatives dossier={dossier}>
        <Button kind="plain" icon="plus" onClick={() => adding.ask('person')}>
          {text.people.add}
        </Button>
      </Relatives>
      {adding.what && <AddPersonDialog dossier={dossier} onClose={adding.stop} />}
    </Card>
  );
}

/** Who reported and was the victim too stands there once, with both parts. */
function onceEach(people: readonly Person[]): { person: Person; roles: Person['role'][] }[] {
  const found = new Map<string, { person: Person; roles: Person['role'][] }>();
  for (const person of people) {
    const key = person.person?.id ?? person.involvedId;
    const known = found.get(key);
    if (known) known.roles.push(person.role);
    else found.set(key, { person, roles: [person.role] });
  }
  return [...found.values()];
}
