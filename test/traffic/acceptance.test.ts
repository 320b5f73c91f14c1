import { describe, expect, it } from 'vitest';
import {
  acceptedBy,
  featureProblems,
  type OtherRoute,
  otherRouteProblems,
  routeProblems,
} from '../../src/traffic/acceptance.ts';
import type { HttpRoute, RouteCondition, RouteRule } from '../../src/traffic/route.ts';
import { splitPatch } from '../../src/traffic/route-patches.ts';
import { wording } from '../wording.ts';
import { applied } from './json-patch.ts';
import { route, split } from './objects.ts';

const shop = { name: 'shop', port: 80 };
const rules: RouteRule[] = [{ backendRefs: [shop] }];
const lab = { name: 'lab', namespace: 'gateway' };
const edge = { name: 'edge' };
const yes = (type: string, observedGeneration = 3): RouteCondition => ({
  type,
  status: 'True',
  observedGeneration,
});
const no = (type: string, reason: string, observedGeneration = 3): RouteCondition => ({
  type,
  status: 'False',
  reason,
  message: 'for a reason',
  observedGeneration,
});
const taken = [yes('Accepted'), yes('ResolvedRefs')];
const withStatus = (...parents: [object, RouteCondition[]][]): HttpRoute => ({
  ...route(rules),
  spec: { parentRefs: [lab, edge], rules },
  status: { parents: parents.map(([parentRef, conditions]) => ({ parentRef, conditions })) as never },
});
/** The API server fills in what the manifest leaves out. */
const filled = { group: 'gateway.networking.k8s.io', kind: 'Gateway', namespace: 'shop', name: 'edge' };

describe('a route', () => {
  it('is accepted when all of its gateways have accepted its current generation', () => {
    expect(acceptedBy(withStatus([lab, taken], [filled, taken]))).toEqual({ state: 'accepted' });
  });

  it('is accepted beside the report of a controller of policies, which does not accept routes', () => {
    const policies: [object, RouteCondition[]] = [lab, [yes('kuadrant.io/AuthPolicyAffected')]];
    expect(acceptedBy(withStatus([lab, taken], policies, [edge, taken]))).toEqual({ state: 'accepted' });
    expect(acceptedBy(withStatus(policies, [edge, taken])).state).toBe('pending');
  });

  it.each<[string, [object, RouteCondition[]][]]>([
    ['one gateway has not reported', [[lab, taken]]],
    [
      'one of two controllers of a gateway has not',
      [
        [lab, taken],
        [lab, [yes('Accepted', 2), yes('ResolvedRefs', 2)]],
        [edge, taken],
      ],
    ],
    [
      'one has observed only the previous generation',
      [
        [lab, taken],
        [edge, [yes('Accepted', 2), yes('ResolvedRefs', 2)]],
      ],
    ],
    [
      'one refused the previous generation',
      [
        [lab, taken],
        [edge, [no('Accepted', 'Old', 2)]],
      ],
    ],
    [
      'one has not resolved the backends yet',
      [
        [lab, taken],
        [edge, [yes('Accepted')]],
      ],
    ],
  ])('is not yet accepted when %s', (_, parents) => {
    expect(acceptedBy(withStatus(...parents)).state).toBe('pending');
  });

  it.each<[string, RouteCondition[]]>([
    [
      wording('Gateway/edge', 'HTTPRoute/shop', 'Accepted', 'NoMatchingListenerHostname', 'for a reason'),
      [no('Accepted', 'NoMatchingListenerHostname')],
    ],
    [
      wording('Gateway/edge', 'HTTPRoute/shop', 'ResolvedRefs', 'BackendNotFound', 'for a reason'),
      [yes('Accepted'), no('ResolvedRefs', 'BackendNotFound')],
    ],
    [
      wording('Gateway/edge', 'HTTPRoute/shop', 'PartiallyInvalid', 'UnsupportedValue'),
      [...taken, { ...yes('PartiallyInvalid'), reason: 'UnsupportedValue' }],
    ],
  ])('is refused with the message of the gateway (%#)', (detail, conditions) => {
    expect(acceptedBy(withStatus([lab, taken], [edge, conditions]))).toEqual({ state: 'refused', detail });
  });

  it('without a gateway is refused', () => {
    expect(acceptedBy({ ...route(rules), spec: { rules } }).state).toBe('refused');
  });
});

