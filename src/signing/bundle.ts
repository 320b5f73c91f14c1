import { isMap } from '../toolkit/map.ts';
import { predicates } from './predicates.ts';

/** Bundles of Sigstore (https://docs.sigstore.dev/about/bundle/): a statement, its signature, and what proves whose it is. All pure. */

/** The type of an artifact that holds one, up to its version. */
export const bundleType = 'application/vnd.dev.sigstore.bundle';
export const newestBundleType = `${bundleType}.v0.3+json`;
export const statementType = 'application/vnd.in-toto+json';

/** What a bundle says; that it is signed, and by whom, cosign has to tell. */
export interface Claim {
  readonly type: string;
  /** Digests of what it speaks of. */
  readonly about: readonly string[];
  readonly predicate: unknown;
  /** The certificate of whoever signed, in DER; undefined for a key. */
  readonly certificate?: Uint8Array;
}

/** The parts of a bundle that are read or written here. */
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
 * Reads a bundle.
 * @returns what is wrong with it, as a text, when it is none.
 */
export function readBundle(text: string): Bundle | string {
  const value = parsed(text);
  if (!isMap(value) || !isMap(value.verificationMaterial)) return 'is no bundle of Sigstore';
  const bundle = value as unknown as Bundle;
  if (bundle.dsseEnvelope === undefined && bundle.messageSignature === undefined) return 'signs nothing';
  return bundle;
}

/**
 * What the statement in a bundle claims.
 * @returns what is wrong with it, as a text, when it claims nothing.
 */
export function claimOf({ dsseEnvelope, verificationMaterial }: Bundle): Claim | string {
  if (dsseEnvelope?.payloadType !== statementType) return 'is no statement';
  const statement = parsed(Buffer.from(String(dsseEnvelope.payload), 'base64').toString('utf8'));
  if (!isMap(statement)) return 'is no statement';
  const { predicateType, predicate, subject } = statement;
  if (typeof predicateType !== 'string') return 'is a statement of no type';
  return {
    type: predicateType,
    about: digestsIn(subject),
    predicate,
    ...certificateIn(verificationMaterial),
  };
}

/** What a signature of the older form claims: the digest of an image, and no more. */
export function simpleClaimOf(payload: Uint8Array, { verificationMaterial }: Bundle): Claim | string {
  const value = parsed(Buffer.from(payload).toString('utf8'));
  const critical = isMap(value) ? value.critical : undefined;
  const image = isMap(critical) ? critical.image : undefined;
  const digest = isMap(image) ? image['docker-manifest-digest'] : undefined;
  if (typeof digest !== 'string') return 'is the signature of no image';
  return {
    type: predicates.signature,
    about: [digest],
    predicate: undefined,
    ...certificateIn(verificationMaterial),
  };
}

/**
 * The bundle as it is given to cosign: read and written once, so that cosign and whoever decides here read the same statement and
 * the same certificate in it, however it was written.
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
  if (!Array.isArray(subject)) return [];
  return subject.flatMap((each: unknown) =>
    Object.entries(isMap(each) && isMap(each.digest) ? each.digest : {}).map(
      ([algorithm, value]) => `${algorithm}:${value}`,
    ),
  );
}

export function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
