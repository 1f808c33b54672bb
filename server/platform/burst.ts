/** What travels with the commit. */
export interface Statement {
  readonly sql: string;
  readonly values: readonly unknown[];
}

/** More in one statement would make too many different texts to prepare. */
const MOST_JOINED = 6;

/**
 * Several inserts that do not look at each other's rows as one statement: the database starts and plans once instead of
 * each time, which is a third of the price on the busiest write.
 */
export function joined(statements: readonly Statement[]): Statement[] {
  const groups: Statement[] = [];
  for (let at = 0; at < statements.length; at += MOST_JOINED) {
    groups.push(join(statements.slice(at, at + MOST_JOINED)));
  }
  return groups;
}

function join(statements: readonly Statement[]): Statement {
  const [only, ...others] = statements;
  if (only === undefined || others.length === 0) return only ?? { sql: 'select', values: [] };
  return { sql: joinedText(statements), values: statements.flatMap(({ values }) => values) };
}

const texts = new Map<string, string>();

/** The same few combinations come back with every request, so their text is made once. */
function joinedText(statements: readonly Statement[]): string {
  const key = statements.map(({ sql }) => statementName(sql)).join('+');
  let text = texts.get(key);
  if (text === undefined) {
    text = withEachOther(statements);
    texts.set(key, text);
  }
  return text;
}

function withEachOther(statements: readonly Statement[]): string {
  let before = 0;
  const parts = statements.map(({ sql, values }) => {
    const shift = before;
    before += values.length;
    return sql.replaceAll(/\$(\d+)/g, (_, number: string) => `$${Number(number) + shift}`);
  });
  const named = parts.slice(0, -1).map((part, index) => `part_${index} as (${part})`);
  return `with ${named.join(', ')} ${parts.at(-1)}`;
}

const names = new Map<string, string>();

/** The name under which a statement is prepared: one per text, so that each is parsed once per connection. */
export function statementName(sql: string): string {
  let name = names.get(sql);
  if (name === undefined) {
    name = `s${names.size}`;
    names.set(sql, name);
  }
  return name;
}
