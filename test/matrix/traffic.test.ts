import { describe, expect, it } from 'vitest';
import type { Pod } from '../../src/cluster/objects.ts';
import type { Route } from './state.ts';
import { type PlainService, shares } from './traffic.ts';

const service = (name: string, selector: Record<string, string>): PlainService => ({
  metadata: { name },
  spec: { selector },
});
const pod = (uid: string, labels: Record<string, string>, ready = true): Pod =>
  ({
    metadata: { uid, labels },
    status: { conditions: [{ type: 'Ready', status: ready ? 'True' : 'False' }] },
  }) as Pod;
const route = (...backendRefs: { name: string; weight?: number }[]): Route => ({
  spec: { rules: [{ backendRefs: [] }, { backendRefs }] },
});

const shop = service('shop', { app: 'shop' });
const stable = service('shop', { app: 'shop', track: 'stable' });
const canary = service('shop-canary', { app: 'shop', track: 'canary' });
const pods = [
  pod('a', { app: 'shop', track: 'stable' }),
  pod('b', { app: 'shop', track: 'stable' }),
  pod('c', { app: 'shop', track: 'canary' }),
];

describe('the share of the requests that a pod gets', () => {
  it("is its Service's share, divided among the ready pods", () => {
    const given = shares([shop], undefined, [...pods, pod('d', { app: 'shop' }, false)]);
    expect(given).toEqual({
      pods: new Map([
        ['a', 1 / 3],
        ['b', 1 / 3],
        ['c', 1 / 3],
      ]),
      lost: 0,
    });
  });

  it('follows the weights of the route', () => {
    const given = shares(
      [stable, canary],
      route({ name: 'shop', weight: 75 }, { name: 'shop-canary', weight: 25 }),
      pods,
    );
    expect(given.pods).toEqual(
      new Map([
        ['a', 0.375],
        ['b', 0.375],
        ['c', 0.25],
      ]),
    );
  });

  it('is lost if a Service with weight has no ready pod or does not exist', () => {
    const weights = [
      { name: 'shop', weight: 90 },
      { name: 'shop-canary', weight: 10 },
    ];
    expect(shares([stable, canary], route(...weights), pods.slice(0, 2)).lost).toBeCloseTo(0.1);
    expect(shares([stable], route(...weights), pods).lost).toBeCloseTo(0.1);
  });

  it('is zero for a backend with weight 0, which needs no pods', () => {
    const weights = [{ name: 'shop' }, { name: 'shop-canary', weight: 0 }];
    expect(shares([stable], route(...weights), pods).lost).toBe(0);
  });
});
