import { Forbidden, type Tx } from '../platform/index.ts';

/** For what only the aggression coordinator may see or change, also when they stand in for each other. */
export async function requireCoordinator(tx: Tx, what: string): Promise<void> {
  const { isOne } = await tx.row<{ isOne: boolean }>('select incident.coordinates() as "isOne"');
  if (!isOne) throw new Forbidden(`Only the coordinator: ${what}`);
}
