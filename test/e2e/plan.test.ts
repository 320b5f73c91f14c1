import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  accountKubeconfig,
  auditMark,
  createShop,
  image,
  pushShops,
  type Shop,
  writesSince,
} from './harness.ts';

const plan = ['plan', '--environment', 'production'];

describe('a plan', () => {
  let shop: Shop;
  beforeAll(async () => {
    await pushShops();
    shop = await createShop('plan');
  });
  afterAll(async () => {
    await shop?.remove();
  });

  it('of a first release creates everything, and writes nothing', async () => {
    const mark = await auditMark();
    const run = await shop.slipway([...plan, '--images', image('v1')]);
    console.log(run.stderr);
    expect(run, run.stderr).toMatchObject({ code: 0, outputs: { verdict: 'pass', reason: '' } });
    expect(JSON.parse(run.outputs.changes ?? '')).toEqual({
      create: expect.arrayContaining(['Deployment/shop', 'ConfigMap/shop', 'Secret/shop', 'Service/shop']),
      change: [],
      same: [],
    });
    expect(await writesSince(mark, shop.user)).toEqual([]);
  });

  it('after a release has nothing to change', async () => {
    const deployed = await shop.deploy('v1');
    expect(deployed.code, deployed.stderr).toBe(0);
    const run = await shop.slipway(plan);
    console.log(run.stderr);
    expect(JSON.parse(run.outputs.changes ?? '')).toMatchObject({ create: [], change: [] });
  });
});
