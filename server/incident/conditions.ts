import type { TaskCondition } from '../../contract/protocol-words.ts';
import type { FollowUpFacts } from './follow-up-facts.ts';

/** What of this report decides which tasks there are. */
export function conditionsIn(facts: FollowUpFacts): ReadonlySet<TaskCondition> {
  const holds: Record<TaskCondition, boolean> = {
    injured: facts.isInjured,
    unsafe: facts.isUnsafe,
    weapon: facts.flags.includes('weapon'),
    discriminatory: facts.flags.includes('discriminatory'),
    sexual: facts.flags.includes('sexual'),
    way_home_asked: facts.needs.includes('safe_way_home'),
    aggressor_known: facts.isAggressorKnown,
    office_holder: facts.target === 'office_holder',
    several_victims: facts.victimIds.length > 1,
  };
  return new Set((Object.keys(holds) as TaskCondition[]).filter((condition) => holds[condition]));
}
