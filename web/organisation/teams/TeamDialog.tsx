import { useState } from 'react';
import { addTeam, changeTeam, listLocations } from '../../../contract/organisation.ts';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { Field } from '../../components/Field.tsx';
import { Select } from '../../components/Select.tsx';
import { TextInput } from '../../components/TextInput.tsx';
import { useSay } from '../../components/Toasts.tsx';
import { SmallForm } from '../../session/SmallForm.tsx';
import { useRead } from '../../session/useRead.ts';
import { useWrite } from '../../session/useWrite.ts';
import { useOrganisationText } from '../text.ts';
import type { Team } from './TeamsPage.tsx';

interface TeamDialogProps {
  /** Null for a new one. */
  team: Team | null;
  teams: readonly Team[];
  onClose: () => void;
}

export function TeamDialog({ team, teams, onClose }: TeamDialogProps) {
  const { teams: text, save, saved, add } = useOrganisationText();
  const say = useSay();
  const { data: places } = useRead(listLocations, {});
  const [name, setName] = useState(team?.name ?? '');
  const [parentTeamId, setParent] = useState(team?.parentTeamId ?? '');
  const [locationId, setLocation] = useState(team?.locationId ?? '');
  const [wasSent, setSent] = useState(false);
  const adding = useWrite(addTeam);
  const changing = useWrite(changeTeam);
  const write = team ? changing : adding;
  const missing = wasSent && !name.trim() ? [{ fieldId: 'name', message: text.missing }] : [];

  async function send() {
    setSent(true);
    if (!name.trim()) return;
    const isDone = team
      ? await changing.send({
          params: { teamId: team.id },
          body: { name, parentTeamId: parentTeamId || null, locationId: locationId || null },
        })
      : await adding.send({ body: { name, ...(parentTeamId && { parentTeamId }), ...(locationId && { locationId }) } });
    if (!isDone) return;
    say(saved);
    onClose();
  }

  async function end() {
    if (!team || !(await changing.send({ params: { teamId: team.id }, body: { isInUse: false } }))) return;
    say(text.closed);
    onClose();
  }

  return (
    <Dialog isOpen onClose={onClose} title={team ? team.name : text.add}>
      <SmallForm
        of={write}
        missing={missing}
        submit={team ? save : add}
        onSubmit={() => void send()}
        beside={
          team && (
            <Button kind="plain" onClick={() => void end()}>
              {text.close}
            </Button>
          )
        }
      >
        <Field id="name" label={text.name} error={missing[0]?.message ?? write.errorAt('name')}>
          <TextInput maxLength={120} value={name} onChange={(event) => setName(event.target.value)} />
        </Field>
        <Field id="parentTeamId" label={text.above} optional>
          <Select
            value={parentTeamId}
            onChange={setParent}
            options={teams.filter(({ id }) => id !== team?.id).map(({ id, name: label }) => ({ value: id, label }))}
            emptyLabel={text.noneAbove}
            width="full"
          />
        </Field>
        <Field id="locationId" label={text.place} optional>
          <Select
            value={locationId}
            onChange={setLocation}
            options={(places?.locations ?? []).map(({ id, name: label }) => ({ value: id, label }))}
            emptyLabel={text.noPlace}
            width="full"
          />
        </Field>
      </SmallForm>
    </Dialog>
  );
}
