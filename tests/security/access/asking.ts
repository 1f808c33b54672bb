import type { CastKey } from '../../../database/demo/cast.ts';
import type { Town } from '../../support/town.ts';
import type { Visitor } from '../../support/visitor.ts';

/** Each behind their own screen. */
export type People = (who: CastKey) => Promise<Visitor>;

export async function answered<A>(asking: Promise<{ status: number; body: A }> | undefined): Promise<A> {
  if (asking === undefined) throw new Error('Nobody asked');
  const { status, body } = await asking;
  if (status !== 200) throw new Error(`Answered ${status}: ${JSON.stringify(body)}`);
  return body;
}

/** What follows a report by itself takes a moment. */
export const patience = { timeout: 20_000, interval: 50 };

export async function hasWork(town: Town, incidentId: string): Promise<void> {
  const tasks = await town.look(`select from incident.task where incident_id = $1 and code = 'footage'`, [incidentId]);
  if (tasks.length === 0) throw new Error('The playbook has no tasks yet');
}
