import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import * as words from './incident-words.ts';

export * from './incident-words.ts';

/** A moment with an offset, as ISO 8601. */
export const moment = z.iso.datetime({ offset: true });
const id = z.uuid();
const shortText = z.string().trim().min(1).max(500);
const story = z.string().trim().min(1).max(20_000);
const incidentParams = z.strictObject({ incidentId: id });
const cursor = z.string().max(400).optional();
const limit = z.coerce.number().int().min(1).max(100).default(25);
/** Text in both languages of the product. */
export const bilingual = z.strictObject({ nl: z.string(), en: z.string() });
/** A colleague as others on the dossier may see them. */
export const personRef = z.strictObject({ id, name: z.string(), initials: z.string() });
export type PersonRef = z.infer<typeof personRef>;

const writtenIncident = z.strictObject({ incidentId: id, state: z.enum(words.incidentStates) });

// ── Reporting ────────────────────────────────────────────────────────────────

const place = z.strictObject({
  kind: z.enum(words.placeKinds),
  locationId: id.nullish(),
  roomId: id.nullish(),
  /** The road, the telephone line, the website: in the reporter's own words. */
  text: shortText.nullish(),
});

const reportedAggressor = z.strictObject({
  knowledge: z.enum(words.aggressorKnowledges),
  /** Name or description. Sealed; only those who follow up can read it. */
  text: shortText.nullish(),
});

const missingChild = z.strictObject({
  name: shortText,
  lastSeen: shortText.nullish(),
  whoKnows: shortText.nullish(),
});

/** What happened after the reporter addressed verbal aggression; decides whether a light note is enough. */
export const correction = z.strictObject({
  stopped: z.boolean().nullable(),
  againInSameTalk: z.boolean().nullable(),
  earlier: z.boolean().nullable(),
});

export const incidentReport = z.strictObject({
  /** Made by the reporter's device, unique for ever: the same report sent twice is one incident. */
  incidentId: id,
  kind: z.enum(words.incidentKinds),
  safe: z.boolean().nullable(),
  personGone: z.boolean().nullable(),
  injured: z.boolean().nullable(),
  columns: z.array(z.enum(words.matrixColumns)).max(5),
  correction: correction.nullish(),
  form: z.enum(words.aggressionForms).nullish(),
  story: story.nullish(),
  target: z.enum(words.targets),
  /** Colleagues to whom it happened, beside the reporter when `target` is `me`. */
  victimIds: z.array(id).max(30),
  witnessIds: z.array(id).max(30),
  occurredAt: moment,
  occurredPrecision: z.enum(words.occurrencePrecisions),
  place,
  aggressor: reportedAggressor.nullish(),
  child: missingChild.nullish(),
  actions: z.array(z.enum(words.momentActions)).max(9),
  needs: z.array(z.enum(words.reporterNeeds)).max(4),
  route: z.enum(words.followUpRoutes).default('manager'),
  /** The draft this report was made from; it is thrown away with sending. */
  draftId: id.nullish(),
});
export type IncidentReport = z.infer<typeof incidentReport>;

export const reportIncident = endpoint({
  name: 'reportIncident',
  method: 'POST',
  path: '/incidents',
  access: 'session',
  summary: 'Report an incident; the employer is told at once',
  body: incidentReport,
  answer: z.strictObject({
    incidentId: id,
    number: z.string(),
    state: z.enum(words.incidentStates),
    reportedAt: moment,
  }),
  refusals: ['incident-already-reported', 'colleague-misconduct-goes-to-confidential-adviser'],
});

export const addDetails = endpoint({
  name: 'addDetails',
  method: 'POST',
  path: '/incidents/{incidentId}/details',
  access: 'session',
  summary: 'Add the calm details after sending; earlier answers stay',
  params: incidentParams,
  body: z.strictObject({
    form: z.enum(words.aggressionForms).nullish(),
    flags: z.array(z.enum(words.incidentFlags)).max(3).optional(),
    cause: z.enum(words.observedCauses).nullish(),
    injuries: z.enum(words.injuryKinds).nullish(),
    damage: z.boolean().nullish(),
    policePresent: z.boolean().nullish(),
    demanded: shortText.nullish(),
    injuryText: shortText.nullish(),
    damageText: shortText.nullish(),
    witnessIds: z.array(id).max(30).optional(),
  }),
  answer: writtenIncident,
  refusals: ['incident-corrected'],
});

