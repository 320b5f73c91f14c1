import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UserError } from '../../src/toolkit/errors.ts';
import {
  type BackendRef,
  backendsOf,
  type HttpRoute,
  isPreview,
  type RouteRule,
  routesOf,
  type Split,
  weightsIn,
} from '../../src/traffic/route.ts';
import { rollbackPatch, splitPatch, unsplitPatch } from '../../src/traffic/route-patches.ts';
import { wording } from '../wording.ts';
import { applied, Refused } from './json-patch.ts';
import { anyRoute, anyRule, anyWeights, route, split } from './objects.ts';

const shop = (changes: Partial<BackendRef> = {}): BackendRef => ({ name: 'shop', port: 80, ...changes });
const cart: BackendRef = { name: 'cart', port: 80, weight: 3 };
const rulesAfter = (live: HttpRoute, patch: ReturnType<typeof splitPatch>) =>
  applied(live, patch).spec?.rules;
const shift = (live: HttpRoute, weight: number, how: Split = split()) =>
  applied(live, splitPatch(live, how, weight));
/** Shifts if the weights of the route can be split exactly; another test covers those that cannot. */
function tryShift(live: HttpRoute, weight: number, how: Split): HttpRoute {
  try {
    return shift(live, weight, how);
  } catch (error) {
    fc.pre(!(error instanceof UserError));
    throw error;
  }
}
/** The JSON text, which includes the order of members. */
const bytes = (live: HttpRoute) => JSON.stringify([live.spec, live.metadata]);
const weightsOf = (live: HttpRoute, how: Split = split()) => weightsIn(live, how);

describe('splitting a rule', () => {
  it('adds the canary beside the Service, with the weights of the percentage', () => {
    expect(
      rulesAfter(
        route([{ backendRefs: [shop()] }]),
        splitPatch(route([{ backendRefs: [shop()] }]), split(), 5),
      ),
    ).toEqual([{ backendRefs: [shop({ weight: 95 }), { ...shop({ weight: 5 }), name: 'shop-canary' }] }]);
  });

  it('is exact with fractions of a percent', () => {
    const live = shift(route([{ backendRefs: [shop()] }]), 12.5, split({ weights: [12.5, 50] }));
    expect(live.spec?.rules?.[0]?.backendRefs?.map(({ weight }) => weight)).toEqual([875, 125]);
  });

  it('keeps the proportion of other backends of the rule', () => {
    const live = shift(route([{ backendRefs: [shop({ weight: 7 }), cart] }]), 25);
    // 7 : 3 before; 5.25 + 1.75 : 3 after, in whole numbers.
    expect(live.spec?.rules?.[0]?.backendRefs?.map(({ name, weight }) => [name, weight])).toEqual([
      ['shop', 105],
      ['shop-canary', 35],
      ['cart', 60],
    ]);
  });

  it('copies port and filters, and does not change rules to other Services', () => {
    const filters = [{ type: 'RequestHeaderModifier', requestHeaderModifier: { remove: ['x'] } }];
    const other: RouteRule = { matches: [{ path: { type: 'Exact', value: '/cart' } }], backendRefs: [cart] };
    const before = route([other, { backendRefs: [shop({ port: 8080, filters })] }]);
    const patch = splitPatch(before, split(), 50);
    expect(rulesAfter(before, patch)?.[0]).toEqual(other);
    expect(rulesAfter(before, patch)?.[1]?.backendRefs?.[1]).toEqual({
      name: 'shop-canary',
      port: 8080,
      filters,
      weight: 50,
    });
    expect(patch.filter(({ op, path }) => op !== 'test' && path.startsWith('/spec/rules/0'))).toEqual([]);
  });

  it('splits every rule of the Service, except one that sends it nothing', () => {
    const live = shift(
      route([
        { backendRefs: [shop()] },
        { backendRefs: [cart, shop()] },
        { backendRefs: [cart, shop({ weight: 0 })] },
      ]),
      25,
    );
    expect(weightsIn(live, split())).toEqual([25, 25]);
    expect(live.spec?.rules?.[2]?.backendRefs).toHaveLength(2);
  });

  it('ignores Services of another namespace or kind with the same name', () => {
    const foreign = route([
      { backendRefs: [shop({ namespace: 'other' }), shop({ kind: 'ServiceImport', group: 'x' })] },
    ]);
    expect(routesOf([foreign], 'shop')).toEqual([]);
    expect(splitPatch(foreign, split(), 5)).toEqual([]);
  });

  it('refuses weights that cannot be split exactly, with a sentence', () => {
    const before = route([{ backendRefs: [shop({ weight: 999_983 }), cart] }]);
    expect(() => splitPatch(before, split(), 5)).toThrow(wording('HTTPRoute/shop', '999983', '3', '5 %'));
  });

  it('writes nothing when the weight is already set', () => {
    const live = shift(route([{ backendRefs: [shop()] }, { backendRefs: [cart, shop()] }]), 25);
    expect(splitPatch(live, split(), 25)).toEqual([]);
  });

  it('splits a rule that was added in the meantime, and reports different rules until then', () => {
    const live = shift(route([{ backendRefs: [shop()] }]), 25);
    live.spec?.rules?.unshift({
      matches: [{ path: { type: 'Exact', value: '/new' } }],
      backendRefs: [shop()],
    });
    expect(weightsOf(live)).toEqual([0, 25]);
    expect(weightsOf(shift(live, 25))).toEqual([25, 25]);
  });
});

