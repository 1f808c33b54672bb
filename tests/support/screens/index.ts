import type { Dossiers } from '../dossiers.ts';
import { administering } from './administering.ts';
import { agreeing } from './agreeing.ts';
import { around } from './around.ts';
import { atTheDoor } from './at-the-door.ts';
import { filedAndTakenBack } from './filed-and-taken-back.ts';
import { files } from './files.ts';
import { finding } from './finding.ts';
import { followingUp } from './following-up.ts';
import { guests } from './guests.ts';
import { lists } from './lists.ts';
import { nextVisit } from './next-visit.ts';
import { oneEvent } from './one-event.ts';
import { ownReports } from './own-reports.ts';
import { patterns } from './patterns.ts';
import { peopleAround, whoDidIt } from './people-around.ts';
import { reporting } from './reporting.ts';
import type { Screen } from './screen.ts';
import { series } from './series.ts';
import { summaries } from './summaries.ts';
import { takingOver } from './taking-over.ts';
import { withoutAName } from './without-a-name.ts';

export type { Screen } from './screen.ts';

/** Every state of a screen that people meet. The later ones build on what the earlier ones left behind. */
export function screensOf(dossiers: Dossiers): readonly Screen[] {
  return [
    ...atTheDoor,
    ...withoutAName,
    ...reporting,
    ...ownReports(dossiers),
    ...series(dossiers),
    ...summaries(dossiers),
    ...nextVisit(dossiers),
    ...lists,
    ...files(dossiers),
    ...followingUp(dossiers),
    ...administering,
    ...agreeing,
    ...guests,
    ...patterns,
    ...whoDidIt(`/meldingen/${dossiers.inFollowUp}`),
    ...peopleAround(`/meldingen/${dossiers.inFollowUp}`),
    ...oneEvent(dossiers),
    ...filedAndTakenBack(dossiers),
    ...takingOver,
    ...finding,
    ...around,
  ];
}