describe('features of the GatewayClass', () => {
  const mirror: RouteRule = {
    filters: [{ type: 'RequestMirror', requestMirror: {} }],
    matches: [{ method: 'GET', queryParams: [{}] }],
    timeouts: { request: '5s', backendRequest: '1s' },
    backendRefs: [{ ...shop, filters: [{ type: 'RequestHeaderModifier' }] }],
  };
  const gatewayClass = (features: (string | { name: string })[] | undefined) => ({
    metadata: { name: 'lab' },
    ...(features === undefined ? {} : { status: { supportedFeatures: features } }),
  });
  const lacking = (rule: RouteRule, features: (string | { name: string })[] | undefined) =>
    featureProblems(route([rule]), split(), gatewayClass(features)).problems.map(
      ({ message }) => / needs (\w+)/.exec(message)?.[1],
    );

  it('that a rule needs and the class does not list are refused', () => {
    expect(lacking(mirror, [{ name: 'HTTPRoute' }])).toEqual([
      'HTTPRouteMethodMatching',
      'HTTPRouteQueryParamMatching',
      'HTTPRouteRequestMirror',
      'HTTPRouteBackendRequestHeaderModification',
      'HTTPRouteRequestTimeout',
      'HTTPRouteBackendTimeout',
    ]);
  });

  it('may be listed as names or as objects', () => {
    expect(
      lacking({ filters: [{ type: 'RequestMirror' }], backendRefs: [shop] }, ['HTTPRouteRequestMirror']),
    ).toEqual([]);
    expect(
      lacking({ filters: [{ type: 'RequestMirror' }], backendRefs: [shop] }, [
        { name: 'HTTPRouteRequestMirror' },
      ]),
    ).toEqual([]);
  });

  it('do not matter in rules to other Services, and are unknown where a class lists none', () => {
    expect(lacking({ ...mirror, backendRefs: [{ name: 'cart' }] }, ['HTTPRoute'])).toEqual([]);
    expect(featureProblems(route([mirror]), split(), gatewayClass(undefined))).toMatchObject({
      problems: [],
      unknown: expect.arrayContaining(['HTTPRouteRequestMirror']),
    });
  });

  it('do not matter for plain weights and headers, which every gateway has', () => {
    const plain: RouteRule = {
      filters: [{ type: 'RequestHeaderModifier' }],
      matches: [{ headers: [{ name: 'a', value: 'b' }] }],
      backendRefs: [shop],
    };
    expect(lacking(plain, ['Gateway'])).toEqual([]);
  });
});

describe('a problem with a route', () => {
  const preview = { header: 'X-Preview', value: 'candidate' };

  it('is a lack of room', () => {
    const backends = Array.from({ length: 15 }, (_, i) => ({ name: `b${i}` }));
    expect(routeProblems(route([{ backendRefs: [shop, ...backends] }]), split())[0]?.message).toEqual(
      wording('16'),
    );
    expect(routeProblems(route([{ backendRefs: [shop, ...backends.slice(1)] }]), split())).toEqual([]);
    const many = Array.from({ length: 9 }, () => ({ backendRefs: [shop] }));
    expect(routeProblems(route(many), split({ preview }))[0]?.message).toEqual(wording('9'));
    expect(routeProblems(route(many), split())).toEqual([]);
  });

  it('is a rule that already matches the header of the preview', () => {
    const own = route([
      {
        matches: [{ headers: [{ name: 'x-preview', value: 'candidate' }] }],
        backendRefs: [shop, { name: 'cart' }],
      },
    ]);
    expect(routeProblems(own, split({ preview }))[0]?.remedy).toEqual(wording());
  });

  it('is such a rule that leads only to the Service, but not the preview of a rollout', () => {
    const matches = [{ path: { value: '/new' }, headers: [{ name: 'x-preview', value: 'candidate' }] }];
    const own = route([{ matches, backendRefs: [shop] }, ...rules]);
    expect(routeProblems(own, split({ preview }))[0]?.remedy).toEqual(wording());
    const before = route(rules);
    const during = applied(before, splitPatch(before, split({ preview }), 25));
    expect(during.spec?.rules).toHaveLength(2);
    expect(routeProblems(during, split({ preview }))).toEqual([]);
  });

  it.each(['GRPCRoute', 'TCPRoute', 'TLSRoute'])('is a %s to the same Service', kind => {
    const other: OtherRoute = {
      kind,
      metadata: { name: 'rpc', namespace: 'shop' },
      spec: { rules: [{ backendRefs: [{ name: 'shop' }] }] },
    };
    expect(otherRouteProblems([other], 'shop')[0]?.message).toEqual(wording(`${kind}`, 'Service/shop'));
    expect(otherRouteProblems([other], 'cart')).toEqual([]);
  });

  it('is a policy that would not apply to the canary', () => {
    const policy: OtherRoute = {
      kind: 'BackendTLSPolicy',
      metadata: { name: 'tls' },
      spec: { targetRefs: [{ name: 'shop', kind: 'Service' }] },
    };
    expect(otherRouteProblems([policy], 'shop')[0]?.message).toEqual(wording());
  });

  it('is a policy whose target has a namespace, which policies do not have', () => {
    const targetRefs = [{ name: 'shop', namespace: 'other' }, { name: 'shop' }];
    const policy = { kind: 'BackendTLSPolicy', metadata: { name: 'tls', namespace: 'shop' } };
    const found = (refs: object[]) =>
      otherRouteProblems([{ ...policy, spec: { targetRefs: refs as never } }], 'shop');
    expect(found(targetRefs)).toHaveLength(1);
    expect(found(targetRefs.slice(0, 1))).toHaveLength(1);
    expect(otherRouteProblems([{ ...policy, spec: { rules: null as never } }], 'shop')).toEqual([]);
  });
});
