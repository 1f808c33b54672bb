import type { AttachmentKind } from '../../../contract/incident.ts';

/** How much may be added; an organisation chooses this when it sets the program up. */
export interface AttachmentLimits {
  readonly fileBytes: number;
  readonly dossierBytes: number;
}

/** More files than this in one dossier is a mistake of a program, not the work of a person. */
export const MOST_FILES = 500;

export type LimitRefusal = 'attachment-empty' | 'attachment-too-large' | 'dossier-full';

/** Why a file of `size` bytes may not be added to what is there; undefined when it may. */
export function limitRefusal(
  size: number,
  there: { readonly files: number; readonly bytes: number },
  limits: AttachmentLimits,
): LimitRefusal | undefined {
  if (size === 0) return 'attachment-empty';
  if (size > limits.fileBytes) return 'attachment-too-large';
  if (there.files >= MOST_FILES || there.bytes + size > limits.dossierBytes) return 'dossier-full';
  return undefined;
}

export interface Kept {
  readonly kind: AttachmentKind;
  readonly mediaType: string;
  readonly scan: 'not_scanned' | 'waiting' | 'clean' | 'infected';
  readonly copy: 'none' | 'waiting' | 'ready' | 'impossible';
  readonly isHidden: boolean;
}

export type LookRefusal = 'attachment-hidden' | 'attachment-not-scanned-yet' | 'attachment-infected';

/** Why nobody may open or take this file now. What is hidden only those still see who lead the follow-up. */
export function lookRefusal({ scan, isHidden }: Kept, leads: boolean): LookRefusal | undefined {
  if (isHidden && !leads) return 'attachment-hidden';
  if (scan === 'infected') return 'attachment-infected';
  if (scan === 'waiting') return 'attachment-not-scanned-yet';
  return undefined;
}

/** What a browser shows: of a picture only the copy, of sound and PDF the file itself, of anything else nothing. */
export function shownAs({ kind, mediaType, copy }: Kept): 'copy' | 'original' | undefined {
  if (kind === 'image') return copy === 'ready' ? 'copy' : undefined;
  return kind === 'audio' || mediaType === 'application/pdf' ? 'original' : undefined;
}

const LONGEST_NAME = 180;

/**
 * A name as we keep it: without the folders it came from, and without characters that nobody sees but that turn "gpj.exe" around.
 * The name is only ever shown; it decides nothing.
 */
export function cleanName(given: string): string {
  const last = given.split(/[/\\]/).at(-1) ?? '';
  const readable = last
    .toWellFormed()
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Zl}\p{Zp}\ufffd]/gu, '')
    .replace(/\s+/g, ' ')
    .replace(/^[.\s]+/, '')
    .trim();
  if (readable === '') return 'bestand';
  const letters = [...readable];
  if (letters.length <= LONGEST_NAME) return readable;
  const ending = endingOf(readable);
  const kept = ending === '' ? [] : [`.${ending}`];
  return [...letters.slice(0, LONGEST_NAME - ending.length - 1), '…', ...kept].join('');
}

/** `jpg` of "Foto balie.JPG"; empty when there is none. */
export function endingOf(name: string): string {
  return /\.([\p{L}\p{N}]{1,8})$/u.exec(name)?.[1]?.toLowerCase() ?? '';
}
