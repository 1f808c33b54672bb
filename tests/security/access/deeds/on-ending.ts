import * as contract from '../../../../contract/incident.ts';
import { cast } from '../../../../database/demo/cast.ts';
import { has, type Reader } from '../readers.ts';
import type { StagedDossier } from '../staged-dossier.ts';
import { by, type Deed, deed, type Outcome, ofIncident, tomorrow } from './deed.ts';

const tellsOwnStory = (reader: Reader): Outcome => {
  if (reader.isAskedToTell) return 'may';
  if (!has(reader, 'header')) return 404;
  return { refused: reader.hasTold ? 'account-already-given' : 'account-not-asked' };
};
const worksOnTask = (reader: Reader): Outcome => (has(reader, 'act') || reader.who === 'kees' ? 'may' : 404);
const ofTask =
  (body?: unknown) =>
  ({ taskId }: StagedDossier) => ({ params: { taskId }, body });

/** A task done takes its sight away; the last deed ends the dossier. */
export const onEnding: readonly Deed[] = [
  deed('complete a task', contract.completeTask, ofTask({ record: {} }), worksOnTask),
  deed('open a task again', contract.reopenTask, ofTask(), worksOnTask),
  deed('hand a task over', contract.handOverTask, ofTask({ toPersonId: cast.kees.id }), worksOnTask),
  deed('drop a task', contract.dropTask, ofTask({ reason: 'Niet nodig' }), worksOnTask),
  deed(
    'record the response',
    contract.sendResponse,
    ofIncident((now) => ({ way: 'letter', sentAt: now.toISOString(), summary: 'Verstuurd' })),
    by('send_response'),
  ),
  deed(
    'defer the response',
    contract.deferResponse,
    ofIncident((now) => ({ reason: 'police_asked', reviewOn: tomorrow(now).slice(0, 10) })),
    by('defer_response', { refused: 'only-the-coordinator' }),
  ),
  deed('close it', contract.closeIncident, ofIncident(closing), by('close')),
  deed(
    'open it again',
    contract.reopenIncident,
    ofIncident(() => ({ reason: 'Er kwam iets bij' })),
    by('reopen'),
  ),
  deed(
    'not tell',
    contract.declineAccount,
    ofIncident(() => ({})),
    tellsOwnStory,
  ),
  deed(
    'tell',
    contract.giveAccount,
    ofIncident(() => ({ story: 'Mijn verhaal' })),
    tellsOwnStory,
  ),
  deed(
    'correct it',
    contract.correctIncident,
    ofIncident(() => ({ reason: 'wrong_person' })),
    by('correct', { refused: 'only-lead-or-coordinator' }),
  ),
];

function closing() {
  const discussed = { notBecause: 'too_sensitive' };
  return { conclusion: 'Klaar', discussed, victimWish: 'agrees', acceptOpenItems: true };
}
