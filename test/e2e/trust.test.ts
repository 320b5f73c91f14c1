import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { needs } from './needs.ts';
import { type Sigstore, shopJob, startSigstore } from './sigstore.ts';
import { fresh, type TrustingShop, trustingShop } from './trusting.ts';

needs('cosign', 'sigstore');

/** Signatures of workflows, without a key, before a release writes anything; those with one are in golden/signing.test.ts. */

let trusting: TrustingShop;
let sigstore: Sigstore;

beforeAll(async () => {
  [trusting, sigstore] = await Promise.all([trustingShop('trust'), startSigstore('timestamps')]);
  await writeFile(join(trusting.shop.dir, 'signing.json'), await readFile(sigstore.signingConfig));
  await writeFile(join(trusting.shop.dir, 'root.json'), await readFile(sigstore.trustedRoot));
  await trusting.demand(
    `signing: {attest: [provenance], services: signing.json}\ntrust: {root: root.json, identity: {issuer: "${sigstore.issuer}"}}`,
  );
});
afterAll(async () => {
  await trusting?.shop.remove();
  await sigstore?.stop();
});

const workflow = (job: typeof shopJob) => ({
  GITHUB_ACTIONS: 'true',
  GITHUB_SERVER_URL: 'https://github.com',
  GITHUB_REPOSITORY: job.repository,
  GITHUB_REPOSITORY_ID: job.repositoryId,
  GITHUB_REF: job.ref,
  GITHUB_SHA: '1a2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d',
});

it('refuses an image when another repository signed it, with the same workflow', async () => {
  const digest = await fresh();
  const job = { ...shopJob, repository: 'mallory/shop', repositoryId: '666' };
  await trusting.sign(digest, trusting.ours, { ...workflow(job), ...sigstore.environmentOf(job) });
  await trusting.refused(
    digest,
    'IMAGE was signed by https://github.com/mallory/shop (666) at refs/heads/main, and must be signed by https://github.com/acme/shop (4711) at refs/heads/* or refs/tags/*',
    workflow(shopJob),
  );
});

it('takes one that is released when the workflow of the own repository signed it', async () => {
  const digest = await fresh('v2');
  const signed = await trusting.sign(digest, trusting.ours, {
    ...workflow(shopJob),
    ...sigstore.environmentOf(shopJob),
  });
  expect(signed, signed.stderr).toMatchObject({ code: 0 });
  const run = await trusting.release(digest, workflow(shopJob));
  expect(run, run.stderr).toMatchObject({ code: 0, outputs: { state: 'complete' } });
  expect(run.stderr).toContain('is signed by https://github.com/acme/shop (4711) at refs/heads/main');
  await trusting.shop.serves('v2');
});
