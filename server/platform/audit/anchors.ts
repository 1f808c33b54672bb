import { appendFileSync, existsSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Batch } from './batch.ts';

/**
 * The heads of the chain, kept outside the database: whoever cuts off the end of the log, or writes a new one,
 * cannot make this file agree. Copy it to another machine and even the owner of this one cannot.
 */
export interface Anchor {
  readonly number: number;
  readonly head: string;
  readonly entries: number;
  readonly sealedAt: string;
  readonly signature: string;
}

export interface Anchors {
  all(): Anchor[];
  last(): Anchor | undefined;
  add(batch: Batch): void;
}

export function anchorsIn(dataDir: string): Anchors {
  const file = join(dataDir, 'audit', 'anchors.log');
  let known: { readonly size: number; readonly text: string; readonly anchors: Anchor[] } | undefined;

  /** Read again only when it grew: another program on this machine may have sealed. */
  function read() {
    const size = existsSync(file) ? statSync(file).size : 0;
    if (known?.size !== size) {
      const text = size === 0 ? '' : readFileSync(file, 'utf8');
      known = { size, text, anchors: text.split('\n').flatMap(parsed) };
    }
    return known;
  }

  return {
    all: () => read().anchors,
    last: () => read().anchors.at(-1),
    add(batch) {
      mkdirSync(join(dataDir, 'audit'), { recursive: true });
      const { text } = read();
      const newLine = text === '' || text.endsWith('\n') ? '' : '\n';
      // On disk before the next batch: `flush` waits for the disk itself.
      appendFileSync(file, `${newLine}${JSON.stringify(anchorOf(batch))}\n`, { flush: true });
    },
  };
}

function anchorOf(batch: Batch): Anchor {
  return {
    number: batch.number,
    head: batch.head.toString('hex'),
    entries: batch.entryCount,
    sealedAt: batch.sealedAt.toISOString(),
    signature: batch.signature.toString('hex'),
  };
}

/** A line that was half written when the power went is no anchor; its batch is anchored again by the next seal. */
function parsed(line: string): Anchor[] {
  if (line === '') return [];
  try {
    return [JSON.parse(line) as Anchor];
  } catch {
    return [];
  }
}
