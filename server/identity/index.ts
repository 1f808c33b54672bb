export { countTry } from './attempts.ts';
export { deviceOf } from './device.ts';
export { canSignIn, endGuestSessions, startGuestSession } from './guests.ts';
export { refusals as identityRefusals } from './refusals.ts';
export { identityRoutes } from './routes.ts';
export { hashOf, newToken } from './secrets.ts';
export { endOneSession, endSessionsOf } from './sessions.ts';
export { issueSetUpCode } from './set-up/set-up-code.ts';
export { forgetOldSessions, forgetOldTries } from './when-time-passes.ts';
