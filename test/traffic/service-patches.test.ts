import { describe, expect, it } from 'vitest';
import type { Service } from '../../src/cluster/objects.ts';
import {
  canaryServiceOf,
  pinPatch,
  selectBothTracksPatch,
  servicesMatching,
  switchPatch,
  trackOf,
  unpinPatch,
} from '../../src/traffic/service-patches.ts';
import { wording } from '../wording.ts';
import { applied } from './json-patch.ts';
import { fence, service } from './objects.ts';

const names = { service: 'shop', canaryService: 'shop-canary' };
const podLabels = { app: 'shop', 'slipway.dev/track': 'canary' };
const named = (name: string, spec: object = {}, annotations: object = {}) =>
  service({
    metadata: { name, uid: name, annotations: { 'slipway.dev/token.shop': '7', ...annotations } },
    spec,
  });

describe('pinning a Service', () => {
  it('pins it to the stable pods, and unpinning restores it byte for byte', () => {
    const before = service();
    const pinned = applied(before, pinPatch(before, fence));
    expect(pinned.spec?.selector).toEqual({ app: 'shop', 'slipway.dev/track': 'stable' });
    expect(pinPatch(pinned, fence)).toEqual([]);
    expect(JSON.stringify(applied(pinned, unpinPatch(pinned, fence)))).toBe(JSON.stringify(before));
    expect(unpinPatch(before, fence)).toEqual([]);
  });

  it('does not change a Service that its own manifest pins to the stable pods', () => {
    const own = named('shop', { selector: { app: 'shop', 'slipway.dev/track': 'stable' } });
    expect(pinPatch(own, fence)).toEqual([]);
    expect(unpinPatch(own, fence)).toEqual([]);
  });

  it('is refused when the selector was changed in the meantime', () => {
    const before = service();
    const changed = named('shop', { selector: { app: 'shop', tier: 'web' } });
    expect(() =>
      applied({ ...changed, metadata: before.metadata } as Service, pinPatch(before, fence)),
    ).toThrow('test /spec/selector');
  });

  it('can be loosened for both tracks and pinned again, and can still be restored', () => {
    const before = service();
    const pinned = applied(before, pinPatch(before, fence));
    const loose = applied(pinned, selectBothTracksPatch(pinned, fence));
    expect(loose.spec?.selector).toEqual({ app: 'shop' });
    const closed = applied(loose, switchPatch(loose, fence, 'stable'));
    expect(trackOf(closed)).toBe('stable');
    expect(applied(closed, unpinPatch(closed, fence))).toEqual(before);
  });

  it('removes the annotation of the watchdog, too', () => {
    const pinned = applied(service(), pinPatch(service(), fence));
    const noted = applied(pinned, [
      { op: 'add', path: '/metadata/annotations/slipway.dev~1watchdog.shop', value: '7' },
    ]);
    expect(applied(noted, unpinPatch(noted, fence))).toEqual(service());
  });

  it('lets two applications share a Service without rolling back each other', () => {
    const pinned = applied(service(), pinPatch(service(), fence));
    expect(unpinPatch(pinned, { app: 'cart', token: 1 })).toEqual([]);
  });
});

describe('switching a Service', () => {
  it('switches all traffic to the other track and back', () => {
    const pinned = applied(service(), pinPatch(service(), fence));
    const switched = applied(pinned, switchPatch(pinned, fence, 'canary'));
    expect(trackOf(switched)).toBe('canary');
    // Created before the switch, sent after it.
    expect(applied(switched, switchPatch(pinned, fence, 'stable'))).toEqual(pinned);
    expect(applied(switched, unpinPatch(switched, fence))).toEqual(service());
  });

  it.each([
    ['pin', pinPatch(service(), fence)],
    ['switch', switchPatch(service(), fence, 'canary')],
  ])('is refused for a run that lost its Lease (%s)', (_, patch) => {
    const taken = named('shop', {}, { 'slipway.dev/token.shop': '8' });
    expect(() => applied(taken, patch)).toThrow('slipway.dev~1token.shop');
    expect(() => applied(named('shop'), patch)).toThrow('/metadata/uid');
  });
});

