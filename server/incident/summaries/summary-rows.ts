import type { SummaryTexts } from '../../../contract/incident.ts';
import type { Texts, Tx } from '../../platform/index.ts';
import type { Named } from '../person-ref.ts';

/** Under which name a version is sealed, with the key of its dossier: who corrects that, takes the summary away too. Never rename. */
export const sealedAsSummary = (version: number) => `summary:${version}`;
export const sealedAsAnswer = (version: number, personId: string) => `summary-answer:${version}:${personId}`;

export interface SummaryHead {
  readonly summaryId: string;
  readonly version: number;
  readonly sharedAt: Date | null;
  readonly inLibrary: boolean;
  readonly discussedOn: string | null;
}

export async function findSummary(tx: Tx, incidentId: string): Promise<SummaryHead | undefined> {
  return tx.maybeRow<SummaryHead>(
    `select id as "summaryId", version, shared_at as "sharedAt", in_library as "inLibrary",
       discussed_on::text as "discussedOn"
     from incident.team_summary where incident_id = $1`,
    [incidentId],
  );
}

export interface VersionRow {
  readonly version: number;
  readonly writtenBy: Named;
  readonly writtenAt: Date;
  readonly sealedText: Buffer;
}

/** The newest first. */
export async function summaryVersions(tx: Tx, incidentId: string): Promise<VersionRow[]> {
  return tx.rows<VersionRow>(
    `select v.version, v.written_at as "writtenAt", v.sealed_text as "sealedText",
       json_build_object('id', p.id, 'givenName', p.given_name, 'familyName', p.family_name) as "writtenBy"
     from incident.summary_version v
     join organisation.person p on p.id = v.written_by
     where v.incident_id = $1 order by v.version desc`,
    [incidentId],
  );
}

export function openedTexts(
  texts: Texts,
  { version, sealedText }: Pick<VersionRow, 'version' | 'sealedText'>,
): SummaryTexts {
  return JSON.parse(texts.open(sealedAsSummary(version), sealedText)) as SummaryTexts;
}
