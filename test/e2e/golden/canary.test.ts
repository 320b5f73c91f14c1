import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Load } from '../../../scripts/load.ts';
import { readDecision } from '../../../src/release/decision-record/store.ts';
import type { HttpRoute } from '../../../src/traffic/route.ts';
import { pushShops, type Run, type Shop } from '../harness.ts';
import { failedRequests, loadOn } from '../load.ts';
import {
  act,
  canaryShop,
  canaryWeights,
  eventNotes,
  exposed,
  nothingLeft,
  observed,
  rolledBack,
  rolloutOf,
  routeSpec,
} from '../progressive.ts';

const logOf = (runs: Run[], load: Load) => {
  const report = load.snapshot();
  return runs
    .flatMap(run => run.lines.map(({ at, text }) => `${((at - report.startedAt) / 1000).toFixed(2)} ${text}`))
    .join('\n');
};

beforeAll(pushShops);

describe('a canary release', () => {
  let shop: Shop;
  let load: Load;
  let before: object;
  beforeAll(async () => {
    shop = await canaryShop('canary', 'wide');
    // Shortened to one step and a bake.
    await shop.configure(text =>
      text.replace(
        'steps: [25%, 50%], bake: { weight: 80%, for: 15s }',
        'steps: [25%], bake: { weight: 60%, for: 10s }',
      ),
    );
    const first = await shop.deploy('v1');
    expect(first, first.stderr).toMatchObject({ code: 0 });
    before = (await routeSpec(shop)) as object;
    load = loadOn(shop, 150);
    await observed(shop);
  });
  afterAll(async () => {
    await load?.stop();
    await shop?.remove();
  });

  it('is promoted with its changed route when it is as good as the one before, without a failed request', async () => {
    const hostnames = [shop.host, `new.${shop.host}`];
    await shop.edit('HTTPRoute', ({ spec }) => {
      spec.hostnames = hostnames;
    });
    before = { ...before, hostnames };
    const runs: Run[] = [];
    const weights = canaryWeights(shop);
    for (const action of ['deploy', 'gate', 'promote']) {
      const run = action === 'deploy' ? await shop.deploy('v2') : await act(shop, action);
      runs.push(run);
      if (run.code !== 0) throw new Error(run.stderr);
    }
    console.log(logOf(runs, load));
    const report = load.snapshot();
    console.log(JSON.stringify({ requests: report.requests, failed: report.failed, errors: report.errors }));
    expect(failedRequests(load)).toEqual([]);
    await nothingLeft(shop);
    // One step, the bake, all traffic while the Deployment rolls, then back to the Deployment in two steps.
    // On a busy machine a canary pod may miss its probes: the log then says that it gets no traffic until it is ready.
    const pauses = runs.flatMap(({ stderr }) => stderr.match(/too few canary pods are ready/g) ?? []).length;
    await expect
      .poll(() => withoutPauses(weights.seen))
      .toEqual({ weights: [0, 25, 60, 100, 50, 0], pauses });
    await weights.end();
    expect(await routeSpec(shop)).toEqual(before);
    expect(await rolloutOf(shop)).toMatchObject({ phase: 'done' });
    const passed = expect.stringMatching(/^The gate's verdict on release 2 is pass: /);
    expect((await eventNotes(shop)).slice(1)).toEqual([
      'Rollout of release 2 started (canary); the baseline is release 1',
      'Release 2 gets 25 % of the traffic',
      passed,
      'Release 2 gets 60 % of the traffic',
      passed,
      'Release 2 gets 100 % of the traffic',
      'Release 2 receives all traffic',
    ]);
    await shop.serves('v2');
  }, 300_000);

  it('is rolled back when 5 % of its requests fail', async () => {
    const began = Date.now();
    await shop.edit('ConfigMap', ({ data }) => {
      data.FAULT_ERROR_RATE = '0.05';
    });
    const deployed = await shop.deploy('v1');
    if (deployed.code !== 0) throw new Error(deployed.stderr);
    const gated = await act(shop, 'gate');
    console.log(logOf([deployed, gated], load));
    expect({ code: gated.code, ...gated.outputs }).toMatchObject({
      code: 1,
      state: 'rolled-back',
      verdict: 'fail',
    });
    await nothingLeft(shop);
    expect(await routeSpec(shop)).toEqual(before);
    const rollout = await rolloutOf(shop);
    expect(rollout).toMatchObject({ phase: 'rolled-back' });
    const decision = await readDecision(shop.cluster, shop.namespace, 'shop', rollout.candidate);
    expect(Object.keys(decision?.durations ?? {}).sort()).toEqual(['rollback', 'verdict to accepted write']);
    expect(new Set(decision?.pods.map(({ track }) => track))).toEqual(new Set(['canary', 'baseline']));
    expect(failedRequests(load, began)).toEqual([]);
    await shop.serves('v2');
  }, 300_000);

  it('is rolled back when it is cancelled at its first weight', async () => {
    const began = Date.now();
    await shop.edit('ConfigMap', ({ data }) => {
      delete data.FAULT_ERROR_RATE;
    });
    const run = await exposed(shop, load, 'v1');
    expect(await weights(shop)).toEqual({ shop: 75, 'shop-canary': 25 });
    run.child.kill('SIGINT');
    await rolledBack(shop, run);
    expect(await routeSpec(shop)).toEqual(before);
    expect(failedRequests(load, began)).toEqual([]);
    await shop.serves('v2');
  });
});

/** Returns the weights without those that were 0 for a while and then what they had been, and how often that was. */
function withoutPauses(seen: readonly number[]): { weights: number[]; pauses: number } {
  const weights: number[] = [];
  for (const weight of seen) {
    if (weights.length > 1 && weights.at(-1) === 0 && weights.at(-2) === weight) weights.pop();
    else weights.push(weight);
  }
  return { weights, pauses: (seen.length - weights.length) / 2 };
}

/** Returns the weight of each Service in the first rule of the route. */
async function weights(shop: Shop): Promise<Record<string, number | undefined>> {
  const spec = (await routeSpec(shop)) as HttpRoute['spec'];
  const refs = spec?.rules?.[0]?.backendRefs ?? [];
  return Object.fromEntries(refs.map(({ name, weight }) => [name, weight]));
}
