import { fromText, toText } from "./pin.ts";

const TIMEOUT_MS = 60_000;
/** The bit of the authenticator's data that says that the user was verified, and not only present. */
const VERIFIED = 4;

/** Whether this device can tell its user by fingerprint, face or its own code. */
export async function hasPlatformKey(): Promise<boolean> {
  try {
    return (await PublicKeyCredential.isUserVerifyingPlatformAuthenticatorAvailable()) === true;
  } catch {
    return false;
  }
}

/** A key of the device's own authenticator; null where the user or the device did not want. */
export async function makePlatformKey(): Promise<string | null> {
  try {
    const made = await navigator.credentials.create({
      publicKey: {
        challenge: crypto.getRandomValues(new Uint8Array(32)),
        rp: { name: "MyBudget" },
        user: { id: crypto.getRandomValues(new Uint8Array(16)), name: "MyBudget", displayName: "MyBudget" },
        pubKeyCredParams: [
          { type: "public-key", alg: -7 },
          { type: "public-key", alg: -257 },
        ],
        authenticatorSelection: {
          authenticatorAttachment: "platform",
          userVerification: "required",
          residentKey: "discouraged",
        },
        timeout: TIMEOUT_MS,
      },
    });
    return made instanceof PublicKeyCredential ? toText(new Uint8Array(made.rawId)) : null;
  } catch {
    return null;
  }
}

/** Asks the device to verify its user. What it answers is only of this device, so no server has to check it. */
export async function askPlatformKey(id: string): Promise<boolean> {
  try {
    const answer = await navigator.credentials.get({
      publicKey: {
        challenge: crypto.getRandomValues(new Uint8Array(32)),
        allowCredentials: [{ type: "public-key", id: fromText(id) }],
        userVerification: "required",
        timeout: TIMEOUT_MS,
      },
    });
    if (!(answer instanceof PublicKeyCredential)) return false;
    const { authenticatorData } = answer.response as AuthenticatorAssertionResponse;
    return ((new Uint8Array(authenticatorData)[32] ?? 0) & VERIFIED) !== 0;
  } catch {
    return false;
  }
}
