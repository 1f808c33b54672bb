import type { AnswerOf } from '../../contract/endpoint.ts';
import { listCast, stepIn } from '../../contract/identity.ts';
import { Advice } from '../components/Advice.tsx';
import { Avatar } from '../components/Avatar.tsx';
import { Heading } from '../components/Heading.tsx';
import { Icon } from '../components/Icon.tsx';
import { PageHeader } from '../components/PageHeader.tsx';
import { Stack } from '../components/Stack.tsx';
import { Answered } from '../session/Answered.tsx';
import { useGoTo } from '../session/address.ts';
import { WriteProblem } from '../session/ShownProblem.tsx';
import { useRead } from '../session/useRead.ts';
import { useWrite } from '../session/useWrite.ts';
import { useBilingual } from '../text/index.ts';
import { useWords } from '../text/words.ts';
import { useIdentityText } from './text.ts';
import './StepInPage.css';

type Employer = AnswerOf<typeof listCast>['employers'][number];
type Player = Employer['cast'][number];

/** On demonstration data only: become one of the cast with one press. */
export function StepInPage() {
  const text = useIdentityText();
  const goTo = useGoTo();
  const cast = useRead(listCast, {});
  const stepping = useWrite(stepIn);

  async function become(personId: string) {
    if (await stepping.send({ body: { personId } })) goTo('/');
  }

  return (
    <Answered of={cast}>
      {({ employers }) => (
        <Stack gap="l">
          <PageHeader title={text.stepIn.title} lead={text.stepIn.lead} />
          <Advice title={text.stepIn.noteTitle}>{text.stepIn.note}</Advice>
          <WriteProblem of={stepping} />
          {employers.map((employer) => (
            <EmployerCast key={employer.id} employer={employer} onPick={(player) => void become(player.id)} />
          ))}
        </Stack>
      )}
    </Answered>
  );
}

function EmployerCast({ employer, onPick }: { employer: Employer; onPick: (player: Player) => void }) {
  const text = useIdentityText();
  const id = `employer-${employer.id}`;
  return (
    <Stack as="section" gap="l" aria-labelledby={id} className="employer">
      <Heading level={2} id={id}>
        {employer.name}
      </Heading>
      {groups.map(({ name, belongs }) => {
        const players = employer.cast.filter(belongs);
        if (players.length === 0) return null;
        return (
          <Stack as="section" gap="s" key={name} aria-labelledby={`${id}-${name}`}>
            <Heading level={3} id={`${id}-${name}`}>
              {text.stepIn.groups[name]}
            </Heading>
            <ul className="cast plain-list">
              {players.map((player) => (
                <li key={player.id}>
                  <PlayerButton player={player} onPick={() => onPick(player)} />
                </li>
              ))}
            </ul>
          </Stack>
        );
      })}
    </Stack>
  );
}

const following = ['manager', 'coordinator', 'griffier', 'mayor', 'leadership'] as const;
const isFollowing = ({ roles, deputyFor }: Player) =>
  deputyFor.length > 0 || roles.some((role) => following.some((known) => known === role));

const groups = [
  { name: 'reporting', belongs: (player: Player) => player.roles.length === 0 && !isFollowing(player) },
  { name: 'following', belongs: isFollowing },
  { name: 'supporting', belongs: (player: Player) => player.roles.length > 0 && !isFollowing(player) },
] as const;

function PlayerButton({ player, onPick }: { player: Player; onPick: () => void }) {
  const text = useIdentityText();
  const words = useWords();
  const say = useBilingual();
  const { name, jobTitle, teams, roles, homeEmployerName, intro } = player;
  const place = [...teams, homeEmployerName && text.stepIn.from(homeEmployerName)].filter(Boolean).join(' · ');
  const role = roles.map((held) => words.roles[held]).join(', ');
  return (
    <button type="button" className="player" onClick={onPick}>
      <Avatar name={name} size={48} />
      <span className="player__words">
        <span className="player__name">
          <span className="visually-hidden">{text.stepIn.as} </span>
          {name}
        </span>
        <span className="player__job">{role || jobTitle}</span>
        {place && <span className="player__place">{place}</span>}
        <span className="player__does">{intro && say(intro)}</span>
      </span>
      <Icon name="forward" />
    </button>
  );
}
