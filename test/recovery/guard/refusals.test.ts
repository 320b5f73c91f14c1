import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { GuardAnswer, GuardFacts } from '../../../src/recovery/guard/facts.ts';
import { earlyRefusals, refusals } from '../../../src/recovery/guard/refusals.ts';
import { search } from '../../search.ts';
import { wording } from '../../wording.ts';

const good: GuardFacts = {
  where: 'scratch',
  cluster: 'lab-uid',
  allowed: ['lab-uid'],
  production: ['production-uid'],
  namespace: { name: 'shop-dr', forbids: undefined, run: '42', expires: 2000 },
  run: '42',
  now: 1000,
  permissions: [{ what: 'delete pods', allowed: 'no' }],
  repositories: [{ name: 'far', deletes: 'no' }],
  isolation: {
    closed: 'yes',
    control: 'yes',
    reaches: [{ place: 'db.production:5432', reached: 'no' }],
  },
  sideEffects: [],
  obstacles: [],
  inProduction: undefined,
};
const consent = {
  phrase: 'break shop in production',
  typed: 'break shop in production',
  approved: 'yes',
  abort: 'yes',
  degraded: 'no',
  maxDuration: 60_000,
} as const;
const inProduction: GuardFacts = {
  ...good,
  where: 'live',
  cluster: 'production-uid',
  permissions: [{ what: 'delete pods', allowed: 'yes' }],
  inProduction: consent,
};

