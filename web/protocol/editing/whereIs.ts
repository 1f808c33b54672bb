/** What the parts of a content are called; a part that is not in it goes without saying. */
export type PartNames = Readonly<Record<string, string>>;

/** Where a field is, as somebody would point at it: `content-tasks-2-records-0-label-nl` is "Taak 3, vraag 1". */
export function whereIs(fieldId: string, names: PartNames): string {
  const parts = fieldId.split('-');
  const told = parts.flatMap((part, at) => {
    const name = names[part];
    if (name === undefined) return [];
    const place = Number(parts[at + 1]);
    return [Number.isInteger(place) ? `${name} ${place + 1}` : name];
  });
  const sentence = told.join(', ');
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}