export const addAddendum = endpoint({
  name: 'addAddendum',
  method: 'POST',
  path: '/incidents/{incidentId}/addenda',
  access: 'session',
  summary: 'Add to what was reported; what was reported is never altered',
  params: incidentParams,
  body: z.strictObject({ text: story }),
  answer: writtenIncident,
  refusals: ['incident-corrected'],
});

export const giveAccount = endpoint({
  name: 'giveAccount',
  method: 'POST',
  path: '/incidents/{incidentId}/account',
  access: 'session',
  summary: 'Give your own account, before seeing that of others',
  params: incidentParams,
  body: z.strictObject({ story }),
  answer: writtenIncident,
  refusals: ['account-already-given', 'account-not-asked', 'incident-corrected'],
});

export const declineAccount = endpoint({
  name: 'declineAccount',
  method: 'POST',
  path: '/incidents/{incidentId}/account/refusal',
  access: 'session',
  summary: 'Say that you do not want to give an account',
  params: incidentParams,
  body: z.strictObject({}),
  answer: writtenIncident,
  refusals: ['account-already-given', 'account-not-asked', 'incident-corrected'],
});

// ── Drafts ───────────────────────────────────────────────────────────────────

const draftParams = z.strictObject({ draftId: id });

export const saveDraft = endpoint({
  name: 'saveDraft',
  method: 'PUT',
  path: '/drafts/{draftId}',
  access: 'session',
  summary: 'Keep a report that is being made, sealed; the newest revision wins',
  params: draftParams,
  body: z.strictObject({ revision: z.number().int().min(1).max(1_000_000), content: z.string().min(2).max(60_000) }),
  bodyLimit: 128 * 1024,
  answer: z.strictObject({ draftId: id, revision: z.number().int(), savedAt: moment }),
});

export const listDrafts = endpoint({
  name: 'listDrafts',
  method: 'GET',
  path: '/drafts',
  access: 'session',
  summary: 'My unfinished reports',
  answer: z.strictObject({ drafts: z.array(z.strictObject({ draftId: id, startedAt: moment, savedAt: moment })) }),
});

export const openDraft = endpoint({
  name: 'openDraft',
  method: 'GET',
  path: '/drafts/{draftId}',
  access: 'session',
  summary: 'Open one of my unfinished reports',
  params: draftParams,
  answer: z.strictObject({ draftId: id, revision: z.number().int(), savedAt: moment, content: z.string() }),
});

export const discardDraft = endpoint({
  name: 'discardDraft',
  method: 'DELETE',
  path: '/drafts/{draftId}',
  access: 'session',
  summary: 'Throw away one of my unfinished reports',
  params: draftParams,
  answer: z.strictObject({ draftId: id }),
});

// ── Notes: what need not be reported ─────────────────────────────────────────

export const noteSignal = endpoint({
  name: 'noteSignal',
  method: 'POST',
  path: '/notes',
  access: 'session',
  summary: 'Note in one tap what need not be reported; no person is named',
  body: z.strictObject({
    noteId: id,
    column: z.enum(['self_directed_emotion', 'organisation_directed_emotion', 'verbal_aggression']),
    corrected: z.boolean(),
    placeKind: z.enum(words.placeKinds),
    locationId: id.nullish(),
    occurredAt: moment,
    draftId: id.nullish(),
  }),
  answer: z.strictObject({ noteId: id, notedAt: moment }),
});

export const undoNote = endpoint({
  name: 'undoNote',
  method: 'DELETE',
  path: '/notes/{noteId}',
  access: 'session',
  summary: 'Take back a note of my own',
  params: z.strictObject({ noteId: id }),
  answer: z.strictObject({ noteId: id }),
});

