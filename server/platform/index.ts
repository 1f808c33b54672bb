export { type MovableClock, movableClock, type Now, systemClock } from './clock.ts';
export type { AppContext, Context, SessionContext, VisitorContext, WorkerContext } from './context.ts';
export { type Database, type DatabaseOptions, openDatabase, type PlatformDatabase, type Session } from './database.ts';
export { type EventHandler, type RecordedEvent, Subscriptions } from './events.ts';
export { Absent, DatabaseAway, Forbidden, SessionEnded } from './failures.ts';
export { isUuid, newId, THE_HOUSE, type Uuid } from './ids.ts';
export { cancelJobs } from './jobs.ts';
export type { Facts, NewAuditEntry, NewEvent, NewJob, Tx } from './tx.ts';
export { type Asker, type Call, type Headers, type Refused, type Route, refuse, route } from './http/route.ts';
