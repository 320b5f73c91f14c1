import { describe, expect, it } from 'vitest';
import type { Route } from './state.ts';
import { exposure } from './watchdog.ts';

type Backends = NonNullable<Route['spec']['rules'][number]['backendRefs']>;
const route = (...rules: Backends[]) =>
  ({ spec: { rules: rules.map(backendRefs => ({ backendRefs })) } }) as Route;

describe('what a route exposes', () => {
  it('is the most that one of its rules gives to the candidate', () => {
    const stable = { name: 'shop', weight: 50 };
    expect(exposure(route([stable], [stable, { name: 'shop-canary', weight: 50 }]))).toBe(50);
  });

  it('is nothing where the candidate has weight 0, is not there, or there is no route', () => {
    const none = route([{ name: 'shop' }, { name: 'shop-canary', weight: 0 }]);
    expect([none, route([{ name: 'shop' }]), undefined].map(exposure)).toEqual([0, 0, 0]);
  });

  it('is something where a weight is left out', () => {
    expect(exposure(route([{ name: 'shop-canary' }]))).toBeGreaterThan(0);
  });
});
