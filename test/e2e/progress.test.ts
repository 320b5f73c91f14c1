import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Load } from '../../scripts/load.ts';
import {
  auditedUntilNow,
  auditMark,
  eventually,
  pushShops,
  type Run,
  type RunningSlipway,
  type Shop,
  startSlipway,
  tokenKubeconfig,
  workflow,
  writesSince,
} from './harness.ts';
import { failedRequests, loadOn } from './load.ts';
import { act, canaryShop, nothingLeft, observed, rolloutOf, routeSpec, sweptInTurn } from './progressive.ts';
import { shorter } from './shorter.ts';
import { slowness } from './slowness.ts';

/** A gate and other runs that act on the same rollout; each step of a release is its own run. */

beforeAll(pushShops);

const gate = ['gate', '--environment', 'production'];
/** For runs that are killed, so that the others need not wait long for their Lease. */
const shortLease = shorter({ leaseDuration: 5_000, leaseRenewal: 1_500 });

describe('a rollout with traffic on the canary', () => {
  let shop: Shop;
  let load: Load;
  let before: unknown;
  /** Another account, so that the audit log distinguishes the writes. */
  let other: { kubeconfig: string; user: string };

  beforeAll(async () => {
    shop = await canaryShop('progress');
    const first = await shop.deploy('v1');
    if (first.code !== 0) throw new Error(first.stderr);
    before = await routeSpec(shop);
    load = loadOn(shop, 60);
    await shop.cluster.create(`/api/v1/namespaces/${shop.namespace}/serviceaccounts`, {
      metadata: { name: 'stalled' },
    });
    await shop.cluster.create('/apis/rbac.authorization.k8s.io/v1/clusterrolebindings', {
      metadata: { name: `${shop.namespace}-stalled` },
      roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: 'cluster-admin' },
      subjects: [{ kind: 'ServiceAccount', name: 'stalled', namespace: shop.namespace }],
    });
    other = {
      kubeconfig: await tokenKubeconfig(shop.cluster, shop.namespace, 'stalled', shop.dir),
      user: `system:serviceaccount:${shop.namespace}:stalled`,
    };
    await observed(shop);
  });
  afterAll(async () => {
    await load?.stop();
    const binding = `/apis/rbac.authorization.k8s.io/v1/clusterrolebindings/${shop?.namespace}-stalled`;
    await shop?.cluster.remove(binding, undefined);
    await shop?.remove();
  });

  let began: number;
  beforeEach(() => {
    began = Date.now();
  });
  // A failed test must not block the next one.
  afterEach(async () => {
    if ((await rolloutOf(shop)).phase !== 'rolled-back') await act(shop, 'rollback');
  });

  /** Deploys, and starts a gate until the candidate has its first weight. */
  async function exposed(env: Record<string, string> = {}): Promise<RunningSlipway> {
    const deployed = await shop.deploy('v2');
    if (deployed.code !== 0) throw new Error(deployed.stderr);
    const began = load.snapshot().versions.v2?.requests ?? 0;
    const run = startSlipway(gate, shop.dir, { KUBECONFIG: shop.kubeconfig, ...workflow('ann', 1), ...env });
    await run.said(/^25 % to the canary/);
    await eventually(async () => (load.snapshot().versions.v2?.requests ?? 0) > began + 10);
    return run;
  }

  /** Returns the milliseconds from then to the last byte of the canary, after two seconds without any. */
  async function lastByte(since: number): Promise<number> {
    await eventually(async () => Date.now() - (load.snapshot().versions.v2?.lastEnd ?? 0) > 2000);
    return (load.snapshot().versions.v2?.lastEnd ?? 0) - since;
  }

  async function isRolledBack(): Promise<void> {
    await nothingLeft(shop);
    expect(await routeSpec(shop)).toEqual(before);
    expect(await rolloutOf(shop)).toMatchObject({ phase: 'rolled-back' });
    expect(failedRequests(load, began)).toEqual([]);
  }

  const told = ({ code, outputs, stderr }: Run) => ({ code, ...outputs, stderr });

  it('waits for the next action: a deploy is refused meanwhile, and a sweep does nothing', async () => {
    const deployed = await shop.deploy('v2');
    expect(deployed.code, deployed.stderr).toBe(0);
    const refused = await shop.deploy('v1');
    expect(refused.code).toBe(1);
    expect(refused.stderr).toMatch(
      /release \d+ of shop waits for the action `gate` of its run until .*Wait for that run; if it has ended, (run the workflow sweep\.yml|run `slipway sweep --environment [^`]+`), or /,
    );
    expect(told(await act(shop, 'sweep'))).toMatchObject({ code: 0, state: 'paused' });
    expect(told(await act(shop, 'rollback'))).toMatchObject({ code: 0 });
    await isRolledBack();
  });

  it('is rolled back when it is cancelled: the last byte of the canary comes within 5 s', async () => {
    const run = await exposed();
    const at = Date.now();
    run.child.kill('SIGINT');
    const ms = await lastByte(at);
    const ended = await run.done;
    console.log(`cancel: last byte of the canary after ${ms} ms`);
    expect(ms).toBeLessThan(5000 * (await slowness(at)));
    expect(told(ended)).toMatchObject({
      code: 1,
      state: 'rolled-back',
      reason: expect.stringContaining('cancelled'),
    });
    await isRolledBack();
  });

  it('is rolled back by a rollback during its run within 10 s; that run reports it and writes nothing more', async () => {
    const run = await exposed({ KUBECONFIG: other.kubeconfig });
    const at = Date.now();
    const rolledBack = await act(shop, 'rollback');
    const mark = await auditMark();
    console.log(
      `rollback: ended after ${Date.now() - at} ms, last byte of the canary after ${await lastByte(at)} ms`,
    );
    expect(told(rolledBack)).toMatchObject({ code: 0 });
    expect(await lastByte(at)).toBeLessThan(10_000 * (await slowness(at)));
    const ended = await run.done;
    expect(ended.code).toBe(1);
    expect(ended.stderr).toMatch(/another run has taken over|requested the rollback/);
    await isRolledBack();
    expect((await writesSince(mark, other.user)).filter(({ code }) => code < 400)).toEqual([]);
  });

  it('makes a second deploy name the holder while its run is active', async () => {
    const run = await exposed();
    const refused = await shop.deploy('v1');
    expect(refused.code).toBe(1);
    expect(refused.stderr).toMatch(/another run is releasing shop: ann in .*1/);
    run.child.kill('SIGINT');
    await run.done;
    await isRolledBack();
  });

  it('whose run was suspended during a rollback has all later writes refused, and nothing of it is left', async () => {
    const run = await exposed({ KUBECONFIG: other.kubeconfig });
    run.child.kill('SIGSTOP');
    expect(told(await act(shop, 'rollback'))).toMatchObject({ code: 0 });
    const mark = await auditMark();
    run.child.kill('SIGCONT');
    const ended = await run.done;
    expect(ended.code).toBe(1);
    expect(ended.stderr).toMatch(/another run has taken over/);
    await auditedUntilNow(shop);
    const written = await writesSince(mark, other.user);
    console.log(
      `after SIGCONT: ${JSON.stringify(written.map(({ verb, uri, code }) => `${verb} ${uri.split('?')[0]} ${code}`))}`,
    );
    expect(written.filter(({ code }) => code < 400)).toEqual([]);
    await isRolledBack();
  });

  it('whose run was killed is left alone until the Lease expires, and is swept afterwards', async () => {
    const run = await exposed(shortLease);
    run.child.kill('SIGKILL');
    await run.done;
    expect(told(await act(shop, 'sweep'))).toMatchObject({ code: 0, state: 'running' });
    const swept = await sweptInTurn(shop);
    expect(told(swept)).toMatchObject({ code: 0, state: 'rolled-back' });
    await isRolledBack();
  });

  it('whose run was killed is rolled back by the next deploy, which then continues', async () => {
    const run = await exposed(shortLease);
    run.child.kill('SIGKILL');
    await run.done;
    const next = await shop.deploy('v2', '--wait', '60s');
    expect(told(next)).toMatchObject({ code: 0, state: 'prepared' });
    expect(next.stderr).toMatch(/was interrupted in phase stepping \(ann in .*before it had passed the gate/);
    expect(told(await act(shop, 'rollback'))).toMatchObject({ code: 0 });
    await isRolledBack();
  });
});
