import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Load } from '../../../scripts/load.ts';
import type { Pod } from '../../../src/cluster/objects.ts';
import { pathOf, resources } from '../../../src/cluster/resources.ts';
import { eventually, pushShops, type Shop } from '../harness.ts';
import { loadOn } from '../load.ts';
import { canaryShop, exposed, observed, rolledBack, routeSpec } from '../progressive.ts';

/** A node is drained during a canary. */

beforeAll(pushShops);

describe('an operator who drains a node during a canary', () => {
  let shop: Shop;
  let load: Load;
  let before: unknown;

  beforeAll(async () => {
    shop = await canaryShop('drain');
    const first = await shop.deploy('v1');
    if (first.code !== 0) throw new Error(first.stderr);
    before = await routeSpec(shop);
    load = loadOn(shop, 60);
    await observed(shop);
  });
  afterAll(async () => {
    await load?.stop();
    await shop?.remove();
  });

  it('evicts pods of both versions: they start elsewhere, and the baseline stays live', async () => {
    const run = await exposed(shop, load);
    const { failed: earlier } = load.snapshot();
    const { items } = await shop.cluster.list<Pod>(pathOf(resources.pod, shop.namespace), {
      labelSelector: 'slipway.dev/track=canary',
    });
    const node = items[0]?.spec?.nodeName ?? '';
    try {
      // As `kubectl drain` does, but only for this shop's pods: a drain evicts those of every namespace.
      await shop.kubectl(['cordon', node]);
      for (const { metadata, spec } of await shop.pods()) {
        if (spec?.nodeName !== node) continue;
        const path = `${pathOf(resources.pod, shop.namespace, metadata?.name)}/eviction`;
        const eviction = {
          apiVersion: 'policy/v1',
          kind: 'Eviction',
          metadata: { name: metadata?.name ?? '', namespace: shop.namespace },
        };
        const evict = () =>
          shop.cluster.create(path, eviction).then(
            () => true,
            () => false,
          );
        await eventually(evict, 60_000);
      }
      const moved = async () => {
        const pods = (await shop.pods()).filter(({ metadata }) => metadata?.deletionTimestamp === undefined);
        const ready = pods.filter(({ status }) =>
          status?.conditions?.some(({ type, status }) => type === 'Ready' && status === 'True'),
        );
        return ready.length === pods.length && pods.every(({ spec }) => spec?.nodeName !== node);
      };
      await eventually(moved, 60_000);
      run.child.kill('SIGINT');
      await rolledBack(shop, run);
    } finally {
      await shop.kubectl(['uncordon', node]);
    }
    await shop.serves('v1');
    expect(await routeSpec(shop)).toEqual(before);
    // The only pod of the canary is evicted: until its weight is 0, the gateway has no pod for its share.
    console.log(`drained: ${load.snapshot().failed - earlier} requests failed`);
    expect(load.snapshot().failed - earlier).toBeLessThan(20);
  });
});
