import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Consumer, type Consuming, createConsuming, oneStep } from './act.ts';
import type { Shop } from './harness.ts';

/** A consumer that does everything with the action at the root of this repository, in one job. */

let consuming: Consuming;
let shop: Shop;
let consumer: Consumer;
let images: string;
let digest: string;

beforeAll(async () => {
  consuming = await createConsuming('one-step');
  ({ shop, consumer, images } = consuming);
  await consumer.write('.github/workflows/push.yml', oneStep);
}, 120_000);

afterAll(() => consuming?.remove());

async function tags(): Promise<string[]> {
  const answer = await fetch(`http://${images.replace('/', '/v2/')}/tags/list`);
  return answer.ok ? (((await answer.json()) as { tags: string[] | null }).tags ?? []) : [];
}

const deployed = async () => (await shop.deployment()).spec?.template.spec?.containers[0]?.image;

describe('the action slipway', () => {
  it('tests, builds, scans, pushes, releases and verifies a push', async () => {
    const run = await consumer.push();
    expect(run.code, run.log.slice(-3000)).toBe(0);
    expect(run.jobs).toEqual({ release: 'succeeded' });
    expect(run.outputs).toMatchObject({ 'release.outcome': 'success', 'release.release': '1' });
    ({ shop: digest } = JSON.parse(run.outputs['release.images'] ?? '{}') as { shop: string });
    expect(await deployed()).toBe(`${images}@${digest}`);
    await shop.serves('act-1');
  }, 240_000);

  it('rolls back a version whose probe fails', async () => {
    await shop.configure(text => text.replace('VERSION: act-1', 'VERSION: act-2'));
    await shop.edit('Deployment', ({ spec }) => {
      spec.progressDeadlineSeconds = 20;
      spec.template.spec.containers[0].readinessProbe.httpGet.path = '/nowhere';
    });
    const run = await consumer.push();
    expect(run.code).not.toBe(0);
    expect(run.outputs, run.log.slice(-3000)).toMatchObject({ 'release.outcome': 'rolled-back' });
    expect(run.outputs['release.reason']).toContain('the baseline is live again');
    expect(await deployed()).toBe(`${images}@${digest}`);
    await shop.serves('act-1');
  }, 240_000);

  it('stops at a critical finding: the image stays a candidate', async () => {
    const before = await tags();
    await consumer.write(
      'src/node_modules/lodash/package.json',
      '{"name": "lodash", "version": "4.17.11"}\n',
    );
    const run = await consumer.push();
    expect(run.code).not.toBe(0);
    expect(run.outputs, run.log.slice(-3000)).toMatchObject({ 'release.outcome': 'failure' });
    expect(run.outputs['release.reason']).toMatch(/^scan failed: /);
    expect(run.log).toContain('CVE-2019-10744');
    expect(await tags()).toEqual(before);
    expect(await deployed()).toBe(`${images}@${digest}`);
  }, 240_000);

  it('stops at a test that fails: nothing is built', async () => {
    await consumer.write(
      'test/fails.test.ts',
      "import { test } from 'node:test';\ntest('no', () => { throw new Error('no'); });\n",
    );
    const run = await consumer.push();
    expect(run.code).not.toBe(0);
    expect(run.outputs['release.reason'], run.log.slice(-3000)).toMatch(/^test failed: /);
    expect(run.log).not.toContain('Main Build');
    expect(await deployed()).toBe(`${images}@${digest}`);
  }, 180_000);
});
