/** On its own, so that the screen can check without a validation library. Marks are kept ninety days: no rule looks further back. */
export const signalRuleLimits = { count: { min: 2, max: 50 }, days: { min: 1, max: 90 } } as const;
