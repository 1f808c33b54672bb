/**
 * Weighs what a slow phone must fetch before somebody can report: the script of /melden and /hulp, as the server sends it. Looks
 * also whether the first screen stands in the page itself, and whether its styles overrule each other in the order we said.
 * Ends with exit code 1 when one of these is not so.
 */
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { buildClientWhenChanged, CLIENT_FOLDER } from '../../server/web-client.ts';

const MOST_BYTES = 100_000;
/** As in web/components/theme.css. */
const LAYERS = ['base', 'utrecht', 'components', 'screens', 'calm'];

await buildClientWhenChanged(new AbortController().signal);
const page = readFileSync(path.join(CLIENT_FOLDER, 'melden.html'), 'utf8');
const scripts = [...page.matchAll(/(?:src|href)="(\/assets\/[^"]+\.js)"/g)].map(([, address = '']) => address);
const bytes = scripts.map((address) => statSync(path.join(CLIENT_FOLDER, `${address}.br`)).size);
const total = bytes.reduce((sum, size) => sum + size, 0);

for (const [at, address] of scripts.entries()) console.log(`${String(bytes[at]).padStart(7)}  ${address}`);
console.log(`${total} bytes of script (brotli) on the way to a report; at most ${MOST_BYTES}`);

const [root = ''] = /<div id="root".*/.exec(page) ?? [];
const isWritten = root.includes('href="/hulp"') && root.includes('href="/melden/veilig"');
if (!isWritten) console.error('The first screen does not stand in melden.html.');

const [, sheet = ''] = /href="(\/assets\/[^"]+\.css)"/.exec(page) ?? [];
const styles = readFileSync(path.join(CLIENT_FOLDER, sheet), 'utf8');
const layers = new Set(Array.from(styles.matchAll(/@layer ([a-z]+)/g), ([, name = '']) => name));
const isOrdered = [...layers].join() === LAYERS.join();
if (!isOrdered) console.error(`The layers of ${sheet} stand in another order: ${[...layers].join(', ')}.`);

process.exitCode = scripts.length > 0 && total <= MOST_BYTES && isWritten && isOrdered ? 0 : 1;