export const listNotes = endpoint({
  name: 'listNotes',
  method: 'GET',
  path: '/notes',
  access: 'session',
  summary: 'My notes; for the coordinator those of the organisation, without makers',
  query: z.strictObject({ scope: z.enum(['mine', 'organisation']).default('mine'), cursor, limit }),
  answer: z.strictObject({
    notes: z.array(
      z.strictObject({
        noteId: id,
        column: z.enum(words.matrixColumns),
        corrected: z.boolean(),
        placeKind: z.enum(words.placeKinds),
        locationName: z.string().nullable(),
        teamName: z.string().nullable(),
        occurredAt: moment,
        isMine: z.boolean(),
      }),
    ),
    next: z.string().nullable(),
  }),
});

// ── The reporter's own view ──────────────────────────────────────────────────

/** A step in plain words; the words are made from code and names by the reader's language. */
export const plainStep = z.strictObject({
  id,
  at: moment,
  kind: z.string(),
  actor: personRef.nullable(),
  text: bilingual,
  isAhead: z.boolean(),
});
export type PlainStep = z.infer<typeof plainStep>;

export const myIncidents = endpoint({
  name: 'myIncidents',
  method: 'GET',
  path: '/my-incidents',
  access: 'session',
  summary: 'Incidents I reported, was the victim of or saw',
  query: z.strictObject({ cursor, limit }),
  answer: z.strictObject({
    incidents: z.array(
      z.strictObject({
        incidentId: id,
        number: z.string(),
        kind: z.enum(words.incidentKinds),
        severity: z.enum(words.severities),
        state: z.enum(words.incidentStates),
        occurredAt: moment,
        reportedAt: moment,
        placeName: z.string().nullable(),
        placeKind: z.enum(words.placeKinds),
        myRoles: z.array(z.enum(words.involvedRoles)),
        accountAsked: z.boolean(),
        lastStep: plainStep.nullable(),
        hasIt: z.string().nullable(),
      }),
    ),
    next: z.string().nullable(),
  }),
});

export const myIncident = endpoint({
  name: 'myIncident',
  method: 'GET',
  path: '/my-incidents/{incidentId}',
  access: 'session',
  summary: 'Every step of the follow-up, for the person concerned',
  params: incidentParams,
  answer: z.strictObject({
    incidentId: id,
    number: z.string(),
    kind: z.enum(words.incidentKinds),
    severity: z.enum(words.severities),
    state: z.enum(words.incidentStates),
    occurredAt: moment,
    reportedAt: moment,
    placeName: z.string().nullable(),
    placeKind: z.enum(words.placeKinds),
    placeText: z.string().nullable(),
    myRoles: z.array(z.enum(words.involvedRoles)),
    /** Who has it now, and how to reach them. */
    hasIt: z.strictObject({ person: personRef, role: z.string(), phone: z.string().nullable() }).nullable(),
    contactDueAt: moment.nullable(),
    responseDueAt: moment.nullable(),
    responseSentAt: moment.nullable(),
    account: z
      .strictObject({
        state: z.enum(['asked', 'given', 'declined']),
        story: z.string().nullable(),
        givenAt: moment.nullable(),
      })
      .nullable(),
    othersAccounts: z.array(
      z.strictObject({ person: personRef, story: z.string().nullable(), givenAt: moment.nullable() }),
    ),
    addenda: z.array(z.strictObject({ id, person: personRef, addedAt: moment, text: z.string() })),
    aggressor: z.string().nullable(),
    needs: z.array(z.enum(words.reporterNeeds)),
    detailsGiven: z.boolean(),
    steps: z.array(plainStep),
  }),
});

// ── Follow-up ────────────────────────────────────────────────────────────────

export const takeUpIncident = endpoint({
  name: 'takeUpIncident',
  method: 'POST',
  path: '/incidents/{incidentId}/take-up',
  access: 'session',
  summary: 'Say "I take this up": the chain pauses until contact is due',
  params: incidentParams,
  body: z.strictObject({}),
  answer: writtenIncident,
  refusals: ['already-taken-up', 'incident-closed', 'incident-corrected'],
});

