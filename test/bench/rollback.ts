/**
 * Measures how long a bad version receives traffic after a failed verdict. The traffic of a canary at 50 % is restored in two ways, in
 * pairs of alternating order: by the engine (from the verdict through `decide` to the fenced patch, and then the state), and by a plain
 * patch through the same warm proxy. For comparison the same pods are rolled back by `kubectl rollout undo`.
 *
 * `calls` counts the API calls of the whole run that finally rolls back the release, from preflight to its last write.
 * The last byte is measured by a client with 200 requests per second, from the verdict to the end of the canary's last response.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { startLoad } from '../../scripts/load.ts';
import type { Verdict } from '../../src/analysis/verdict.ts';
import type { JsonPatch } from '../../src/cluster/port.ts';
import type { Config, Environment } from '../../src/config/types.ts';
import { readDecision } from '../../src/release/decision-record/store.ts';
import { attach } from '../../src/release/rollout/attach.ts';
import { decide } from '../../src/release/rollout/decide.ts';
import { reconcile } from '../../src/release/rollout/reconciler.ts';
import { acquireLease } from '../../src/release/store/lease.ts';
import { ReleaseStore } from '../../src/release/store/releases.ts';
import { readState, transition } from '../../src/release/store/rollout-state.ts';
import type { FencedPatch } from '../../src/traffic/fencing-token.ts';
import type { GatewayKind } from '../e2e/gateways.ts';
import { pushShops, repository } from '../e2e/harness.ts';
import { act, canaryShop } from '../e2e/progressive.ts';

const pairs = Math.max(20, Number(process.env.BENCH_RUNS ?? 20));
const fail: Verdict = { verdict: 'fail', reason: 'errors are worse', metrics: ['errors'] };
const origin = { actor: 'bench', run: 'bench' };

await pushShops();
const kind = (process.env.BENCH_GATEWAY || 'contour') as GatewayKind;
const shop = await canaryShop('rollback', 'auto', kind);
await shop.edit('Deployment', ({ spec }) => {
  spec.replicas = 4;
});
async function deployed(version: string): Promise<void> {
  const { code, stderr } = await shop.deploy(version);
  if (code !== 0) throw new Error(stderr);
}
const { cluster, namespace } = shop;
await deployed('v1');
const load = startLoad({ url: shop.url, host: shop.host, path: '/version', rate: 200, maxRequests: 150_000 });
try {
  // The gate needs metrics of the baseline.
  await sleep(25_000);
  await deployed('v2');
  const entry = await readState(cluster, namespace, 'shop');
  if (entry === undefined) throw new Error('nothing was prepared');
  const report = () => undefined;
  const lease = await acquireLease(cluster, {
    app: 'shop',
    namespace,
    origin,
    wait: 0,
    seize: false,
    workload: { kind: 'Deployment', name: 'shop' },
    report,
  });
  const records = new ReleaseStore(cluster, namespace, 'shop');
  const releases = await records.list();
  const [newest] = releases;
  if (newest === undefined) throw new Error('nothing is recorded');
  const config = newest.record.config as Config;
  const environment = config.environments.production as Environment;
  const request = { config, environment, origin, wait: 0, env: {}, report };
  const run = await attach(
    cluster,
    request,
    lease,
    { entry, releases, records },
    { command: 'gate', goal: 'judged' },
  );
  const { informers, spec, store } = run;
  const halfway = new Error('half of the traffic');
  // The engine brings the canary to 50 %: capacity, weight, and the status of the gateway.
  run.gate = {
    look: o => {
      if (o.rollout?.weight === 50 && spec.router.weight(o) === 50) throw halfway;
    },
    inputs: () => ({ verdict: { verdict: 'pass', reason: 'it is ready' }, facts: [] }),
    stop: async () => undefined,
  };
  await reconcile(run).catch((error: unknown) => {
    if (error !== halfway) throw error;
  });

  const seen = () => ({ ...informers.snapshot(), rollout: store.rollout });
  const send = (writes: FencedPatch[], kept = (patch: JsonPatch[]) => patch) =>
    Promise.all(
      writes.map(async ({ path, patch }) => informers.put(await cluster.patch(path, 'json', kept(patch)))),
    );
  const exposed = async () => {
    await store.change(rollout => ({ ...rollout, phase: 'stepping', step: 1, weight: 50 }));
    await send(spec.router.setWeight(seen(), 50));
    const since = Date.now();
    while ((load.snapshot().versions.v2?.lastStart ?? 0) < since + 700) await sleep(50);
  };
  const lastByte = async (since: number) => {
    while (Date.now() - Math.max(since, load.snapshot().versions.v2?.lastEnd ?? 0) < 700) await sleep(50);
    return (load.snapshot().versions.v2?.lastEnd ?? 0) - since;
  };

  const accepted: number[] = [];
  const ours: number[] = [];
  const bare: number[] = [];
  const byEngine = async () => {
    const [since, started] = [Date.now(), performance.now()];
    const move = decide(spec, seen(), {
      canary: undefined,
      workload: undefined,
      workers: {},
      verdict: fail,
      facts: [],
      cancelled: false,
      unwatchedSince: undefined,
      awaitsFirstVerdict: false,
      removed: false,
      pending: false,
    });
    if (move.do !== 'transition' || move.phase !== 'rolling-back' || move.writes?.length !== 1)
      throw new Error(`no rollback: ${JSON.stringify(move)}`);
    await send(move.writes);
    accepted.push(performance.now() - started);
    await store.change(rollout => transition(rollout, 'rolling-back', cluster.now(), { weight: 0 }));
    ours.push(await lastByte(since));
  };
  const byHand = async () => {
    const writes = spec.router.setWeight(seen(), 0);
    const since = Date.now();
    await send(writes, patch => patch.filter(({ op }) => op !== 'test'));
    bare.push(await lastByte(since));
  };
  for (let i = 0; i < pairs; i += 1) {
    for (const arm of i % 2 === 0 ? [byEngine, byHand] : [byHand, byEngine]) {
      await exposed();
      await arm();
    }
  }
  informers.close();
  await lease.release();
  const swept = await act(shop, 'rollback');
  if (swept.code !== 0) throw new Error(swept.stderr);
  const { calls } = (await readDecision(cluster, namespace, 'shop', 2)) ?? {};

  const rollouts: number[] = [];
  for (let i = 0; i < 3; i += 1) {
    await shop.kubectl(['set', 'image', 'deployment/shop', `shop=${repository}:v2`]);
    await shop.kubectl(['rollout', 'status', 'deployment/shop', '--timeout=60s']);
    await shop.serves('v2', 30_000);
    const since = Date.now();
    await shop.kubectl(['rollout', 'undo', 'deployment/shop']);
    await shop.kubectl(['rollout', 'status', 'deployment/shop', '--timeout=60s']);
    rollouts.push(await lastByte(since));
  }
  const at = (values: number[], part: number) =>
    [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * part))] ??
    Number.NaN;
  const rounded = (value: number) => Math.round(value * 10) / 10;
  const { failed, requests, errors } = load.snapshot();
  console.log(
    `${ours.length} runs each way, ${requests} requests, ${failed} failed: ${JSON.stringify(errors)}`,
  );
  for (const [name, values] of Object.entries({
    accepted,
    'by the engine': ours,
    bare,
    'rollout undo': rollouts,
  }))
    console.log(`${name}: p50 ${rounded(at(values, 0.5))} ms, p95 ${rounded(at(values, 0.95))} ms`);
  console.log(
    JSON.stringify({
      gateway: kind,
      accepted_p95_ms: rounded(at(accepted, 0.95)),
      last_byte_p50_ms: rounded(at(ours, 0.5)),
      over_bare_ms: rounded(at(ours, 0.5) - at(bare, 0.5)),
      ratio_rollout_undo: rounded(at(rollouts, 0.5) / at(ours, 0.5)),
      calls,
    }),
  );
} finally {
  await load.stop();
  await shop.remove();
}
