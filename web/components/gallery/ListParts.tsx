import { useState } from 'react';
import { Field } from '../Field.tsx';
import { FilterBar } from '../FilterBar.tsx';
import { KeysetPager } from '../KeysetPager.tsx';
import { Link } from '../Link.tsx';
import { SearchInput } from '../SearchInput.tsx';
import { Select } from '../Select.tsx';
import { Stack } from '../Stack.tsx';
import { Table } from '../Table.tsx';
import { Tag } from '../Tag.tsx';

interface Row {
  number: string;
  what: string;
  team: string;
  since: string;
  tasks: number;
}

const rows: Row[] = [
  { number: '2026-0412', what: 'Bedreiging', team: 'Publiekszaken', since: 'dinsdag 13.55 uur', tasks: 3 },
  {
    number: '2026-0409',
    what: 'Schelden of kleineren',
    team: 'Wijkteam Noord',
    since: '12 november, 10.20 uur',
    tasks: 1,
  },
  { number: '2026-0398', what: 'Fysiek geweld', team: 'Publiekszaken', since: '2 november, 16.40 uur', tasks: 0 },
];

const states = [
  { value: 'open', label: 'Open' },
  { value: 'closed', label: 'Afgerond' },
] as const;

export function ListParts() {
  const [state, setState] = useState<'open' | 'closed' | ''>('open');
  return (
    <Stack>
      <SearchInput id="gallery-search" label="Zoek een collega" onSearch={() => {}} />
      <FilterBar active={state ? 1 : 0} onClear={() => setState('')}>
        <Field id="gallery-state" label="Stand">
          <Select options={states} value={state} onChange={setState} emptyLabel="Alles" width="full" />
        </Field>
        <Field id="gallery-kind" label="Soort">
          <Select options={states} value="" onChange={() => {}} emptyLabel="Alle soorten" width="full" />
        </Field>
      </FilterBar>
      <Table
        caption="Meldingen"
        rows={rows}
        rowId={(row) => row.number}
        columns={[
          { id: 'what', header: 'Wat', kind: 'title', cell: (row) => <Link href="/galerij">{row.what}</Link> },
          { id: 'number', header: 'Nummer', cell: (row) => <span className="figures">{row.number}</span> },
          { id: 'team', header: 'Team', cell: (row) => row.team },
          { id: 'since', header: 'Sinds', cell: (row) => row.since },
          {
            id: 'state',
            header: 'Stand',
            cell: (row) => <Tag tone={row.tasks ? 'amber' : 'green'}>{row.tasks ? 'Open' : 'Klaar'}</Tag>,
          },
          { id: 'tasks', header: 'Taken', kind: 'figure', cell: (row) => row.tasks },
        ]}
      />
      <KeysetPager shown={3} hasMore onMore={() => {}} />
    </Stack>
  );
}
