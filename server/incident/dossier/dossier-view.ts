import type { Dossier } from '../../../contract/incident.ts';
import type { Texts } from '../../platform/index.ts';
import type { RegisterTexts } from '../import/register-texts.ts';
import { partBits } from '../incident-access.ts';
import { refOf } from '../person-ref.ts';
import { plainSteps, type StepRow } from '../plain-steps.ts';
import { clockFrom } from '../response/response-clock-columns.ts';
import { clockView } from '../response/response-clock-view.ts';
import type { ResponseClock } from '../rules/response-clock.ts';
import type { ChildTexts } from '../sealed-names.ts';
import { sealedAs } from '../sealed-names.ts';
import { taskView, titleOf } from '../tasks/task-view.ts';
import { detailsView } from './dossier-details.ts';
import type { DossierDocument, DossierHead, StepPart } from './dossier-document.ts';
import { mayDoNow } from './dossier-may.ts';
import { openItemsView } from './dossier-open-items.ts';

/** From the rows and the key to what the screen shows. Pure: nothing is asked any more. */
export function dossierView(
  document: DossierDocument,
  texts: Texts | null,
  readerId: string,
  now: Date,
): Omit<Dossier, 'words'> {
  const { head, bits } = document;
  const open = openWith(texts);
  const clock = clockOf(head);
  const reasonOf = (stepId: string) => {
    const field = sealedAs.stepReason(stepId);
    return open(field, document.fields?.[field] ?? null);
  };
  const tasks = (document.tasks ?? []).map((task) => taskView(task, texts, now, { hasIt: refOf(head.takenUpBy) }));
  const titles = new Map((document.tasks ?? []).map((task) => [task.taskId, titleOf(task, texts)]));
  return {
    ...headView(document, open),
    chain: document.chain && {
      state: document.chain.state,
      told: refOf(document.chain.told),
      nextAt: iso(document.chain.nextAt),
      contactDueAt: isoOf(document.chain.contactDueAt),
      round: document.chain.round,
    },
    chainCalls: (document.calls ?? []).map((call) => ({
      ...call,
      person: refOf(call.person),
      toldAt: isoOf(call.toldAt),
    })),
    clock: clockView(head.state === 'corrected' ? { state: 'none' } : clock, now),
    tasks,
    people: peopleView(document, open),
    accounts: (document.accounts ?? []).map(({ person, state, sealedStory, givenAt }) => ({
      person: refOf(person),
      state,
      story: open(sealedAs.account(person.id), sealedStory),
      givenAt: iso(givenAt),
    })),
    imported: importedView(document, open),
    addenda: (document.addenda ?? []).map(({ id, person, addedAt, sealedText }) => ({
      id,
      person: refOf(person),
      addedAt: isoOf(addedAt),
      text: open(sealedAs.addendum(id), sealedText) ?? '',
    })),
    details: detailsView(document.details, open),
    contacts: (document.contacts ?? []).map(({ sealedNote, ...contact }) => ({
      ...contact,
      with: refOf(contact.with),
      by: refOf(contact.by),
      at: isoOf(contact.at),
      note: open(sealedAs.contactNote(contact.id), sealedNote),
    })),
    responseSummary: open(sealedAs.responseSummary, document.fields?.[sealedAs.responseSummary] ?? null),
    timeline: plainSteps((document.steps ?? []).map(stepRow), {
      readerId,
      reporterId: head.reporterId,
      taskTitle: (taskId) => titles.get(taskId) ?? null,
    }).map((step) => ({ ...step, reason: reasonOf(step.id) })),
    closures: closuresView(document, open),
    openItems: (bits & partBits.act) === 0 ? [] : openItemsView(document, clock, titles, now),
    may: mayDoNow(document, clock, tasks),
  };
}

/** Opens a sealed text; null when there is none, or no key for it any more. */
export type Open = (field: string, sealed: string | null) => string | null;

function openWith(texts: Texts | null): Open {
  return (field, sealed) => (texts && sealed ? texts.open(field, Buffer.from(sealed, 'base64')) : null);
}

