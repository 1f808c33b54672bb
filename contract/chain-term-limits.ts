/** Within what an organisation chooses its own terms, in minutes. Free of zod, so that the screen can tell them. */
export const chainTermLimits = {
  /** Threat and violence: too short and nobody can answer, too long and somebody stands alone. */
  immediate: { min: 5, max: 60 },
  workingTime: { min: 5, max: 240 },
} as const;
