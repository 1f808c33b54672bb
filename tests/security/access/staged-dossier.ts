import * as contract from '../../../contract/incident.ts';
import { cast } from '../../../database/demo/cast.ts';
import { newId } from '../../../server/platform/index.ts';
import type { Town } from '../../support/town.ts';
import { answered, type People } from './asking.ts';
import { henkAddsARelative, henkFollowsUp, henkHasMoreWork, nextVisitIsAgreed, teamLearns } from './stage-follow-up.ts';
import { stagePattern, stageSamePerson } from './stage-proposals.ts';
import { everybodyTells, fatimaForwards, fatimaHesitates, fatimaReportsAgain, filesAreAdded } from './stage-report.ts';

/** What the program is told of its surroundings, so that a mail may come in. Nothing listens: it is asked without a network. */
export const receivesMail = { MAIL_IN_PORT: '2525', MAIL_IN_DOMAIN: 'post.wierdam.example' };

export interface StagedDossier {
  readonly incidentId: string;
  readonly number: string;
  /** What the team reads of it, after both victims said yes. */
  readonly summaryId: string;
  /** Open, and of Kees, who cleans up. */
  readonly taskId: string;
  readonly draftId: string;
  readonly noteId: string;
  /** Of the note of Fatima. */
  readonly patternId: string;
  /** Proposed: who did it, twice on this dossier. */
  readonly sameId: string;
  /** Put on it by Henk. */
  readonly relativeId: string;
  /** Told by Fatima. */
  readonly seriesEventId: string;
  /** Of Fatima, who forwarded a mail to it and ended it. */
  readonly forwardingId: string;
  /** Of the same threat, told once more by Fatima, and seen by the same people. */
  readonly twinId: string;
  readonly twinNumber: string;
  readonly sameEventId: string;
  /** A PDF of Fatima. */
  readonly attachmentId: string;
}

/** A threat that went the whole way: told by several, followed up, closed, and opened again with work to do. */
export async function stageDossier(town: Town, people: People, now: () => Date): Promise<StagedDossier> {
  const own = { draftId: newId(), noteId: newId(), seriesEventId: newId(), forwardingId: newId() };
  const { incidentId, number } = await everybodyTells(people, now(), own);
  const attachmentId = await filesAreAdded(people, incidentId);
  await fatimaForwards(town, people, incidentId, own.forwardingId);
  await fatimaHesitates(people, incidentId);
  await henkFollowsUp(town, people, incidentId, now());
  const taskId = await henkHasMoreWork(town, people, incidentId, now());
  const summaryId = await teamLearns(town, people, incidentId);
  await nextVisitIsAgreed(people, incidentId);
  const patternId = await stagePattern(town, own.noteId, incidentId, now());
  const sameId = await stageSamePerson(town, incidentId, now());
  const relativeId = await henkAddsARelative(people, incidentId);
  const henk = await people('henk');
  await answered(
    henk.ask(contract.handOverMany, {
      params: { handOverId: newId() },
      body: { what: 'tasks', ids: [newId()], toPersonId: cast.kees.id, reason: 'away' },
    }),
  );
  const yusuf = await people('yusuf');
  await answered(yusuf.ask(contract.inviteGuest, { body: { linkId: newId(), on: null, guest: guest() } }));
  const twin = await fatimaReportsAgain(town, people, incidentId, now());
  return { incidentId, number, taskId, attachmentId, summaryId, patternId, sameId, relativeId, ...own, ...twin };
}

/** Invited to report, not onto the dossier. */
const guest = () => ({
  kind: 'new',
  givenName: 'Gast',
  familyName: 'Van Buiten',
  email: `gast-${newId()}@buiten.example`,
  phone: null,
  isOfficeHolder: false,
  belongsTo: 'UWV',
});