describe('any route', () => {
  it('has exactly the weight in each rule, and every other backend its exact proportion', () => {
    fc.assert(
      fc.property(anyRoute, anyWeights, (before, weights) => {
        const how = split({ weights });
        let live = before;
        for (const weight of [0, ...weights, 100]) {
          live = tryShift(live, weight, how);
          for (const found of weightsIn(live, how)) expect(found).toBeCloseTo(weight, 9);
          for (const each of live.spec?.rules?.flatMap(({ backendRefs = [] }) => backendRefs) ?? []) {
            expect(each.weight ?? 1).toSatisfy(
              (whole: number) => Number.isInteger(whole) && whole >= 0 && whole <= 1e6,
            );
          }
          live.spec?.rules?.forEach((rule, index) => {
            expectProportions(before, before.spec?.rules?.[index] as RouteRule, rule);
          });
        }
      }),
    );
  });

  it('has the same total in each rule at every weight, so that a prepared rollback patch is correct at any', () => {
    fc.assert(
      fc.property(anyRoute, anyWeights, (before, weights) => {
        const how = split({ weights });
        const start = tryShift(before, 0, how);
        const rollback = rollbackPatch(start, how);
        let live = start;
        for (const weight of weights) {
          live = tryShift(live, weight, how);
          expect(totals(live)).toEqual(totals(start));
          // Created at 0 %, sent at this weight.
          expect(applied(live, rollback).spec).toEqual(start.spec);
        }
      }),
    );
  });

  it('is byte for byte as before when the split is removed', () => {
    fc.assert(
      fc.property(anyRoute, anyWeights, fc.boolean(), (before, weights, previewed) => {
        const how = split({ weights, ...(previewed ? { preview } : {}) });
        const live = weights.reduce((each, weight) => tryShift(each, weight, how), before);
        expect(bytes(applied(live, unsplitPatch(live, how)))).toBe(bytes(before));
        const rolledBack = applied(live, rollbackPatch(live, how));
        expect(bytes(applied(rolledBack, unsplitPatch(rolledBack, how)))).toBe(bytes(before));
      }),
    );
  });

  it('is so even when other rules are inserted, at any position', () => {
    fc.assert(
      fc.property(
        anyRoute,
        anyWeights,
        fc.array(fc.tuple(fc.nat(8), anyRule), { minLength: 1, maxLength: 4 }),
        (before, weights, insertions) => {
          const how = split({ weights });
          // Other rules have unique matches, because a route with two equal rules would make no sense.
          const own = insertions.map(([where, rule], nth) => ({
            where,
            nth,
            rule: { ...rule, matches: [{ path: { type: 'Exact', value: `/foreign/${nth}` } }] },
          }));
          let live = before;
          let expected = before;
          for (const [step, weight] of weights.entries()) {
            live = tryShift(live, weight, how);
            for (const each of own.filter(({ nth }) => nth % weights.length === step)) {
              live = inserted(live, each.where, each.rule);
              // At the same position among the earlier rules.
              expected = inserted(expected, each.where, each.rule);
            }
          }
          expect(bytes(applied(live, unsplitPatch(live, how)))).toBe(bytes(expected));
        },
      ),
    );
  });

  it('gives the canary nothing in any rule after a rollback, and stable its whole part', () => {
    fc.assert(
      fc.property(anyRoute, anyWeights, fc.boolean(), (before, weights, previewed) => {
        const how = split({ weights, ...(previewed ? { preview } : {}) });
        const live = weights.reduce((each, weight) => tryShift(each, weight, how), before);
        const rolledBack = applied(live, rollbackPatch(live, how));
        for (const rule of rolledBack.spec?.rules ?? []) {
          for (const { name, weight = 1 } of rule.backendRefs ?? []) {
            if (name === 'shop-canary') expect(weight).toBe(0);
          }
        }
        expect(totals(rolledBack)).toEqual(totals(live));
        expect(applied(rolledBack, rollbackPatch(rolledBack, how))).toEqual(rolledBack);
      }),
    );
  });

  it('is refused for every other fencing token', () => {
    fc.assert(
      fc.property(anyRoute, anyWeights, fc.integer({ min: 0, max: 20 }), (before, weights, token) => {
        fc.pre(token !== 7);
        const how = split({ weights, preview });
        const live = tryShift(before, weights[0] as number, how);
        const stale = {
          ...live,
          metadata: {
            ...live.metadata,
            annotations: { ...live.metadata?.annotations, 'slipway.dev/token.shop': String(token) },
          },
        } as HttpRoute;
        const patches = [splitPatch(live, how, 100), unsplitPatch(live, how), rollbackPatch(live, how)];
        for (const patch of patches.filter(({ length }) => length > 0)) {
          expect(() => applied(stale, patch)).toThrow(Refused);
          expect(() => applied(stale, patch)).toThrow('/metadata/annotations/slipway.dev~1token.shop');
          expect(() =>
            applied({ ...live, metadata: { ...live.metadata, uid: 'new' } } as HttpRoute, patch),
          ).toThrow('/metadata/uid');
        }
      }),
    );
  });
});

