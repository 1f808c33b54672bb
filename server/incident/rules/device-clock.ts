/** What the clocks of a device and ours said about a report that was made without a connection. */
export interface DeviceClock {
  /** What the device showed when it sealed the report. */
  readonly sealedOn: Date;
  /** What it took for the real time then: what it showed, set right by what it had learned from us before. */
  readonly believedOn: Date;
  /** When, on our clock, it last learned that. */
  readonly knownSince: Date | null;
  /** What it showed when it delivered the report. */
  readonly sentOn: Date;
  /** Our clock at that moment. */
  readonly receivedAt: Date;
}

/** Clocks that run are never quite alike. */
const SLACK_MS = 5 * 60_000;

/**
 * When a report was really made. A phone may be a year off, and may be set right on its way: then what it showed before says
 * nothing any more. A report was made after the device last heard from us and before it arrived; of the two ways to know the
 * moment we take the one that fits. Where neither does, it is the moment it arrived.
 */
export function whenMade({ sealedOn, believedOn, knownSince, sentOn, receivedAt }: DeviceClock): Date {
  const steady = new Date(sealedOn.getTime() + receivedAt.getTime() - sentOn.getTime());
  const earliest = (knownSince?.getTime() ?? Number.NEGATIVE_INFINITY) - SLACK_MS;
  const latest = receivedAt.getTime() + SLACK_MS;
  const found = [steady, believedOn].find((moment) => moment.getTime() >= earliest && moment.getTime() <= latest);
  return found === undefined || found > receivedAt ? receivedAt : found;
}

/** A moment told as "now" or "today" was told by the clock of the device, and moves along when that was off. */
export function moveAlong(occurredAt: Date, clock: DeviceClock): Date {
  const offMs = whenMade(clock).getTime() - clock.believedOn.getTime();
  if (Math.abs(offMs) <= SLACK_MS) return occurredAt;
  const moved = new Date(occurredAt.getTime() + offMs);
  return moved > clock.receivedAt ? clock.receivedAt : moved;
}
