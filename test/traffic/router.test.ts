import { describe, expect, it } from 'vitest';
import type { Deployment, KubeObject, Service } from '../../src/cluster/objects.ts';
import { strategySchema } from '../../src/config/progressive.ts';
import type { Environment } from '../../src/config/types.ts';
import { type FencedPatch, tokenPatch, track } from '../../src/traffic/fencing-token.ts';
import type { HttpRoute } from '../../src/traffic/route.ts';
import type { TrafficObjects, TrafficRouter, TrafficTargets } from '../../src/traffic/router.ts';
import { routerKind, routerOf } from '../../src/traffic/routers.ts';
import { labels } from '../../src/workloads/naming.ts';
import { environment } from '../release/objects.ts';
import { applied } from './json-patch.ts';
import { fence, route, service, stamped } from './objects.ts';

const ends: TrafficTargets = {
  namespace: 'shop',
  service: 'shop',
  canaryService: 'shop-canary',
  canaryWorkload: 'shop-canary',
  writer: fence,
  podLabels: { app: 'shop', [track]: 'canary' },
};
const of = (strategy: object, withRoute: boolean): Environment => {
  const { route: _, ...rest } = environment({ strategy: strategySchema.parse(strategy), service: 'shop' });
  return withRoute ? { ...rest, route: { kind: 'HTTPRoute', name: 'shop' } } : rest;
};
const gateway = routerOf(of({ canary: {} }, true), ends, 3);
const later = routerOf(of({ canary: {} }, true), { ...ends, writer: { app: 'shop', token: 8 } }, 3);
const byPods = routerOf(of({ canary: {} }, false), ends, 3);
const bySelector = routerOf(of({ 'blue-green': {} }, false), ends, 3);

/** A namespace in which writes take effect. */
function namespace(router: TrafficRouter) {
  const objects = new Map<string, KubeObject>([
    [
      '/apis/gateway.networking.k8s.io/v1/namespaces/shop/httproutes/shop',
      route([{ backendRefs: [{ name: 'shop', port: 80 }] }]),
    ],
    [
      '/apis/gateway.networking.k8s.io/v1/namespaces/shop/httproutes/admin',
      {
        ...route([{ backendRefs: [{ name: 'shop', port: 80 }, { name: 'cart' }] }]),
        metadata: { ...route([]).metadata, name: 'admin', uid: 'admin' },
      } as HttpRoute,
    ],
    ['/api/v1/namespaces/shop/services/shop', service() as unknown as KubeObject],
    [
      '/api/v1/namespaces/shop/services/metrics',
      service({ metadata: { name: 'metrics', uid: 'metrics' } }) as unknown as KubeObject,
    ],
    [
      '/api/v1/namespaces/shop/services/shop-canary',
      service({
        metadata: { name: 'shop-canary', uid: 'canary' },
        spec: { selector: { app: 'shop', [track]: 'canary' } },
      }) as unknown as KubeObject,
    ],
    [
      '/apis/apps/v1/namespaces/shop/deployments/shop-canary',
      {
        metadata: { name: 'shop-canary', uid: 'deployment', annotations: stamped },
        spec: { replicas: 1 },
      } as unknown as KubeObject,
    ],
  ]);
  const before = structuredClone([...objects].filter(([path]) => !path.includes('canary')));
  const observed = (ready = { stable: 3, canary: 1 }): TrafficObjects => ({
    routes: [...objects]
      .filter(([path]) => path.includes('httproutes'))
      .map(([, object]) => object as HttpRoute),
    services: [...objects]
      .filter(([path]) => path.includes('services'))
      .map(([, object]) => object as unknown as Service),
    canary: objects.get('/apis/apps/v1/namespaces/shop/deployments/shop-canary') as unknown as Deployment,
    ready,
  });
  const write = (writes: FencedPatch[]) => {
    for (const { path, patch } of writes) objects.set(path, applied(objects.get(path) as KubeObject, patch));
    return writes.map(({ path }) => path.split('/').slice(-2).join('/'));
  };
  return {
    observed,
    write,
    before,
    now: () => [...objects].filter(([path]) => !path.includes('canary')),
    weight: (ready?: { stable: number; canary: number }) => router.weight(observed(ready)),
  };
}

describe('the router of an environment', () => {
  it.each([
    [{ rolling: {} }, true, undefined],
    [{ canary: {} }, true, 'gateway-api'],
    [{ canary: {} }, false, 'replicas'],
    [{ 'blue-green': {} }, true, 'gateway-api'],
    [{ 'blue-green': {} }, false, 'service'],
  ])('for %j with a route: %s is %s', (strategy, withRoute, kind) => {
    expect(routerKind(of(strategy, withRoute))).toBe(kind);
  });

  it('names the track as the engine does', () => {
    expect(track).toBe(labels.track);
  });
});

describe.each([
  ['routes', gateway],
  ['the selector', bySelector],
  ['pods', byPods],
] as const)('a whole rollout by %s', (_, router) => {
  it('pins, shifts, rolls back, and restores everything', () => {
    const { observed, write, before, now, weight } = namespace(router);
    expect(router.problems(observed())).toEqual([]);
    expect(write(router.pin(observed(), 0))).toEqual(['services/shop', 'services/metrics']);
    expect(router.pin(observed(), 0)).toEqual([]);
    expect(weight()).toBe(0);
    write(router.addCanary(observed()));
    expect(weight()).toBe(0);
    const rollback = router.restore(observed());
    write(router.setWeight(observed(), 25));
    expect(weight()).toBeGreaterThan(0);
    expect(router.setWeight(observed(), 25)).toEqual([]);
    // Created before the shift, like the patch of the watchdog.
    write(rollback);
    expect(weight()).toBe(0);
    write(router.setWeight(observed(), 100));
    expect(weight()).toBeGreaterThan(0);
    write(router.restore(observed()));
    expect(weight()).toBe(0);
    write(router.removeCanary(observed()));
    write(router.unpin(observed()));
    expect(JSON.stringify(now())).toBe(JSON.stringify(before));
    expect([...router.removeCanary(observed()), ...router.unpin(observed())]).toEqual([]);
  });
});

