import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { responseClock } from './incident-response.ts';
import { bilingual, id, incidentParams, moment, personRef, plainStep } from './incident-shapes.ts';
import { taskView } from './incident-tasks.ts';
import * as words from './incident-words.ts';
import { shownWords } from './vocabulary.ts';

export const dossierPerson = z.strictObject({
  involvedId: id,
  role: z.enum(words.involvedRoles),
  person: personRef.nullable(),
  phone: z.string().nullable(),
  knowledge: z.enum(words.aggressorKnowledges).nullable(),
  identity: z.string().nullable(),
  accountState: z.enum(['asked', 'given', 'declined']).nullable(),
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
    occurredPrecision: z.enum(words.keptPrecisions),
    reportedAt: moment,
    place: z
      .strictObject({
        kind: z.enum(words.placeKinds),
        locationName: z.string().nullable(),
        roomName: z.string().nullable(),
        text: z.string().nullable(),
        /** Where an office-holder lives: the words stay closed until this reader says why they must know them. */
        isProtected: z.boolean(),
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
    /** What an older register told of it; null for what was reported here. */
    imported: z
      .strictObject({ number: z.string().nullable(), sort: z.string().nullable(), story: z.string().nullable() })
      .nullable(),
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
    /** With what somebody wrote as the reason, for who may read what people told. */
    timeline: z.array(z.strictObject({ ...plainStep.shape, reason: z.string().nullable() })),
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
    /** What the organisation called it when it was told, where that differs from the words of the program. */
    words: shownWords,
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
        'add_attachment',
        'add_event',
        'hide_attachment',
        'write_summary',
        'agree_approach',
        'close',
        'reopen',
        'correct',
        'reclassify',
        'join',
        'answer_withdrawal',
        'see_log',
      ]),
    ),
  }),
});
export type Dossier = z.infer<typeof readDossier.answer>;