describe('a drill', () => {
  it('may start if all facts are right', () => {
    expect(refusals(good)).toEqual([]);
    expect(refusals(inProduction)).toEqual([]);
    // A drill in the live system restores nothing, so it needs no isolation.
    const nothing = { closed: 'unknown', control: 'unknown', reaches: [] } as const;
    expect(refusals({ ...good, where: 'live', isolation: nothing })).toEqual([]);
  });

  const namespace = (given: object) => ({ ...good, namespace: { ...good.namespace, ...given } });
  const isolation = (given: object) => ({ ...good, isolation: { ...good.isolation, ...given } });
  const reached = (it: GuardAnswer) => isolation({ reaches: [{ place: 'db.production:5432', reached: it }] });
  it.each<[string, GuardFacts, RegExp]>([
    ['of production', { ...good, cluster: 'production-uid' }, wording('production-uid')],
    [
      'of production, although it is also allowed',
      { ...good, cluster: 'production-uid', allowed: ['production-uid'] },
      wording(),
    ],
    ['of a cluster that is not allowed', { ...good, cluster: 'other' }, wording()],
    ['of an unknown cluster', { ...good, cluster: undefined }, wording()],
    ['without a declared production cluster', { ...good, production: [] }, wording()],
    [
      'of a namespace without the label',
      namespace({ forbids: ['it has no label', 'give it one'] }),
      wording('no label'),
    ],
    ['of an unreadable namespace', namespace({ forbids: 'unknown' }), wording('shop-dr')],
    ['of a namespace of another drill', namespace({ run: '41' }), wording('41')],
    ['of a namespace without a drill', namespace({ run: undefined }), wording()],
    ['of an expired namespace', namespace({ expires: 999 }), wording()],
    [
      'that may break production',
      { ...good, permissions: [{ what: 'delete pods', allowed: 'yes' }] },
      wording('delete pods'),
    ],
    ['whose permissions were not checked', { ...good, permissions: [] }, wording()],
    [
      'whose permissions are unknown',
      { ...good, permissions: [{ what: 'delete pods', allowed: 'unknown' }] },
      wording(),
    ],
    [
      'that could delete backups',
      { ...good, repositories: [{ name: 'far', deletes: 'yes' }] },
      wording('far'),
    ],
    ['that is not isolated', isolation({ closed: 'no' }), wording()],
    ['without a forbidden address', isolation({ reaches: [] }), wording()],
    ['whose probe reaches nothing', isolation({ control: 'no' }), wording()],
    ['that reaches production', reached('yes'), wording('db.production:5432')],
    ['that may reach production', reached('unknown'), wording()],
    ['that would send mail', { ...good, sideEffects: ['CronJob/mail'] }, wording('CronJob/mail')],
    [
      'during an alert',
      { ...good, obstacles: ['the alert Down is firing'] },
      wording('the alert Down is firing'),
    ],
    [
      'in production without the phrase',
      { ...inProduction, inProduction: { ...consent, typed: 'yes' } },
      wording(),
    ],
    [
      'in production without approval',
      { ...inProduction, inProduction: { ...consent, approved: 'no' } },
      wording(),
    ],
    [
      'in production with an unknown approval',
      { ...inProduction, inProduction: { ...consent, approved: 'unknown' } },
      wording(),
    ],
    [
      'in production that is already degraded',
      { ...inProduction, inProduction: { ...consent, degraded: 'yes' } },
      wording(),
    ],
    ['in production into a namespace beside it', { ...inProduction, where: 'scratch' }, wording()],
    [
      'in production without an abort query',
      { ...inProduction, inProduction: { ...consent, abort: 'no' } },
      wording(),
    ],
    [
      'in production without a time limit',
      { ...inProduction, inProduction: { ...consent, maxDuration: undefined } },
      wording(),
    ],
    ['in production, of another cluster', { ...inProduction, cluster: 'lab-uid' }, wording('slipway.yml')],
  ])('%s is refused with a remedy', (_, facts, problem) => {
    const [first, ...more] = refusals(facts);
    expect(more).toEqual([]);
    expect(first?.problem).toEqual(problem);
    expect(first?.remedy).not.toBe('');
  });

  it('is refused before the first write with the same messages', () => {
    expect(earlyRefusals(good)).toEqual([]);
    const wrong: GuardFacts = {
      ...good,
      cluster: 'production-uid',
      permissions: [],
      sideEffects: ['CronJob/mail'],
      obstacles: ['an alert'],
    };
    expect(earlyRefusals(wrong)).toEqual(refusals(wrong));
    expect(earlyRefusals(namespace({ labelled: 'no' }))).toEqual([]);
  });

  it('is refused if a single fact is unknown', () => {
    const known = fc.constantFrom<GuardAnswer>('yes', 'no', 'unknown');
    const facts = fc.record({
      where: fc.constant('scratch' as const),
      cluster: fc.constantFrom('lab-uid', 'production-uid', 'other', '', undefined),
      allowed: fc.subarray(['lab-uid', 'production-uid']),
      production: fc.subarray(['production-uid', 'second-uid']),
      namespace: fc.record({
        name: fc.constant('shop-dr'),
        forbids: fc.constantFrom(undefined, 'unknown' as const, ['it has no label', 'give it one'] as const),
        run: fc.constantFrom('42', '41', undefined),
        expires: fc.constantFrom(999, 2000, undefined, Number.NaN),
      }),
      run: fc.constant('42'),
      now: fc.constant(1000),
      permissions: fc.array(fc.record({ what: fc.constant('delete pods'), allowed: known }), {
        maxLength: 2,
      }),
      repositories: fc.array(fc.record({ name: fc.constant('far'), deletes: known }), { maxLength: 2 }),
      isolation: fc.record({
        closed: known,
        control: known,
        reaches: fc.array(fc.record({ place: fc.constant('db'), reached: known }), { maxLength: 2 }),
      }),
      inProduction: fc.constant(undefined),
      sideEffects: fc.subarray(['CronJob/mail']),
      obstacles: fc.subarray(['an alert']),
    });
    fc.assert(
      fc.property(facts, each => {
        const { forbids, run, expires } = each.namespace;
        const { closed, control, reaches } = each.isolation;
        const safe =
          each.cluster === 'lab-uid' &&
          each.allowed.includes('lab-uid') &&
          each.production.length > 0 &&
          each.permissions.length > 0 &&
          forbids === undefined &&
          run === '42' &&
          expires === 2000 &&
          [
            ...each.permissions.map(({ allowed }) => allowed),
            ...each.repositories.map(({ deletes }) => deletes),
          ].every(it => it === 'no') &&
          closed === 'yes' &&
          control === 'yes' &&
          reaches.length > 0 &&
          reaches.every(({ reached: it }) => it === 'no') &&
          each.sideEffects.length + each.obstacles.length === 0;
        expect(refusals(each).length === 0).toBe(safe);
      }),
      search(3000),
    );
  });
});
