import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type LegacySignatures, legacyTag, unitedSignatures } from '../../src/registry/legacy.ts';
import { digestOf } from '../../src/registry/manifest.ts';
import { parseDigest } from '../image/digest.ts';
import { types } from './store.ts';

interface Signature {
  payload: string;
  signature: string;
}

/** As cosign writes it: a layer for each signature, possibly with the same payload. */
function signed(signatures: readonly Signature[]): LegacySignatures {
  const layers = signatures.map(({ payload, signature }) => ({
    mediaType: 'application/vnd.dev.cosign.simplesigning.v1+json',
    size: payload.length,
    digest: digestOf(Buffer.from(payload)),
    annotations: { 'dev.cosignproject.cosign/signature': signature },
  }));
  const config = Buffer.from(
    JSON.stringify({
      architecture: '',
      created: '0001-01-01T00:00:00Z',
      history: layers.map(() => ({ created: '0001-01-01T00:00:00Z' })),
      os: '',
      rootfs: { type: 'layers', diff_ids: layers.map(({ digest }) => digest) },
      config: {},
    }),
  );
  const descriptor = { mediaType: types.config, size: config.length, digest: digestOf(config) };
  const body = Buffer.from(
    JSON.stringify({ schemaVersion: 2, mediaType: types.image, config: descriptor, layers }),
  );
  return { manifest: { digest: digestOf(body), mediaType: types.image, body }, config };
}

const signaturesOf = ({ manifest }: LegacySignatures): string[] =>
  JSON.parse(Buffer.from(manifest.body).toString()).layers.map(
    ({ digest, annotations }: { digest: string; annotations: Record<string, string> }) =>
      `${digest} ${annotations['dev.cosignproject.cosign/signature']}`,
  );

const some = fc.uniqueArray(
  fc.record({ payload: fc.constantFrom('a', 'b', 'c'), signature: fc.constantFrom('x', 'y', 'z') }),
  { selector: each => JSON.stringify(each), maxLength: 6 },
);

describe('the signatures of two repositories', () => {
  it('are merged without loss or duplicates, and with a matching configuration', () => {
    fc.assert(
      fc.property(some, some, (left, access) => {
        const [there, ours] = [signed(left), signed(access)];
        const united = unitedSignatures(there, ours)!;
        const all = signaturesOf(united);
        expect(new Set(all)).toEqual(new Set([...signaturesOf(there), ...signaturesOf(ours)]));
        expect(all.length).toBe(new Set(all).size);
        const document = JSON.parse(Buffer.from(united.manifest.body).toString());
        expect(document.config.digest).toBe(digestOf(united.config));
        expect(document.config.size).toBe(united.config.length);
        expect(united.manifest.digest).toBe(digestOf(united.manifest.body));
        const config = JSON.parse(Buffer.from(united.config).toString());
        const digests = document.layers.map(({ digest }: { digest: string }) => digest);
        expect(config.rootfs.diff_ids).toEqual(digests);
        expect(config.history).toHaveLength(digests.length);
        // Repeating it changes nothing, in either order.
        expect(unitedSignatures(united, ours)).toBe(united);
        expect(unitedSignatures(there, united)).toBe(left.length === all.length ? there : united);
      }),
    );
  });

  it('are unchanged, byte for byte, when one has all of the other', () => {
    fc.assert(
      fc.property(some, some, (left, access) => {
        const [there, ours] = [signed(left), signed(access)];
        const united = unitedSignatures(there, ours)!;
        const [have, want] = [new Set(signaturesOf(there)), new Set(signaturesOf(ours))];
        if ([...want].every(each => have.has(each))) expect(united).toBe(there);
        else if ([...have].every(each => want.has(each))) expect(united).toBe(ours);
        else expect([there, ours]).not.toContain(united);
      }),
    );
  });

  it('are not merged with anything but signatures', () => {
    const ours = signed([{ payload: 'a', signature: 'x' }]);
    const other = (body: string, config = '{}') => ({
      manifest: { digest: digestOf(Buffer.from(body)), mediaType: types.image, body: Buffer.from(body) },
      config: Buffer.from(config),
    });
    expect(unitedSignatures(other('{'), ours)).toBeUndefined();
    expect(unitedSignatures(other('{"layers":[]}'), ours)).toBeUndefined();
    expect(unitedSignatures({ ...ours, config: Buffer.from('{"a":1}') }, ours)).toBeUndefined();
  });
});

it('the tag of cosign contains the digest, as long as that fits into a tag', () => {
  const digest = parseDigest(`sha256:${'a'.repeat(64)}`);
  expect(legacyTag(digest, 'sig')).toBe(`sha256-${'a'.repeat(64)}.sig`);
  expect(legacyTag(digest, 'sbom')).toBe(`sha256-${'a'.repeat(64)}.sbom`);
  expect(legacyTag(parseDigest(`sha512:${'a'.repeat(128)}`), 'att')).toBeUndefined();
});