export const recordContact = endpoint({
  name: 'recordContact',
  method: 'POST',
  path: '/incidents/{incidentId}/contacts',
  access: 'session',
  summary: 'Record that you spoke, or tried to speak, with a colleague; reaching them ends the chain',
  params: incidentParams,
  body: z.strictObject({
    withPersonId: id,
    way: z.enum(words.contactWays),
    reached: z.boolean(),
    at: moment,
    note: shortText.nullish(),
  }),
  answer: writtenIncident,
  refusals: ['incident-closed', 'incident-corrected', 'not-on-this-incident', 'contact-with-yourself'],
});

export const addInvolved = endpoint({
  name: 'addInvolved',
  method: 'POST',
  path: '/incidents/{incidentId}/people',
  access: 'session',
  summary: 'Add a victim or witness; they are asked for their own account',
  params: incidentParams,
  body: z.strictObject({ personId: id, role: z.enum(['victim', 'witness']) }),
  answer: writtenIncident,
  refusals: ['already-on-this-incident', 'incident-closed', 'incident-corrected'],
});

const taskParams = z.strictObject({ taskId: id });
const writtenTask = z.strictObject({ taskId: id, state: z.enum(words.taskStates) });

/** What "done" records, by field: text, a choice, a date or yes/no, as the playbook asks. */
export const taskRecord = z.record(z.string().max(60), z.union([z.string().max(2000), z.boolean()]));

export const completeTask = endpoint({
  name: 'completeTask',
  method: 'POST',
  path: '/tasks/{taskId}/completion',
  access: 'session',
  summary: 'Done, with what the playbook asks to record',
  params: taskParams,
  body: z.strictObject({ record: taskRecord }),
  answer: writtenTask,
  refusals: ['task-not-open', 'record-incomplete', 'incident-closed'],
});

export const reopenTask = endpoint({
  name: 'reopenTask',
  method: 'DELETE',
  path: '/tasks/{taskId}/completion',
  access: 'session',
  summary: 'Undo: the task is open again',
  params: taskParams,
  answer: writtenTask,
  refusals: ['task-not-finished', 'incident-closed'],
});

export const dropTask = endpoint({
  name: 'dropTask',
  method: 'POST',
  path: '/tasks/{taskId}/drop',
  access: 'session',
  summary: 'Not needed, with the reason',
  params: taskParams,
  body: z.strictObject({ reason: shortText }),
  answer: writtenTask,
  refusals: ['task-not-open', 'incident-closed'],
});

export const handOverTask = endpoint({
  name: 'handOverTask',
  method: 'POST',
  path: '/tasks/{taskId}/hand-over',
  access: 'session',
  summary: 'Hand the task over to a colleague',
  params: taskParams,
  body: z.strictObject({ toPersonId: id }),
  answer: writtenTask,
  refusals: ['task-not-open', 'incident-closed', 'person-has-left', 'already-theirs'],
});

export const addTask = endpoint({
  name: 'addTask',
  method: 'POST',
  path: '/incidents/{incidentId}/tasks',
  access: 'session',
  summary: 'Add a task beside those of the playbook',
  params: incidentParams,
  body: z.strictObject({ taskId: id, title: z.string().trim().min(3).max(200), ownerPersonId: id, dueAt: moment }),
  answer: writtenTask,
  refusals: ['incident-closed', 'incident-corrected', 'person-has-left'],
});

export const sendResponse = endpoint({
  name: 'sendResponse',
  method: 'POST',
  path: '/incidents/{incidentId}/response',
  access: 'session',
  summary: 'Record that the response to the aggressor was sent; the clock stops',
  params: incidentParams,
  body: z.strictObject({ way: z.enum(words.responseWays), sentAt: moment, summary: shortText }),
  answer: writtenIncident,
  refusals: ['no-response-clock', 'response-already-sent', 'incident-closed', 'incident-corrected'],
});

export const deferResponse = endpoint({
  name: 'deferResponse',
  method: 'POST',
  path: '/incidents/{incidentId}/response/deferral',
  access: 'session',
  summary: 'Coordinator: defer the response with a reason and a review date',
  params: incidentParams,
  body: z.strictObject({ reason: z.enum(words.deferralReasons), reviewOn: z.iso.date() }),
  answer: writtenIncident,
  refusals: [
    'no-response-clock',
    'response-already-sent',
    'review-date-too-far',
    'review-date-past',
    'incident-closed',
    'incident-corrected',
    'only-the-coordinator',
  ],
});

