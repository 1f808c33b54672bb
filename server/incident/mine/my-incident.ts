import type { AnswerOf } from '../../../contract/endpoint.ts';
import type { myIncident as endpoint, PersonRef } from '../../../contract/incident.ts';
import type { PlaybookCode } from '../../../contract/protocol-words.ts';
import { colleagueRef } from '../../organisation/index.ts';
import type { Texts, Tx, Vault } from '../../platform/index.ts';
import { personalLevels } from '../incident-access.ts';
import { plainSteps, type StepRow, stepColumns, stepNames } from '../plain-steps.ts';
import { sealedAs } from '../sealed-names.ts';
import { rolesFrom } from './my-incidents.ts';
import { alsoInEarlierWords, type Promised, promisedSteps, reporterWordsFrom } from './promised-steps.ts';

type MyIncident = AnswerOf<typeof endpoint>;

/** For the person concerned: who has it, what happened with it and what is still promised, in plain words. */
export async function readMyIncident(
  { vault }: { readonly vault: Vault },
  tx: Tx,
  personId: string,
  incidentId: string,
): Promise<MyIncident> {
  const head = await getHead(tx, personId, incidentId);
  const [texts, accounts, addenda, aggressors, steps, promised, wordsNow] = await Promise.all([
    openTexts(vault, tx, head),
    accountsOf(tx, incidentId),
    addendaOf(tx, incidentId),
    tx.rows<{ sealed: Buffer }>(
      `select sealed_identity as sealed from incident.involved
       where incident_id = $1 and role = 'aggressor' and added_by = $2 and sealed_identity is not null`,
      [incidentId, personId],
    ),
    tx.rows<StepRow>(
      `select ${stepColumns} from incident.step s ${stepNames}
       where s.incident_id = $1 and s.for_reporter order by s.at, s.id`,
      [incidentId],
    ),
    tx.rows<Promised>(
      `select task_id as "taskId", code, owner_role as "ownerRole", owner_name as "ownerName", due_at as "dueAt"
       from incident.promises($1)`,
      [incidentId],
    ),
    head.isConcerned ? reporterWordsFrom(tx, head.playbookCode, head.playbookVersion) : () => null,
  ]);
  const reporterWords = head.isConcerned ? await alsoInEarlierWords(tx, wordsNow, steps) : wordsNow;
  await tx.recordAudit({ action: 'own-incident-read', objectKind: 'incident', objectId: incidentId, incidentId });

  const open = (name: string, sealed: Buffer | null) => (texts && sealed ? texts.open(name, sealed) : null);
  const told = accounts.map(({ person, state, sealed, givenAt }) => ({
    person,
    state,
    story: open(sealedAs.account(person.id), sealed),
    givenAt: givenAt?.toISOString() ?? null,
  }));
  const own = told.find(({ person }) => person.id === personId);
  const reader = { readerId: personId, reporterId: head.reporterId, reporterWords };
  return {
    ...headOf(head),
    placeText: open(sealedAs.place, head.sealedPlace),
    account: own ? { state: own.state, story: own.story, givenAt: own.givenAt } : null,
    othersAccounts: told
      .filter(({ person, state }) => person.id !== personId && state === 'given')
      .map(({ person, story, givenAt }) => ({ person, story, givenAt })),
    addenda: addenda.map(({ id, person, addedAt, sealed }) => ({
      id,
      person,
      addedAt: addedAt.toISOString(),
      text: open(sealedAs.addendum(id), sealed) ?? '',
    })),
    aggressor: open(sealedAs.aggressor, aggressors[0]?.sealed ?? null),
    steps: [
      ...plainSteps(steps, reader),
      ...promisedSteps(promised, { now: tx.now, reporterWords, takenUpBy: head.givenName }),
    ],
  };
}

interface Head
  extends Pick<
    MyIncident,
    'incidentId' | 'number' | 'kind' | 'severity' | 'state' | 'placeName' | 'placeKind' | 'needs' | 'detailsGiven'
  > {
  readonly occurredAt: Date;
  readonly reportedAt: Date;
  readonly reporterId: string;
  readonly playbookCode: PlaybookCode | null;
  readonly playbookVersion: number | null;
  readonly contactDueAt: Date | null;
  readonly responseDueAt: Date | null;
  readonly responseSentAt: Date | null;
  readonly levels: Parameters<typeof rolesFrom>[0];
  /** What the playbook promises is said to the one it happened to: "Henk belt je." */
  readonly isConcerned: boolean;
  readonly takenUpBy: string | null;
  readonly givenName: string | null;
  readonly familyName: string | null;
  readonly phone: string | null;
  readonly role: string | null;
  readonly sealedPlace: Buffer | null;
  readonly wrappedKey: Buffer | null;
}

