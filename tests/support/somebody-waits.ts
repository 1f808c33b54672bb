import { setTimeout as pause } from 'node:timers/promises';
import type { Town } from './town.ts';

/** Until a statement is held up by another transaction: for two that do something at the same moment. */
export async function somebodyWaits({ look }: Pick<Town, 'look'>): Promise<void> {
  const waiting = `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
  while ((await look(waiting)).length === 0) await pause(5);
}
