import { useState } from 'react';
import { severities } from '../../../contract/incident.ts';
import { listLocations, listTeams } from '../../../contract/organisation.ts';
import { DateInput } from '../../components/DateInput.tsx';
import { Field } from '../../components/Field.tsx';
import { FilterBar } from '../../components/FilterBar.tsx';
import { PeoplePicker } from '../../components/PeoplePicker.tsx';
import { Select } from '../../components/Select.tsx';
import { findColleagues } from '../../session/findColleagues.ts';
import { useNow } from '../../session/now.ts';
import { useRead } from '../../session/useRead.ts';
import { isRealDate } from '../../text/dutchClock.ts';
import { useIncidentText } from '../text.ts';
import { daysOf, dutchDay, type NarrowingWord, periods, shownStates } from './filters.ts';
import { useListText } from './text.ts';
import { everything, type Filters } from './useFilters.ts';
import { useListWords } from './useListWords.ts';

interface Option {
  value: string;
  label: string;
  group?: string | undefined;
}

/** The questions above the list; they combine, and each works at once. */
export function ListFilters({ filters }: { filters: Filters }) {
  const text = useListText();
  const incident = useIncidentText();
  const { kinds, ownWords } = useListWords();
  const { scope, seesAll, on, change } = filters;
  const teams = useRead(listTeams, {}, { enabled: seesAll });
  const locations = useRead(listLocations, {});
  const named = ({ id, name }: { id: string; name: string }) => ({ value: id, label: name });
  const choice = (word: NarrowingWord, emptyLabel: string, options: readonly Option[]) => (
    <Field id={word} label={text.filters[word]}>
      <Select
        emptyLabel={emptyLabel}
        options={options}
        value={on[word] ?? ''}
        onChange={(value) => change({ [word]: value || undefined })}
      />
    </Field>
  );
  return (
    <FilterBar active={Object.keys(on).length} onClear={() => filters.show({ ...everything, wie: filters.words.wie })}>
      {seesAll && (
        <Field id="wie" label={incident.list.scope}>
          <Select
            emptyLabel={incident.list.scopes.organisation}
            options={[{ value: 'team', label: incident.list.scopes.team }]}
            value={scope === 'team' ? 'team' : ''}
            onChange={(value) => change({ wie: value || undefined, team: undefined })}
          />
        </Field>
      )}
      {choice(
        'stand',
        incident.list.allStates,
        shownStates.map((value) => ({ value, label: value === 'open' ? incident.list.open : incident.states[value] })),
      )}
      {choice(
        'ernst',
        incident.list.allSeverities,
        severities.map((value) => ({ value, label: incident.severities[value] })),
      )}
      {choice(
        'soort',
        incident.list.allKinds,
        kinds.map(({ code, name, isOwn }) => ({ value: code, label: name, group: isOwn ? text.ownWords : undefined })),
      )}
      {ownWords.length > 0 &&
        choice(
          'woord',
          text.allWords,
          ownWords.map(({ word, name, about }) => ({ value: word, label: name, group: about })),
        )}
      {scope === 'organisation' && choice('team', incident.list.allTeams, (teams.data?.teams ?? []).map(named))}
      {choice('locatie', incident.list.allLocations, (locations.data?.locations ?? []).map(named))}
      <PeriodFilter filters={filters} />
      <HolderFilter filters={filters} />
    </FilterBar>
  );
}

/** A period by one choice, or two days of one's own. */
function PeriodFilter({ filters: { on, change } }: { filters: Filters }) {
  const text = useListText();
  const today = dutchDay(useNow());
  const [isOwn, setOwn] = useState(false);
  const chosen = periods.find((period) => {
    const days = daysOf(period, today);
    return days.van === on.van && days.tot === on.tot;
  });
  const isOther = isOwn || (!chosen && (on.van !== undefined || on.tot !== undefined));
  return (
    <>
      <Field id="periode" label={text.period}>
        <Select
          emptyLabel={text.anyPeriod}
          options={[
            ...periods.map((value) => ({ value, label: text.periods[value] })),
            { value: 'own', label: text.ownPeriod },
          ]}
          value={isOther ? 'own' : (chosen ?? '')}
          onChange={(value) => {
            setOwn(value === 'own');
            const period = periods.find((known) => known === value);
            if (value !== 'own') change(period ? daysOf(period, today) : { van: undefined, tot: undefined });
          }}
        />
      </Field>
      {isOther && (
        <>
          <DateInput
            id="van"
            legend={text.from}
            value={on.van ?? ''}
            onChange={(van) => isRealDate(van) && change({ van })}
          />
          <DateInput
            id="tot"
            legend={text.until}
            value={on.tot ?? ''}
            onChange={(tot) => isRealDate(tot) && change({ tot })}
          />
        </>
      )}
    </>
  );
}

/** Who has it: everybody, me, or a colleague who is looked up. */
function HolderFilter({ filters: { on, change } }: { filters: Filters }) {
  const text = useListText();
  const [isSearching, setSearching] = useState(false);
  const isOther = on.heeft !== undefined && on.heeft !== 'ik';
  return (
    <>
      <Field id="heeft" label={text.filters.heeft}>
        <Select
          emptyLabel={text.anybody}
          options={[
            { value: 'ik', label: text.me },
            { value: 'ander', label: text.somebody },
          ]}
          value={isSearching || isOther ? 'ander' : on.heeft === 'ik' ? 'ik' : ''}
          onChange={(value) => {
            setSearching(value === 'ander');
            if (value !== 'ander') change({ heeft: value || undefined });
          }}
        />
      </Field>
      {isSearching && (
        <PeoplePicker
          id="heeft-wie"
          label={text.findColleague}
          find={findColleagues}
          single
          chosen={[]}
          onChange={([person]) => {
            setSearching(false);
            if (person) change({ heeft: person.id });
          }}
        />
      )}
    </>
  );
}
