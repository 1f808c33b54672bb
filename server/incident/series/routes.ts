import * as contract from '../../../contract/incident.ts';
import { type Route, route } from '../../platform/index.ts';
import type { FollowUpNeeds } from '../follow-up-needs.ts';
import { rejectFlaws } from '../reject-flaws.ts';
import { addToSeries } from './add-to-series.ts';
import { readSeries } from './read-series.ts';
import { takeBackFromSeries } from './take-back-from-series.ts';

export function seriesRoutes(needs: FollowUpNeeds): Route[] {
  return [
    route(contract.readSeries, ({ tx, params, query }) => readSeries(needs, tx, { ...params, ...query })),
    route(contract.addToSeries, async ({ tx, params, body }) =>
      rejectFlaws(await addToSeries(needs, tx, { ...params, ...body })),
    ),
    route(contract.takeBackFromSeries, ({ tx, params }) => takeBackFromSeries(tx, params.eventId)),
  ];
}
