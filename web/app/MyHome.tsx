import { workSummary } from '../../contract/incident.ts';
import { PageHeader } from '../components/PageHeader.tsx';
import { Stack } from '../components/Stack.tsx';
import type { Me } from '../session/me.tsx';
import { useNow } from '../session/now.ts';
import { useRead } from '../session/useRead.ts';
import { useMoments } from '../text/moments.ts';
import { FirstChoices } from './FirstChoices.tsx';
import { LatestReport } from './LatestReport.tsx';
import { useAppText } from './text.ts';
import { WaitingForMe } from './WaitingForMe.tsx';
import { WithTheTeam } from './WithTheTeam.tsx';
import './Home.css';

/** Good morning, what you can do now, and where your report is. */
export function MyHome({ me }: { me: Me }) {
  const text = useAppText();
  const now = useNow();
  const { data: summary } = useRead(workSummary, {}, { live: ['incident', 'tasks'] });
  return (
    <div className="home">
      <PageHeader
        title={text.home.greeting(hourIn(now), me.person.givenName)}
        // What the tab is called stays behind in the history of the browser.
        tabTitle={text.nav.home}
        lead={<WhereIAm me={me} now={now} />}
      />
      <div className="home__columns">
        <FirstChoices toCall={nearestManager(me)?.name.split(' ')[0] ?? null} drafts={summary?.drafts ?? null} />
        <Stack gap="l">
          {me.roles.length > 0 && <WaitingForMe />}
          <WithTheTeam me={me} />
          <LatestReport />
        </Stack>
      </div>
    </div>
  );
}

/** "Publiekszaken. Henk is er vandaag tot 17.00 uur." */
function WhereIAm({ me, now }: { me: Me; now: Date }) {
  const text = useAppText();
  const moments = useMoments();
  const manager = nearestManager(me);
  const team = me.teams.map(({ name }) => name).join(', ') || me.employer.name;
  if (!manager || manager.id === me.person.id) return <>{team}</>;
  const { isReachable, untilAt } = manager.reachability;
  const name = manager.name.split(' ')[0] ?? manager.name;
  if (isReachable) return <>{text.home.managerIsThere(team, name, untilAt && moments.time(untilAt))}</>;
  return <>{text.home.managerIsAway(team, name, untilAt && moments.moment(untilAt, now))}</>;
}

function nearestManager(me: Me) {
  const managers = me.teams.flatMap((team) => team.managers).filter(({ id }) => id !== me.person.id);
  return managers.find(({ reachability }) => reachability.isReachable) ?? managers[0] ?? null;
}

const hour = new Intl.DateTimeFormat('nl-NL', { hour: 'numeric', hourCycle: 'h23', timeZone: 'Europe/Amsterdam' });

function hourIn(now: Date): number {
  return Number(hour.format(now));
}
