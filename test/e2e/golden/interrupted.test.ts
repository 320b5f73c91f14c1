import { readdir, readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ConfigMap } from '../../../src/cluster/objects.ts';
import { pathOf, resources } from '../../../src/cluster/resources.ts';
import {
  auditMark,
  createShop,
  eventually,
  image,
  pushShops,
  type Shop,
  workflow,
  writesSince,
} from '../harness.ts';

const ada = workflow('ada', 41);
const deployArgs = (tag: string, ...more: string[]) => [
  ...['deploy', '--environment', 'production', '--images', image(tag)],
  ...more,
];

/** Returns the children of a process, and theirs. */
async function descendants(parent: number): Promise<number[]> {
  const pids = (await readdir('/proc')).filter(name => /^\d+$/.test(name));
  const stats = await Promise.all(
    pids.map(async pid => {
      const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
      return { pid: Number(pid), parent: Number(text.slice(text.lastIndexOf(')') + 2).split(' ')[1]) };
    }),
  );
  const of = (pid: number): number[] =>
    stats.filter(each => each.parent === pid).flatMap(each => [each.pid, ...of(each.pid)]);
  return of(parent);
}

/** Whether a process is gone, or a zombie. */
async function isGone(pid: number): Promise<boolean> {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  return text === '' || / [ZX] /.test(text.slice(text.lastIndexOf(')') + 1).slice(0, 3));
}

describe('two runs and one application', () => {
  let shop: Shop;
  beforeAll(async () => {
    await pushShops();
    shop = await createShop('lease');
    const first = await shop.deploy('v1');
    expect(first, first.stderr).toMatchObject({ code: 0 });
    expect(await shop.slipway(['verify', '--environment', 'production'])).toMatchObject({ code: 0 });
  });
  afterAll(() => shop?.remove());

  const slowStart = (seconds: string) =>
    shop.edit('ConfigMap', ({ data }) => {
      data.FAULT_SLOW_START = seconds;
    });

  const outcome = async (release: number) => {
    const path = pathOf(resources.configMap, shop.namespace, `slipway-shop-r${release}-outcome`);
    return JSON.parse((await shop.cluster.get<ConfigMap>(path))?.data?.outcome ?? 'null') as {
      state: string;
    } | null;
  };

  async function whoAmI(): Promise<string> {
    const review = { apiVersion: 'authentication.k8s.io/v1', kind: 'SelfSubjectReview' };
    const path = '/apis/authentication.k8s.io/v1/selfsubjectreviews';
    const { status } = await shop.cluster.create<{ status: { userInfo: { username: string } } }>(
      path,
      review,
    );
    return status.userInfo.username;
  }

  it('refuses the second deploy and names the holder; with `wait` it runs afterwards', async () => {
    // Slow enough that the first run still holds the Lease.
    await slowStart('20');
    const first = shop.start(deployArgs('v2'), ada);
    await first.said(/^release 2 recorded/);
    await slowStart('0');
    const [refused, waited] = await Promise.all([
      shop.slipway(deployArgs('v1')),
      shop.slipway(deployArgs('v1', '--wait', '1m'), workflow('bob', 42)),
    ]);
    expect(refused.code).toBe(1);
    expect(refused.lines.at(-1)?.text).toMatch(
      /^slipway: another run is releasing shop: ada in run 41 attempt 1 of acme\/shop\. Wait until it has ended \(if it is dead, its Lease expires in \d+ s\); to roll its release back instead, (run the workflow rollback\.yml with `operation: rollback`|run `slipway rollback --environment [^`]+`)\.$/,
    );
    expect(await first.done).toMatchObject({ code: 0, outputs: { release: '2', state: 'complete' } });
    expect(waited.stderr).toContain('waiting for ada in run 41 attempt 1 of acme/shop');
    expect(waited).toMatchObject({ code: 0, outputs: { release: '3', baseline: '2', state: 'complete' } });
  });

  it('lets a rollback take over; the deploy reports that and writes nothing more', async () => {
    // From here on, no release becomes ready while a test runs.
    await slowStart('20');
    // Another user than the rollback's, so that the audit log distinguishes their writes.
    const living = shop.start(deployArgs('v2'), { ...ada, KUBECONFIG: process.env.KUBECONFIG ?? '' });
    const administrator = await whoAmI();
    await living.said(/^0 of 3 new pods ready/);
    const rolling = shop.start(['rollback', '--environment', 'production'], workflow('eve', 43));
    await rolling.said(/^taking over from ada in run 41 attempt 1 of acme\/shop$/);
    // The baseline of this rollout, not the last verified release.
    await rolling.said(/^(restoring release 3|rolled back)$/);
    const mark = await auditMark();
    expect(await rolling.done).toMatchObject({
      code: 0,
      outputs: { release: '3', changed: 'true', state: 'complete' },
    });
    const lost = await living.done;
    const writes = await writesSince(mark, administrator);
    expect(writes.filter(({ namespace, code }) => namespace === shop.namespace && code < 400)).toEqual([]);
    expect(lost.code).toBe(1);
    expect(lost.lines.at(-1)?.text).toMatch(
      /^slipway: (this run lost its Lease on shop to (eve in run 43 attempt 1 of acme\/shop|another run)|another run has taken over the rollout of shop)\. Follow that run; this one no longer writes to the cluster/,
    );
    await shop.serves('v1');
    expect(await outcome(4)).toMatchObject({ state: 'rolled-back' });
  });

  it('leaves no process when it is killed, and the next run first finishes its release', async () => {
    // It cannot remove the folder of its socket, so that is inside the folder of the shop.
    const killed = shop.start(deployArgs('v2'), { ...ada, TMPDIR: shop.dir });
    await killed.said(/^0 of 3 new pods ready/);
    const children = await descendants(killed.child.pid!);
    expect(children.length).toBeGreaterThan(0);
    killed.child.kill('SIGKILL');
    const at = Date.now();
    await eventually(async () => (await Promise.all(children.map(isGone))).every(Boolean), 10_000);
    const mark = await auditMark();
    expect(await killed.done).toMatchObject({ code: null });
    expect(await outcome(5)).toBeNull();
    await shop.edit('ConfigMap', ({ data }) => {
      delete data.FAULT_SLOW_START;
    });
    const refused = await shop.slipway(deployArgs('v1'));
    expect(refused.lines.at(-1)?.text).toMatch(/another run is releasing shop: ada in run 41/);
    expect(await writesSince(mark, shop.user)).toEqual([]);

    // The cluster continues a rolling update without a run, so the next run waits for its end first.
    const next = await shop.slipway(deployArgs('v1', '--wait', '1m'));
    expect(next).toMatchObject({ code: 0, outputs: { release: '6', baseline: '5', state: 'complete' } });
    console.log(
      `the lease of a killed run was free after ${Math.round((Date.now() - at) / 1000)} s, release included`,
    );
    await shop.serves('v1');
  });
});
