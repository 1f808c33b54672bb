interface Told {
  readonly placeName: string | null;
  readonly teamName: string | null;
  readonly hour: number | null;
}

/** What every one of them has the same, told along with why they are a pattern: "steeds tussen 16 en 17 uur". */
export function sharedBy(signals: readonly Told[]): Told {
  return {
    placeName: same(signals.map(({ placeName }) => placeName)),
    teamName: same(signals.map(({ teamName }) => teamName)),
    hour: same(signals.map(({ hour }) => hour)),
  };
}

function same<Value>(values: readonly (Value | null)[]): Value | null {
  const [first = null, ...others] = values;
  return others.every((other) => other === first) ? first : null;
}
