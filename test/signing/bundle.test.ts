import { describe, expect, it } from 'vitest';
import { type Bundle, claimOf, readBundle, simpleClaimOf, textOf } from '../../src/signing/bundle.ts';
import { wording } from '../wording.ts';
import { certificate } from './certificates.ts';

const digest = `sha256:${'a'.repeat(64)}`;
const statement = (more: object = {}) => ({
  _type: 'https://in-toto.io/Statement/v1',
  subject: [{ name: 'ghcr.io/acme/shop', digest: { sha256: 'a'.repeat(64) } }],
  predicateType: 'https://slsa.dev/provenance/v1',
  predicate: { buildDefinition: {} },
  ...more,
});
const bundle = (value: unknown, more: object = {}): Bundle =>
  ({
    mediaType: 'application/vnd.dev.sigstore.bundle.v0.3+json',
    verificationMaterial: { publicKey: { hint: '' } },
    dsseEnvelope: {
      payload: Buffer.from(JSON.stringify(value)).toString('base64'),
      payloadType: 'application/vnd.in-toto+json',
      signatures: [{ sig: 'c2ln' }],
    },
    ...more,
  }) as Bundle;

describe('a bundle', () => {
  it.each([
    ['no JSON', '{', wording()],
    ['a list', '[]', wording()],
    ['without material', '{"dsseEnvelope":{}}', wording()],
    ['without content', '{"verificationMaterial":{}}', wording()],
  ])('is refused: %s', (_, text, problem) => {
    expect(readBundle(text)).toEqual(problem);
  });

  it('has the claim of its statement', () => {
    expect(claimOf(bundle(statement()))).toEqual({
      type: 'https://slsa.dev/provenance/v1',
      about: [digest],
      predicate: { buildDefinition: {} },
    });
  });

  it('may be about several images', () => {
    const subject = [{ digest: { sha256: 'b' } }, { digest: { sha256: 'a', sha512: 'c' } }, {}, null];
    expect(claimOf(bundle(statement({ subject })))).toMatchObject({
      about: ['sha256:b', 'sha256:a', 'sha512:c'],
    });
  });

  it.each([
    [
      'with another payload',
      bundle(statement(), { dsseEnvelope: { payload: '', payloadType: 'text/plain' } }),
    ],
    ['with a statement that is a list', bundle([])],
    ['with a statement of no type', bundle(statement({ predicateType: 1 }))],
    ...[5, [123, 125], { length: 2 ** 40 }, { toString: 1, valueOf: 1 }].map((payload): [string, Bundle] => [
      `with the payload ${JSON.stringify(payload)}`,
      bundle('', { dsseEnvelope: { payload, payloadType: 'application/vnd.in-toto+json' } }),
    ]),
  ])('has no claim %s', (_, value) => {
    expect(claimOf(value)).toEqual(wording());
  });

  it('is about no image whose digest is not a text', () => {
    const subject = [{ digest: { sha256: { toString: 1, valueOf: 1 }, sha512: 7 } }];
    expect(claimOf(bundle(statement({ subject })))).toMatchObject({ about: [] });
  });

  it('has the certificate of the signer, alone or first of a chain', () => {
    const rawBytes = certificate('workflow').toString('base64');
    const one = bundle(statement(), { verificationMaterial: { certificate: { rawBytes } } });
    const chain = { x509CertificateChain: { certificates: [{ rawBytes }, { rawBytes: 'YQ==' }] } };
    for (const value of [one, bundle(statement(), { verificationMaterial: chain })])
      expect(claimOf(value)).toMatchObject({ certificate: certificate('workflow') });
  });

  it('is serialized again for cosign, so that no decoder can read it differently', () => {
    const odd = bundle(statement());
    const { payload } = odd.dsseEnvelope!;
    odd.dsseEnvelope!.payload = ` ${payload.replace(/\+/g, '-').replace(/=+$/, '')}\n`;
    expect(claimOf(odd)).toEqual(claimOf(bundle(statement())));
    expect(JSON.parse(textOf(odd)).dsseEnvelope.payload).toBe(payload);
  });
});

describe('what a reader of protobuf leaves out', () => {
  it.each([
    ['an unknown field', { more: 1 }],
    ['a second envelope', { dsse_envelope: {} }],
    ['a signature of bytes', { messageSignature: { signature: 'c2ln' } }],
    [
      'a key beside a certificate',
      { verificationMaterial: { publicKey: {}, certificate: { rawBytes: '' } } },
    ],
    ['log entries that are no list', { verificationMaterial: { publicKey: {}, tlogEntries: 'x' } }],
  ])('reaches cosign, which refuses the bundle: %s', (_, more) => {
    const text = JSON.stringify(bundle(statement(), more));
    expect(JSON.parse(textOf(readBundle(text) as Bundle))).toEqual(JSON.parse(text));
  });
});

describe('a signature of the older form', () => {
  const material = bundle(statement());
  const payload = (image: unknown) => Buffer.from(JSON.stringify({ critical: { image } }));

  it('claims the digest of an image', () => {
    expect(simpleClaimOf(payload({ 'docker-manifest-digest': digest }), material)).toMatchObject({
      type: 'https://sigstore.dev/cosign/sign/v1',
      about: [digest],
    });
  });

  it.each([['{'], ['{}'], ['{"critical":{}}'], ['{"critical":{"image":{"docker-manifest-digest":7}}}']])(
    'claims nothing: %s',
    text => {
      expect(simpleClaimOf(Buffer.from(text), material)).toEqual(wording());
    },
  );
});
