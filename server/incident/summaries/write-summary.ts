import { type SummaryPart, type SummaryTexts, type SummaryTrace, summaryParts } from '../../../contract/incident.ts';
import type { Sentence } from '../../../contract/problem.ts';
import { Forbidden, newId, type Refused, refuse, type Tx } from '../../platform/index.ts';
import type { Flawed } from '../flaws.ts';
import type { FollowUpNeeds } from '../follow-up-needs.ts';
import { citizenServiceNumbersIn } from '../free-text.ts';
import { mayEver } from '../incident-access.ts';
import { getIncidentHead } from '../incident-head.ts';
import { lockIncident } from '../lock-incident.ts';
import { publishIncident } from '../publish-incident.ts';
import { recordStep } from '../record-step.ts';
import { asSaid, tracesIn } from '../rules/who-is-in-text.ts';
import { peopleOnDossier } from './people-in-summary.ts';
import { findSummary, sealedAsSummary } from './summary-rows.ts';

type Needs = Pick<FollowUpNeeds, 'vault'>;

export const summaryRefusals = {
  'summary-holds-names': {
    nl: 'In de tekst staat nog wie het was. Haal dat weg, of zeg dat het mag blijven staan.',
    en: 'The text still tells who it was. Take that out, or say that it may stand.',
  },
  'summary-changed': {
    nl: 'De tekst is net veranderd. Lees hem nog een keer en kies dan opnieuw.',
    en: 'The text has just changed. Read it once more and choose again.',
  },
} as const satisfies Record<string, Sentence>;

interface Writing {
  readonly incidentId: string;
  readonly texts: SummaryTexts;
}

/** For the writer, before anything is kept: which words tell who it was about. */
export async function checkSummary(
  { vault }: Needs,
  tx: Tx,
  { incidentId, texts }: Writing,
): Promise<{ traces: SummaryTrace[] } | Flawed> {
  const { bits, state } = await getIncidentHead(tx, incidentId);
  if (!mayEver('write_summary', bits)) throw new Forbidden('write_summary');
  const flaws = citizenServiceNumbersIn(texts);
  if (flaws.length > 0) return { flaws };
  return { traces: state === 'corrected' ? [] : await tracesInSummary(vault, tx, { incidentId, texts }) };
}

/** A new version; whoever said yes to the last one is asked anew, and until then nobody else reads it. */
export async function writeSummary(
  { vault }: Needs,
  tx: Tx,
  { incidentId, texts, keep }: Writing & { readonly keep: readonly string[] },
): Promise<{ incidentId: string; version: number } | Flawed | Refused<'incident-corrected' | 'summary-holds-names'>> {
  const { incident } = await lockIncident(tx, incidentId, 'write_summary');
  const flaws = citizenServiceNumbersIn({ texts });
  if (flaws.length > 0) return { flaws };
  if (incident.state === 'corrected') return refuse('incident-corrected');
  const mayStand = new Set(keep.map(asSaid));
  const traces = await tracesInSummary(vault, tx, { incidentId, texts });
  if (traces.some(({ found }) => !mayStand.has(asSaid(found)))) return refuse('summary-holds-names');

  const version = ((await findSummary(tx, incidentId))?.version ?? 0) + 1;
  const sealed = (await vault.openDossier(tx, incidentId)).seal(sealedAsSummary(version), JSON.stringify(texts));
  await keepVersion(tx, incidentId, version, sealed);
  await tell(tx, incidentId, version, traces.length);
  return { incidentId, version };
}

async function tracesInSummary(
  vault: FollowUpNeeds['vault'],
  tx: Tx,
  { incidentId, texts }: Writing,
): Promise<SummaryTrace[]> {
  const people = await peopleOnDossier(vault, tx, incidentId);
  return summaryParts.flatMap((part: SummaryPart) =>
    tracesIn(texts[part], people).map((trace) => ({ part, ...trace })),
  );
}

async function keepVersion(tx: Tx, incidentId: string, version: number, sealed: Buffer): Promise<void> {
  if (version === 1) {
    await tx.execute(
      `insert into incident.team_summary (id, employer_id, incident_id, team_id, version)
       select $2, i.employer_id, i.id, i.team_id, 1 from incident.incident i where i.id = $1`,
      [incidentId, newId()],
    );
  }
  await tx.execute(
    `insert into incident.summary_version (incident_id, version, employer_id, written_by, written_at, sealed_text)
     values ($1, $2, $3, $4, $5, $6)`,
    [incidentId, version, tx.employerId, tx.personId, tx.now, sealed],
  );
  if (version > 1) {
    await tx.execute('update incident.team_summary set version = $2 where incident_id = $1', [incidentId, version]);
  }
}

async function tell(tx: Tx, incidentId: string, version: number, kept: number): Promise<void> {
  await recordStep(tx, incidentId, { kind: 'summary_asked', actorId: tx.personId, forReporter: true });
  await tx.recordAudit({
    action: 'summary-written',
    objectKind: 'incident',
    objectId: incidentId,
    incidentId,
    detail: { version, kept },
  });
  await publishIncident(tx, incidentId);
}
