/** What a sealed field `register` holds, as JSON: what an older register told of an incident. */
export interface RegisterTexts {
  readonly number: string | null;
  /** The word of that register for what kind of thing it was. */
  readonly sort: string | null;
  readonly story: string | null;
}
