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
    await consuming.breakProbe();
    const run = await consumer.push();
    expect(run.code).not.toBe(0);
    expect(run.outputs, run.log.slice(-3000)).toMatchObject({ 'release.outcome': 'rolled-back' });
    expect(run.outputs['release.reason']).toContain('the baseline is live again');
    expect(await deployed()).toBe(`${images}@${digest}`);
    await shop.serves('act-1');
  }, 240_000);

  it('stops at a critical finding: the image stays a candidate', async () => {
    const before = await consuming.tags();
    await consuming.plantFinding();
    const run = await consumer.push();
    expect(run.code).not.toBe(0);
    expect(run.outputs, run.log.slice(-3000)).toMatchObject({ 'release.outcome': 'failure' });
    expect(run.outputs['release.reason']).toMatch(/^scan failed: /);
    expect(run.log).toContain('CVE-2019-10744');
    expect(await consuming.tags()).toEqual(before);
    expect(await deployed()).toBe(`${images}@${digest}`);
  }, 240_000);

  it('stops at a test that fails: nothing is built', async () => {
    await consuming.breakTest();
    const run = await consumer.push();
    expect(run.code).not.toBe(0);
    expect(run.outputs['release.reason'], run.log.slice(-3000)).toMatch(/^test failed: /);
    expect(run.log).not.toContain('Main Build');
    expect(await deployed()).toBe(`${images}@${digest}`);
  }, 180_000);
});
