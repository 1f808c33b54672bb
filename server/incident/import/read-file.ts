import type { Tx } from '../../platform/index.ts';
import { forgetParts, getImport, type ImportNeeds, keepReading, openPart } from './import-store.ts';
import { readInThread } from './in-thread.ts';
import { ownNames } from './own-names.ts';
import { guessMapping } from './rules/guess-mapping.ts';
import { type FileFlaw, UnreadableFile } from './source/file-flaw.ts';

/** How work outside a request reaches the database: one short transaction at a time. */
export type Transact = <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;

/** Finds out what a file holds, once all its pieces are there. */
export async function readFile(needs: ImportNeeds, transact: Transact, importId: string): Promise<void> {
  const { state, bytes } = await transact((tx) => getImport(tx, importId));
  if (state !== 'reading') return;
  try {
    const reading = await readInThread(await wholeFile(needs, transact, importId, bytes));
    await transact(async (tx) => {
      await keepReading(needs, tx, importId, {
        reading,
        guess: guessMapping(reading.reading.columns, await ownNames(tx)),
      });
    });
  } catch (cause) {
    if (!(cause instanceof UnreadableFile)) throw cause;
    await transact((tx) => giveUp(tx, importId, cause.flaw));
  }
}

/** The file goes, and why it could not be read stays. */
async function giveUp(tx: Tx, importId: string, flaw: FileFlaw): Promise<void> {
  await forgetParts(tx, importId, 'file');
  await tx.execute(`update incident.import set state = 'unreadable', flaw = $2 where id = $1`, [importId, flaw]);
}

/** Piece by piece, each in its own transaction: a large file holds no connection. */
export async function wholeFile(
  needs: ImportNeeds,
  transact: Transact,
  importId: string,
  bytes: number,
): Promise<Uint8Array> {
  const whole = Buffer.alloc(bytes);
  let at = 0;
  for (let from = 0; ; ) {
    const part = await transact((tx) => openPart(needs, tx, importId, { kind: 'file', from }));
    if (part === undefined) break;
    at += Buffer.from(part.text, 'base64').copy(whole, at);
    from = part.number + 1;
  }
  return whole.subarray(0, at);
}
