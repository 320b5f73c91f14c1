import type { ConfigMap, KubeObject } from '../../src/cluster/objects.ts';
import { pathOf, resources } from '../../src/cluster/resources.ts';
import type { Journal } from '../../src/release/journal.ts';
import { createShop, type Shop } from './harness.ts';

/** A shop with a canary that takes a minute. */
const strategy = `strategy:
      canary: { steps: [25%, 50%], bake: { weight: 80%, for: 15s }, deadline: 5m, watch: 5s, dead-man: off }
    gate:
      prometheus: { service: monitoring/prometheus:9090 }
      tick: 5s
      warm-up: 10s
      share: traefik
      metrics:
        - { name: errors, total: http_requests_total, bad: 'http_requests_total{code=~"5.."}' }`;

export const canaryShop = (name: string): Promise<Shop> =>
  createShop(name, async shop => {
    await shop.configure(text => text.replace('strategy: { rolling: { deadline: 2m } }', strategy));
  });

/** An action of a release, as a workflow runs them one after the other. */
export const act = (shop: Shop, action: string, ...more: string[]) =>
  shop.slipway([action, '--environment', 'production', ...more]);

/** All that a rollout made for a time. */
export async function temporary(shop: Shop): Promise<string[]> {
  const found = await Promise.all(
    [resources.deployment, resources.service, resources.configMap, resources.job].map(async resource => {
      const { items } = await shop.cluster.list<KubeObject>(pathOf(resource, shop.namespace));
      return items
        .map(({ metadata }) => `${resource.kind}/${metadata?.name}`)
        .filter(name => /-canary$|-fence-|dead-man/.test(name));
    }),
  );
  return found.flat();
}

export async function journalOf(shop: Shop): Promise<Journal> {
  const path = pathOf(resources.configMap, shop.namespace, 'slipway-shop');
  const object = await shop.cluster.get<ConfigMap>(path);
  return JSON.parse(object?.data?.journal ?? 'null') as Journal;
}

export async function routeSpec(shop: Shop): Promise<unknown> {
  return (await shop.cluster.get(pathOf(resources.httpRoute, shop.namespace, 'shop')))?.spec;
}

/** Notes of the Events that we left on the workload, in their order. */
export async function told(shop: Shop): Promise<string[]> {
  const text = await shop.kubectl(['get', 'events.events.k8s.io', '-o', 'json']);
  const { items } = JSON.parse(text) as {
    items: { eventTime?: string; note: string; reportingController?: string }[];
  };
  return items
    .filter(({ reportingController }) => reportingController === 'slipway.dev/release')
    .sort((a, b) => ((a.eventTime ?? '') < (b.eventTime ?? '') ? -1 : 1))
    .map(({ note }) => note);
}
