import * as contract from '../../../contract/incident.ts';
import type { Sentence } from '../../../contract/problem.ts';
import { type Route, route } from '../../platform/index.ts';
import type { FollowUpNeeds } from '../follow-up-needs.ts';
import { rejectFlaws } from '../reject-flaws.ts';
import { readClassification } from './read-classification.ts';
import type { ReclassifyRefusal } from './reclassification.ts';
import { reclassifyIncident } from './reclassify-incident.ts';

export const classificationRefusals = {
  'classified-like-this': {
    nl: 'Zo is het al ingedeeld.',
    en: 'It is filed like this already.',
  },
  'somebody-is-named': {
    nl: 'In dit dossier staat iemand met naam. Was het alleen boosheid of verdriet? Kies dan: Dit was geen agressie.',
    en: 'Somebody is named in this dossier. Was it only anger or sadness? Then choose: This was no aggression.',
  },
} as const satisfies Record<ReclassifyRefusal, Sentence>;

export function classificationRoutes(needs: FollowUpNeeds): Route[] {
  return [
    route(contract.readClassification, ({ tx, params }) => readClassification(needs, tx, params.incidentId)),
    route(contract.reclassifyIncident, async ({ tx, params: { incidentId }, body, session }) =>
      rejectFlaws(await reclassifyIncident(needs, tx, session.personId, { incidentId, asked: body })),
    ),
  ];
}
