import type {
  AggressionForm,
  FollowUpRoute,
  IncidentKind,
  IncidentState,
  MatrixColumn,
  PlaceKind,
  ReporterNeed,
  Severity,
  Target,
} from '../../contract/incident-words.ts';
import { highestColumn } from '../../contract/norm-matrix.ts';
import type { PlaybookCode } from '../../contract/protocol-words.ts';
import type { Tx } from '../platform/index.ts';
import type { SeverityFacts } from './rules/severity.ts';

/** What those who follow up start from: the report, and who is concerned in it. */
export interface FollowUpFacts {
  readonly incidentId: string;
  readonly number: string;
  readonly kind: IncidentKind;
  readonly severity: Severity;
  readonly form: AggressionForm | null;
  readonly columns: readonly MatrixColumn[];
  readonly state: IncidentState;
  readonly target: Target;
  readonly placeKind: PlaceKind;
  readonly occurredAt: Date;
  readonly reportedAt: Date;
  readonly reporterId: string;
  readonly isUnsafe: boolean;
  readonly isInjured: boolean;
  readonly needs: readonly ReporterNeed[];
  readonly route: FollowUpRoute;
  readonly playbookCode: PlaybookCode | null;
  readonly playbookVersion: number | null;
  readonly takenUpBy: string | null;
  readonly contactAt: Date | null;
  readonly responseDueAt: Date | null;
  readonly victimIds: readonly string[];
  readonly witnessIds: readonly string[];
  /** Colleagues the report is about. */
  readonly subjectIds: readonly string[];
  readonly isAggressorKnown: boolean;
  readonly flags: readonly string[];
}

/** Holds the incident, so that nobody takes it up or closes it meanwhile. For jobs, who see every row of the employer. */
export async function lockFollowUpFacts(tx: Tx, incidentId: string): Promise<FollowUpFacts> {
  const people = (role: string) =>
    `array(select p.person_id from incident.involved p
           where p.incident_id = i.id and p.role ${role} and p.person_id is not null order by p.added_at, p.id)`;
  return tx.row<FollowUpFacts>(
    `select i.id as "incidentId", i.number, i.kind, i.severity, i.form, i.matrix_columns as columns, i.state, i.target,
       i.place_kind as "placeKind", i.occurred_at as "occurredAt", i.reported_at as "reportedAt", i.reporter_id as "reporterId",
       i.is_unsafe as "isUnsafe",
       i.is_injured or exists (select from incident.detail d where d.incident_id = i.id
                               and d.codes ->> 'injuries' in ('light', 'doctor', 'hospital')) as "isInjured", i.needs, i.route, i.playbook_code as "playbookCode",
       i.playbook_version as "playbookVersion", i.taken_up_by as "takenUpBy", i.contact_at as "contactAt",
       i.response_due_at as "responseDueAt",
       ${people(`= 'victim'`)} as "victimIds", ${people(`= 'witness'`)} as "witnessIds",
       ${people(`in ('aggressor', 'child')`)} as "subjectIds",
       exists (select from incident.involved p
               where p.incident_id = i.id and p.role = 'aggressor' and p.knowledge = 'named') as "isAggressorKnown",
       array(select distinct jsonb_array_elements_text(d.codes -> 'flags') from incident.detail d
             where d.incident_id = i.id and jsonb_typeof(d.codes -> 'flags') = 'array'
               and not exists (select from incident.reclassification r where r.incident_id = i.id and (r.at, r.id) > (d.added_at, d.id))) as flags
     from incident.incident i where i.id = $1
     for no key update of i`,
    [incidentId],
  );
}

export function severityFacts(facts: FollowUpFacts): SeverityFacts {
  return {
    kind: facts.kind,
    column: highestColumn(facts.columns),
    form: facts.form,
    unsafe: facts.isUnsafe,
    injured: facts.isInjured,
    weapon: facts.flags.includes('weapon'),
    sexual: facts.flags.includes('sexual'),
  };
}
