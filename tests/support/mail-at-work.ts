import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pino } from 'pino';
import { afterAll, expect } from 'vitest';
import * as contract from '../../contract/incident.ts';
import type { CastKey } from '../../database/demo/cast.ts';
import { attachmentRoutes } from '../../server/incident/attachments/attachment-routes.ts';
import type { ForwardingNeeds } from '../../server/incident/series/forwarding/forwarding-needs.ts';
import { mailDoor } from '../../server/incident/series/forwarding/mail-door.ts';
import { forwardingRoutes } from '../../server/incident/series/forwarding/routes.ts';
import { seriesRoutes } from '../../server/incident/series/routes.ts';
import { freePort } from '../../server/platform/free-port.ts';
import { diskBlobs, newId, notify, openMailReceiver } from '../../server/platform/index.ts';
import { desksOf } from './desks.ts';
import { leads, reported } from './reports.ts';
import { sendMail, speakSmtp } from './send-mail.ts';
import { foundTown, type Town } from './town.ts';

export const mailDomain = 'post.wierdam.example';
const mailBytes = 300 * 1024;

export type MailAtWork = Awaited<ReturnType<typeof mailAtWork>>;
export type MailedDossier = Awaited<ReturnType<MailAtWork['dossier']>>;

/** A town where mail comes in over a real line, with small limits; the disk is a folder of its own, and every line of the log is kept. */
export async function mailAtWork() {
  const town = await foundTown();
  const folder = mkdtempSync(path.join(tmpdir(), 'forwarding-'));
  const logLines: string[] = [];
  const needs: { -readonly [K in keyof ForwardingNeeds]: ForwardingNeeds[K] } = {
    vault: town.vault,
    notify,
    blobs: diskBlobs(folder),
    limits: { fileBytes: 10 * mailBytes, dossierBytes: 2 * mailBytes },
    scanner: undefined,
    database: town.database,
    now: () => town.now,
    mailKey: Buffer.alloc(32, 5),
    mailDomain,
  };
  const port = await freePort();
  const receiver = openMailReceiver({
    settings: { port, host: '127.0.0.1', domain: mailDomain, tls: undefined },
    door: mailDoor(needs),
    log: pino({ level: 'trace' }, { write: (line: string) => void logLines.push(line) }),
    limits: { mailBytes, refusalMs: 20 },
  });
  await receiver.listen();
  afterAll(async () => {
    await receiver.close();
    rmSync(folder, { recursive: true });
  });
  const as = desksOf(town, [...seriesRoutes(needs), ...attachmentRoutes(needs), ...forwardingRoutes(needs)]);
  return {
    town,
    folder,
    logLines,
    needs,
    as,
    dossier: () => reportedDossier(town, as),
    send: (to: string, mail: string | Buffer) => sendMail({ port, to, mail: Buffer.from(mail) }),
    talk: (...lines: readonly string[]) => speakSmtp(port, lines),
  };
}

/** Fatima reported it and Henk leads; with what a test asks about the mail that came in on it. */
async function reportedDossier(town: Town, as: ReturnType<typeof desksOf>) {
  const incidentId = await reported(town, 'fatima');
  await leads(town, 'henk', incidentId);
  const params = { incidentId };
  const readAs = async (who: CastKey) => (await as(who)).ask(contract.readForwarding, { params });

  async function addressOf(who: CastKey) {
    const made = await (await as(who)).ask(contract.makeForwardingAddress, { params, body: { addressId: newId() } });
    expect(made.status).toBe(200);
    const { address } = (await readAs(who)).body;
    if (address === null) throw new Error('There is no address');
    return address;
  }

  async function recorded(action: string) {
    const entries = await town.look<{ detail: Record<string, unknown> }>(
      'select detail from platform.audit_entry where incident_id = $1 and action = $2 order by id',
      [incidentId, action],
    );
    return entries.map(({ detail }) => detail);
  }

  return {
    incidentId,
    params,
    readAs,
    addressOf,
    recorded,
    eventsSeenBy: async (who: CastKey) => (await (await as(who)).ask(contract.readSeries, { params })).body.events,
    mailsIn: () => town.look('select reading, original from incident.series_mail where incident_id = $1', [incidentId]),
  };
}

/** A mail of somebody who threatens, with these words; `head` are lines for above it. */
export const mailOf = (text: string, ...head: readonly string[]) =>
  [
    'From: K. Wolters <k.wolters@mail.example>',
    'Subject: Nummer 1',
    'Date: Tue, 3 Mar 2026 23:10:00 +0100',
    ...head,
    '',
    text,
    '',
  ].join('\r\n');
