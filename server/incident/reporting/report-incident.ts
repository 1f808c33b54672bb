import type { IncidentReport, IncidentState } from '../../../contract/incident.ts';
import { highestColumn, matrixFits } from '../../../contract/norm-matrix.ts';
import { type Refused, refuse, type Tx, type Vault } from '../../platform/index.ts';
import type { Flawed } from '../flaws.ts';
import { defaultResponseHours } from '../rules/response-clock.ts';
import { severityOf } from '../rules/severity.ts';
import { sealedAs } from '../sealed-names.ts';
import { flawsInWords, keepWords } from '../words/chosen-words.ts';
import { type Involved, type SealedReport, takeIn } from './incident-intake.ts';
import { flawsIn } from './report-flaws.ts';

export interface Reported {
  readonly incidentId: string;
  readonly number: string;
  readonly state: IncidentState;
  readonly reportedAt: string;
}

/**
 * Takes in a report. From here on it is the employer's: whoever must know is told by what listens to `incident-reported`.
 * The id is made by the reporter's device, so the same report sent twice, weeks apart too, is one incident.
 */
export async function reportIncident(
  { vault }: { readonly vault: Vault },
  tx: Tx,
  reporterId: string,
  report: IncidentReport,
): Promise<Reported | Flawed | Refused<'incident-already-reported'>> {
  const { kind, place, target, actions, chosenWords } = report;
  const counted = { kind: [kind], place: [place.kind], target: [target], action: actions };
  const flaws = [...flawsIn(report, tx.now), ...(await flawsInWords(tx, chosenWords, counted))];
  if (flaws.length > 0) return { flaws };

  const severity = severityFor(report);
  const people = involvedIn(report, reporterId);
  const taken = await takeIn(tx, reporterId, {
    report,
    severity,
    responseHours: matrixFits(report.kind) ? defaultResponseHours : null,
    people,
    sealed: await seal(vault, tx, reporterId, report),
  });
  if (taken.outcome === 'unknown-names') return { flaws: taken.flaws };
  if (taken.outcome === 'id-in-use') return refuse('incident-already-reported');
  if (taken.outcome === 'known' && (await tellsSomethingElse(vault, tx, reporterId, report)))
    return refuse('incident-already-reported');
  if (taken.outcome === 'taken-in') {
    await keepWords(tx, { incidentId: report.incidentId, personId: reporterId }, chosenWords);
    await tell(tx, report, severity);
  }
  return {
    incidentId: report.incidentId,
    number: taken.number,
    state: taken.state,
    reportedAt: taken.reportedAt.toISOString(),
  };
}

/** Under the id of a report that is here already: nothing somebody told may be lost by taking it for the same. */
async function tellsSomethingElse(vault: Vault, tx: Tx, reporterId: string, report: IncidentReport): Promise<boolean> {
  if (!report.story) return false;
  const kept = await tx.maybeRow<{ sealed: Buffer | null; wrapped: Buffer | null }>(
    `select a.sealed_story as sealed, k.wrapped
     from incident.account a left join platform.dossier_key k on k.incident_id = a.incident_id
     where a.incident_id = $1 and a.person_id = $2`,
    [report.incidentId, reporterId],
  );
  // A dossier that was set right has lost its key: what it told can no longer be compared, nor be added to.
  if (!kept?.wrapped) return false;
  const texts = vault.openWrapped(await vault.employerKey(tx), report.incidentId, kept.wrapped);
  return kept.sealed === null || texts.open(sealedAs.account(reporterId), kept.sealed) !== report.story;
}

function severityFor({ kind, columns, form, safe, injured }: IncidentReport) {
  return severityOf({
    kind,
    column: highestColumn(columns),
    form: form ?? null,
    unsafe: safe === null ? null : !safe,
    injured,
    // Asked calmly, after sending.
    weapon: null,
    sexual: null,
  });
}

/** Everybody on the dossier, each once: who is a victim is not also asked as a witness. */
function involvedIn(report: IncidentReport, reporterId: string): Involved[] {
  const victims = new Set([...(report.target === 'me' ? [reporterId] : []), ...report.victimIds]);
  const witnesses = new Set(report.witnessIds.filter((id) => id !== reporterId && !victims.has(id)));
  const colleagues = (role: Involved['role'], ids: Iterable<string>) =>
    Array.from(ids, (personId): Involved => ({ role, personId }));
  return [
    { role: 'reporter', personId: reporterId },
    ...colleagues('victim', victims),
    ...colleagues('witness', witnesses),
    ...(report.aggressor && matrixFits(report.kind)
      ? [{ role: 'aggressor', personId: null, knowledge: report.aggressor.knowledge } as const]
      : []),
    ...(report.child ? [{ role: 'child', personId: null } as const] : []),
  ];
}

async function seal(vault: Vault, tx: Tx, reporterId: string, report: IncidentReport): Promise<SealedReport> {
  const dossier = vault.newDossier(await vault.employerKey(tx), report.incidentId);
  const sealed = (field: string, text: string | null | undefined) => (text ? dossier.seal(field, text) : null);
  return {
    story: sealed(sealedAs.account(reporterId), report.story),
    aggressor: sealed(sealedAs.aggressor, report.aggressor?.text),
    child: sealed(sealedAs.child, report.child ? JSON.stringify(report.child) : null),
    place: sealed(sealedAs.place, report.place.text),
    dossierKey: dossier.wrappedKey,
  };
}

async function tell(tx: Tx, report: IncidentReport, severity: string): Promise<void> {
  const { incidentId, kind, target, route, safe, injured, correction } = report;
  await tx.recordEvent({
    name: 'incident-reported',
    incidentId,
    data: {
      kind,
      severity,
      target,
      route,
      isUnsafe: safe === false,
      isInjured: injured === true,
      hasStopped: correction?.stopped === true,
    },
  });
  await tx.recordAudit({ action: 'incident-reported', objectKind: 'incident', objectId: incidentId, incidentId });
}
