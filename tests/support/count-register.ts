/**
 * Counts a register in CSV by itself, sign by sign, with nothing of the program: to lay beside what was taken over.
 * Spaces around a word do not make it another word.
 */
export function countRegister(text: string, column: string, headerRows: number): Map<string, number> {
  const [names = [], ...rest] = cellsOf(text.replace(/^\uFEFF/, ''));
  const at = names.indexOf(column);
  const counts = new Map<string, number>();
  for (const cells of rest.slice(headerRows - 1)) {
    const word = (cells[at] ?? '').trim();
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}

function cellsOf(text: string): string[][] {
  const rows: string[][] = [[]];
  let cell = '';
  let isQuoted = false;
  for (let at = 0; at < text.length; at++) {
    const sign = text[at];
    if (isQuoted) {
      if (sign !== '"') cell += sign;
      else if (text[at + 1] === '"') cell += text[++at];
      else isQuoted = false;
    } else if (sign === '"') isQuoted = true;
    else if (sign === ',' || sign === '\n') {
      rows.at(-1)?.push(cell);
      cell = '';
      if (sign === '\n') rows.push([]);
    } else if (sign !== '\r') cell += sign;
  }
  rows.at(-1)?.push(cell);
  return rows.filter((cells) => cells.some((each) => each !== ''));
}
