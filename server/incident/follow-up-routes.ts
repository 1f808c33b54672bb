import * as contract from '../../contract/incident.ts';
import { type Route, route } from '../platform/index.ts';
import { addInvolved } from './add-involved.ts';
import { recordContact } from './chain/record-contact.ts';
import { takeUpIncident } from './chain/take-up-incident.ts';
import { closeIncident } from './closing/close-incident.ts';
import { reopenIncident } from './closing/reopen-incident.ts';
import { correctIncident } from './correct-incident.ts';
import { readDossier } from './dossier/dossier.ts';
import { askExport, fetchExport, listExports } from './export/export-request.ts';
import type { FollowUpNeeds } from './follow-up-needs.ts';
import { listIncidents } from './list/incident-list.ts';
import { deleteView, listViews, saveView } from './list/saved-views.ts';
import { countIncidents } from './list/search-count.ts';
import { searchIncidents } from './list/search-incidents.ts';
import { rejectFlaws } from './reject-flaws.ts';
import { deferResponse } from './response/defer-response.ts';
import { sendResponse } from './response/send-response.ts';
import { addTask, handOverTask } from './tasks/assign-task.ts';
import { completeTask, dropTask, reopenTask } from './tasks/finish-task.ts';
import { listTasks } from './tasks/task-list.ts';
import { readWorkSummary } from './work-summary.ts';

export function followUpRoutes(needs: FollowUpNeeds): Route[] {
  return [...onIncidents(needs), ...onTasks(needs), ...endings(needs), ...reads(needs)];
}

function onIncidents(needs: FollowUpNeeds): Route[] {
  return [
    route(contract.takeUpIncident, ({ tx, params, session }) =>
      takeUpIncident(needs, tx, session.personId, params.incidentId),
    ),
    route(contract.recordContact, async ({ tx, params: { incidentId }, body, session }) =>
      rejectFlaws(await recordContact(needs, tx, session.personId, { incidentId, contact: body })),
    ),
    route(contract.addInvolved, async ({ tx, params: { incidentId }, body: { personId, role }, session }) =>
      rejectFlaws(await addInvolved(tx, session.personId, { incidentId, involvedId: personId, role })),
    ),
    route(contract.sendResponse, async ({ tx, params: { incidentId }, body, session }) =>
      rejectFlaws(await sendResponse(needs, tx, session.personId, { incidentId, response: body })),
    ),
    route(contract.deferResponse, ({ tx, params, body, session }) =>
      deferResponse(tx, session.personId, { ...params, ...body }),
    ),
  ];
}

function onTasks(needs: FollowUpNeeds): Route[] {
  return [
    route(contract.completeTask, async ({ tx, params: { taskId }, body: { record }, session }) =>
      rejectFlaws(await completeTask(needs, tx, session.personId, { taskId, record })),
    ),
    route(contract.reopenTask, ({ tx, params, session }) => reopenTask(tx, session.personId, params.taskId)),
    route(contract.dropTask, async ({ tx, params: { taskId }, body: { reason }, session }) =>
      rejectFlaws(await dropTask(needs, tx, session.personId, { taskId, reason })),
    ),
    route(contract.handOverTask, async ({ tx, params: { taskId }, body: { toPersonId }, session }) =>
      rejectFlaws(await handOverTask(needs, tx, session.personId, { taskId, toPersonId })),
    ),
    route(contract.addTask, async ({ tx, params: { incidentId }, body, session }) =>
      rejectFlaws(await addTask(needs, tx, session.personId, { incidentId, task: body })),
    ),
  ];
}

function endings(needs: FollowUpNeeds): Route[] {
  return [
    route(contract.closeIncident, async ({ tx, params: { incidentId }, body, session }) =>
      rejectFlaws(await closeIncident(needs, tx, session.personId, { incidentId, closing: body })),
    ),
    route(contract.reopenIncident, async ({ tx, params: { incidentId }, body: { reason }, session }) =>
      rejectFlaws(await reopenIncident(needs, tx, session.personId, { incidentId, reason })),
    ),
    route(contract.correctIncident, ({ tx, params: { incidentId }, body: { reason }, session }) =>
      correctIncident(needs, tx, session.personId, { incidentId, reason }),
    ),
  ];
}

function reads(needs: FollowUpNeeds): Route[] {
  return [
    route(contract.readDossier, ({ tx, params, session }) =>
      readDossier(needs, tx, session.personId, params.incidentId),
    ),
    route(contract.listIncidents, ({ tx, query }) => listIncidents(tx, query)),
    route(contract.countIncidents, ({ tx, query }) => countIncidents(tx, query)),
    route(contract.searchIncidents, ({ tx, body }) => searchIncidents(needs, tx, body)),
    ...views(needs),
    route(contract.listTasks, ({ tx, query }) => listTasks(needs, tx, query)),
    route(contract.workSummary, ({ tx, session }) => readWorkSummary(tx, session.personId)),
  ];
}

function views(needs: FollowUpNeeds): Route[] {
  return [
    route(contract.listViews, ({ tx }) => listViews(needs, tx)),
    route(contract.saveView, ({ tx, params, body }) => saveView(needs, tx, { ...params, ...body })),
    route(contract.deleteView, ({ tx, params }) => deleteView(tx, params.viewId)),
    route(contract.askExport, async ({ tx, body }) => rejectFlaws(await askExport(needs, tx, body))),
    route(contract.listExports, ({ tx }) => listExports(tx)),
    route(contract.fetchExport, ({ tx, params }) => fetchExport(needs, tx, params.exportId)),
  ];
}
