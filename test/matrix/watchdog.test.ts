import { describe, expect, it } from 'vitest';
import type { Route } from './state.ts';
import { exposure } from './watchdog.ts';

type Backends = NonNullable<Route['spec']['rules'][number]['backendRefs']>;
const route = (...rules: Backends[]) =>
  ({ spec: { rules: rules.map(backendRefs => ({ backendRefs })) } }) as Route;

describe('the exposure of a route', () => {
  it("is the candidate's highest weight in any rule", () => {
    const stable = { name: 'shop', weight: 50 };
    expect(exposure(route([stable], [stable, { name: 'shop-canary', weight: 50 }]))).toBe(50);
  });

  it('is zero if the candidate has weight 0 or is missing, or without a route', () => {
    const none = route([{ name: 'shop' }, { name: 'shop-canary', weight: 0 }]);
    expect([none, route([{ name: 'shop' }]), undefined].map(exposure)).toEqual([0, 0, 0]);
  });

  it('is positive if the weight is omitted', () => {
    expect(exposure(route([{ name: 'shop-canary' }]))).toBeGreaterThan(0);
  });
});