export const closeIncident = endpoint({
  name: 'closeIncident',
  method: 'POST',
  path: '/incidents/{incidentId}/closure',
  access: 'session',
  summary: "Close with the conclusion, where it was discussed and the victim's wish",
  params: incidentParams,
  body: z.strictObject({
    conclusion: story,
    discussed: z.union([
      z.strictObject({ on: z.iso.date(), attendeeIds: z.array(id).min(1).max(60) }),
      z.strictObject({ notBecause: z.enum(words.notDiscussedReasons) }),
    ]),
    victimWish: z.enum(words.victimWishes),
    /** Said out loud: what is still open stays undone. */
    acceptOpenItems: z.boolean(),
  }),
  answer: writtenIncident,
  refusals: [
    'contact-not-recorded',
    'response-not-sent',
    'items-still-open',
    'meeting-in-future',
    'victim-wish-missing',
    'already-closed',
    'not-taken-up',
    'incident-corrected',
  ],
});

export const reopenIncident = endpoint({
  name: 'reopenIncident',
  method: 'POST',
  path: '/incidents/{incidentId}/reopening',
  access: 'session',
  summary: 'Open a closed dossier again, with the reason',
  params: incidentParams,
  body: z.strictObject({ reason: shortText }),
  answer: writtenIncident,
  refusals: ['not-closed'],
});

export const correctIncident = endpoint({
  name: 'correctIncident',
  method: 'POST',
  path: '/incidents/{incidentId}/correction',
  access: 'session',
  summary: 'It was no aggression: the person leaves the dossier without a trace; its texts become unreadable',
  params: incidentParams,
  body: z.strictObject({ reason: z.enum(words.correctionReasons) }),
  answer: writtenIncident,
  refusals: ['only-lead-or-coordinator', 'incident-corrected', 'incident-closed'],
});

// ── Reading: the dossier ─────────────────────────────────────────────────────

/** A field that "done" records, as the playbook describes it. */
export const recordField = z.strictObject({
  name: z.string(),
  kind: z.enum(['text', 'longText', 'choice', 'date', 'yesNo']),
  label: bilingual,
  optional: z.boolean(),
  choices: z.array(z.strictObject({ value: z.string(), label: bilingual })).optional(),
});
export type RecordField = z.infer<typeof recordField>;

export const taskView = z.strictObject({
  taskId: id,
  incidentId: id,
  incidentNumber: z.string(),
  /** What the dossier is about, for a list of tasks across dossiers; absent on the dossier itself. */
  about: z
    .strictObject({
      kind: z.enum(words.incidentKinds),
      severity: z.enum(words.severities),
      placeName: z.string().nullable(),
      /** Null for who has no part in the place: a home or a private life is nobody's business by a task alone. */
      placeKind: z.enum(words.placeKinds).nullable(),
    })
    .nullable(),
  code: z.string(),
  title: bilingual,
  explanation: bilingual.nullable(),
  ownerRole: z.string().nullable(),
  owner: personRef.nullable(),
  ownerName: bilingual,
  isMine: z.boolean(),
  state: z.enum(words.taskStates),
  dueAt: moment,
  isOverdue: z.boolean(),
  finishedAt: moment.nullable(),
  finishedBy: personRef.nullable(),
  records: z.array(recordField),
  record: taskRecord.nullable(),
  dropReason: z.string().nullable(),
});
export type TaskView = z.infer<typeof taskView>;

export const dossierPerson = z.strictObject({
  involvedId: id,
  role: z.enum(words.involvedRoles),
  person: personRef.nullable(),
  phone: z.string().nullable(),
  knowledge: z.enum(words.aggressorKnowledges).nullable(),
  identity: z.string().nullable(),
  accountState: z.enum(['asked', 'given', 'declined']).nullable(),
});

export const responseClock = z.strictObject({
  state: z.enum(['none', 'running', 'overdue', 'deferred', 'sent']),
  startedAt: moment.nullable(),
  dueAt: moment.nullable(),
  sentAt: moment.nullable(),
  deferralReason: z.enum(words.deferralReasons).nullable(),
  reviewOn: z.iso.date().nullable(),
});

