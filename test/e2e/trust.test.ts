import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { ConfigMap } from '../../src/cluster/objects.ts';
import { pathOf, resources } from '../../src/cluster/resources.ts';
import type { Digest } from '../../src/image/reference.ts';
import type { ReleaseRecord } from '../../src/release/state/record.ts';
import { auditMark, createShop, pushShops, type Run, repository, type Shop, writesSince } from './harness.ts';
import { changeImage, keyPair, moveSignatures, password, registry, writeReports } from './signed.ts';
import { type Sigstore, shopJob, startSigstore } from './sigstore.ts';

/** Signatures, before a release writes anything: five images that must not be released, and one that may. */

let shop: Shop;
let ours: Awaited<ReturnType<typeof keyPair>>;
let others: typeof ours;
let sigstore: Sigstore;
let written: string;

beforeAll(async () => {
  await pushShops();
  shop = await createShop('trust');
  [ours, others, sigstore] = await Promise.all([
    keyPair(shop.dir, 'ours'),
    keyPair(shop.dir, 'others'),
    startSigstore('timestamps'),
  ]);
  await writeFile(join(shop.dir, 'signing.json'), await readFile(sigstore.signingConfig));
  await writeFile(join(shop.dir, 'root.json'), await readFile(sigstore.trustedRoot));
  written = await readFile(join(shop.dir, 'slipway.yml'), 'utf8');
  await demand(keyed('sbom'));
});
afterEach(() => demand(keyed('sbom')));
afterAll(async () => {
  await shop?.remove();
  await sigstore?.stop();
});

const demand = (more: string) => writeFile(join(shop.dir, 'slipway.yml'), `${written}\n${more}\n`);
const keyed = (attest: string) =>
  `signing: {key: "env://COSIGN_PRIVATE_KEY", attest: [${attest}]}\ntrust: {key: ours.pub, attestations: [sbom]}`;
const keyless = () =>
  `signing: {attest: [provenance], services: signing.json}\ntrust: {root: root.json, identity: {issuer: "${sigstore.issuer}"}}`;

const workflow = (job: typeof shopJob) => ({
  GITHUB_ACTIONS: 'true',
  GITHUB_SERVER_URL: 'https://github.com',
  GITHUB_REPOSITORY: job.repository,
  GITHUB_REPOSITORY_ID: job.repositoryId,
  GITHUB_REF: job.ref,
  GITHUB_SHA: '1a2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d',
});

/** An image that nobody has signed yet, and that runs: a version of the shop with a label of its own. */
async function fresh(tag = 'v1'): Promise<Digest> {
  const found = await registry.manifest(repository, tag);
  return changeImage(repository, found!.digest, Math.random().toString(36).slice(2));
}

async function sign(digest: Digest, key: typeof ours, env: Record<string, string> = {}): Promise<Run> {
  await writeReports(join(shop.dir, 'reports'), 'shop', `${repository}@${digest}`);
  const args = ['sign', '--images', `{"shop":"${digest}"}`, '--reports', 'reports'];
  return shop.slipway(args, { COSIGN_PRIVATE_KEY: key.secret, COSIGN_PASSWORD: password, ...env });
}

const release = (digest: Digest, env: Record<string, string> = {}) =>
  shop.slipway(['deploy', '--environment', 'production', '--images', `{"shop":"${digest}"}`], env);

/** Refused by deploy with that sentence and without a write, and foretold by plan. */
async function refused(digest: Digest, sentence: string, env: Record<string, string> = {}): Promise<void> {
  const mark = await auditMark();
  const run = await release(digest, env);
  const told = sentence.replaceAll('IMAGE', `${repository}@${digest}`);
  expect(run.code, run.stderr).toBe(1);
  expect(run.stderr).toMatch(/^slipway: [^\n]+\n$/);
  expect(run.outputs).toMatchObject({ state: 'refused', release: '', signed: '{}' });
  expect(run.outputs.reason?.startsWith(`${told}; `), run.outputs.reason).toBe(true);
  expect(await writesSince(mark, shop.user)).toEqual([]);
  const plan = await shop.slipway(
    ['plan', '--environment', 'production', '--images', `{"shop":"${digest}"}`],
    env,
  );
  expect(plan.outputs.verdict, plan.stderr).toBe('fail');
  expect(plan.stderr).toContain(`a release would be refused: ${told}`);
}

describe('an image is refused before the first write', () => {
  it('when it was changed after it was signed, and what was signed put at it', async () => {
    const good = await fresh();
    expect((await sign(good, ours)).code).toBe(0);
    const changed = await changeImage(repository, good, 'tampered');
    await moveSignatures(repository, good, changed);
    await refused(changed, `IMAGE is not what was signed: the signature at it was made for ${good}`);
  });

  it('when nobody signed it', async () => {
    await refused(await fresh(), 'IMAGE is not signed');
  });

  it('when another key signed it', async () => {
    const digest = await fresh();
    await sign(digest, others);
    await refused(digest, 'IMAGE is signed with another key than the key ours.pub');
  });

  it('when another repository signed it, with the same workflow', async () => {
    const digest = await fresh();
    await demand(keyless());
    const job = { ...shopJob, repository: 'mallory/shop', repositoryId: '666' };
    await sign(digest, ours, { ...workflow(job), ...sigstore.environmentOf(job) });
    await refused(
      digest,
      'IMAGE was signed by https://github.com/mallory/shop (666) at refs/heads/main, and must be signed by https://github.com/acme/shop (4711) at refs/heads/* or refs/tags/*',
      workflow(shopJob),
    );
  });

  it('when its SBOM is missing', async () => {
    const digest = await fresh();
    await demand(keyed(''));
    await sign(digest, ours);
    await demand(keyed('sbom'));
    await refused(digest, 'IMAGE has no SBOM');
  });
});

describe('an image that proves what is demanded', () => {
  it('is released, and the record of its release says who signed it', async () => {
    const digest = await fresh();
    const signed = await sign(digest, ours);
    expect(signed, signed.stderr).toMatchObject({ code: 0 });
    const run = await release(digest);
    expect(run, run.stderr).toMatchObject({ code: 0, outputs: { state: 'complete' } });
    expect(run.outputs.signed).toBe('{"shop":"the key ours.pub"}');
    const path = pathOf(resources.configMap, shop.namespace, `slipway-shop-r${run.outputs.release}`);
    const record = JSON.parse(
      (await shop.cluster.get<ConfigMap>(path))?.data?.record ?? '{}',
    ) as ReleaseRecord;
    expect(record.signatures).toEqual({ shop: { by: 'the key ours.pub', attested: ['sbom'] } });
    await shop.serves('v1');
  });

  it('is released when the workflow of the own repository signed it', async () => {
    const digest = await fresh('v2');
    await demand(keyless());
    const signed = await sign(digest, ours, { ...workflow(shopJob), ...sigstore.environmentOf(shopJob) });
    expect(signed, signed.stderr).toMatchObject({ code: 0 });
    const run = await release(digest, workflow(shopJob));
    expect(run, run.stderr).toMatchObject({ code: 0, outputs: { state: 'complete' } });
    expect(run.stderr).toContain('is signed by https://github.com/acme/shop (4711) at refs/heads/main');
    await shop.serves('v2');
  });
});
