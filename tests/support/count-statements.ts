import type { Tx } from '../../server/platform/index.ts';

const statements: ReadonlySet<PropertyKey> = new Set<keyof Tx>(['rows', 'row', 'call', 'maybeRow', 'execute']);

/** How often this work waits for the database: each statement is a round trip. */
export async function countStatements(tx: Tx, work: (tx: Tx) => Promise<unknown>): Promise<number> {
  let count = 0;
  const counting = new Proxy(tx, {
    get(target, name) {
      const value = Reflect.get(target, name);
      if (typeof value !== 'function') return value;
      if (statements.has(name)) count += 1;
      return value.bind(target);
    },
  });
  await work(counting);
  return count;
}
