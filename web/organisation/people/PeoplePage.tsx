import { useState } from 'react';
import { type Colleague, listTeams, searchPeople } from '../../../contract/organisation.ts';
import { ButtonLink } from '../../components/ButtonLink.tsx';
import { Card } from '../../components/Card.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { Field } from '../../components/Field.tsx';
import { Link } from '../../components/Link.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { SearchInput } from '../../components/SearchInput.tsx';
import { Select } from '../../components/Select.tsx';
import { Row } from '../../components/Stack.tsx';
import { Table } from '../../components/Table.tsx';
import { AnsweredList } from '../../session/AnsweredList.tsx';
import { useAddressWords } from '../../session/address.ts';
import { useRead, useReadPages } from '../../session/useRead.ts';
import { useWords } from '../../text/words.ts';
import { useOrganisationText } from '../text.ts';
import { useTrail } from '../trail.ts';

const shortestName = 2;

/** Everybody of the organisation. A name that is searched for goes in the body of a request, never in an address. */
export function PeoplePage() {
  const { people: text } = useOrganisationText();
  const trail = useTrail();
  const [{ team: teamId }, change] = useAddressWords();
  const [name, setName] = useState('');
  const isNameSearched = name.length >= shortestName;
  const { data: teams } = useRead(listTeams, {});
  const pages = useReadPages(searchPeople, (after) => ({
    body: { ...(isNameSearched && { name }), ...(teamId && { teamId }), ...(after && { after }) },
  }));
  return (
    <>
      <PageHeader
        title={text.title}
        trail={trail}
        actions={
          <>
            <ButtonLink kind="secondary" href="/beheer/importeren">
              {text.import}
            </ButtonLink>
            <ButtonLink href="/beheer/mensen/nieuw" icon="plus">
              {text.add}
            </ButtonLink>
          </>
        }
      />
      <Row gap="l" align="start">
        <SearchInput id="name" label={text.search} onSearch={setName} />
        <Field id="team" label={text.team}>
          <Select
            value={teamId ?? ''}
            onChange={(team) => change({ team: team || undefined })}
            options={(teams?.teams ?? []).map((team) => ({ value: team.id, label: team.name }))}
            emptyLabel={text.allTeams}
            width="m"
          />
        </Field>
      </Row>
      <AnsweredList
        of={pages}
        itemsOf={(page) => page.people}
        empty={
          <Card>
            <EmptyState drawing="people" title={text.noneTitle}>
              {text.none}
            </EmptyState>
          </Card>
        }
      >
        {(people) => <PeopleTable people={people} />}
      </AnsweredList>
    </>
  );
}

function PeopleTable({ people }: { people: readonly Colleague[] }) {
  const { people: text } = useOrganisationText();
  const words = useWords();
  return (
    <Table
      caption={text.caption}
      rows={people}
      rowId={({ id }) => id}
      columns={[
        {
          id: 'name',
          header: text.columns.name,
          kind: 'title',
          cell: ({ id, name }) => <Link href={`/beheer/mensen/${id}`}>{name}</Link>,
        },
        { id: 'job', header: text.columns.job, cell: ({ jobTitle }) => jobTitle },
        { id: 'teams', header: text.columns.teams, cell: ({ teams }) => teams.map((team) => team.name).join(', ') },
        {
          id: 'kind',
          header: text.columns.kind,
          cell: ({ kind, homeEmployerName }) => homeEmployerName ?? words.personKinds[kind],
        },
      ]}
    />
  );
}
