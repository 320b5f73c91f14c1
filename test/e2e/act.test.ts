import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseReference } from '../../src/image/reference.ts';
import { RegistryClient } from '../../src/registry/client.ts';
import { type Consumer, createConsumer, ownJob } from './act.ts';
import { createShop, repository, type Shop } from './harness.ts';

/**
 * The example consumer's workflow from a push to a served digest, run by act: the wrapper, pipeline.yml and what it calls, and the
 * bundles. What act cannot do (cancels, approvals, what follows a called workflow that failed) is in test/workflow.
 */

/** Of this test alone: the candidates too. */
const images = `${repository}-act`;

let shop: Shop;
let consumer: Consumer;

beforeAll(async () => {
  shop = await createShop('act', async ({ edit, configure }) => {
    await edit('Deployment', ({ spec }) => {
      spec.template.spec.containers[0].image = images;
    });
    await configure(text =>
      text
        .replace(
          `shop: { repository: ${repository} }`,
          `shop: { repository: ${images}, args: { VERSION: act-1 } }`,
        )
        // Its one test covers little.
        .replace(/^ {2}coverage: .*\n/m, ''),
    );
  });
  consumer = await createConsumer(shop);
  await consumer.write(
    'test/orders.test.ts',
    `import assert from 'node:assert/strict';
import { test } from 'node:test';
import { OrderBook } from '../src/orders.ts';

test('an order is added up', () => {
  assert.equal(new OrderBook().place({ product: 'rope', quantity: 2 }).total, 3_700);
});
`,
  );
}, 240_000);

afterAll(async () => {
  await consumer?.remove();
  await shop?.remove();
});

async function tags(): Promise<string[]> {
  const answer = await fetch(`http://${images.replace('/', '/v2/')}/tags/list`);
  return answer.ok ? (((await answer.json()) as { tags: string[] | null }).tags ?? []) : [];
}

describe('a push', () => {
  let digest: string;
  let log: string;

  it('ends with the digest that was built served through the gateway', async () => {
    const run = await consumer.push();
    log = run.log;
    expect(run.code, log.slice(-3000)).toBe(0);
    expect(Object.keys(run.jobs)).toEqual(
      expect.arrayContaining(['test', 'build', 'scan', 'push', 'plan', 'rollout', 'outcome']),
    );
    expect(run.outputs).toMatchObject({
      'test.verdict': 'pass',
      'scan.verdict': 'pass',
      'rollout.verdict': 'pass',
    });
    ({ shop: digest } = JSON.parse(run.outputs['build.images']!) as { shop: string });
    expect(digest).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect((await shop.deployment()).spec!.template.spec!.containers[0]!.image).toBe(`${images}@${digest}`);
    for (const pod of await shop.pods()) {
      expect(pod.status!.containerStatuses![0]!.imageID.split('@').at(-1)).toBe(digest);
    }
    const answer = await shop.get('/ready');
    expect(answer).toEqual({ status: 200, version: 'act-1', body: '"OK"' });
    expect(await tags()).toContain('main');
    expect((await new RegistryClient().resolve(parseReference(`${images}:main`)))?.digest).toBe(digest);
  }, 300_000);

  it('does not show the kubeconfig or its token', async () => {
    const text = await readFile(shop.kubeconfig, 'utf8');
    const { users } = JSON.parse(text) as { users: { user: { token: string } }[] };
    const { token } = users[0]!.user;
    for (const secret of [text, token, Buffer.from(token).toString('base64')])
      expect(log).not.toContain(secret);
  });

  it('can be released in one step of a job of its own, too', async () => {
    await consumer.write('.github/workflows/release.yml', ownJob);
    const run = await consumer.dispatch('.github/workflows/release.yml', { images: `{"shop":"${digest}"}` });
    expect(run.code, run.log.slice(-3000)).toBe(0);
    expect(run.jobs).toEqual({ release: 'succeeded' });
    expect(run.outputs).toMatchObject({ 'release.state': 'complete', 'release.outcome': 'success' });
    await shop.serves('act-1');
  }, 240_000);

  it('undoes what came up and does not verify: what served before serves again', async () => {
    await shop.configure(text =>
      text.replace('VERSION: act-1', 'VERSION: act-2').replace('Anchor', 'Submarine'),
    );
    const run = await consumer.push();
    expect(run.code).not.toBe(0);
    expect(run.jobs).toMatchObject({ rollout: 'failed', undo: 'succeeded', outcome: 'failed' });
    expect(run.outputs).toMatchObject({
      'rollout.state': 'complete',
      'rollout.verdict': 'fail',
      'undo.state': 'complete',
      'outcome.outcome': 'undone',
    });
    expect((await shop.deployment()).spec!.template.spec!.containers[0]!.image).toBe(`${images}@${digest}`);
    await shop.serves('act-1');
  }, 300_000);

  it('stops at a bad probe, which is undone: what served before serves on', async () => {
    await shop.configure(text =>
      text.replace('VERSION: act-2', 'VERSION: act-3').replace('Submarine', 'Anchor'),
    );
    await shop.edit('Deployment', ({ spec }) => {
      spec.progressDeadlineSeconds = 20;
      spec.template.spec.containers[0].readinessProbe.httpGet.path = '/nowhere';
    });
    const run = await consumer.push();
    expect(run.code).not.toBe(0);
    expect(run.jobs).toMatchObject({ push: 'succeeded', plan: 'succeeded', rollout: 'failed' });
    expect(run.outputs).toMatchObject({ 'rollout.state': 'undone', 'outcome.outcome': 'undone' });
    expect((await shop.deployment()).spec!.template.spec!.containers[0]!.image).toBe(`${images}@${digest}`);
    await shop.serves('act-1');
  }, 300_000);

  it('stops at a critical finding: the image stays a candidate', async () => {
    const before = await tags();
    await consumer.write(
      'src/node_modules/lodash/package.json',
      '{"name": "lodash", "version": "4.17.11"}\n',
    );
    const run = await consumer.push();
    expect(run.code).not.toBe(0);
    expect(run.jobs).toMatchObject({ test: 'succeeded', build: 'succeeded', scan: 'failed' });
    expect(run.jobs).not.toHaveProperty('push');
    expect(run.outputs).toMatchObject({ 'scan.verdict': 'fail', 'scan.critical': '1' });
    expect(run.log).toContain('CVE-2019-10744');
    expect(await tags()).toEqual(before);
  }, 300_000);

  it('stops at a test that fails: nothing is built', async () => {
    await consumer.write(
      'test/fails.test.ts',
      "import { test } from 'node:test';\ntest('no', () => { throw new Error('no'); });\n",
    );
    const run = await consumer.push();
    expect(run.code).not.toBe(0);
    expect(run.jobs).toEqual({ test: 'failed', outcome: 'failed' });
    expect(run.outputs).toMatchObject({ 'test.verdict': 'fail', 'outcome.outcome': 'failure' });
    expect(run.outputs['outcome.reason']).toMatch(/^test failed: /);
  }, 180_000);
});
