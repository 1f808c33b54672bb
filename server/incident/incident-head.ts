import type { IncidentKind, IncidentState } from '../../contract/incident-words.ts';
import { Forbidden, type Tx } from '../platform/index.ts';
import { bitsOf, type Part, personalLevels } from './incident-access.ts';

/** As much of an incident as decides what this reader may do with it. */
export interface IncidentHead {
  readonly incidentId: string;
  readonly kind: IncidentKind;
  readonly state: IncidentState;
  readonly reporterId: string;
  /** What all grants of this reader add up to. */
  readonly bits: number;
  /** Reported it, was its victim or saw it. */
  readonly isConcerned: boolean;
}

/** Throws `Absent` when there is no such incident for these eyes. */
export async function getIncidentHead(tx: Tx, incidentId: string): Promise<IncidentHead> {
  return tx.row<IncidentHead>(
    `select i.id as "incidentId", i.kind, i.state, i.reporter_id as "reporterId", bit_or(g.parts) as bits,
       bool_or(g.level = any($2)) as "isConcerned"
     from incident.incident i join incident.access_grant g on g.incident_id = i.id
     where i.id = $1 and g.grantee_id = any (platform.grantees())
     group by i.id`,
    [incidentId, personalLevels],
  );
}

/** One of these parts is enough. Throws `Forbidden`: who gets here knows already that the incident exists. */
export function requirePart({ bits }: Pick<IncidentHead, 'bits'>, ...parts: readonly Part[]): void {
  if ((bits & bitsOf(parts)) === 0) throw new Forbidden(parts.join(' or '));
}
