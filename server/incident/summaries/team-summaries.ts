import type { AnswerOf, BodyOf } from '../../../contract/endpoint.ts';
import { type listTeamSummaries as endpoint, type SummaryTexts, summaryParts } from '../../../contract/incident.ts';
import { searchable } from '../../organisation/index.ts';
import { cursorOf, type PagePlace, placeOf, type Tx, type Vault } from '../../platform/index.ts';
import type { FollowUpNeeds } from '../follow-up-needs.ts';
import { openedTexts } from './summary-rows.ts';

type Asked = BodyOf<typeof endpoint>;
type Listed = AnswerOf<typeof endpoint>;

interface Row {
  readonly summaryId: string;
  readonly incidentId: string;
  readonly version: number;
  readonly sealedText: Buffer;
  readonly sharedAt: Date;
  readonly teamName: string | null;
  readonly discussedOn: string | null;
  readonly inLibrary: boolean;
  readonly mayMark: boolean;
}

type Opened = Row & { readonly texts: SummaryTexts };

/** Sealed texts are opened to be searched: this many in one request, then the reader asks to go on. */
const MOST_OPENED = 500;

/**
 * What those concerned said yes to: the policies of the database decide which. A team reads what is for its meeting, every
 * colleague what is in the library; there nothing tells where it was.
 */
export async function listTeamSummaries(
  { vault }: Pick<FollowUpNeeds, 'vault'>,
  tx: Tx,
  { scope, words = '', cursor, limit }: Asked,
): Promise<Listed> {
  const wanted = searchable(words).split(/\s+/).filter(Boolean);
  // One more than a page: it says that there is a next one. Whoever searches must open more than are shown.
  const most = wanted.length > 0 ? MOST_OPENED : limit + 1;
  const rows = await rowsAfter(tx, { scope, after: placeOf(cursor), most });
  const fitting = (await openAll(vault, tx, rows)).filter(({ texts }) => holds(texts, wanted));
  const page = fitting.slice(0, limit);
  const endedAt = fitting.length > limit ? page.at(-1) : rows.length === most ? rows.at(-1) : undefined;
  await tx.recordAudit({
    action: 'team-summaries-read',
    objectKind: scope,
    objectId: tx.employerId,
    detail: { shown: page.length, isSearch: wanted.length > 0 },
  });
  return {
    summaries: page.map((row) => view(row, scope)),
    next: endedAt ? cursorOf({ at: endedAt.sharedAt, id: endedAt.summaryId }) : null,
  };
}

interface Wanted {
  readonly scope: Asked['scope'];
  readonly after: PagePlace | null;
  readonly most: number;
}

async function rowsAfter(tx: Tx, { scope, after, most }: Wanted): Promise<Row[]> {
  const which = {
    team: 's.shared_at is not null and s.team_id = any ((select incident.my_teams())::uuid[])',
    library: 's.in_library and s.employer_id = $4 and (select incident.is_colleague())',
  }[scope];
  return tx.rows<Row>(
    `select s.id as "summaryId", s.incident_id as "incidentId", s.version, v.sealed_text as "sealedText",
       s.shared_at as "sharedAt", t.name as "teamName", s.discussed_on::text as "discussedOn", s.in_library as "inLibrary",
       incident.may(s.incident_id, 256)
         or organisation.role_subject(s.team_id, 'manager') = any ((select platform.grantees())::uuid[]) as "mayMark"
     from incident.team_summary s
     join incident.summary_version v on v.incident_id = s.incident_id and v.version = s.version
     left join organisation.team t on t.id = s.team_id
     where ${which} and s.employer_id = $4 and ($1::timestamptz is null or (s.shared_at, s.id) < ($1, $2::uuid))
     order by s.shared_at desc, s.id desc limit $3`,
    [after?.at ?? null, after?.id ?? null, most, tx.employerId],
  );
}

/** What was set right since has no key any more. */
async function openAll(vault: Vault, tx: Tx, rows: readonly Row[]): Promise<Opened[]> {
  const keys = await vault.openDossiers(
    tx,
    rows.map(({ incidentId }) => incidentId),
  );
  return rows.flatMap((row) => {
    const key = keys.get(row.incidentId);
    return key ? [{ ...row, texts: openedTexts(key, row) }] : [];
  });
}

function holds(texts: SummaryTexts, wanted: readonly string[]): boolean {
  const text = searchable(summaryParts.map((part) => texts[part]).join('\n'));
  return wanted.every((word) => text.includes(word));
}

function view(row: Opened, scope: Asked['scope']): Listed['summaries'][number] {
  const { summaryId, texts, sharedAt, teamName, discussedOn, inLibrary, mayMark } = row;
  const isForTeam = scope === 'team';
  return {
    summaryId,
    texts,
    sharedAt: sharedAt.toISOString(),
    teamName: isForTeam ? teamName : null,
    discussedOn: isForTeam ? discussedOn : null,
    inLibrary,
    mayMark: isForTeam && mayMark,
  };
}
