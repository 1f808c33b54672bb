import type { MatrixContent, PlaybookContent } from '../../contract/protocol.ts';
import type { PlaybookCode } from '../../contract/protocol-words.ts';
import { newId, type Refused, refuse, type Tx } from '../platform/index.ts';
import {
  addMatrixVersion,
  addPlaybookVersion,
  type KeptVersion,
  matrixInForce,
  type NewVersion,
  playbookInForce,
} from './versions.ts';

export interface Change<Content> {
  readonly basedOnVersion: number;
  readonly content: Content;
}

export interface InForce {
  readonly versionId: string;
  readonly version: number;
  readonly sinceAt: string;
}

/** Puts a new norm matrix in force, from now on. What was reported under the old one stays as it was. */
export async function changeMatrix(
  tx: Tx,
  change: Change<MatrixContent>,
): Promise<InForce | Refused<'protocol-changed-meanwhile'>> {
  return change.basedOnVersion === (await matrixInForce(tx)).version
    ? putInForce(tx, 'matrix', nextOf(change), addMatrixVersion)
    : refuse('protocol-changed-meanwhile');
}

/** Puts a new playbook in force, for reports from now on. Dossiers go on with the version they started with. */
export async function changePlaybook(
  tx: Tx,
  code: PlaybookCode,
  change: Change<PlaybookContent>,
): Promise<InForce | Refused<'protocol-changed-meanwhile' | 'playbook-code-differs'>> {
  if (change.content.code !== code) return refuse('playbook-code-differs');
  return change.basedOnVersion === (await playbookInForce(tx, code)).version
    ? putInForce(tx, 'playbook', nextOf(change), addPlaybookVersion)
    : refuse('protocol-changed-meanwhile');
}

/** How a kept version is told to the outside. */
export function inForce({ versionId, version, since }: Omit<KeptVersion<unknown>, 'content'>): InForce {
  return { versionId, version, sinceAt: since.toISOString() };
}

function nextOf<Content>({ basedOnVersion, content }: Change<Content>): NewVersion<Content> {
  return { versionId: newId(), version: basedOnVersion + 1, content };
}

async function putInForce<Content>(
  tx: Tx,
  objectKind: 'matrix' | 'playbook',
  next: NewVersion<Content>,
  add: (tx: Tx, version: NewVersion<Content>) => Promise<boolean>,
): Promise<InForce | Refused<'protocol-changed-meanwhile'>> {
  if (!(await add(tx, next))) return refuse('protocol-changed-meanwhile');
  const { versionId, version } = next;
  await tx.recordAudit({ action: `${objectKind}-changed`, objectKind, objectId: versionId, detail: { version } });
  await tx.recordEvent({ name: `${objectKind}-changed`, data: { versionId, version } });
  return inForce({ versionId, version, since: tx.now });
}