const preview = { header: 'X-Preview', value: 'candidate' };

const inserted = (live: HttpRoute, where: number, rule: RouteRule): HttpRoute => {
  const rules = [...(live.spec?.rules ?? [])];
  rules.splice(Math.min(where, rules.length), 0, rule);
  return { ...live, spec: { ...live.spec, rules } };
};

const totals = (live: HttpRoute) =>
  live.spec?.rules?.map(({ backendRefs = [] }) => {
    const names = backendRefs.map(({ name }) => name.replace('-canary', ''));
    return Object.fromEntries(
      [...new Set(names)].map(name => [
        name,
        backendRefs
          .filter((_, index) => names[index] === name)
          .reduce((sum, { weight = 1 }) => sum + weight, 0),
      ]),
    );
  });

/** Cross products of integers, without rounding. */
function expectProportions(live: HttpRoute, before: RouteRule, after: RouteRule): void {
  const folded = (rule: RouteRule) => {
    const refs = rule.backendRefs ?? [];
    const { pairs } = backendsOf(rule, split(), live);
    const canaries = new Map(pairs.map(({ stable, canary }) => [stable, canary]));
    return [...refs.keys()]
      .filter(index => refs[index]?.name !== 'shop-canary')
      .map(index => {
        const canary = canaries.get(index);
        return (refs[index]?.weight ?? 1) + (canary === undefined ? 0 : (refs[canary]?.weight ?? 1));
      });
  };
  const [was, is] = [folded(before), folded(after)];
  const sum = (list: number[]) => list.reduce((total, each) => total + each, 0);
  expect(is.map(each => each * sum(was))).toEqual(was.map(each => each * sum(is)));
}

