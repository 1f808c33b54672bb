import { useState } from 'react';
import { addTeam, changeTeam, listLocations } from '../../../contract/organisation.ts';
import { Field } from '../../components/Field.tsx';
import { Select } from '../../components/Select.tsx';
import { useRead } from '../../session/useRead.ts';
import { useWrite } from '../../session/useWrite.ts';
import { PartDialog } from '../PartDialog.tsx';
import { useOrganisationText } from '../text.ts';
import type { Team } from './TeamsPage.tsx';

interface TeamDialogProps {
  /** Null for a new one. */
  team: Team | null;
  teams: readonly Team[];
  onClose: () => void;
}

export function TeamDialog({ team, teams, onClose }: TeamDialogProps) {
  const { teams: text } = useOrganisationText();
  const { data: places } = useRead(listLocations, {});
  const [parentTeamId, setParent] = useState(team?.parentTeamId ?? '');
  const [locationId, setLocation] = useState(team?.locationId ?? '');
  const adding = useWrite(addTeam);
  const changing = useWrite(changeTeam);

  function save(name: string) {
    return team
      ? changing.send({
          params: { teamId: team.id },
          body: { name, parentTeamId: parentTeamId || null, locationId: locationId || null },
        })
      : adding.send({ body: { name, ...(parentTeamId && { parentTeamId }), ...(locationId && { locationId }) } });
  }

  return (
    <PartDialog
      part={team}
      title={team?.name ?? text.add}
      text={text}
      write={team ? changing : adding}
      onSave={save}
      onEnd={team && (() => changing.send({ params: { teamId: team.id }, body: { isInUse: false } }))}
      onClose={onClose}
    >
      {(errorAt) => (
        <>
          <Field id="parentTeamId" label={text.above} optional error={errorAt('parentTeamId')}>
            <Select
              value={parentTeamId}
              onChange={setParent}
              options={teams.filter(({ id }) => id !== team?.id).map(({ id, name: label }) => ({ value: id, label }))}
              emptyLabel={text.noneAbove}
              width="full"
            />
          </Field>
          <Field id="locationId" label={text.place} optional error={errorAt('locationId')}>
            <Select
              value={locationId}
              onChange={setLocation}
              options={(places?.locations ?? []).map(({ id, name: label }) => ({ value: id, label }))}
              emptyLabel={text.noPlace}
              width="full"
            />
          </Field>
        </>
      )}
    </PartDialog>
  );
}
