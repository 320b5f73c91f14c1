import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Consumer, type Consuming, createConsuming, oneStep } from './act.ts';
import type { Shop } from './harness.ts';
import { loadOn } from './load.ts';
import { nothingLeft, observed, routeSpec, useCanary } from './progressive.ts';

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

  it('rolls back a canary whose requests fail, and says why in its outputs and its summary', async () => {
    const route = await routeSpec(shop);
    const load = loadOn(shop, 60);
    const configuration = await readFile(join(shop.dir, 'slipway.yml'), 'utf8');
    try {
      await observed(shop);
      await useCanary(shop, 'wide');
      await shop.configure(text => text.replace('VERSION: act-1', 'VERSION: act-2'));
      await shop.edit('ConfigMap', ({ data }) => {
        data.FAULT_ERROR_RATE = '0.1';
      });
      const run = await consumer.push();
      expect(run.code).not.toBe(0);
      expect(run.jobs).toEqual({ release: 'failed' });
      expect(run.outputs, run.log.slice(-3000)).toMatchObject({
        'release.outcome': 'rolled-back',
        'release.release': '2',
        'release.verdict': 'fail',
      });
      expect(run.outputs['release.reason']).toMatch(/errors: .*evidence of harm/);
      expect(run.log).toMatch(
        /Summary - ### ❌ shop → production: release 2 was rolled back; release 1 is live\n\n\*\*Why:\*\* .*errors/,
      );
    } finally {
      await load.stop();
      await shop.configure(() => configuration);
      await shop.edit('ConfigMap', ({ data }) => {
        delete data.FAULT_ERROR_RATE;
      });
    }
    // The gate had given the canary a share: its requests are counted.
    expect(load.snapshot().versions['act-2']?.requests).toBeGreaterThan(0);
    await nothingLeft(shop);
    expect(await routeSpec(shop)).toEqual(route);
    expect(await deployed()).toBe(`${images}@${digest}`);
    await shop.serves('act-1');
  }, 400_000);

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
