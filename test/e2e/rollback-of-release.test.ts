import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ConfigMap } from '../../src/cluster/objects.ts';
import { pathOf, resources } from '../../src/cluster/resources.ts';
import { auditMark, createShop, image, pushShops, type Shop, workflow, writesSince } from './harness.ts';

/** The rollback job of deploy.yml: it rolls back only the release of its own run. */

let shop: Shop;
const run = (number: number) => workflow('ada', number);

beforeAll(async () => {
  await pushShops();
  shop = await createShop('rollback');
  expect(await deploy('v1', 1)).toMatchObject({ code: 0, outputs: { release: '1' } });
  expect(await shop.slipway(['verify', '--environment', 'production'])).toMatchObject({ code: 0 });
});
afterAll(() => shop?.remove());

const deployArgs = (tag: string) => ['deploy', '--environment', 'production', '--images', image(tag)];
const deploy = (tag: string, by: number) => shop.slipway(deployArgs(tag), run(by));
const rollback = (what: string, by: number) =>
  shop.slipway(['rollback', '--environment', 'production', '--from-release', what], run(by));

async function outcome(release: number) {
  const path = pathOf(resources.configMap, shop.namespace, `slipway-shop-r${release}-outcome`);
  return JSON.parse((await shop.cluster.get<ConfigMap>(path))?.data?.outcome ?? 'null') as {
    state: string;
  } | null;
}

describe('a rollback of one release', () => {
  it('restores its baseline', async () => {
    expect(await deploy('v2', 2)).toMatchObject({ code: 0, outputs: { release: '2', baseline: '1' } });
    const rolledBack = await rollback('2', 2);
    expect(rolledBack, rolledBack.stderr).toMatchObject({
      code: 0,
      outputs: { release: '1', changed: 'true', state: 'complete', reason: '' },
    });
    expect(await outcome(2)).toMatchObject({ state: 'rolled-back' });
    await shop.serves('v1');
  });

  it('that was rolled back already changes nothing', async () => {
    const mark = await auditMark();
    expect(await rollback('2', 2)).toMatchObject({
      code: 0,
      outputs: {
        release: '',
        changed: 'false',
        state: 'not-needed',
        reason: 'release 2 has already been rolled back',
      },
    });
    expect(await writesSince(mark, shop.user)).toEqual([]);
  });

  it('changes nothing when another run has released meanwhile', async () => {
    await deploy('v2', 3);
    expect(await deploy('v1', 4)).toMatchObject({ code: 0, outputs: { release: '4', baseline: '3' } });
    const before = await shop.deployment();
    const mark = await auditMark();
    for (const what of ['3', 'run']) {
      const rolledBack = await rollback(what, 3);
      expect(rolledBack, rolledBack.stderr).toMatchObject({
        code: 0,
        outputs: {
          changed: 'false',
          state: 'not-needed',
          reason:
            'release 4 by ada in run 4 attempt 1 of acme/shop came after release 3, so nothing was rolled back',
        },
      });
    }
    expect(await writesSince(mark, shop.user)).toEqual([]);
    // Not the resourceVersion, because the controller may still write its status.
    expect((await shop.deployment()).metadata!.generation).toBe(before.metadata!.generation);
  });

  it('changes nothing for a run that recorded no release', async () => {
    expect(await rollback('run', 5)).toMatchObject({
      code: 0,
      outputs: {
        state: 'not-needed',
        reason: 'this run recorded no release, so there is nothing to roll back',
      },
    });
  });

  it('does not interrupt the rollout of another run, and does not seize its Lease', async () => {
    await shop.edit('ConfigMap', ({ data }) => {
      data.FAULT_SLOW_START = '4';
    });
    const living = shop.start(deployArgs('v2'), run(6));
    await living.said(/^release 5 recorded/);
    expect(await rollback('4', 4)).toMatchObject({
      code: 0,
      outputs: { state: 'not-needed', reason: expect.stringContaining('came after release 4') },
    });
    expect(await living.done).toMatchObject({ code: 0, outputs: { release: '5', state: 'complete' } });
  });

  it('rolls back the release of its killed run without waiting for the Lease to expire', async () => {
    const killed = shop.start(deployArgs('v1'), { ...run(7), TMPDIR: shop.dir });
    await killed.said(/^0 of 3 new pods ready/);
    killed.child.kill('SIGKILL');
    await killed.done;
    const rolledBack = await rollback('run', 7);
    expect(rolledBack, rolledBack.stderr).toMatchObject({
      code: 0,
      outputs: { release: '5', state: 'complete' },
    });
    // After a wait, the Lease would have had no holder to take over from.
    expect(rolledBack.stderr).toContain('taking over from ada in run 7 attempt 1 of acme/shop');
    expect(await outcome(6)).toMatchObject({ state: 'rolled-back' });
    await shop.serves('v2');
  });

  it('waits for the Lease of another run until it has expired', async () => {
    const last = await deploy('v1', 8);
    expect(last, last.stderr).toMatchObject({ code: 0, outputs: { release: '7' } });
    const path = pathOf(resources.lease, shop.namespace, 'slipway-shop');
    const lease = await shop.cluster.get<{ spec: object }>(path);
    await shop.cluster.replace(path, {
      ...lease,
      spec: { holderIdentity: 'bob in run 9 attempt 1 of acme/shop', leaseDurationSeconds: 10 },
    });
    const rolledBack = await rollback('7', 8);
    expect(rolledBack.stderr).toContain('waiting for bob in run 9 attempt 1 of acme/shop');
    expect(rolledBack, rolledBack.stderr).toMatchObject({
      code: 0,
      outputs: { release: '5', state: 'complete' },
    });
  });
});

describe('a rollback without a workload', () => {
  it('recreates it as in that release', async () => {
    const before = (await shop.deployment()).spec;
    await shop.kubectl(['delete', 'deployment', 'shop']);
    const back = await shop.slipway(
      ['rollback', '--environment', 'production', '--to-release', '5'],
      run(10),
    );
    expect(back, back.stderr).toMatchObject({
      code: 0,
      outputs: { release: '5', changed: 'true', state: 'complete' },
    });
    expect(back.stderr).toContain('recreating Deployment/shop from release 5');
    expect((await shop.deployment()).spec).toEqual(before);
    await shop.serves('v2');
  });
});

/** Rejects a promise without a handler while the candidate starts. */
const adrift = `data:text/javascript,${encodeURIComponent(`
  const write = process.stderr.write.bind(process.stderr);
  let told = false;
  process.stderr.write = (text, ...rest) => {
    if (!told && /new pods ready/.test(String(text))) {
      told = true;
      setImmediate(() => Promise.reject(new Error('adrift')));
    }
    return write(text, ...rest);
  };
`)}`;

describe('a run with an unhandled rejection', () => {
  it('rolls its release back, and fails with one clear stack', async () => {
    const before = (await shop.deployment()).spec?.template;
    const run = await shop.slipway(deployArgs('v1'), {
      ...workflow('ada', 90),
      NODE_OPTIONS: `--import=${adrift}`,
    });
    expect(run, run.stderr).toMatchObject({
      code: 1,
      outputs: { state: 'rolled-back', reason: 'an unexpected error occurred: adrift' },
    });
    expect(run.stderr.match(/Error: adrift\n +at /g)).toHaveLength(1);
    expect((await shop.deployment()).spec?.template).toEqual(before);
    expect(await outcome(Number(run.outputs.release))).toMatchObject({ state: 'rolled-back' });
    await shop.serves('v2');
  });
});
