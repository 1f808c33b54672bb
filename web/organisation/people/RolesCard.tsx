import { useState } from 'react';
import { endRole, giveRole, listTeams } from '../../../contract/organisation.ts';
import { type Role, roles } from '../../../contract/organisation-words.ts';
import { Button } from '../../components/Button.tsx';
import { Card } from '../../components/Card.tsx';
import { Field } from '../../components/Field.tsx';
import { Select } from '../../components/Select.tsx';
import { Text } from '../../components/Text.tsx';
import { useSay } from '../../components/Toasts.tsx';
import { WriteProblem } from '../../session/ShownProblem.tsx';
import { SmallForm } from '../../session/SmallForm.tsx';
import { useRead } from '../../session/useRead.ts';
import { useWrite } from '../../session/useWrite.ts';
import { useWords } from '../../text/words.ts';
import { useOrganisationText } from '../text.ts';
import type { Person } from './PersonPage.tsx';
import '../organisation.css';

export function RolesCard({ person }: { person: Person }) {
  const { person: text } = useOrganisationText();
  const words = useWords();
  const say = useSay();
  const ending = useWrite(endRole);
  const own = person.roles.filter(({ deputyFor }) => deputyFor === null);

  async function end(holdingId: string) {
    if (await ending.send({ params: { holdingId } })) say(text.roleEnded);
  }

  return (
    <Card heading={text.roles}>
      <WriteProblem of={ending} />
      {own.length === 0 ? (
        <Text soft>{text.noRoles}</Text>
      ) : (
        <ul className="rows plain-list">
          {own.map(({ holdingId, role, team }) => {
            const name = [words.roles[role], team?.name].filter(Boolean).join(' ');
            return (
              <li key={holdingId} className="row-item">
                <span>{name}</span>
                <Button kind="plain" aria-label={text.endRoleOf(name)} onClick={() => void end(holdingId)}>
                  {text.endRole}
                </Button>
              </li>
            );
          })}
        </ul>
      )}
      <GiveRole personId={person.id} />
    </Card>
  );
}

function GiveRole({ personId }: { personId: string }) {
  const { person: text } = useOrganisationText();
  const words = useWords();
  const say = useSay();
  const { data } = useRead(listTeams, {});
  const [role, setRole] = useState<Role | ''>('');
  const [teamId, setTeamId] = useState('');
  const [wasSent, setSent] = useState(false);
  const giving = useWrite(giveRole);
  const missing = wasSent && !role ? [{ fieldId: 'role', message: text.missing.role }] : [];

  async function give() {
    setSent(true);
    if (!role) return;
    const body = { personId, role, ...(role === 'manager' && teamId && { teamId }) };
    if (!(await giving.send({ body }))) return;
    say(text.roleGiven);
    // Whoever was quick has chosen the next role already.
    setRole((now) => (now === role ? '' : now));
    setSent(false);
  }

  return (
    <SmallForm of={giving} missing={missing} submit={text.giveRole} onSubmit={() => void give()}>
      <Field id="role" label={text.role} error={missing[0]?.message}>
        <Select
          value={role}
          onChange={setRole}
          options={roles.map((known) => ({ value: known, label: words.roles[known] }))}
        />
      </Field>
      {role === 'manager' && (
        <Field id="teamId" label={text.ofTeam}>
          <Select
            value={teamId}
            onChange={setTeamId}
            options={(data?.teams ?? []).map((team) => ({ value: team.id, label: team.name }))}
          />
        </Field>
      )}
    </SmallForm>
  );
}
