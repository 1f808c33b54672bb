import type { AnswerOf, BodyOf } from '../../../contract/endpoint.ts';
import type * as contract from '../../../contract/incident.ts';
import { incidentReport } from '../../../contract/incident.ts';
import { fieldErrors, type Refused, refuse, type Tx } from '../../platform/index.ts';
import { endDraftLater } from '../drafts/draft-store.ts';
import { flawSentences } from '../flaws.ts';
import { reportingRefusals } from '../reporting/refusals-reporting.ts';
import { reportIncident } from '../reporting/report-incident.ts';
import type { ReportingNeeds } from '../reporting/reporting-needs.ts';
import { type DeviceClock, moveAlong, whenMade } from '../rules/device-clock.ts';
import { findDeviceKey, isSignedBy } from './device-keys.ts';
import { type OpenedContent, openEnvelope } from './open-envelope.ts';
import { offlineRefusals } from './refusals-offline.ts';
import { returnToMaker } from './return-to-maker.ts';
import { findKeyPair } from './sealing-keys.ts';

export type Delivered = AnswerOf<typeof contract.deliverSealedReport>;
type Delivery = BodyOf<typeof contract.deliverSealedReport>;
type Because = Extract<Delivered, { outcome: 'returned' }>['because'];
export type DeliveryRefusal = 'sealed-report-of-somebody-else' | 'sealed-report-damaged';

/**
 * Opens what a device sealed while it had no connection, and does with it what would have been done then. A report with a flaw
 * comes back to its maker as a draft. The same envelope delivered again gets the same answer, and does nothing.
 */
export async function deliverSealedReport(
  needs: ReportingNeeds,
  tx: Tx,
  personId: string,
  delivery: Delivery,
): Promise<Delivered | Refused<DeliveryRefusal>> {
  // Two tabs may deliver the same envelope at once.
  await tx.execute('select pg_advisory_xact_lock(hashtextextended($1, 0))', [delivery.envelopeId]);
  const before = await findDelivered(tx, personId, delivery.envelopeId);
  if (before) return before;

  const deviceKey = await findDeviceKey(tx, personId, delivery.deviceId);
  if (deviceKey === undefined) return refuse('sealed-report-of-somebody-else');
  if (!(await isSignedBy(deviceKey.publicKey, delivery, delivery.signature))) return refuse('sealed-report-damaged');
  const pair = await findKeyPair(needs, tx, delivery.sealingKeyId);
  const content = pair && (await openEnvelope(pair, delivery));
  if (content === undefined) return refuse('sealed-report-damaged');
  if (content.reporterId !== personId) return refuse('sealed-report-of-somebody-else');

  const clock = clockOf(content, delivery, tx.now);
  const delivered = deviceKey.isTrusted
    ? await takeIn(needs, tx, personId, content, clock)
    : await keepAside(needs, tx, content);
  await keepDelivered(tx, personId, delivery, clock, delivered);
  return delivered;
}

async function takeIn(
  needs: ReportingNeeds,
  tx: Tx,
  personId: string,
  content: OpenedContent,
  clock: DeviceClock,
): Promise<Delivered> {
  if (content.report === null) return { outcome: 'kept', draftId: await returnToMaker(needs, tx, content) };
  const returned = async (because: Because, more = {}): Promise<Delivered> => ({
    outcome: 'returned',
    draftId: await returnToMaker(needs, tx, content, more),
    because,
  });

  const parsed = incidentReport.safeParse(content.report);
  if (!parsed.success) return returned(fieldErrors('body', parsed.error.issues, content.report).map(sentenceAt));
  const report = content.isToldByClock ? onOurClock(parsed.data, clock) : parsed.data;
  if (report.aggressor?.knowledge === 'colleague') {
    const { nl, en } = reportingRefusals['colleague-misconduct-goes-to-confidential-adviser'];
    return returned([{ pointer: '/aggressor', nl, en }]);
  }

  const reported = await reportIncident(needs, tx, personId, report);
  if ('flaws' in reported) {
    return returned(
      reported.flaws.map(({ path, code }) => ({ pointer: `/${path.join('/')}`, ...flawSentences[code] })),
    );
  }
  if ('refused' in reported) {
    // Under this id something else was told already; this version goes on under an id of its own.
    return returned([{ pointer: '', ...reportingRefusals[reported.refused] }], { asNewReport: true });
  }
  if (report.draftId) endDraftLater(tx, report.draftId);
  const { incidentId, number, reportedAt } = reported;
  return { outcome: 'received', incidentId, number, reportedAt };
}

