import {
  type AuthenticationResponseJSON,
  browserSupportsWebAuthn,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  type RegistrationResponseJSON,
  startAuthentication,
  startRegistration,
} from '@simplewebauthn/browser';

export const knowsPasskeys = browserSupportsWebAuthn();

type Options = Readonly<Record<string, unknown>>;

/** What the server made is handed on untouched; the browser checks every part of it. Null: somebody pressed "cancel". */
export async function makePasskey(options: Options) {
  return orNull(
    startRegistration({ optionsJSON: options as unknown as PublicKeyCredentialCreationOptionsJSON }).then(plain),
  );
}

export async function askPasskey(options: Options) {
  return orNull(
    startAuthentication({ optionsJSON: options as unknown as PublicKeyCredentialRequestOptionsJSON }).then(plain),
  );
}

/** As the contract wants it: plain objects all the way down. */
function plain(answer: RegistrationResponseJSON | AuthenticationResponseJSON) {
  const { id, rawId, type, authenticatorAttachment, response, clientExtensionResults } = answer;
  return {
    id,
    rawId,
    type,
    authenticatorAttachment,
    response: Object.fromEntries<unknown>(Object.entries(response)),
    clientExtensionResults: Object.fromEntries<unknown>(Object.entries(clientExtensionResults)),
  };
}

async function orNull<Answer>(ceremony: Promise<Answer>): Promise<Answer | null> {
  try {
    return await ceremony;
  } catch (failure) {
    if (failure instanceof Error && isChangeOfMind(failure)) return null;
    throw failure;
  }
}

/** Cancelled, timed out, or a key that is there already: a change of mind, not something broken. */
function isChangeOfMind(failure: Error): boolean {
  return (
    ['NotAllowedError', 'AbortError', 'InvalidStateError'].includes(failure.name) || failure.name === 'WebAuthnError'
  );
}
