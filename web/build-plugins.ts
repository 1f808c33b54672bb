import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { build, type Plugin, type Rolldown } from 'vite';

/** Addresses of the lean report entry; the server knows the same two. */
const leanAddresses = /^\/(melden|hulp)(\/|\?|$)/;

/** In development too, /melden and /hulp are another page than the application. */
export function twoEntries(): Plugin {
  return {
    name: 'two-entries',
    configureServer(server) {
      server.middlewares.use((request, _response, next) => {
        if (request.url && leanAddresses.test(request.url)) request.url = '/melden.html';
        next();
      });
    },
  };
}

/**
 * Adds the service worker, in which stands which files make the first screen, /melden and /hulp: those stay readable without a
 * connection. A changed file changes the worker, and a changed worker is fetched anew.
 */
export function serviceWorkerKnowsItsFiles(entry: string): Plugin {
  const whole: Rolldown.OutputBundle = {};
  return {
    name: 'service-worker-knows-its-files',
    apply: 'build',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      async handler(_options, bundle) {
        Object.assign(whole, bundle);
        // The report is built last.
        if (this.environment.name !== 'report') return;
        const worker = await bundleApart(entry);
        const files = filesOfFirstScreens(whole);
        const version = createHash('sha256').update(contentsOf(whole, files)).digest('hex').slice(0, 12);
        const written = worker.replace(/(["'`])__FILES__\1/, JSON.stringify(files)).replace('__VERSION__', version);
        if (written === worker) throw new Error('The service worker has no place for its files');
        this.emitFile({ type: 'asset', fileName: 'sw.js', source: written });
      },
    },
  };
}

/** One file without imports: not every browser knows service workers that are modules. */
export async function bundleApart(entry: string): Promise<string> {
  const output = { format: 'iife', entryFileNames: 'apart.js' } as const;
  // Of what it imports only what it uses.
  const rolldownOptions = { input: entry, output, treeshake: { moduleSideEffects: false } };
  const built = await build({ configFile: false, logLevel: 'error', build: { write: false, rolldownOptions } });
  const [chunk] = 'output' in built ? built.output : [];
  if (chunk?.type !== 'chunk') throw new Error(`${entry} was not built`);
  return chunk.code;
}

const pages = ['index.html', 'melden.html'];

/**
 * Both pages with all that they load at once, and of the report also what it loads later. What a page of the application loads
 * is kept when somebody first visits it.
 */
function filesOfFirstScreens(bundle: Rolldown.OutputBundle): string[] {
  const report = new Set(namedIn(bundle['melden.html']));
  // A set that grows while it is walked: what was added is walked as well.
  for (const name of report) {
    const file = bundle[name];
    if (file?.type === 'chunk') for (const next of [...file.imports, ...file.dynamicImports]) report.add(next);
  }
  const fonts = Object.keys(bundle).filter((name) => /latin-wght-normal.*\.woff2$/.test(name) && !name.includes('ext'));
  return [...new Set([...pages, ...namedIn(bundle['index.html']), ...report, ...fonts])].sort();
}

/** The script and the styles of a page, and what it has fetched ahead. */
function namedIn(page: Rolldown.OutputBundle[string] | undefined): string[] {
  if (page?.type !== 'asset') throw new Error('A page is missing');
  return Array.from(String(page.source).matchAll(/(?:src|href)="\/(assets\/[^"]+)"/g), ([, name = '']) => name);
}

function contentsOf(bundle: Rolldown.OutputBundle, files: readonly string[]): string {
  return files
    .map((name) => bundle[name])
    .map((file) => (file?.type === 'chunk' ? file.code : String(file?.source ?? '')))
    .join('\0');
}

const compressible = /\.(js|css|html|svg|json|webmanifest)$/;
const [brotliOf, gzipOf] = [promisify(brotliCompress), promisify(gzip)];

/** Beside each text file its brotli and gzip form, so that the server only has to pick one. */
export function compressed(): Plugin {
  return {
    name: 'compressed',
    apply: 'build',
    async writeBundle({ dir }) {
      if (!dir || this.environment.name !== 'report') return;
      const names = await readdir(dir, { recursive: true });
      await Promise.all(names.filter((name) => compressible.test(name)).map((name) => compress(path.join(dir, name))));
    },
  };
}

async function compress(file: string): Promise<void> {
  const content = await readFile(file);
  const [smallest, older] = await Promise.all([
    brotliOf(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }),
    gzipOf(content, { level: 9 }),
  ]);
  await Promise.all([writeFile(`${file}.br`, smallest), writeFile(`${file}.gz`, older)]);
}
