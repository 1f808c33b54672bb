import type { IncidentReport, IncidentState, InvolvedRole, Severity } from '../../../contract/incident.ts';
import { newId, type Tx } from '../../platform/index.ts';
import type { Flaw } from '../flaws.ts';

/** What the rules made of a report, ready to be kept. */
export interface Intake {
  readonly report: IncidentReport;
  readonly severity: Severity;
  /** How long the clock for the response runs where the employer set no term of its own; null: there is no such clock. */
  readonly responseHours: number | null;
  readonly people: readonly Involved[];
  readonly sealed: SealedReport;
}

export interface Involved {
  readonly role: InvolvedRole;
  readonly personId: string | null;
  readonly knowledge?: string;
}

export interface SealedReport {
  readonly story: Buffer | null;
  readonly aggressor: Buffer | null;
  readonly child: Buffer | null;
  readonly place: Buffer | null;
  readonly dossierKey: Buffer;
}

export type TakenIn =
  | {
      readonly outcome: 'taken-in' | 'known';
      readonly number: string;
      readonly state: IncidentState;
      readonly reportedAt: Date;
    }
  | { readonly outcome: 'unknown-names'; readonly flaws: readonly Flaw[] }
  | { readonly outcome: 'id-in-use' };

/** Keeps everything of a report in one statement: incident.take_in says in which order, and why. */
export async function takeIn(tx: Tx, reporterId: string, intake: Intake): Promise<TakenIn> {
  const { sealed } = intake;
  const row = await tx.call<TakenInRow>(
    `select outcome, number, state, reported_at as "reportedAt", unknown from incident.take_in($1, $2, $3, $4, $5, $6)`,
    [
      JSON.stringify(document(reporterId, intake)),
      sealed.story,
      sealed.aggressor,
      sealed.child,
      sealed.place,
      sealed.dossierKey,
    ],
  );
  if (row.outcome === 'unknown-names') return { outcome: row.outcome, flaws: row.unknown.map(flawAt) };
  if (row.outcome === 'id-in-use') return { outcome: row.outcome };
  return { outcome: row.outcome, number: row.number, state: row.state, reportedAt: row.reportedAt };
}

interface TakenInRow {
  readonly outcome: TakenIn['outcome'];
  readonly number: string;
  readonly state: IncidentState;
  readonly reportedAt: Date;
  readonly unknown: readonly string[];
}

/** As incident.take_in reads it: codes, ids and moments. What people told travels beside it, sealed. */
function document(reporterId: string, intake: Intake): object {
  const { report, people } = intake;
  return {
    incidentId: report.incidentId,
    kind: report.kind,
    severity: intake.severity,
    form: report.form ?? null,
    columns: report.columns,
    target: report.target,
    occurredAt: report.occurredAt,
    occurredPrecision: report.occurredPrecision,
    firstVictimId: people.find(({ role }) => role === 'victim')?.personId ?? null,
    placeKind: report.place.kind,
    locationId: report.place.locationId ?? null,
    roomId: report.place.roomId ?? null,
    isUnsafe: report.safe === false,
    isInjured: report.injured === true,
    personGone: report.personGone,
    actions: report.actions,
    needs: report.needs,
    route: report.route,
    responseHours: intake.responseHours,
    draftId: report.draftId ?? null,
    stepId: newId(),
    people: people.map((person) => ({ id: newId(), ...person })),
    accounts: accounts(reporterId, people, intake.sealed.story !== null),
    colleagues: [...colleagues('victimIds', report.victimIds), ...colleagues('witnessIds', report.witnessIds)],
  };
}

/** The reporter may have told it already; whoever else was there is asked for their own story, the reporter too if not. */
function accounts(reporterId: string, people: readonly Involved[], isGiven: boolean): object[] {
  const tellers = new Set(people.flatMap(({ personId }) => personId ?? []));
  return Array.from(tellers, (personId) => ({
    id: newId(),
    personId,
    state: personId === reporterId && isGiven ? 'given' : 'asked',
  }));
}

/** Each with its place in the request, so that the database can say which one it does not know. */
function colleagues(field: string, ids: readonly string[]): { pointer: string; personId: string }[] {
  return ids.map((personId, at) => ({ pointer: `/${field}/${at}`, personId }));
}

function flawAt(pointer: string): Flaw {
  const path = pointer.slice(1).split('/');
  if (path[1] === 'locationId') return { path, code: 'unknown-location' };
  return { path, code: path[1] === 'roomId' ? 'unknown-room' : 'unknown-colleague' };
}
