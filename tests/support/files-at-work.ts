import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll } from 'vitest';
import { attachmentsByThemselves } from '../../server/incident/attachments/attachment-jobs.ts';
import type { AttachmentNeeds } from '../../server/incident/attachments/attachment-needs.ts';
import { attachmentRoutes } from '../../server/incident/attachments/attachment-routes.ts';
import { diskBlobs, JobRegistry, notify, PIECE_BYTES, silentLog, startJobRunner } from '../../server/platform/index.ts';
import { clamdDouble } from './clamd.ts';
import { desksOf } from './desks.ts';
import { foundTown } from './town.ts';

/** A town with small limits, where files are copied, scanned and tidied by themselves; the disk is a folder of its own. */
export async function filesAtWork() {
  const town = await foundTown();
  const folder = mkdtempSync(path.join(tmpdir(), 'attachments-'));
  const clamd = await clamdDouble({ finds: 'EICAR' });
  /** A scanner only where a test says so. */
  const needs: { -readonly [K in keyof AttachmentNeeds]: AttachmentNeeds[K] } = {
    vault: town.vault,
    notify,
    blobs: diskBlobs(folder),
    limits: { fileBytes: 3 * PIECE_BYTES, dossierBytes: 5 * PIECE_BYTES },
    scanner: undefined,
  };
  const registry = new JobRegistry();
  attachmentsByThemselves(registry, town.subscriptions, needs);
  const runner = await startJobRunner({
    database: town.database,
    registry,
    subscriptions: town.subscriptions,
    now: () => town.now,
    log: silentLog,
  });
  afterAll(async () => {
    await runner.stop();
    rmSync(folder, { recursive: true });
  });

  async function rowOf(attachmentId: string) {
    const [row] = await town.look<{ scan: string; copy: string }>(
      'select scan, copy from incident.attachment where id = $1',
      [attachmentId],
    );
    return row;
  }

  async function until(attachmentId: string, facts: Record<string, string>): Promise<void> {
    for (let tries = 0; tries < 400; tries++) {
      runner.wake();
      const row = await rowOf(attachmentId);
      if (row && Object.entries(facts).every(([name, value]) => row[name as 'scan'] === value)) return;
      await pause(25);
    }
    throw new Error(`It never became ${JSON.stringify(facts)}: ${JSON.stringify(await rowOf(attachmentId))}`);
  }

  const filesOnDisk = (under = '') =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.parentPath.includes(under))
      .map((entry) => path.join(entry.parentPath, entry.name));

  /** What is left on the disk, with the jobs that are due nudged. */
  function settledOn(under: string): string[] {
    runner.wake();
    return filesOnDisk(under);
  }

  return { town, needs, clamd, as: desksOf(town, attachmentRoutes(needs)), rowOf, until, filesOnDisk, settledOn };
}
