import { EnvironmentProblem } from '../../platform/index.ts';
import type { AttachmentLimits } from './attachment-rules.ts';
import { clamdAt, type Scanner } from './scanner.ts';

export interface AttachmentSettings {
  readonly limits: AttachmentLimits;
  /** Undefined where no scanner was set up: then files say that they were not scanned. */
  readonly scanner: Scanner | undefined;
}

const MEGABYTE = 1024 * 1024;

/** What the one who runs the program chose: `ATTACHMENT_FILE_MB`, `ATTACHMENT_DOSSIER_MB`, `CLAMD_URL`. */
export function readAttachmentSettings(variables: Readonly<Record<string, string | undefined>>): AttachmentSettings {
  return {
    limits: {
      fileBytes: megabytes('ATTACHMENT_FILE_MB', variables.ATTACHMENT_FILE_MB, 100),
      dossierBytes: megabytes('ATTACHMENT_DOSSIER_MB', variables.ATTACHMENT_DOSSIER_MB, 1000),
    },
    scanner: variables.CLAMD_URL ? clamdAt(variables.CLAMD_URL) : undefined,
  };
}

function megabytes(name: string, text: string | undefined, otherwise: number): number {
  const count = Number(text || otherwise);
  if (Number.isInteger(count) && count >= 1 && count <= 100_000) return count * MEGABYTE;
  throw new EnvironmentProblem(`${name} must be a whole number of megabytes between 1 and 100000, not "${text}".`);
}
