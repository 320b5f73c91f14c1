import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Consumer, type Consuming, createConsuming, ownJob } from './act.ts';
import type { Shop } from './harness.ts';

/** Pushes to the example consumer's repository that end early; golden/pipeline.test.ts has one that is released. */

let consuming: Consuming;
let shop: Shop;
let consumer: Consumer;
let images: string;
let digest: string;

beforeAll(async () => {
  consuming = await createConsuming('act');
  ({ shop, consumer, images } = consuming);
  const run = await consumer.push();
  expect(run.code, run.log.slice(-3000)).toBe(0);
  ({ shop: digest } = JSON.parse(run.outputs['build.images']!) as { shop: string });
}, 300_000);

afterAll(() => consuming?.remove());

describe('a push', () => {
  it('can also be released in one step of another job', async () => {
    await consumer.write('.github/workflows/release.yml', ownJob);
    const run = await consumer.dispatch('.github/workflows/release.yml', { images: `{"shop":"${digest}"}` });
    expect(run.code, run.log.slice(-3000)).toBe(0);
    expect(run.jobs).toEqual({ release: 'succeeded' });
    expect(run.outputs).toMatchObject({ 'release.weight': '100', 'release.outcome': 'success' });
    await shop.serves('act-1');
  }, 240_000);

  it('stops at a failing probe and is rolled back: the baseline stays live', async () => {
    await consuming.breakProbe();
    const run = await consumer.push();
    expect(run.code).not.toBe(0);
    expect(run.jobs).toMatchObject({ push: 'succeeded', rollout: 'failed', outcome: 'failed' });
    expect(run.outputs).toMatchObject({ 'rollout.state': 'rolled-back', 'outcome.outcome': 'rolled-back' });
    expect((await shop.deployment()).spec!.template.spec!.containers[0]!.image).toBe(`${images}@${digest}`);
    await shop.serves('act-1');
  }, 300_000);

  it('stops at a critical finding: the image stays a candidate', async () => {
    const before = await consuming.tags();
    await consuming.plantFinding();
    const run = await consumer.push();
    expect(run.code).not.toBe(0);
    expect(run.jobs).toMatchObject({ test: 'succeeded', build: 'succeeded', scan: 'failed' });
    expect(run.jobs).not.toHaveProperty('push');
    expect(run.outputs).toMatchObject({ 'scan.verdict': 'fail', 'scan.critical': '1' });
    expect(run.log).toContain('CVE-2019-10744');
    expect(await consuming.tags()).toEqual(before);
  }, 300_000);

  it('stops at a test that fails: nothing is built', async () => {
    await consuming.breakTest();
    const run = await consumer.push();
    expect(run.code).not.toBe(0);
    expect(run.jobs).toEqual({ test: 'failed', outcome: 'failed' });
    expect(run.outputs).toMatchObject({ 'test.verdict': 'fail', 'outcome.outcome': 'failure' });
    expect(run.outputs['outcome.reason']).toMatch(/^test failed: /);
  }, 180_000);
});
