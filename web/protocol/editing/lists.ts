/** Changes to a list that is never altered itself: what was there before can always be shown again. */
export function replaced<Item>(list: readonly Item[], at: number, item: Item): Item[] {
  return list.map((kept, place) => (place === at ? item : kept));
}

export function removed<Item>(list: readonly Item[], at: number): Item[] {
  return list.filter((_item, place) => place !== at);
}

/** One place up or down; what stands at the edge stays there. */
export function moved<Item>(list: readonly Item[], at: number, by: 1 | -1): Item[] {
  const [item, other] = [list[at], list[at + by]];
  if (item === undefined || other === undefined) return [...list];
  return replaced(replaced(list, at, other), at + by, item);
}

/** A short name for something new. It stays for good, because dossiers refer to it, so it does not follow the title. */
export function newCode(random: () => string = () => crypto.randomUUID()): string {
  return `own_${random().replaceAll('-', '').slice(0, 12)}`;
}
