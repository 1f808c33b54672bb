import type { AnswerOf, BodyOf } from '../../../contract/endpoint.ts';
import type { answerSummary as answering, mySummary as endpoint, SummaryAnswer } from '../../../contract/incident.ts';
import { Absent, type Refused, refuse, type Tx } from '../../platform/index.ts';
import type { Flawed } from '../flaws.ts';
import type { FollowUpNeeds } from '../follow-up-needs.ts';
import { citizenServiceNumbersIn } from '../free-text.ts';
import { getIncidentHead, type IncidentHead, requirePart } from '../incident-head.ts';
import { refOf } from '../person-ref.ts';
import { publishIncident } from '../publish-incident.ts';
import { recordStep } from '../record-step.ts';
import { findSummary, openedTexts, sealedAsAnswer, summaryVersions } from './summary-rows.ts';

type Needs = Pick<FollowUpNeeds, 'vault'>;
type Answering = BodyOf<typeof answering> & { readonly incidentId: string };

/** For who is concerned: the text as it stands now, whether others read it, and what they said of it themselves. */
export async function readMySummary(
  { vault }: Needs,
  tx: Tx,
  personId: string,
  incidentId: string,
): Promise<AnswerOf<typeof endpoint>> {
  const head = await getConcerned(tx, incidentId);
  const summary = head.state === 'corrected' ? undefined : await findSummary(tx, incidentId);
  const [row] = summary ? await summaryVersions(tx, incidentId) : [];
  if (!summary || !row) return { summary: null };
  const texts = await vault.openDossier(tx, incidentId);
  const mine = await myAnswer(tx, incidentId, summary.version, personId);
  await tx.recordAudit({ action: 'own-summary-read', objectKind: 'incident', objectId: incidentId, incidentId });
  return {
    summary: {
      version: summary.version,
      texts: openedTexts(texts, row),
      writtenBy: refOf(row.writtenBy),
      writtenAt: row.writtenAt.toISOString(),
      teamName: mine.teamName,
      decides: mine.decides,
      myAnswer: mine.answer,
      myWords: mine.sealedWords && texts.open(sealedAsAnswer(summary.version, personId), mine.sealedWords),
      iWantInLibrary: mine.inLibrary ?? false,
      isShared: summary.sharedAt !== null,
      inLibrary: summary.inLibrary,
    },
  };
}

/** Said of the text that they read, and changed whenever they wish: a "no" takes it from its readers at once. */
export async function answerSummary(
  { vault }: Needs,
  tx: Tx,
  personId: string,
  { incidentId, version, answer, words, inLibrary }: Answering,
): Promise<
  | { incidentId: string; version: number; answer: SummaryAnswer }
  | Flawed
  | Refused<'incident-corrected' | 'summary-changed'>
> {
  const flaws = citizenServiceNumbersIn({ words });
  if (flaws.length > 0) return { flaws };
  const head = await getConcerned(tx, incidentId);
  if (head.state === 'corrected') return refuse('incident-corrected');
  const before = await findSummary(tx, incidentId);
  if (!before) throw new Absent('summary');
  if (before.version !== version) return refuse('summary-changed');
  const texts = words === null ? null : await vault.openDossier(tx, incidentId);
  await tx.execute(
    `insert into incident.summary_answer (incident_id, version, person_id, employer_id, answer, in_library, answered_at,
       sealed_words)
     values ($1, $2, $3, $4, $5, $6, $7, $8)
     on conflict (incident_id, version, person_id) do update
     set answer = excluded.answer, in_library = excluded.in_library, answered_at = excluded.answered_at,
       sealed_words = excluded.sealed_words`,
    [
      incidentId,
      version,
      personId,
      tx.employerId,
      answer,
      answer === 'good' && inLibrary,
      tx.now,
      texts && words ? texts.seal(sealedAsAnswer(version, personId), words) : null,
    ],
  );
  await tell(tx, { incidentId, answer, wasShared: before.sharedAt !== null });
  return { incidentId, version, answer };
}

interface Told {
  readonly incidentId: string;
  readonly answer: SummaryAnswer;
  readonly wasShared: boolean;
}

async function tell(tx: Tx, { incidentId, answer, wasShared }: Told): Promise<void> {
  const isShared = (await findSummary(tx, incidentId))?.sharedAt !== null;
  if (isShared !== wasShared) {
    const kind = isShared ? 'summary_shared' : 'summary_withdrawn';
    await recordStep(tx, incidentId, { kind, actorId: tx.personId, forReporter: true });
  }
  await tx.recordEvent({ name: 'summary-answered', incidentId, data: { answer } });
  await tx.recordAudit({
    action: 'summary-answered',
    objectKind: 'incident',
    objectId: incidentId,
    incidentId,
    detail: { answer },
  });
  await publishIncident(tx, incidentId);
}

async function getConcerned(tx: Tx, incidentId: string): Promise<IncidentHead> {
  const head = await getIncidentHead(tx, incidentId);
  requirePart(head, 'othersAccounts');
  return head;
}

interface Mine {
  readonly decides: boolean;
  readonly teamName: string | null;
  readonly answer: SummaryAnswer | null;
  readonly inLibrary: boolean | null;
  readonly sealedWords: Buffer | null;
}

async function myAnswer(tx: Tx, incidentId: string, version: number, personId: string): Promise<Mine> {
  return tx.row<Mine>(
    `select incident.decides_summary($1, $3) as decides, t.name as "teamName", a.answer,
       a.in_library as "inLibrary", a.sealed_words as "sealedWords"
     from incident.incident i
     left join organisation.team t on t.id = i.team_id
     left join incident.summary_answer a on a.incident_id = i.id and a.version = $2 and a.person_id = $3
     where i.id = $1`,
    [incidentId, version, personId],
  );
}