export const openItem = z.strictObject({
  kind: z.enum(['task', 'response', 'account', 'contact']),
  text: bilingual,
  blocks: z.boolean(),
});

export const readDossier = endpoint({
  name: 'readDossier',
  method: 'GET',
  path: '/incidents/{incidentId}',
  access: 'session',
  summary: 'The dossier, with the parts that this reader may see; the look is recorded',
  params: incidentParams,
  answer: z.strictObject({
    incidentId: id,
    number: z.string(),
    kind: z.enum(words.incidentKinds),
    severity: z.enum(words.severities),
    form: z.enum(words.aggressionForms).nullable(),
    columns: z.array(z.enum(words.matrixColumns)),
    state: z.enum(words.incidentStates),
    target: z.enum(words.targets),
    occurredAt: moment,
    occurredPrecision: z.enum(words.occurrencePrecisions),
    reportedAt: moment,
    place: z
      .strictObject({
        kind: z.enum(words.placeKinds),
        locationName: z.string().nullable(),
        roomName: z.string().nullable(),
        text: z.string().nullable(),
      })
      .nullable(),
    teamName: z.string().nullable(),
    isUnsafe: z.boolean(),
    isInjured: z.boolean(),
    personGone: z.boolean().nullable(),
    actions: z.array(z.enum(words.momentActions)),
    needs: z.array(z.enum(words.reporterNeeds)),
    hasIt: z.strictObject({ person: personRef, role: z.string() }).nullable(),
    takenUpAt: moment.nullable(),
    contactAt: moment.nullable(),
    chain: z
      .strictObject({
        state: z.enum(['waiting', 'paused', 'ended']),
        told: personRef.nullable(),
        nextAt: moment.nullable(),
        contactDueAt: moment,
        round: z.number().int(),
      })
      .nullable(),
    chainCalls: z.array(
      z.strictObject({ person: personRef, role: z.string(), toldAt: moment, round: z.number().int() }),
    ),
    clock: responseClock,
    tasks: z.array(taskView),
    people: z.array(dossierPerson),
    accounts: z.array(
      z.strictObject({
        person: personRef,
        state: z.enum(['asked', 'given', 'declined']),
        story: z.string().nullable(),
        givenAt: moment.nullable(),
      }),
    ),
    addenda: z.array(z.strictObject({ id, person: personRef, addedAt: moment, text: z.string() })),
    details: z
      .strictObject({
        flags: z.array(z.enum(words.incidentFlags)),
        cause: z.enum(words.observedCauses).nullable(),
        injuries: z.enum(words.injuryKinds).nullable(),
        damage: z.boolean().nullable(),
        policePresent: z.boolean().nullable(),
        demanded: z.string().nullable(),
        injuryText: z.string().nullable(),
        damageText: z.string().nullable(),
      })
      .nullable(),
    contacts: z.array(
      z.strictObject({
        id,
        with: personRef,
        by: personRef,
        way: z.enum(words.contactWays),
        reached: z.boolean(),
        at: moment,
        note: z.string().nullable(),
      }),
    ),
    responseSummary: z.string().nullable(),
    timeline: z.array(plainStep),
    closures: z.array(
      z.strictObject({
        closedAt: moment,
        closedBy: personRef,
        conclusion: z.string(),
        discussedOn: z.iso.date().nullable(),
        attendees: z.array(personRef),
        notDiscussedReason: z.enum(words.notDiscussedReasons).nullable(),
        victimWish: z.enum(words.victimWishes),
        reopenedAt: moment.nullable(),
        reopenReason: z.string().nullable(),
      }),
    ),
    correctedReason: z.enum(words.correctionReasons).nullable(),
    openItems: z.array(openItem),
    /** What this reader may do now: the screen shows these and no others. */
    may: z.array(
      z.enum([
        'take_up',
        'record_contact',
        'add_task',
        'work_on_tasks',
        'send_response',
        'defer_response',
        'add_people',
        'add_addendum',
        'close',
        'reopen',
        'correct',
        'see_log',
      ]),
    ),
  }),
});
export type Dossier = z.infer<typeof readDossier.answer>;

