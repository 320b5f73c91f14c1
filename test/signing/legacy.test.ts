import { describe, expect, it } from 'vitest';
import type { Bundle } from '../../src/signing/bundle.ts';
import { bundleOf, layerOf, layerTypes, simplePayload } from '../../src/signing/legacy.ts';
import { wording } from '../wording.ts';
import { certificate, pem } from './certificates.ts';

const digest = `sha256:${'a'.repeat(64)}`;
const rawBytes = certificate('workflow').toString('base64');
const stamped = {
  certificate: { rawBytes },
  timestampVerificationData: { rfc3161Timestamps: [{ signedTimestamp: 'c3RhbXA=' }] },
};
const payload = simplePayload('ghcr.io/acme/shop', digest);
const signature = (verificationMaterial: Bundle['verificationMaterial']): Bundle => ({
  mediaType: 'application/vnd.dev.sigstore.bundle.v0.3+json',
  verificationMaterial,
  messageSignature: { signature: 'c2ln' },
});
const attestation = (verificationMaterial: Bundle['verificationMaterial']): Bundle => ({
  mediaType: 'application/vnd.dev.sigstore.bundle.v0.3+json',
  verificationMaterial,
  dsseEnvelope: {
    payload: Buffer.from('{"predicateType":"https://spdx.dev/Document"}').toString('base64'),
    payloadType: 'application/vnd.in-toto+json',
    signatures: [{ sig: 'c2ln' }],
  },
});

describe('the form of cosign 2', () => {
  it('signs the name of the image, byte for byte as cosign does', () => {
    expect(Buffer.from(payload).toString()).toEqual(wording(`${digest}`, ',"optional":null'));
  });

  it('has the signature of a key in an annotation', () => {
    expect(layerOf(signature({ publicKey: { hint: 'x' } }), payload)).toEqual({
      mediaType: layerTypes.signature,
      content: payload,
      annotations: { 'dev.cosignproject.cosign/signature': 'c2ln' },
    });
  });

  it('has certificate and timestamp in annotations', () => {
    const { annotations } = layerOf(signature(stamped), payload);
    expect(annotations['dev.sigstore.cosign/certificate']?.trim()).toBe(pem('workflow').trim());
    expect(annotations['dev.sigstore.cosign/rfc3161timestamp']).toBe('{"SignedRFC3161Timestamp":"c3RhbXA="}');
  });

  it('names the type of the attestation', () => {
    const { mediaType, annotations } = layerOf(attestation(stamped), undefined);
    expect(mediaType).toBe(layerTypes.attestation);
    expect(annotations.predicateType).toBe('https://spdx.dev/Document');
  });

  it.each([
    ['a signature', signature(stamped), payload],
    ['a signature of a key', signature({ publicKey: { hint: '' } }), payload],
    ['an attestation', attestation(stamped), undefined],
  ])('and back is the same: %s', (_, bundle, content) => {
    const again = bundleOf(layerOf(bundle, content)) as Bundle;
    expect(again).toMatchObject(bundle);
    if (content !== undefined) expect(again.messageSignature?.messageDigest?.algorithm).toBe('SHA2_256');
  });
});

describe('an entry of the first transparency log', () => {
  const body = Buffer.from('{"apiVersion":"0.0.1","kind":"hashedrekord","spec":{}}').toString('base64');
  const log = {
    SignedEntryTimestamp: 'cHJvbWlzZQ==',
    Payload: { body, integratedTime: 7, logIndex: 8, logID: '00ff' },
  };
  const layer = (entry: string) => ({
    mediaType: layerTypes.signature,
    content: payload,
    annotations: {
      'dev.cosignproject.cosign/signature': 'c2ln',
      'dev.sigstore.cosign/certificate': pem('workflow'),
      'dev.sigstore.cosign/bundle': entry,
    },
  });

  it('becomes one of a bundle of the first version, which has promises instead of proofs', () => {
    expect(bundleOf(layer(JSON.stringify(log)))).toMatchObject({
      mediaType: 'application/vnd.dev.sigstore.bundle+json;version=0.1',
      verificationMaterial: {
        x509CertificateChain: { certificates: [{ rawBytes }] },
        tlogEntries: [
          {
            logIndex: '8',
            logId: { keyId: 'AP8=' },
            kindVersion: { kind: 'hashedrekord', version: '0.0.1' },
            integratedTime: '7',
            inclusionPromise: { signedEntryTimestamp: 'cHJvbWlzZQ==' },
            canonicalizedBody: body,
          },
        ],
      },
    });
  });

  it.each([
    ['{'],
    ['{}'],
    ['{"Payload":{"body":"e30="}}'],
    ['{"Payload":{"body":"e30=","logID":"00","logIndex":{"toString":1,"valueOf":1}}}'],
  ])('that cannot be read is never left out: %s', entry => {
    expect(bundleOf(layer(entry))).toEqual(wording());
  });
});

describe('a layer', () => {
  it('with a malformed certificate is not the signature of a key', () => {
    const annotations = {
      'dev.cosignproject.cosign/signature': 'c2ln',
      'dev.sigstore.cosign/certificate': 'x',
    };
    expect(bundleOf({ mediaType: layerTypes.signature, content: payload, annotations })).toEqual(wording());
  });

  it('of another type is ignored', () => {
    expect(bundleOf({ mediaType: 'text/plain', content: payload, annotations: {} })).toEqual(wording());
  });
});