/**
 * Of a device that is no longer trusted: perhaps by whoever has it now. It is not lost and not yet reported either: its maker reads it
 * and sends it themselves.
 */
async function keepAside(needs: ReportingNeeds, tx: Tx, content: OpenedContent): Promise<Delivered> {
  const draftId = await returnToMaker(needs, tx, content);
  if (content.report === null) return { outcome: 'kept', draftId };
  const { nl, en } = offlineRefusals['device-no-longer-trusted'];
  return { outcome: 'returned', draftId, because: [{ pointer: '', nl, en }] };
}

function onOurClock(report: contract.IncidentReport, clock: DeviceClock): contract.IncidentReport {
  return { ...report, occurredAt: moveAlong(new Date(report.occurredAt), clock).toISOString() };
}

function clockOf({ clock }: OpenedContent, { sentOn }: Delivery, receivedAt: Date): DeviceClock {
  return {
    sealedOn: new Date(clock.sealedOn),
    believedOn: new Date(clock.believedOn),
    knownSince: clock.knownSince === null ? null : new Date(clock.knownSince),
    sentOn: new Date(sentOn),
    receivedAt,
  };
}

function sentenceAt({ pointer, nl, en }: Because[number]): Because[number] {
  return { pointer, nl, en };
}

async function findDelivered(tx: Tx, personId: string, envelopeId: string): Promise<Delivered | undefined> {
  const kept = await tx.maybeRow<{
    outcome: Delivered['outcome'];
    incidentId: string;
    draftId: string;
    because: Because;
    number: string;
    reportedAt: Date;
  }>(
    `select d.outcome, d.incident_id as "incidentId", d.draft_id as "draftId", d.because, i.number,
       i.reported_at as "reportedAt"
     from incident.sealed_delivery d left join incident.incident i on i.id = d.incident_id
     where d.person_id = $1 and d.envelope_id = $2`,
    [personId, envelopeId],
  );
  if (kept === undefined) return undefined;
  const { outcome, incidentId, draftId, because, number } = kept;
  if (outcome === 'received') return { outcome, incidentId, number, reportedAt: kept.reportedAt.toISOString() };
  return outcome === 'kept' ? { outcome, draftId } : { outcome, draftId, because };
}

/** Both clocks: what the device showed, and when it really was as far as we can tell. */
async function keepDelivered(
  tx: Tx,
  personId: string,
  { envelopeId, deviceId }: Delivery,
  clock: DeviceClock,
  delivered: Delivered,
): Promise<void> {
  const incidentId = delivered.outcome === 'received' ? delivered.incidentId : null;
  await tx.execute(
    `insert into incident.sealed_delivery (person_id, envelope_id, employer_id, device_id, outcome, incident_id, draft_id,
       because, sealed_on, sealed_at, received_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      personId,
      envelopeId,
      tx.employerId,
      deviceId,
      delivered.outcome,
      incidentId,
      delivered.outcome === 'received' ? null : delivered.draftId,
      JSON.stringify(delivered.outcome === 'returned' ? delivered.because : []),
      clock.sealedOn,
      whenMade(clock),
      clock.receivedAt,
    ],
  );
  await tx.recordAudit({
    action: 'sealed-report-opened',
    objectKind: 'sealed-report',
    objectId: envelopeId,
    ...(incidentId === null ? {} : { incidentId }),
    detail: { outcome: delivered.outcome },
  });
}