/** Absent for whoever is not personally concerned: they have the dossier, or nothing. */
async function getHead(tx: Tx, personId: string, incidentId: string): Promise<Head> {
  return tx.row<Head>(
    `select i.id as "incidentId", i.number, i.kind, i.severity, i.state, i.occurred_at as "occurredAt",
       i.reported_at as "reportedAt", i.reporter_id as "reporterId", i.needs, i.playbook_code as "playbookCode",
       i.playbook_version as "playbookVersion", i.response_due_at as "responseDueAt", i.response_sent_at as "responseSentAt",
       case when i.contact_at is null then c.contact_due_at end as "contactDueAt",
       concat_ws(', ', l.name, r.name) as "placeName", i.place_kind as "placeKind", mine.levels,
       incident.concern_of(i.id, $2) = 'concerned' as "isConcerned", i.taken_up_by as "takenUpBy", p.given_name as "givenName", p.family_name as "familyName", p.phone,
       (select call.role from incident.chain_call call
        where call.incident_id = i.id and call.person_id = i.taken_up_by order by call.told_at desc limit 1) as role,
       f.sealed_text as "sealedPlace", k.wrapped as "wrappedKey",
       exists (select from incident.detail d where d.incident_id = i.id and d.person_id = $2) as "detailsGiven"
     from incident.incident i
     join lateral (
       select array_agg(g.level::text) as levels from incident.access_grant g
       where g.incident_id = i.id and g.grantee_id = $2 and g.level = any ($3)
     ) mine on mine.levels is not null
     left join organisation.location l on l.id = i.location_id
     left join organisation.room r on r.id = i.room_id
     left join organisation.person p on p.id = i.taken_up_by
     left join incident.chain c on c.incident_id = i.id
     left join incident.sealed_field f on f.incident_id = i.id and f.field = 'place'
     left join platform.dossier_key k on k.incident_id = i.id
     where i.id = $1`,
    [incidentId, personId, personalLevels],
  );
}

function headOf(head: Head) {
  const {
    incidentId,
    number,
    kind,
    severity,
    state,
    needs,
    detailsGiven,
    contactDueAt,
    responseDueAt,
    responseSentAt,
  } = head;
  return {
    incidentId,
    number,
    kind,
    severity,
    state,
    occurredAt: head.occurredAt.toISOString(),
    reportedAt: head.reportedAt.toISOString(),
    placeName: head.placeName === '' ? null : head.placeName,
    placeKind: head.placeKind,
    myRoles: rolesFrom(head.levels),
    hasIt: hasIt(head),
    contactDueAt: contactDueAt?.toISOString() ?? null,
    responseDueAt: responseDueAt?.toISOString() ?? null,
    responseSentAt: responseSentAt?.toISOString() ?? null,
    needs,
    detailsGiven,
  };
}

function hasIt({ takenUpBy, givenName, familyName, phone, role }: Head): MyIncident['hasIt'] {
  if (takenUpBy === null || givenName === null || familyName === null) return null;
  return { person: colleagueRef({ id: takenUpBy, givenName, familyName }), role: role ?? 'lead', phone };
}

/** Without its key nothing of a corrected dossier can be read any more; its course still can. */
async function openTexts(vault: Vault, tx: Tx, { incidentId, wrappedKey }: Head): Promise<Texts | null> {
  return wrappedKey && vault.openWrapped(await vault.employerKey(tx), incidentId, wrappedKey);
}

interface Teller {
  readonly personId: string;
  readonly givenName: string;
  readonly familyName: string;
}

const tellerColumns = 'p.id as "personId", p.given_name as "givenName", p.family_name as "familyName"';

function personOf({ personId, givenName, familyName }: Teller): PersonRef {
  return colleagueRef({ id: personId, givenName, familyName });
}

/** One's own; those of others once the policy lets them through. */
async function accountsOf(tx: Tx, incidentId: string) {
  const rows = await tx.rows<
    Teller & { state: 'asked' | 'given' | 'declined'; sealed: Buffer | null; givenAt: Date | null }
  >(
    `select ${tellerColumns}, a.state, a.sealed_story as sealed, a.given_at as "givenAt"
     from incident.account a join organisation.person p on p.id = a.person_id
     where a.incident_id = $1 order by a.given_at nulls last, a.id`,
    [incidentId],
  );
  return rows.map((row) => ({ ...row, person: personOf(row) }));
}

async function addendaOf(tx: Tx, incidentId: string) {
  const rows = await tx.rows<Teller & { id: string; addedAt: Date; sealed: Buffer }>(
    `select ${tellerColumns}, d.id, d.added_at as "addedAt", d.sealed_text as sealed
     from incident.addendum d join organisation.person p on p.id = d.person_id
     where d.incident_id = $1 order by d.added_at, d.id`,
    [incidentId],
  );
  return rows.map((row) => ({ ...row, person: personOf(row) }));
}