// ── Reading: lists ───────────────────────────────────────────────────────────

export const incidentRow = z.strictObject({
  incidentId: id,
  number: z.string(),
  kind: z.enum(words.incidentKinds),
  severity: z.enum(words.severities),
  state: z.enum(words.incidentStates),
  occurredAt: moment,
  reportedAt: moment,
  placeName: z.string().nullable(),
  placeKind: z.enum(words.placeKinds),
  teamName: z.string().nullable(),
  hasIt: z.string().nullable(),
  clock: responseClock,
  openTasks: z.number().int(),
});

export const listIncidents = endpoint({
  name: 'listIncidents',
  method: 'GET',
  path: '/incidents',
  access: 'session',
  summary: 'The incidents of my teams or, for the coordinator, of the organisation; newest first, paged by key',
  query: z.strictObject({
    scope: z.enum(['team', 'organisation']).default('team'),
    state: z.enum([...words.incidentStates, 'open']).optional(),
    severity: z.enum(words.severities).optional(),
    kind: z.enum(words.incidentKinds).optional(),
    teamId: id.optional(),
    locationId: id.optional(),
    number: z.string().max(20).optional(),
    from: z.iso.date().optional(),
    until: z.iso.date().optional(),
    cursor,
    limit,
  }),
  answer: z.strictObject({ incidents: z.array(incidentRow), next: z.string().nullable() }),
});

export const listTasks = endpoint({
  name: 'listTasks',
  method: 'GET',
  path: '/tasks',
  access: 'session',
  summary: 'My work: tasks across dossiers, most urgent first',
  query: z.strictObject({ show: z.enum(['open', 'overdue', 'today', 'finished']).default('open'), cursor, limit }),
  answer: z.strictObject({ tasks: z.array(taskView), next: z.string().nullable() }),
});

export const workSummary = endpoint({
  name: 'workSummary',
  method: 'GET',
  path: '/work-summary',
  access: 'session',
  summary: 'What waits for me: for the first screen and the marks in the navigation',
  answer: z.strictObject({
    openTasks: z.number().int(),
    overdueTasks: z.number().int(),
    /** Incidents whose chain now waits for me. */
    waitingForMe: z.array(incidentRow),
    accountsAsked: z.number().int(),
    drafts: z.number().int(),
  }),
});

/** The first screen, for anybody: numbers to call, nothing personal. */
export const firstScreen = endpoint({
  name: 'firstScreen',
  method: 'GET',
  path: '/first-screen',
  access: 'public',
  summary: 'Emergency numbers and the name of the organisation; safe to keep on a phone',
  answer: z.strictObject({
    organisationName: z.string().nullable(),
    emergencyNumber: z.string(),
    /** The telephone of whoever is manager on duty: a function, not a person. */
    dutyNumber: z.string().nullable(),
    isDemonstration: z.boolean(),
    needsSetup: z.boolean(),
  }),
});

/** For somebody who needs help now: who can be called in one tap, in order. */
export const helpNow = endpoint({
  name: 'helpNow',
  method: 'GET',
  path: '/help-now',
  access: 'session',
  summary: 'Who is reachable now, in the order of the chain',
  answer: z.strictObject({
    people: z.array(
      z.strictObject({
        person: personRef,
        role: z.string(),
        phone: z.string().nullable(),
        isReachable: z.boolean(),
        untilAt: moment.nullable(),
      }),
    ),
  }),
});

export const incidentEndpoints = [
  reportIncident,
  addDetails,
  addAddendum,
  giveAccount,
  declineAccount,
  saveDraft,
  listDrafts,
  openDraft,
  discardDraft,
  noteSignal,
  undoNote,
  listNotes,
  myIncidents,
  myIncident,
  takeUpIncident,
  recordContact,
  addInvolved,
  completeTask,
  reopenTask,
  dropTask,
  handOverTask,
  addTask,
  sendResponse,
  deferResponse,
  closeIncident,
  reopenIncident,
  correctIncident,
  readDossier,
  listIncidents,
  listTasks,
  workSummary,
  firstScreen,
  helpNow,
] as const;
