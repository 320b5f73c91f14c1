import { hash, X509Certificate } from 'node:crypto';
import { isMap, jsonMap, textMap } from '../toolkit/map.ts';
import { type Bundle, type Envelope, newestBundleType } from './bundle.ts';

/**
 * The form in which cosign 2 stores signatures and attestations: layers of an image under a tag made from the digest, with the
 * proofs in annotations. They are converted to bundles, so that both forms are verified alike. All pure.
 */

export const layerTypes = {
  signature: 'application/vnd.dev.cosign.simplesigning.v1+json',
  attestation: 'application/vnd.dsse.envelope.v1+json',
} as const;

const keys = {
  signature: 'dev.cosignproject.cosign/signature',
  certificate: 'dev.sigstore.cosign/certificate',
  chain: 'dev.sigstore.cosign/chain',
  log: 'dev.sigstore.cosign/bundle',
  timestamp: 'dev.sigstore.cosign/rfc3161timestamp',
} as const;

export interface LegacyLayer {
  readonly mediaType: string;
  readonly content: Uint8Array;
  readonly annotations: Readonly<Record<string, string>>;
}

/** Builds the signed payload of this form, which only names the image. */
export function simplePayload(repository: string, digest: string): Uint8Array {
  const critical = {
    identity: { 'docker-reference': repository },
    image: { 'docker-manifest-digest': digest },
    type: 'cosign container image signature',
  };
  return Buffer.from(JSON.stringify({ critical, optional: null }));
}

/** Converts a signed payload, or an attestation, to a layer. */
export function layerOf(bundle: Bundle, payload: Uint8Array | undefined): LegacyLayer {
  const proofs = annotationsOf(bundle);
  const { dsseEnvelope: envelope, messageSignature: message } = bundle;
  if (payload !== undefined && message !== undefined)
    return {
      mediaType: layerTypes.signature,
      content: payload,
      annotations: { [keys.signature]: message.signature, ...proofs },
    };
  if (envelope === undefined) throw new Error('the bundle has no envelope');
  const predicateType = String(jsonMap(Buffer.from(envelope.payload, 'base64'))?.predicateType);
  return {
    mediaType: layerTypes.attestation,
    content: Buffer.from(JSON.stringify(envelope)),
    annotations: { [keys.signature]: '', predicateType, ...proofs },
  };
}

/**
 * Converts a layer to a bundle.
 * @returns a text that says what is wrong, when it is neither a signature nor an attestation.
 */
export function bundleOf({ mediaType, content, annotations }: LegacyLayer): Bundle | string {
  const verificationMaterial = materialOf(annotations);
  if (verificationMaterial === undefined)
    return 'has a certificate, a timestamp or a log entry that cannot be read';
  // Log entries of cosign 2 have no inclusion proof, which bundles require since version 0.3.
  const version = verificationMaterial.tlogEntries === undefined ? newestBundleType : firstBundleType;
  const head = { mediaType: version, verificationMaterial };
  if (mediaType === layerTypes.signature) {
    const messageDigest = { algorithm: 'SHA2_256', digest: hash('sha256', content, 'base64') };
    return { ...head, messageSignature: { messageDigest, signature: annotations[keys.signature] ?? '' } };
  }
  const envelope = mediaType === layerTypes.attestation ? jsonMap(content) : undefined;
  return typeof envelope?.payload === 'string'
    ? { ...head, dsseEnvelope: envelope as unknown as Envelope }
    : 'is neither a signature nor an attestation';
}

const firstBundleType = 'application/vnd.dev.sigstore.bundle+json;version=0.1';

function annotationsOf({ verificationMaterial: material }: Bundle): Record<string, string> {
  const der = material.certificate?.rawBytes ?? material.x509CertificateChain?.certificates[0]?.rawBytes;
  const pem = der === undefined ? undefined : new X509Certificate(Buffer.from(der, 'base64')).toString();
  const stamp = material.timestampVerificationData?.rfc3161Timestamps?.[0]?.signedTimestamp;
  return {
    ...(pem === undefined ? {} : { [keys.certificate]: pem, [keys.chain]: '' }),
    ...(stamp === undefined ? {} : { [keys.timestamp]: JSON.stringify({ SignedRFC3161Timestamp: stamp }) }),
  };
}

function materialOf(
  annotations: Readonly<Record<string, string>>,
): Bundle['verificationMaterial'] | undefined {
  const { [keys.certificate]: pem, [keys.timestamp]: stamp, [keys.log]: log } = annotations;
  const der = pem ? derOf(pem) : undefined;
  const timestamp = stamp ? textMap(jsonMap(stamp)).SignedRFC3161Timestamp : undefined;
  const entry = log ? entryOf(log) : undefined;
  if ((pem && der === undefined) || (stamp && timestamp === undefined) || (log && entry === undefined))
    return undefined;
  return {
    ...(der === undefined ? { publicKey: { hint: '' } } : certificateOf(der, entry !== undefined)),
    ...(entry === undefined ? {} : { tlogEntries: [entry] }),
    ...(timestamp === undefined
      ? {}
      : { timestampVerificationData: { rfc3161Timestamps: [{ signedTimestamp: timestamp }] } }),
  };
}

/** The first version of a bundle has a chain of certificates, here of one. */
function certificateOf(rawBytes: string, first: boolean) {
  return first ? { x509CertificateChain: { certificates: [{ rawBytes }] } } : { certificate: { rawBytes } };
}

/** Converts the log entry in an annotation of cosign 2: Rekor's promise to include it. */
function entryOf(text: string): object | undefined {
  const value = jsonMap(text);
  const payload = value?.Payload;
  if (!isMap(payload)) return undefined;
  const { body, integratedTime, logIndex, logID } = payload;
  const kind = typeof body === 'string' ? jsonMap(Buffer.from(body, 'base64')) : undefined;
  if (kind === undefined || typeof logID !== 'string') return undefined;
  if (typeof logIndex !== 'number' || typeof integratedTime !== 'number') return undefined;
  return {
    logIndex: String(logIndex),
    logId: { keyId: Buffer.from(logID, 'hex').toString('base64') },
    kindVersion: { kind: kind.kind, version: kind.apiVersion },
    integratedTime: String(integratedTime),
    inclusionPromise: { signedEntryTimestamp: value?.SignedEntryTimestamp },
    canonicalizedBody: body,
  };
}

function derOf(pem: string): string | undefined {
  try {
    return new X509Certificate(pem).raw.toString('base64');
  } catch {
    return undefined;
  }
}
