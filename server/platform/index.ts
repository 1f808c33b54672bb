export { dossierLogRoutes, type FindNames } from './audit/index.ts';
export { type BlobStore, blobsFor, diskBlobs, PIECE_BYTES, type SealedFile, sealedFile } from './blobs/index.ts';
export {
  createChannels,
  type FindReachability,
  forgetPushOf,
  type NewNotification,
  type Notify,
  notify,
  notifyWithSecret,
  readChannelSettings,
  unsubscribeFromPush,
} from './channels/index.ts';
export { type MovableClock, movableClock, type Now, systemClock } from './clock.ts';
export type { AppContext, Context, SessionContext, WorkerContext } from './context.ts';
export { type Database, openDatabase, type PlatformDatabase, type Session } from './database.ts';
export { EnvironmentProblem } from './environment.ts';
export { type EventHandler, type RecordedEvent, Subscriptions } from './events.ts';
export { Absent, Forbidden, SessionEnded } from './failures.ts';
export { FileAnswer } from './http/file-answer.ts';
export { fieldError, fieldErrors } from './http/invalid.ts';
export { HttpFailure } from './http/problem.ts';
export { type Asker, type Call, type Headers, type Refused, type Route, refuse, route } from './http/route.ts';
export { isUuid, newId, THE_HOUSE, type Uuid } from './ids.ts';
export { type JobRunner, startJobRunner } from './job-runner.ts';
export {
  cancelJobs,
  type Job,
  type JobHandler,
  JobRegistry,
  type OutsideHandler,
  type OutsideNeeds,
} from './jobs.ts';
export { cursorOf, type PagePlace, pageOf, placeOf } from './keyset.ts';
export { type LiveChannel, openLive } from './live.ts';
export { type Log, openLog, silentLog } from './log.ts';
export {
  type MailDoor,
  type MailInSettings,
  type MailReceiver,
  openMailReceiver,
  type Recipient,
  readMailInSettings,
} from './mail-in/index.ts';
export { type Notifier, openNotifier } from './notifier.ts';
export type { Facts, Tx } from './tx.ts';
export {
  blindIndexOf,
  createVault,
  type EmployerKey,
  newDossier,
  normalised,
  type Texts,
  type Vault,
} from './vault/index.ts';
export { openWebServer, type WebServer } from './web-server.ts';
