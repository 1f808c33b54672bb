/**
 * Weighs what a slow phone must fetch before somebody can report: the script of /melden and /hulp, as the server sends it.
 * Ends with exit code 1 when that is more than we promised.
 */
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { buildClientWhenChanged, CLIENT_FOLDER } from '../../server/web-client.ts';

const MOST_BYTES = 100_000;

await buildClientWhenChanged(new AbortController().signal);
const page = readFileSync(path.join(CLIENT_FOLDER, 'melden.html'), 'utf8');
const scripts = [...page.matchAll(/(?:src|href)="(\/assets\/[^"]+\.js)"/g)].map(([, address = '']) => address);
const bytes = scripts.map((address) => statSync(path.join(CLIENT_FOLDER, `${address}.br`)).size);
const total = bytes.reduce((sum, size) => sum + size, 0);

for (const [at, address] of scripts.entries()) console.log(`${String(bytes[at]).padStart(7)}  ${address}`);
console.log(`${total} bytes of script (brotli) on the way to a report; at most ${MOST_BYTES}`);
process.exitCode = scripts.length > 0 && total <= MOST_BYTES ? 0 : 1;
