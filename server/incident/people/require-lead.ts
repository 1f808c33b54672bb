import { Absent, Forbidden, type Tx } from '../../platform/index.ts';
import { mayEver } from '../incident-access.ts';

/** Who did it and whom it touches is for who leads the whole of it, whatever its state. To whom it is secret it is absent. */
export async function requireLead(tx: Tx, incidentId: string): Promise<void> {
  const seen = await tx.maybeRow<{ bits: number | null }>(
    `select (select bit_or(g.parts) from incident.access_grant g
       where g.incident_id = i.id and g.grantee_id = any ((select platform.grantees())::uuid[])) as bits
     from incident.incident i where i.id = $1`,
    [incidentId],
  );
  if (!seen) throw new Absent('incident');
  if (!mayEver('add_people', seen.bits ?? 0)) throw new Forbidden('who did it');
}
