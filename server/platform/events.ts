import { newId, type Uuid } from './ids.ts';
import type { Facts, NewEvent, Tx } from './tx.ts';

export interface RecordedEvent {
  readonly eventId: Uuid<'event'>;
  readonly name: string;
  readonly incidentId: Uuid<'incident'> | null;
  /** Who did it; null when a job did. */
  readonly personId: Uuid<'person'> | null;
  readonly happenedAt: Date;
  readonly data: Facts;
}

/** Runs in a worker transaction of its own, after the event was committed. May be called twice: must be idempotent. */
export type EventHandler = (tx: Tx, event: RecordedEvent) => Promise<void>;

/** What the job of a handler carries, so that it need not read the event again. */
export interface Envelope {
  readonly eventId: string;
  readonly personId: string | null;
  readonly happenedAt: string;
  readonly facts: Facts;
}

/** The job that one handler gets for one event. */
export interface HandlerJob {
  readonly jobId: string;
  readonly kind: string;
  readonly orderKey: string | null;
  readonly data: Envelope;
}

const KIND = 'event:';

/** Who listens to what. Filled by `app.ts` before the first request, the same in every process. */
export class Subscriptions {
  readonly #byEvent = new Map<string, string[]>();
  readonly #byHandler = new Map<string, EventHandler>();

  /** `handlerName` is kept in pending jobs: it is never renamed while there may be any. */
  on(eventName: string, handlerName: string, handle: EventHandler): void {
    const key = `${KIND}${eventName}:${handlerName}`;
    if (this.#byHandler.has(key)) throw new Error(`The handler ${handlerName} already listens to ${eventName}`);
    this.#byHandler.set(key, handle);
    this.#byEvent.set(eventName, [...(this.#byEvent.get(eventName) ?? []), handlerName]);
  }

  /** For the job runner: each handler is a kind of job. */
  jobKinds(): ReadonlyMap<string, EventHandler> {
    return this.#byHandler;
  }

  /** One job per handler. A handler hears the events of one dossier in the order in which they happened. */
  jobsFor(eventId: string, event: NewEvent, personId: string | null, happenedAt: Date): HandlerJob[] {
    const data: Envelope = { eventId, personId, happenedAt: happenedAt.toISOString(), facts: event.data };
    return (this.#byEvent.get(event.name) ?? []).map((handler) => ({
      jobId: newId(),
      kind: `${KIND}${event.name}:${handler}`,
      orderKey: event.incidentId === undefined ? null : `${handler}:${event.incidentId}`,
      data,
    }));
  }
}

export function eventFromJob(kind: string, incidentId: string | null, data: Envelope): RecordedEvent {
  return {
    eventId: data.eventId,
    name: kind.slice(KIND.length).split(':')[0] ?? '',
    incidentId,
    personId: data.personId,
    happenedAt: new Date(data.happenedAt),
    data: data.facts,
  };
}
