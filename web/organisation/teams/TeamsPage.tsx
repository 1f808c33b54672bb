import type { AnswerOf } from '../../../contract/endpoint.ts';
import { listTeams } from '../../../contract/organisation.ts';
import { Button } from '../../components/Button.tsx';
import { Card } from '../../components/Card.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { Answered } from '../../session/Answered.tsx';
import { useRead } from '../../session/useRead.ts';
import { useOrganisationText } from '../text.ts';
import { useTrail } from '../trail.ts';
import { TeamDialog } from './TeamDialog.tsx';
import '../organisation.css';
import { useAsking } from '../../components/useAsking.ts';

export type Team = AnswerOf<typeof listTeams>['teams'][number];

export function TeamsPage() {
  const { teams: text } = useOrganisationText();
  const trail = useTrail();
  const { what: open, ask, stop } = useAsking<Team | 'new'>();
  const read = useRead(listTeams, {});
  return (
    <>
      <PageHeader
        title={text.title}
        trail={trail}
        actions={
          <Button icon="plus" onClick={() => ask('new')}>
            {text.add}
          </Button>
        }
      />
      <Answered of={read}>
        {({ teams }) => (
          <>
            <Card>
              {teams.length === 0 ? (
                <EmptyState drawing="people" title={text.noneTitle}>
                  {text.none}
                </EmptyState>
              ) : (
                <ul className="rows plain-list">
                  {teams.map((team) => (
                    <TeamRow key={team.id} team={team} teams={teams} onChange={() => ask(team)} />
                  ))}
                </ul>
              )}
            </Card>
            {open && <TeamDialog team={open === 'new' ? null : open} teams={teams} onClose={stop} />}
          </>
        )}
      </Answered>
    </>
  );
}

function TeamRow({ team, teams, onChange }: { team: Team; teams: readonly Team[]; onChange: () => void }) {
  const { teams: text } = useOrganisationText();
  const above = teams.find(({ id }) => id === team.parentTeamId);
  const managers = team.managers.map(({ name }) => name).join(', ');
  return (
    <li className="row-item">
      <div>
        <strong>{team.name}</strong>
        <div className="soft small">
          {[above?.name, text.people(team.people), managers ? text.manager(managers) : text.noManager]
            .filter(Boolean)
            .join(' · ')}
        </div>
      </div>
      <Button kind="plain" aria-label={text.changeOf(team.name)} onClick={onChange}>
        {text.change}
      </Button>
    </li>
  );
}
