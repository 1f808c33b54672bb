import * as contract from '../../../contract/incident.ts';
import { type Route, refuse, route } from '../../platform/index.ts';
import { endDraftLater } from '../drafts/draft-store.ts';
import { discardDraft, listDrafts, openDraft, saveDraft } from '../drafts/drafts.ts';
import { readMyIncident } from '../mine/my-incident.ts';
import { listMyIncidents } from '../mine/my-incidents.ts';
import { listNotes } from '../notes/note-list.ts';
import { noteSignal, undoNote } from '../notes/note-signal.ts';
import { rejectFlaws } from '../reject-flaws.ts';
import { addAddendum } from './add-addendum.ts';
import { addDetails } from './add-details.ts';
import { readFirstScreen } from './first-screen.ts';
import { declineAccount, giveAccount } from './give-account.ts';
import { reportIncident } from './report-incident.ts';
import type { ReportingNeeds } from './reporting-needs.ts';

export function reportingRoutes(needs: ReportingNeeds): Route[] {
  return [...writes(needs), ...drafts(needs), ...notes(), ...reads(needs)];
}

function writes(needs: ReportingNeeds): Route[] {
  return [
    route(contract.reportIncident, async ({ tx, body, session }) => {
      // Before anything of it is looked at or kept: no dossier, no manager, no trace.
      if (body.aggressor?.knowledge === 'colleague') return refuse('colleague-misconduct-goes-to-confidential-adviser');
      const reported = rejectFlaws(await reportIncident(needs, tx, session.personId, body));
      if (body.draftId && !('refused' in reported)) endDraftLater(tx, body.draftId);
      return reported;
    }),
    route(contract.addDetails, async ({ tx, params: { incidentId }, body, session }) =>
      rejectFlaws(await addDetails(needs, tx, session.personId, { incidentId, details: body })),
    ),
    route(contract.addAddendum, async ({ tx, params: { incidentId }, body: { text }, session }) =>
      rejectFlaws(await addAddendum(needs, tx, session.personId, { incidentId, text })),
    ),
    route(contract.giveAccount, async ({ tx, params: { incidentId }, body: { story }, session }) =>
      rejectFlaws(await giveAccount(needs, tx, session.personId, { incidentId, story })),
    ),
    route(contract.declineAccount, ({ tx, params, session }) =>
      declineAccount(tx, session.personId, params.incidentId),
    ),
  ];
}

function drafts(needs: ReportingNeeds): Route[] {
  return [
    route(contract.saveDraft, ({ tx, params, body }) => saveDraft(needs, tx, { ...params, ...body })),
    route(contract.listDrafts, async ({ tx }) => ({ drafts: await listDrafts(tx) })),
    route(contract.openDraft, ({ tx, params }) => openDraft(needs, tx, params.draftId)),
    route(contract.discardDraft, ({ tx, params }) => discardDraft(tx, params.draftId)),
  ];
}

function notes(): Route[] {
  return [
    route(contract.noteSignal, async ({ tx, body }) => rejectFlaws(await noteSignal(tx, body))),
    route(contract.undoNote, ({ tx, params }) => undoNote(tx, params.noteId)),
    route(contract.listNotes, ({ tx, query }) => listNotes(tx, query)),
  ];
}

function reads(needs: ReportingNeeds): Route[] {
  return [
    route(contract.myIncidents, ({ tx, query }) => listMyIncidents(tx, query)),
    route(contract.myIncident, ({ tx, params, session }) =>
      readMyIncident(needs, tx, session.personId, params.incidentId),
    ),
    route(contract.firstScreen, ({ tx }) => readFirstScreen(tx)),
  ];
}
