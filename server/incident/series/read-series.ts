import type { Series, SeriesEvent, SeriesWay } from '../../../contract/incident.ts';
import { pageOf, placeOf, type Texts, type Tx } from '../../platform/index.ts';
import type { FollowUpNeeds } from '../follow-up-needs.ts';
import { mayDo, mayEver, partBits } from '../incident-access.ts';
import { getIncidentHead, type IncidentHead, requirePart } from '../incident-head.ts';
import { refOf } from '../person-ref.ts';
import { sealedAs } from '../sealed-names.ts';
import { type EventRow, eventRows, reportRow, sealedAsEvent, storyRows, wholeSeries } from './series-row.ts';

interface Asked {
  readonly incidentId: string;
  readonly cursor?: string | undefined;
  readonly limit: number;
  readonly way?: SeriesWay | undefined;
  readonly purpose: 'screen' | 'paper';
}

/** What happened again, with what it began with: what of it this reader may see. The look is on the record. */
export async function readSeries(
  { vault }: Pick<FollowUpNeeds, 'vault'>,
  tx: Tx,
  { incidentId, cursor, limit, way, purpose }: Asked,
): Promise<Series> {
  const head = await getIncidentHead(tx, incidentId);
  requirePart(head, 'narrative', 'othersAccounts');
  // Its key is gone: nothing that was told can be read any more.
  const texts = head.state === 'corrected' ? null : await vault.openDossier(tx, incidentId);
  const rows = texts ? await eventRows(tx, { incidentId, way, after: placeOf(cursor), most: limit + 1 }) : [];
  const { page, next } = pageOf(rows, limit, (row) => ({ at: row.occurredAt, id: row.eventId }));
  const { counts, firstAt, lastAt } = await wholeSeries(tx, incidentId);
  await tx.recordAudit({
    action: purpose === 'paper' ? 'series-printed' : 'series-read',
    objectKind: 'incident',
    objectId: incidentId,
    incidentId,
  });
  return {
    ...(await originalReport(tx, head, texts)),
    counts: texts ? counts : [],
    firstAt: texts ? (firstAt?.toISOString() ?? null) : null,
    lastAt: texts ? (lastAt?.toISOString() ?? null) : null,
    events: texts ? page.map((row) => shown(row, texts, tx.personId)) : [],
    next,
    mayAdd: mayDo('add_event', head.bits, head.state),
    leads: mayEver('close', head.bits),
  };
}

async function originalReport(
  tx: Tx,
  { incidentId, bits }: IncidentHead,
  texts: Texts | null,
): Promise<Pick<Series, 'number' | 'report'>> {
  const { number, ...report } = await reportRow(tx, incidentId);
  const stories = texts ? await storyRows(tx, incidentId) : [];
  return {
    number,
    report: {
      ...report,
      // Where it was is a part of its own.
      placeName: (bits & partBits.place) === 0 ? null : report.placeName,
      occurredAt: report.occurredAt.toISOString(),
      reportedAt: report.reportedAt.toISOString(),
      stories: stories.map(({ sealedStory, writerRole, ...person }) => ({
        person: refOf(person),
        writerRole,
        text: texts?.open(sealedAs.account(person.id), sealedStory) ?? '',
      })),
    },
  };
}

function shown(row: EventRow, texts: Texts, readerId: string | null): SeriesEvent {
  const { eventId, way, occurredAt, precision, addedAt, writerRole, sealedText } = row;
  return {
    eventId,
    way,
    occurredAt: occurredAt.toISOString(),
    occurredPrecision: precision,
    text: texts.open(sealedAsEvent(eventId), sealedText),
    writtenBy: refOf({ id: row.id, givenName: row.givenName, familyName: row.familyName }),
    writerRole,
    addedAt: addedAt.toISOString(),
    isMine: row.id === readerId,
    forwarded: forwardedAs(row),
  };
}

function forwardedAs({ cameInAt, numbersLeftOut, original }: EventRow): SeriesEvent['forwarded'] {
  if (cameInAt === null || original === null) return null;
  return { at: cameInAt.toISOString(), numbersLeftOut: numbersLeftOut === true, original };
}
