/** What was typed in a field for minutes; no number where there is none. */
export function numberIn(typed: string): number {
  return /^\s*\d+\s*$/.test(typed) ? Number(typed) : Number.NaN;
}

export function isWithin(typed: string, { min, max }: { readonly min: number; readonly max: number }): boolean {
  const number = numberIn(typed);
  return number >= min && number <= max;
}
