import { isMap, jsonMap, mapsIn, textMap } from '../toolkit/map.ts';
import { predicates } from './predicates.ts';

/** Sigstore bundles (https://docs.sigstore.dev/about/bundle/): a statement, its signature, and the proof of its signer. All pure. */

/** The artifact type of a bundle, without its version. */
export const bundleType = 'application/vnd.dev.sigstore.bundle';
export const newestBundleType = `${bundleType}.v0.3+json`;
export const statementType = 'application/vnd.in-toto+json';

/** The unverified content of a bundle; only cosign can say whether, and by whom, it is signed. */
export interface Claim {
  readonly type: string;
  /** Digests of the subjects. */
  readonly about: readonly string[];
  readonly predicate: unknown;
  /** The signer's certificate, in DER; undefined for a key. */
  readonly certificate?: Uint8Array;
}

/** The fields of a bundle that are read or written here. */
export interface Bundle {
  mediaType: string;
  verificationMaterial: {
    certificate?: { rawBytes: string };
    x509CertificateChain?: { certificates: { rawBytes: string }[] };
    publicKey?: { hint?: string };
    tlogEntries?: unknown[];
    timestampVerificationData?: { rfc3161Timestamps?: { signedTimestamp: string }[] };
  };
  dsseEnvelope?: Envelope;
  messageSignature?: { messageDigest?: { algorithm: string; digest: string }; signature: string };
}

export interface Envelope {
  payload: string;
  payloadType: string;
  signatures: { sig: string; keyid?: string }[];
}

/**
 * Parses a bundle.
 * @returns a text that says what is wrong, when it is not a bundle.
 */
export function readBundle(text: string): Bundle | string {
  const value = jsonMap(text);
  if (!isMap(value?.verificationMaterial)) return 'is not a Sigstore bundle';
  const bundle = value as unknown as Bundle;
  if (bundle.dsseEnvelope === undefined && bundle.messageSignature === undefined) return 'has no signature';
  return bundle;
}

/**
 * Reads the claim of the statement in a bundle.
 * @returns a text that says what is wrong, when there is no claim.
 */
export function claimOf({ dsseEnvelope, verificationMaterial }: Bundle): Claim | string {
  const payload: unknown = dsseEnvelope?.payloadType === statementType ? dsseEnvelope.payload : undefined;
  const statement = typeof payload === 'string' ? jsonMap(Buffer.from(payload, 'base64')) : undefined;
  if (statement === undefined) return 'is not an in-toto statement';
  const { predicateType, predicate, subject } = statement;
  if (typeof predicateType !== 'string') return 'is a statement without a type';
  return {
    type: predicateType,
    about: digestsIn(subject),
    predicate,
    ...certificateIn(verificationMaterial),
  };
}

/** Reads the claim of a signature of the older form, which is only the digest of an image. */
export function simpleClaimOf(payload: Uint8Array, { verificationMaterial }: Bundle): Claim | string {
  const critical = jsonMap(payload)?.critical;
  const { 'docker-manifest-digest': digest } = textMap(isMap(critical) ? critical.image : undefined);
  if (digest === undefined) return 'is not the signature of an image';
  return {
    type: predicates.signature,
    about: [digest],
    predicate: undefined,
    ...certificateIn(verificationMaterial),
  };
}

/**
 * Serializes a bundle for cosign. The base64 values are decoded and encoded again, so that cosign and our own checks read the same
 * statement and certificate, however they were encoded.
 */
export function textOf(bundle: Bundle): string {
  const again = (text: string) => Buffer.from(text, 'base64').toString('base64');
  return JSON.stringify(bundle, (key, value: unknown) =>
    (key === 'payload' || key === 'rawBytes') && typeof value === 'string' ? again(value) : value,
  );
}

function certificateIn({ certificate, x509CertificateChain: chain }: Bundle['verificationMaterial']) {
  const raw: unknown = certificate?.rawBytes ?? chain?.certificates?.[0]?.rawBytes;
  return typeof raw === 'string' ? { certificate: Buffer.from(raw, 'base64') } : {};
}

function digestsIn(subject: unknown): string[] {
  return mapsIn(subject).flatMap(({ digest }) =>
    Object.entries(textMap(digest)).map(([algorithm, value]) => `${algorithm}:${value}`),
  );
}
