import type { AnswerOf } from '../../../contract/endpoint.ts';
import type { readSummary as endpoint, SummaryAnswer } from '../../../contract/incident.ts';
import type { Texts, Tx } from '../../platform/index.ts';
import type { FollowUpNeeds } from '../follow-up-needs.ts';
import { mayDo } from '../incident-access.ts';
import { getIncidentHead, requirePart } from '../incident-head.ts';
import { type Named, refOf } from '../person-ref.ts';
import { findSummary, openedTexts, sealedAsAnswer, summaryVersions, type VersionRow } from './summary-rows.ts';

type Summary = AnswerOf<typeof endpoint>;

/** For who follows it up: the text as it stands, the earlier ones, and what each of those concerned said. */
export async function readSummary(
  { vault }: Pick<FollowUpNeeds, 'vault'>,
  tx: Tx,
  incidentId: string,
): Promise<Summary> {
  const head = await getIncidentHead(tx, incidentId);
  requirePart(head, 'act');
  // Its key is gone: nothing of it can be read any more.
  const texts = head.state === 'corrected' ? null : await vault.openDossier(tx, incidentId);
  const summary = texts ? await findSummary(tx, incidentId) : undefined;
  const versions = texts ? (await summaryVersions(tx, incidentId)).map((row) => versionView(row, texts)) : [];
  const named = await tx.row<{ number: string; teamName: string | null }>(
    `select i.number, t.name as "teamName" from incident.incident i
     left join organisation.team t on t.id = i.team_id where i.id = $1`,
    [incidentId],
  );
  await tx.recordAudit({ action: 'summary-read', objectKind: 'incident', objectId: incidentId, incidentId });
  return {
    ...named,
    current: versions[0] ?? null,
    earlier: versions.slice(1),
    asked: (await askedRows(tx, incidentId, summary?.version ?? 0)).map((row) => askedView(row, texts)),
    sharedAt: summary?.sharedAt?.toISOString() ?? null,
    inLibrary: summary?.inLibrary ?? false,
    discussedOn: summary?.discussedOn ?? null,
    mayWrite: mayDo('write_summary', head.bits, head.state),
  };
}

function versionView(row: VersionRow, texts: Texts): NonNullable<Summary['current']> {
  return {
    version: row.version,
    texts: openedTexts(texts, row),
    writtenBy: refOf(row.writtenBy),
    writtenAt: row.writtenAt.toISOString(),
  };
}

interface AskedRow extends Named {
  readonly decides: boolean;
  readonly canAnswer: boolean;
  readonly version: number | null;
  readonly answer: SummaryAnswer | null;
  readonly answeredAt: Date | null;
  readonly sealedWords: Buffer | null;
}

/** Those to whom it happened first, then a reporter to whom it did not. */
async function askedRows(tx: Tx, incidentId: string, version: number): Promise<AskedRow[]> {
  return tx.rows<AskedRow>(
    `with asked as (
       select distinct v.person_id as id, incident.decides_summary($1, v.person_id) as decides
       from incident.involved v where v.incident_id = $1 and v.role in ('victim', 'reporter') and v.person_id is not null)
     select p.id, p.given_name as "givenName", p.family_name as "familyName", asked.decides, a.version, a.answer,
       a.answered_at as "answeredAt", a.sealed_words as "sealedWords",
       (p.ended_at is null or p.ended_at > $3) and (not p.is_by_link or exists (
         select from incident.guest_link l
         where l.incident_id = $1 and l.person_id = p.id and l.withdrawn_at is null and l.expires_at > $3)) as "canAnswer"
     from asked
     join organisation.person p on p.id = asked.id
     left join incident.summary_answer a on a.incident_id = $1 and a.version = $2 and a.person_id = p.id
     order by asked.decides desc, p.family_name, p.id`,
    [incidentId, version, tx.now],
  );
}

function askedView(row: AskedRow, texts: Texts | null): Summary['asked'][number] {
  const { decides, canAnswer, version, answer, answeredAt, sealedWords } = row;
  return {
    person: refOf({ id: row.id, givenName: row.givenName, familyName: row.familyName }),
    decides,
    canAnswer,
    answer,
    answeredAt: answeredAt?.toISOString() ?? null,
    words: texts && sealedWords && version ? texts.open(sealedAsAnswer(version, row.id), sealedWords) : null,
  };
}