function headView({ head, bits, calls, fields, isPlaceClosed }: DossierDocument, open: Open) {
  const { reporterId: _, placeKind, locationName, roomName, takenUpBy, ...kept } = head;
  const { takenUpAt, contactAt, responseDueAt: _due, responseSentAt: _sent, deferralReason: _why, ...rest } = kept;
  const { reviewOn: _review, ...facts } = rest;
  return {
    ...facts,
    ...((bits & (partBits.narrative | partBits.othersAccounts)) === 0 ? untold : {}),
    occurredAt: isoOf(head.occurredAt),
    reportedAt: isoOf(head.reportedAt),
    place:
      (bits & partBits.place) === 0
        ? null
        : {
            kind: placeKind,
            locationName,
            roomName,
            text: open(sealedAs.place, fields?.[sealedAs.place] ?? null),
            isProtected: isPlaceClosed ?? false,
          },
    hasIt: takenUpBy && {
      person: refOf(takenUpBy),
      role: calls?.findLast(({ person }) => person.id === takenUpBy.id)?.role ?? 'lead',
    },
    takenUpAt: iso(takenUpAt),
    contactAt: iso(contactAt),
  };
}

/** How it went is part of the story: whoever has only a task reads what to do, not what was done. */
const untold = { columns: [], actions: [], needs: [], personGone: null };

function stepRow({ actor, concerns, at, ...step }: StepPart): StepRow {
  return {
    ...step,
    at: new Date(at),
    actorId: actor?.id ?? null,
    actorGivenName: actor?.givenName ?? null,
    actorFamilyName: actor?.familyName ?? null,
    concernsId: concerns?.id ?? null,
    concernsName: concerns?.givenName ?? null,
  };
}

function peopleView({ people, accounts }: DossierDocument, open: Open): Dossier['people'] {
  return (people ?? []).map(({ involvedId, role, person, phone, knowledge, sealedIdentity }) => ({
    involvedId,
    role,
    person: refOf(person),
    phone,
    knowledge,
    identity: identityOf(role, open, sealedIdentity),
    accountState: accounts?.find((account) => account.person.id === person?.id)?.state ?? null,
  }));
}

/** A child's identity holds more than a name; on the dossier it reads as lines. */
function identityOf(role: string, open: Open, sealed: string | null): string | null {
  if (role !== 'child') return open(sealedAs.aggressor, sealed);
  const text = open(sealedAs.child, sealed);
  if (text === null) return null;
  const { name, lastSeen, whoKnows } = JSON.parse(text) as ChildTexts;
  return [name, lastSeen, whoKnows].filter(Boolean).join('\n');
}

/** Sealed with the narrative: whoever may read stories reads this one. */
function importedView({ fields }: DossierDocument, open: Open): RegisterTexts | null {
  const text = open(sealedAs.register, fields?.[sealedAs.register] ?? null);
  return text === null ? null : (JSON.parse(text) as RegisterTexts);
}

function closuresView({ closures }: DossierDocument, open: Open): Dossier['closures'] {
  return (closures ?? []).map((closure) => ({
    closedAt: isoOf(closure.closedAt),
    closedBy: refOf(closure.closedBy),
    conclusion: open(sealedAs.conclusion(closure.id), closure.sealedConclusion) ?? '',
    discussedOn: closure.discussedOn,
    attendees: (closure.attendees ?? []).map((person) => refOf(person)),
    notDiscussedReason: closure.notDiscussedReason,
    victimWish: closure.victimWish,
    reopenedAt: iso(closure.reopenedAt),
    reopenReason: open(sealedAs.reopenReason(closure.id), closure.sealedReopenReason),
  }));
}

function clockOf(head: DossierHead): ResponseClock {
  const moment = (text: string | null) => (text === null ? null : new Date(text));
  return clockFrom({
    ...head,
    occurredAt: new Date(head.occurredAt),
    responseDueAt: moment(head.responseDueAt),
    responseSentAt: moment(head.responseSentAt),
  });
}

function isoOf(moment: string): string {
  return new Date(moment).toISOString();
}

function iso(moment: string | null): string | null {
  return moment && isoOf(moment);
}
