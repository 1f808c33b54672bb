import { readFileSync } from 'node:fs';
import { EnvironmentProblem } from '../environment.ts';

/** Where mail comes in, for a receiver of our own: an address of a dossier is `<secret>@domain`. */
export interface MailInSettings {
  readonly port: number;
  readonly host: string;
  readonly domain: string;
  /** Undefined: mail comes in over a line that is not sealed, as from a relay on the same machine. */
  readonly tls: { readonly cert: Buffer; readonly key: Buffer } | undefined;
}

type Variables = Readonly<Record<string, string | undefined>>;

/** `MAIL_IN_PORT` and `MAIL_IN_DOMAIN` together; without them no mail comes in. */
export function readMailInSettings(variables: Variables, host: string): MailInSettings | undefined {
  const { MAIL_IN_PORT, MAIL_IN_DOMAIN, MAIL_IN_HOST, MAIL_IN_CERT, MAIL_IN_KEY } = variables;
  if (!MAIL_IN_PORT && !MAIL_IN_DOMAIN) return undefined;
  const domain = (MAIL_IN_DOMAIN ?? '').toLowerCase();
  if (!/^(?=.{4,190}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/.test(domain)) {
    throw new EnvironmentProblem(`MAIL_IN_DOMAIN must be a domain that gets mail, not "${domain}".`);
  }
  return {
    port: portFrom(MAIL_IN_PORT),
    host: MAIL_IN_HOST || host,
    domain,
    tls: certificateFrom(MAIL_IN_CERT, MAIL_IN_KEY),
  };
}

function portFrom(text: string | undefined): number {
  const port = Number(text);
  if (text && Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new EnvironmentProblem(`MAIL_IN_PORT must be a number between 1 and 65535, not "${text ?? ''}".`);
}

function certificateFrom(cert: string | undefined, key: string | undefined): MailInSettings['tls'] {
  if (!cert && !key) return undefined;
  if (!cert || !key) throw new EnvironmentProblem('MAIL_IN_CERT and MAIL_IN_KEY belong together.');
  return { cert: read('MAIL_IN_CERT', cert), key: read('MAIL_IN_KEY', key) };
}

function read(name: string, file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (cause) {
    throw new EnvironmentProblem(`${name}: the file "${file}" cannot be read.`, { cause });
  }
}
