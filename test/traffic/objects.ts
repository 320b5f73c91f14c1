import fc from 'fast-check';
import type { Service } from '../../src/cluster/objects.ts';
import type { FencingToken } from '../../src/traffic/fencing-token.ts';
import type { BackendRef, HttpRoute, RouteFilter, RouteRule, Split } from '../../src/traffic/route.ts';

export const fence: FencingToken = { app: 'shop', token: 7 };
export const stamped = { 'slipway.dev/token.shop': '7' };

export const split = (changes: Partial<Split> = {}): Split => ({
  service: 'shop',
  canaryService: 'shop-canary',
  writer: fence,
  weights: [5, 25, 50, 80],
  ...changes,
});

export function route(rules: RouteRule[], changes: Partial<HttpRoute> = {}): HttpRoute {
  return {
    apiVersion: 'gateway.networking.k8s.io/v1',
    kind: 'HTTPRoute',
    metadata: {
      name: 'shop',
      namespace: 'shop',
      uid: 'route',
      generation: 3,
      annotations: { ...stamped },
    },
    spec: { parentRefs: [{ name: 'lab', namespace: 'gateway' }], rules },
    ...changes,
  };
}

export function service(
  changes: { metadata?: object; spec?: Partial<NonNullable<Service['spec']>> } = {},
): Service {
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: {
      name: 'shop',
      namespace: 'shop',
      uid: 'service',
      labels: { app: 'shop' },
      annotations: { ...stamped },
      ...changes.metadata,
    },
    spec: {
      type: 'ClusterIP',
      clusterIP: '10.0.0.7',
      clusterIPs: ['10.0.0.7'],
      selector: { app: 'shop' },
      ports: [{ name: 'http', port: 80, targetPort: 'http', protocol: 'TCP' }],
      ...changes.spec,
    },
  } as Service;
}

/** Realistic rules: only our backend, ours among others, only others; with and without weights and filters. */
const weight = fc.option(
  fc.oneof(fc.integer({ min: 0, max: 100 }), fc.constantFrom(1, 10, 90, 333, 667, 1000)),
  {
    nil: undefined,
  },
);
const filters: fc.Arbitrary<RouteFilter[] | undefined> = fc.option(
  fc.constant<RouteFilter[]>([
    { type: 'RequestHeaderModifier', requestHeaderModifier: { set: [{ name: 'x', value: 'y' }] } },
  ]),
  { nil: undefined },
);
const ref = (name: fc.Arbitrary<string>): fc.Arbitrary<BackendRef> =>
  fc.record({ name, port: fc.constantFrom(80, 8080), weight, filters }).map(withoutUndefined);

const others = fc.constantFrom('cart', 'search', 'legacy');
const backends = fc
  .tuple(
    fc.array(ref(others), { maxLength: 3 }),
    fc.array(ref(fc.constant('shop')), { maxLength: 2 }),
    fc.array(ref(others), { maxLength: 2 }),
  )
  .map(parts => parts.flat())
  .filter(list => list.length > 0);

const path = fc.constantFrom('/', '/api', '/cart');
export const anyRule: fc.Arbitrary<RouteRule> = fc
  .record({
    matches: fc.option(
      fc
        .array(
          path.map(value => ({ path: { type: 'PathPrefix', value } })),
          { minLength: 1, maxLength: 2 },
        )
        .map(list => list as RouteRule['matches']),
      { nil: undefined },
    ),
    filters,
    backendRefs: backends,
    timeouts: fc.option(fc.constant({ request: '5s' }), { nil: undefined }),
  })
  .map(rule => withoutUndefined(rule) as RouteRule);

export const anyRoute: fc.Arbitrary<HttpRoute> = fc
  .array(anyRule, { minLength: 1, maxLength: 4 })
  .map(rules => route(rules));

/** Weights of a strategy, some of them fractions. */
export const anyWeights = fc
  .uniqueArray(fc.constantFrom(0.5, 1, 2.5, 5, 7, 10, 12.5, 20, 25, 33, 50, 66.7, 75, 80, 99), {
    minLength: 1,
    maxLength: 5,
  })
  .map(list => list.sort((a, b) => a - b));

function withoutUndefined<T extends object>(object: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as never;
}
