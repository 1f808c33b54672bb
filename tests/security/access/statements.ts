import { onFollowUp } from './statements/on-follow-up.ts';
import { onOwnThings } from './statements/on-own-things.ts';
import { onPeople } from './statements/on-people.ts';
import { onReports } from './statements/on-reports.ts';
import type { Statement } from './statements/statement.ts';

/** Attempts at every table. What nobody may, is done by triggers and jobs, or never. */
export const statements: readonly Statement[] = [...onReports, ...onFollowUp, ...onPeople, ...onOwnThings];