describe('a router by routes', () => {
  it('splits every route of the Service and reports it', () => {
    const { observed, write, weight } = namespace(gateway);
    expect(write(gateway.setWeight(observed(), 25))).toEqual(['httproutes/shop', 'httproutes/admin']);
    expect(weight()).toBe(25);
  });

  it("reports the canary's largest weight when the routes differ", () => {
    const { observed, write, weight } = namespace(gateway);
    const [first] = gateway.setWeight(observed(), 25);
    write([first as FencedPatch]);
    expect(weight()).toBe(25);
  });

  it('counts as off when the watchdog had to switch the Service of the canary', () => {
    const { observed, write, weight } = namespace(gateway);
    write(gateway.setWeight(observed(), 25));
    write(gateway.fallback(observed()));
    expect(weight()).toBe(0);
    expect(gateway.unpin(observed())).toEqual([]);
    // A release that is not rolled back goes on.
    write(gateway.pin(observed(), 25));
    expect(weight()).toBe(25);
  });
});

describe('a write of the watchdog', () => {
  it('is reported with the token of the lost run, and gone after the cleanup', () => {
    const { observed, write } = namespace(gateway);
    const noted = (path: string): FencedPatch => ({
      path,
      patch: [{ op: 'add', path: '/metadata/annotations/slipway.dev~1watchdog.shop', value: '7' }],
    });
    write(gateway.setWeight(observed(), 25));
    write([
      noted('/apis/gateway.networking.k8s.io/v1/namespaces/shop/httproutes/admin'),
      noted('/api/v1/namespaces/shop/services/shop'),
    ]);
    expect(gateway.restoredByWatchdog(observed(), 1)).toEqual(['HTTPRoute/admin', 'Service/shop']);
    // By a later run of the same rollout, and not by one that began after it.
    expect(later.restoredByWatchdog(observed(), 7)).toEqual(['HTTPRoute/admin', 'Service/shop']);
    expect(later.restoredByWatchdog(observed(), 8)).toEqual([]);
    write(gateway.removeCanary(observed()));
    write(gateway.unpin(observed()));
    expect(gateway.restoredByWatchdog(observed(), 1)).toEqual([]);
  });
});

describe('the Service of the canary', () => {
  const owner = { apiVersion: 'v1', kind: 'ConfigMap', name: 'slipway-shop-fence-7', uid: 'fence' };
  /** Names of the Services that have the labels of the main one, as a ServiceMonitor finds them, and select the canary's pods. */
  const scraping = (router: TrafficRouter, weight: number) => {
    const { observed, write } = namespace(router);
    write(router.pin(observed(), 0));
    write(router.addCanary(observed()));
    write(router.setWeight(observed(), weight));
    const [main] = observed().services;
    const made = router.buildCanaryService(observed(), owner);
    return [main as Service, made]
      .filter(
        ({ metadata, spec }) => metadata?.labels?.app === 'shop' && spec?.selector?.[track] === 'canary',
      )
      .map(({ metadata }) => metadata?.name);
  };

  it('is found by a scraper that selects Services, unless the main one switches to the canary', () => {
    expect(scraping(gateway, 25)).toEqual(['shop-canary']);
    expect(scraping(gateway, 100)).toEqual(['shop-canary']);
    expect(scraping(bySelector, 100)).toEqual(['shop']);
  });
});

describe('a router by pods', () => {
  it('scales the canary and opens the Service, and keeps other Services pinned', () => {
    const { observed, write, weight } = namespace(byPods);
    write(byPods.pin(observed(), 0));
    expect(write(byPods.setWeight(observed(), 50))).toEqual(['deployments/shop-canary', 'services/shop']);
    expect(weight({ stable: 3, canary: 2 })).toBe(40);
    expect(weight({ stable: 3, canary: 0 })).toBe(0);
    const metrics = observed().services.find(({ metadata }) => metadata?.name === 'metrics');
    expect(metrics?.spec?.selector).toHaveProperty([track], 'stable');
  });
});

describe('a fencing token', () => {
  const bare = (annotations?: Record<string, string>) => ({
    metadata: {
      name: 'x',
      uid: 'x',
      resourceVersion: '4',
      ...(annotations === undefined ? {} : { annotations }),
    },
  });

  it('is added to an object without one, and rises', () => {
    for (const object of [bare(), bare({ a: 'b' }), bare({ 'slipway.dev/token.shop': '6' })]) {
      const after = applied(object, tokenPatch(object, fence));
      expect(after.metadata.annotations).toHaveProperty(['slipway.dev/token.shop'], '7');
    }
    expect(tokenPatch(bare({ 'slipway.dev/token.shop': '7' }), fence)).toEqual([]);
  });

  it('is not added to an object that was changed since', () => {
    const changed = { metadata: { ...bare().metadata, resourceVersion: '5' } };
    expect(() => applied(changed, tokenPatch(bare(), fence))).toThrow('resourceVersion');
    const taken = bare({ 'slipway.dev/token.shop': '8' });
    expect(() => applied(taken, tokenPatch(bare({ 'slipway.dev/token.shop': '6' }), fence))).toThrow(
      'token.shop',
    );
  });
});