describe('the Service of the canary', () => {
  const owner = { apiVersion: 'v1', kind: 'ConfigMap', name: 'slipway-shop-fence-7', uid: 'fence' };
  const made = (from: Service) =>
    canaryServiceOf(from, { name: 'shop-canary', splitBy: 'routes', writer: fence, owner });

  it('has the ports and labels of the Service, and nothing that exposes it', () => {
    const from = service({
      metadata: {
        name: 'shop',
        annotations: { 'external-dns.alpha.kubernetes.io/hostname': 'shop.example' },
      },
      spec: {
        type: 'LoadBalancer',
        externalIPs: ['192.0.2.1'],
        loadBalancerIP: '192.0.2.2',
        externalTrafficPolicy: 'Local',
        healthCheckNodePort: 30_000,
        allocateLoadBalancerNodePorts: true,
        sessionAffinity: 'ClientIP',
        publishNotReadyAddresses: true,
        ports: [{ name: 'http', port: 80, targetPort: 'http', nodePort: 30_080, appProtocol: 'http' }],
      },
    });
    expect(made(from)).toEqual({
      apiVersion: 'v1',
      kind: 'Service',
      metadata: {
        name: 'shop-canary',
        labels: { app: 'shop' },
        annotations: { 'slipway.dev/token.shop': '7' },
        ownerReferences: [owner],
        namespace: 'shop',
      },
      spec: {
        type: 'ClusterIP',
        sessionAffinity: 'ClientIP',
        publishNotReadyAddresses: true,
        selector: { app: 'shop', 'slipway.dev/track': 'canary' },
        ports: [{ name: 'http', port: 80, targetPort: 'http', appProtocol: 'http' }],
      },
    });
  });

  it('is headless beside a headless one, and selects only the canary beside a pinned one', () => {
    expect(made(service({ spec: { clusterIP: 'None' } })).spec?.clusterIP).toBe('None');
    expect(made(service()).spec).not.toHaveProperty('clusterIP');
    const pinned = applied(service(), pinPatch(service(), fence));
    expect(made(pinned).spec?.selector).toEqual({ app: 'shop', 'slipway.dev/track': 'canary' });
    expect(made(pinned).metadata?.annotations).toEqual({ 'slipway.dev/token.shop': '7' });
  });
});

describe('the Services that would select the canary', () => {
  const match = (services: Service[], splitBy: 'routes' | 'selector' = 'routes') => {
    const { matching, problems } = servicesMatching(services, podLabels, 'shop', names, splitBy);
    return {
      matching: matching.map(({ metadata }) => metadata?.name),
      problems: problems.map(({ message }) => message),
    };
  };
  const main = named('shop');

  it('are all that select the pods, except the temporary one and those of other pods', () => {
    const services = [
      main,
      named('shop-metrics', { clusterIP: 'None' }),
      named('shop-canary', { selector: podLabels }),
      named('cart', { selector: { app: 'cart' } }),
      named('narrow', { selector: { app: 'shop', zone: 'a' } }),
      named('external', { type: 'ExternalName', selector: { app: 'shop' } }),
      named('by-hand', { selector: undefined }),
      named('empty', { selector: {} }),
    ];
    expect(match(services)).toEqual({ matching: ['shop', 'shop-metrics'], problems: [] });
  });

  it('are the same after we have pinned them', () => {
    const pinned = applied(main, pinPatch(main, fence));
    expect(match([pinned])).toEqual({ matching: ['shop'], problems: [] });
    const switched = applied(pinned, switchPatch(pinned, fence, 'canary'));
    expect(match([switched], 'selector')).toEqual({ matching: ['shop'], problems: [] });
  });

  it('are refused by name when a selector already has a track', () => {
    const own = named('beta', { selector: { app: 'shop', 'slipway.dev/track': 'canary' } });
    expect(match([main, own])).toEqual({
      matching: ['shop'],
      problems: [wording('Service/beta', 'slipway.dev/track', 'canary')],
    });
    const stable = named('shop', { selector: { app: 'shop', 'slipway.dev/track': 'stable' } });
    expect(match([stable])).toEqual({ matching: [], problems: [] });
    expect(match([stable], 'selector').problems).toEqual([
      wording('Service/shop', 'slipway.dev/track', 'stable'),
    ]);
  });

  it.each([
    [[], wording('Service/shop')],
    [[named('shop', { type: 'ExternalName' })], wording('Service/shop')],
    [[named('shop', { selector: undefined })], wording('Service/shop')],
    [[named('shop', { selector: { app: 'cart' } })], wording('Service/shop')],
  ])('must include the named one (%#)', (services, problem) => {
    expect(match(services)).toEqual({ matching: [], problems: [problem] });
  });
});
