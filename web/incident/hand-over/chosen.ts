/** What is chosen of a list, and from where a row of several was begun. */
export interface Choice {
  readonly ids: ReadonlySet<string>;
  /** The last one that was pressed: with Shift everything from there on goes along. */
  readonly anchor: string | null;
}

export const nothing: Choice = { ids: new Set(), anchor: null };

/** One pressed: on or off. With Shift everything between the last one and this one becomes the same. */
export function press(
  choice: Choice,
  list: readonly string[],
  { id, isOn, withShift }: { readonly id: string; readonly isOn: boolean; readonly withShift: boolean },
): Choice {
  const ids = new Set(choice.ids);
  for (const touched of withShift ? between(list, choice.anchor, id) : [id]) {
    if (isOn) ids.add(touched);
    else ids.delete(touched);
  }
  return { ids, anchor: id };
}

/** As many as go in one time, from the top. */
export function all(list: readonly string[], most: number): Choice {
  return { ids: new Set(list.slice(0, most)), anchor: null };
}

/** What left the list meanwhile is chosen no longer. */
export function stillThere({ ids }: Choice, list: readonly string[]): string[] {
  return list.filter((id) => ids.has(id));
}

function between(list: readonly string[], anchor: string | null, id: string): readonly string[] {
  const [from, to] = [list.indexOf(anchor ?? id), list.indexOf(id)];
  if (from < 0 || to < 0) return [id];
  return list.slice(Math.min(from, to), Math.max(from, to) + 1);
}
