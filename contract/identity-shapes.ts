import { z } from 'zod';
import { id } from './id.ts';

export { id };

export const moment = z.iso.datetime({ offset: true });
export const email = z.string().trim().min(3).max(254);
/** What lies between two requests of signing in. Valid for minutes, taken once. */
export const ceremony = z.string().regex(/^[A-Za-z0-9_-]{43}$/);
export const token = z.string().regex(/^[A-Za-z0-9_-]{43}$/);
export const totpCode = z
  .string()
  .trim()
  .regex(/^[0-9]{3} ?[0-9]{3}$/);
export const recoveryCode = z.string().trim().min(10).max(30);
export const password = z.string().min(1).max(200);
/** Long beats complicated: no rules on digits and signs, at least twelve characters. */
export const newPassword = z.string().min(12).max(200);
export const deviceName = z.string().trim().min(1).max(60);

/** As `@simplewebauthn/browser` makes it; the server checks every byte of it. */
export const authenticatorResponse = z.looseObject({
  id: z.string().max(2_000),
  rawId: z.string().max(2_000),
  type: z.literal('public-key'),
  response: z.record(z.string(), z.unknown()),
  clientExtensionResults: z.record(z.string(), z.unknown()),
  authenticatorAttachment: z.string().max(40).nullish(),
});
/** To hand to `startRegistration` or `startAuthentication` of `@simplewebauthn/browser`. */
export const authenticatorOptions = z.record(z.string(), z.unknown());

export const signedIn = z.strictObject({ state: z.literal('signed_in') });

/** How somebody will sign in from now on. */
export const newWayToSignIn = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('password'), password: newPassword, ceremony, code: totpCode }),
  z.strictObject({ kind: z.literal('passkey'), ceremony, response: authenticatorResponse, name: deviceName }),
]);
export const totpEnrolment = z.strictObject({
  ceremony,
  /** For typing over; the picture holds the same. */
  secret: z.string(),
  /** An `otpauth:` address, for a link on the phone itself. */
  address: z.string(),
  /** The picture to scan, as SVG. */
  qrSvg: z.string(),
});
export const passkeyOptions = z.strictObject({ ceremony, options: authenticatorOptions });
/** Shown once. Each works once, when the phone or the key is lost. */
export const recoveryCodes = z.array(z.string());
