import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium } from 'playwright-core';

const ROOT = path.join(import.meta.dirname, '../..');

/** No window, no sandbox (containers and root have none), nothing sent to the maker of the browser. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-dev-shm-usage',
  '--font-render-hinting=none',
];

/** The packaged one has no speech recognition behind its own window, and ends a page that asks for it. */
const WITHOUT_SPEECH =
  '--disable-blink-features=ScriptedSpeechRecognition,OnDeviceWebSpeechAvailable,OnDeviceWebSpeech';

interface Chromium {
  readonly executable: string;
  readonly env: Record<string, string>;
  readonly flags: readonly string[];
}

/** A real Chromium: the one that CHROMIUM_PATH names, else an installed one, else the one that came along as a package. */
export async function launchBrowser(): Promise<Browser> {
  const { executable, env, flags } = installedChromium() ?? (await packagedChromium());
  const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'rugdekking-browser-'));
  const browser = await chromium.launch({
    executablePath: executable,
    args: [...FLAGS, ...flags],
    // Nothing of this user's home or other browsers may leak in, and what it leaves behind goes with it.
    env: { ...stringsOf(process.env), ...env, TMPDIR: scratch, XDG_CONFIG_HOME: scratch, XDG_CACHE_HOME: scratch },
  });
  browser.on('disconnected', () => fs.rm(scratch, { recursive: true, force: true }, () => {}));
  return browser;
}

/** A browser whose storage lies in a folder, and is found again by the next browser with that folder. */
export async function profileBrowser(folder: string, options: BrowserContextOptions): Promise<BrowserContext> {
  const { executable, env, flags } = installedChromium() ?? (await packagedChromium());
  const phone = { viewport: { width: 375, height: 812 }, locale: 'nl-NL', timezoneId: 'Europe/Amsterdam' };
  const context = await chromium.launchPersistentContext(folder, {
    ...phone,
    reducedMotion: 'reduce',
    ...options,
    executablePath: executable,
    args: [...FLAGS, ...flags],
    env: { ...stringsOf(process.env), ...env },
  });
  context.setDefaultTimeout(15_000);
  return context;
}

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome'];
const PLACES = [
  ...NAMES.map((name) => `/usr/bin/${name}`),
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

function installedChromium(): Chromium | undefined {
  const given = process.env.CHROMIUM_PATH;
  if (given === 'packaged') return undefined;
  const executable = given || PLACES.find((place) => fs.existsSync(place) && runs(place));
  return executable ? { executable, env: {}, flags: [] } : undefined;
}

/** Ubuntu's /usr/bin/chromium-browser is often only a note that says "install the snap". */
function runs(executable: string): boolean {
  try {
    const words = execFileSync(executable, ['--version'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
    return /chrom/i.test(words);
  } catch {
    return false;
  }
}

/** Unpacked once per version; made beside its place and then moved there, as two test runs may do this at once. */
async function packagedChromium(): Promise<Chromium> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('No Chromium was found. Install Chrome or Chromium, or say in CHROMIUM_PATH where it is.');
  }
  const { version } = JSON.parse(
    fs.readFileSync(path.join(ROOT, 'node_modules/@sparticuz/chromium/package.json'), 'utf8'),
  ) as { version: string };
  const folder = path.join(cacheFolder(), `chromium-${version}`);
  if (!fs.existsSync(folder)) {
    const half = `${folder}.${process.pid}`;
    fs.mkdirSync(half, { recursive: true });
    await unpackInto(half);
    fs.writeFileSync(path.join(half, 'fonts.conf'), fontConfiguration(path.join(folder, 'fonts')));
    if (fs.existsSync(folder)) fs.rmSync(half, { recursive: true });
    else fs.renameSync(half, folder);
  }
  const libraries = path.join(folder, 'al2023/lib');
  const env = { LD_LIBRARY_PATH: libraries, FONTCONFIG_FILE: path.join(folder, 'fonts.conf'), HOME: folder };
  return { executable: path.join(folder, 'chromium'), env, flags: [WITHOUT_SPEECH] };
}

/** In the project; or, when another user owns that, with the temporary files. */
function cacheFolder(): string {
  const folder = path.join(ROOT, '.cache');
  try {
    fs.mkdirSync(folder, { recursive: true });
    if (fs.statSync(folder).uid === (process.getuid?.() ?? 0)) return folder;
  } catch {
    // Read-only for us.
  }
  return path.join(os.tmpdir(), `rugdekking-cache-${os.userInfo().uid}`);
}

/** The package looks for its one font in the folders of a cloud function; without a font no text is drawn at all. */
function fontConfiguration(folder: string): string {
  const families = ['sans-serif', 'serif', 'monospace', 'system-ui'].map(
    (name) => `<alias><family>${name}</family><prefer><family>Open Sans</family></prefer></alias>`,
  );
  const places = [folder, '/usr/share/fonts'].map((place) => `<dir>${place}</dir>`);
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>${[...places, '<cachedir prefix="xdg">fontconfig</cachedir>', ...families].join('')}</fontconfig>
`;
}

async function unpackInto(folder: string): Promise<void> {
  const { inflate } = await import('@sparticuz/chromium');
  const packed = path.join(ROOT, 'node_modules/@sparticuz/chromium/bin');
  const before = process.env.TMPDIR;
  // The package always unpacks into the folder for temporary files.
  process.env.TMPDIR = folder;
  try {
    for (const file of ['chromium.br', 'fonts.tar.br', 'swiftshader.tar.br', 'al2023.tar.br']) {
      await inflate(path.join(packed, file));
    }
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
}

function stringsOf(variables: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(variables).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
