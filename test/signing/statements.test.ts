import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { RegistryClient } from '../../src/registry/client.ts';
import type { Cosign } from '../../src/signing/cosign.ts';
import { predicates } from '../../src/signing/predicates.ts';
import { attachStatement, signedPredicates } from '../../src/signing/statements.ts';
import { putImage, type Store, startStore } from '../registry/store.ts';

/** A cosign that signs with the content of KEY, and accepts a bundle when that is `right`. */
const standIn = `#!${process.execPath}
const { readFileSync, writeFileSync } = require('node:fs');
const after = name => process.argv[process.argv.indexOf(name) + 1];
if (process.argv[2] === 'attest-blob') {
  const payload = readFileSync(after('--statement')).toString('base64');
  const dsseEnvelope = { payload, payloadType: 'application/vnd.in-toto+json', signatures: [{ sig: process.env.KEY }] };
  writeFileSync(after('--bundle'), JSON.stringify({ mediaType: 'x', verificationMaterial: { publicKey: {} }, dsseEnvelope }));
} else if (JSON.parse(readFileSync(after('--bundle'), 'utf8')).dsseEnvelope.signatures[0].sig !== 'right') {
  console.error('Error: invalid signature');
  process.exit(1);
}
`;

const registry = new RegistryClient({ credentials: async () => undefined, sleep: async () => {} });
let store: Store;
let root: string;
let cosign: Cosign;
beforeEach(async () => {
  store = await startStore();
  store.keepsReferrers = true;
  root = mkdtempSync(join(tmpdir(), 'said-'));
  mkdirSync(join(root, 'home'));
  const program = join(root, 'cosign');
  writeFileSync(program, standIn);
  chmodSync(program, 0o755);
  writeFileSync(join(root, 'cosign.pub'), 'public');
  cosign = { program, folder: join(root, 'home'), signal: new AbortController().signal };
});
afterEach(async () => {
  rmSync(root, { recursive: true });
  await store.close();
});

const type = predicates.verification;
const place = (text: string) => ({
  repository: `${store.host}/shop`,
  digest: putImage(store, 'shop', 'amd64', text).digest,
});
const key = (text: string) => ({
  ...{ key: 'env://KEY', services: undefined, secrets: [] },
  env: { PATH: process.env.PATH, KEY: text },
});
const found = (at: ReturnType<typeof place>) =>
  signedPredicates(at, type, {
    trust: { key: 'cosign.pub', attestations: [] },
    publicLog: false,
    root,
    registry,
    cosign,
    env: { PATH: process.env.PATH },
    now: Date.now(),
  });

it('security 2: a statement about an image is accepted when the right key signed it, for that image and that type', async () => {
  const [one, other] = [place('one'), place('other')];
  await attachStatement(registry, one, type, { release: 1 }, { cosign, key: key('right') });
  await attachStatement(registry, one, type, { release: 2 }, { cosign, key: key('wrong') });
  await attachStatement(registry, one, predicates.provenance, { release: 3 }, { cosign, key: key('right') });
  expect(await found(one)).toEqual([{ release: 1 }]);
  expect(await found(other)).toEqual([]);

  // The bundle of one image, attached to another.
  const [bundle] = (await registry.referrers(one.repository, one.digest)).filter(
    ({ annotations }) => annotations['dev.sigstore.bundle.predicateType'] === type,
  );
  const { layers } = JSON.parse(store.manifests.get(`shop@${bundle?.digest}`)!.body.toString('utf8'));
  await registry.attach(other.repository, other.digest, {
    artifactType: 'application/vnd.dev.sigstore.bundle.v0.3+json',
    content: store.blobs.get(`shop@${layers[0].digest}`)!,
    annotations: { 'dev.sigstore.bundle.predicateType': type },
  });
  expect(await found(other)).toEqual([]);
});
