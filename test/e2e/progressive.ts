import { expect } from 'vitest';
import type { Load } from '../../scripts/load.ts';
import type { KubeObject } from '../../src/cluster/objects.ts';
import { pathOf, resources } from '../../src/cluster/resources.ts';
import { readState } from '../../src/release/store/rollout-state.ts';
import type { RolloutState } from '../../src/release/store/schema.ts';
import type { HttpRoute } from '../../src/traffic/route.ts';
import { instantQuery } from '../prometheus.ts';
import type { GatewayKind } from './gateways.ts';
import { createShop, eventually, type Run, type RunningSlipway, type Shop } from './harness.ts';

const canary = (profile: string, share: GatewayKind) => `strategy:
      canary: { steps: [25%, 50%], bake: { weight: 80%, for: 15s }, deadline: 5m, watch: 2s, watchdog: off }
    gate:
      prometheus: { service: monitoring/prometheus:9090 }
      # The gate gives up after three ticks without an answer.
      tick: 3s
      profile: ${profile}
      warm-up: 4s
      share: ${share}
      metrics:
        - { name: errors, total: http_requests_total, bad: 'http_requests_total{code=~"5.."}' }`;

/**
 * Gives a shop a canary strategy in place of its rolling one.
 * @param profile `wide` passes a good candidate after some hundred requests instead of some thousand, which saves minutes.
 */
export const useCanary = (shop: Shop, profile: 'auto' | 'wide' = 'auto'): Promise<void> =>
  shop.configure(text => text.replace('strategy: { rolling: { deadline: 2m } }', canary(profile, shop.kind)));

/** Creates a shop with a canary strategy: `useCanary`. */
export const canaryShop = (
  name: string,
  profile: 'auto' | 'wide' = 'auto',
  kind: GatewayKind = 'contour',
): Promise<Shop> => createShop(name, shop => useCanary(shop, profile), kind);

/** Resolves when each pod of the baseline was scraped four times with requests, as the gate requires. */
export async function observed(shop: Shop): Promise<void> {
  const scrapes = `max by (pod) (count_over_time(http_requests_total{namespace="${shop.namespace}"}[10m]))`;
  const pods = (await shop.deployment()).spec?.replicas ?? 0;
  await eventually(async () => {
    const [count] = await instantQuery(shop.cluster, `count(${scrapes} >= 4)`);
    return Number(count?.value[1]) >= pods;
  }, 90_000);
}

/** Runs one action of a release, as a workflow does. */
export const act = (shop: Shop, action: string, ...more: string[]) =>
  shop.slipway([action, '--environment', 'production', ...more]);

/** Sweeps until the rollout neither runs nor is paused: the Lease of a killed run must expire first. */
export const sweptInTurn = (shop: Shop): Promise<Run> =>
  eventually(async () => {
    const ran = await act(shop, 'sweep');
    return !/^(running|paused)$/.test(ran.outputs.state ?? '') && ran;
  }, 90_000);

/** Returns the temporary objects of a rollout. */
export async function temporary(shop: Shop): Promise<string[]> {
  const found = await Promise.all(
    [resources.deployment, resources.service, resources.configMap, resources.job].map(async resource => {
      const { items } = await shop.cluster.list<KubeObject>(pathOf(resource, shop.namespace));
      return items
        .map(({ metadata }) => `${resource.kind}/${metadata?.name}`)
        .filter(name => /-canary$|-fence-|watchdog/.test(name));
    }),
  );
  return found.flat();
}

/** Resolves when no temporary object is left: the cluster's garbage collection deletes the objects that the fence owns. */
export async function nothingLeft(shop: Shop): Promise<void> {
  await eventually(async () => (await temporary(shop)).length === 0, 15_000).catch(async cause => {
    throw new Error(`left over: ${await temporary(shop)}`, { cause });
  });
}

export async function rolloutOf(shop: Shop): Promise<RolloutState> {
  const entry = await readState(shop.cluster, shop.namespace, 'shop');
  if (entry === undefined) throw new Error('there is no rollout');
  return entry.rollout;
}

export async function routeSpec(shop: Shop): Promise<unknown> {
  return (await shop.cluster.get(pathOf(resources.httpRoute, shop.namespace, 'shop')))?.spec;
}

/** Watches the weight of the canary in the first rule of the route `shop` until `end`; `seen` has each change. */
export function canaryWeights(shop: Shop): { seen: number[]; end(): Promise<void> } {
  const seen: number[] = [];
  let problem: Error | undefined;
  const stop = new AbortController();
  const path = pathOf(resources.httpRoute, shop.namespace);
  const watching = (async () => {
    const query = { fieldSelector: 'metadata.name=shop' };
    for await (const { type, object } of shop.cluster.watch<HttpRoute>(path, query, stop.signal)) {
      if (type === 'ERROR') throw new Error(JSON.stringify(object));
      if (type !== 'ADDED' && type !== 'MODIFIED') continue;
      const refs = object.spec?.rules?.[0]?.backendRefs ?? [];
      const weight = refs.find(({ name }) => name === 'shop-canary')?.weight ?? 0;
      if (weight !== seen.at(-1)) seen.push(weight);
    }
    if (!stop.signal.aborted) throw new Error('the API server ended the watch of the route');
  })().catch(error => {
    if (!stop.signal.aborted) problem = error as Error;
  });
  return {
    seen,
    end: async () => {
      stop.abort();
      await watching;
      if (problem !== undefined) throw problem;
    },
  };
}

/** Returns the notes of Slipway's Events on the workload, in their order. */
export async function eventNotes(shop: Shop): Promise<string[]> {
  const text = await shop.kubectl(['get', 'events.events.k8s.io', '-o', 'json']);
  const { items } = JSON.parse(text) as {
    items: { eventTime?: string; note: string; reportingController?: string }[];
  };
  return items
    .filter(({ reportingController }) => reportingController === 'slipway.dev/release')
    .sort((a, b) => ((a.eventTime ?? '') < (b.eventTime ?? '') ? -1 : 1))
    .map(({ note }) => note);
}

/** Deploys, and starts a gate until the candidate has its first weight. */
export async function exposed(shop: Shop, load: Load, tag: 'v1' | 'v2' = 'v2'): Promise<RunningSlipway> {
  const deployed = await shop.deploy(tag);
  if (deployed.code !== 0) throw new Error(deployed.stderr);
  const began = load.snapshot().versions[tag]?.requests ?? 0;
  const run = shop.start(['gate', '--environment', 'production']);
  await run.said(/^25 % to the canary/);
  await eventually(async () => (load.snapshot().versions[tag]?.requests ?? 0) > began + 10);
  return run;
}

/** Waits for the end of a run, and expects that the rollout was rolled back and nothing is left. */
export async function rolledBack(shop: Shop, run: RunningSlipway): Promise<Run> {
  const ended = await run.done;
  expect({ code: ended.code, ...ended.outputs }, ended.stderr).toMatchObject({
    code: 1,
    state: 'rolled-back',
  });
  await nothingLeft(shop);
  expect(await rolloutOf(shop)).toMatchObject({ phase: 'rolled-back' });
  return ended;
}
