export * from './identity-access.ts';
export * from './identity-demonstration.ts';
export * from './identity-invitations.ts';
export * from './identity-sessions.ts';
export { newWayToSignIn } from './identity-shapes.ts';
export * from './identity-sign-in.ts';
export * from './identity-ways.ts';