describe('other writers of a split rule', () => {
  const before = route([{ backendRefs: [shop({ weight: 9 }), { ...cart, weight: 1 }] }]);

  it('keep the proportion that they have set', () => {
    const live = shift(before, 50);
    const [stable, canary, other] = live.spec!.rules![0]!.backendRefs as [BackendRef, BackendRef, BackendRef];
    other.weight = (stable.weight as number) + (canary.weight as number);
    const after = applied(live, unsplitPatch(live, split()));
    const weights = after.spec?.rules?.[0]?.backendRefs?.map(({ name, weight }) => [name, weight]);
    expect(weights).toEqual([
      ['shop', other.weight],
      ['cart', other.weight],
    ]);
    expect(weightsOf(shift(live, 80))).toEqual([80]);
  });

  it('that apply the manifest again remove the canary; the next shift adds it again', () => {
    const live = shift(before, 50);
    const reapplied = { ...live, spec: before.spec } as HttpRoute;
    expect(weightsOf(reapplied)).toEqual([0]);
    expect(bytes(applied(reapplied, unsplitPatch(reapplied, split())))).toBe(bytes(before));
    expect(weightsOf(shift(reapplied, 50))).toEqual([50]);
  });

  it('that removed the stable backend get it back instead of a rule that answers 500', () => {
    const live = shift(route([{ backendRefs: [shop()] }]), 50);
    live.spec?.rules?.[0]?.backendRefs?.shift();
    expect(weightsOf(live)).toEqual([100]);
    for (const patch of [rollbackPatch(live, split()), unsplitPatch(live, split())]) {
      expect(rulesAfter(live, patch)?.[0]?.backendRefs?.map(({ name }) => name)).toEqual(['shop']);
    }
  });

  it('that removed one of two ports leave the other with its canary', () => {
    const live = shift(route([{ backendRefs: [shop(), shop({ port: 81 })] }]), 50);
    live.spec?.rules?.[0]?.backendRefs?.splice(0, 1);
    const rolledBack = applied(live, rollbackPatch(live, split()));
    expect(
      rolledBack.spec?.rules?.[0]?.backendRefs?.map(({ name, port, weight }) => [name, port, weight]),
    ).toEqual([
      ['shop', 80, 10],
      ['shop', 81, 20],
      ['shop-canary', 81, 0],
    ]);
  });

  it('make our earlier patch fail, which expected other backends there', () => {
    const live = shift(before, 5);
    const patches = [splitPatch(live, split(), 25), rollbackPatch(live, split())];
    const moved = inserted(live, 0, { backendRefs: [cart] });
    for (const patch of patches) expect(() => applied(moved, patch)).toThrow(Refused);
  });
});

describe('a preview by header', () => {
  const how = split({ preview });
  const before = route([
    {
      matches: [{ path: { type: 'PathPrefix', value: '/api' } }],
      timeouts: { request: '5s' },
      backendRefs: [shop({ weight: 1 })],
    },
    { backendRefs: [cart] },
  ]);

  it('is a rule before the one it mirrors, with the same paths, that routes only to the canary', () => {
    expect(rulesAfter(before, splitPatch(before, how, 0))?.[0]).toEqual({
      matches: [
        {
          path: { type: 'PathPrefix', value: '/api' },
          headers: [{ type: 'Exact', name: 'X-Preview', value: 'candidate' }],
        },
      ],
      timeouts: { request: '5s' },
      backendRefs: [{ name: 'shop-canary', port: 80, weight: 1 }],
    });
  });

  it('counts neither as split nor twice', () => {
    const live = shift(before, 25, how);
    expect(live.spec?.rules).toHaveLength(3);
    expect(weightsIn(live, how)).toEqual([25]);
    expect(splitPatch(live, how, 25)).toEqual([]);
    expect(shift(live, 50, how).spec?.rules).toHaveLength(3);
  });

  it('routes to stable after a rollback, and is removed with the split', () => {
    const live = shift(before, 25, how);
    const rolledBack = applied(live, rollbackPatch(live, how));
    expect(rolledBack.spec?.rules?.[0]?.backendRefs?.[0]?.name).toBe('shop');
    expect(isPreview(rolledBack.spec?.rules?.[0] as RouteRule, how, rolledBack)).toBe(true);
    expect(bytes(applied(rolledBack, unsplitPatch(rolledBack, how)))).toBe(bytes(before));
  });

  it('is created again when the rule that it mirrors was changed', () => {
    const live = shift(before, 25, how);
    const rule = live.spec?.rules?.[1] as RouteRule;
    rule.timeouts = { request: '9s' };
    const after = shift(live, 50, how);
    expect(after.spec?.rules).toHaveLength(3);
    expect(after.spec?.rules?.[0]?.timeouts).toEqual({ request: '9s' });
  });
});
