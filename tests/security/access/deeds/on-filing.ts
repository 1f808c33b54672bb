import * as contract from '../../../../contract/incident.ts';
import { has, type Reader } from '../readers.ts';
import type { StagedDossier } from '../staged-dossier.ts';
import { by, type Deed, deed, type Outcome, ofIncident, reportedIt } from './deed.ts';

const ofPair =
  (body: unknown) =>
  ({ sameEventId }: StagedDossier) => ({ params: { sameEventId }, body });
const actsOnBoth = (reader: Reader): Outcome => (has(reader, 'act') ? 'may' : 404);

/** Whether two are one event, what it is filed as, and whether it goes on. */
export const onFiling: readonly Deed[] = [
  deed(
    'put it beside another',
    contract.proposeSameEvent,
    ({ incidentId, twinNumber }) => ({ params: { incidentId }, body: { number: twinNumber } }),
    by('join'),
  ),
  deed('say that they are two events', contract.decideSameEvent, ofPair({ decision: 'different' }), actsOnBoth),
  deed('take that back', contract.decideSameEvent, ofPair({ decision: 'proposed' }), actsOnBoth),
  deed(
    'join the two',
    contract.decideSameEvent,
    (dossier) => ofPair({ decision: 'same', leadingId: dossier.incidentId })(dossier),
    actsOnBoth,
  ),
  deed('take them apart', contract.separateSameEvent, ofPair({ reason: 'Het waren er twee' }), actsOnBoth),
  deed(
    'file it differently',
    contract.reclassifyIncident,
    ofIncident(() => ({
      kind: 'incident',
      columns: ['threat'],
      form: 'physical',
      flags: [],
      cause: null,
      reason: 'Hij duwde',
    })),
    by('reclassify'),
  ),
  deed(
    'withdraw it',
    contract.withdrawReport,
    ofIncident(() => ({ reason: 'Ik wil het niet meer' })),
    reportedIt,
  ),
  deed(
    'answer the withdrawal',
    contract.answerWithdrawal,
    ofIncident(() => ({ decision: 'continue' })),
    by('answer_withdrawal'),
  ),
  deed(
    'take the withdrawal back',
    contract.takeBackWithdrawal,
    ofIncident(() => ({})),
    reportedIt,
  ),
];
