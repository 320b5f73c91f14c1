import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Retention } from '../../src/config/retention.ts';
import {
  type Protections,
  planRetention,
  type RetentionPlan,
  type StoredManifest,
} from '../../src/image/deletion-plan.ts';
import type { Digest } from '../../src/image/reference.ts';
import { matchesWildcard } from '../../src/toolkit/wildcard.ts';
import { atLeast, search } from '../search.ts';
import { wording } from '../wording.ts';

const day = 86_400_000;
const now = Date.parse('2026-11-24T00:00:00Z');
const digest = (name: string | number) => `sha256:${String(name).padStart(64, '0')}` as Digest;

interface Written {
  tags?: string[];
  holds?: (string | number)[];
  subject?: string | number;
  attached?: (string | number)[];
  list?: true;
  /** Days. */
  age?: number;
}

const stored = (
  name: string | number,
  { tags = [], holds = [], subject, attached = [], list, age }: Written,
): StoredManifest => ({
  digest: digest(name),
  tags,
  holds: holds.map(digest),
  ...(subject === undefined ? {} : { subject: digest(subject) }),
  attached: attached.map(digest),
  ...(list === undefined ? {} : { list }),
  ...(age === undefined ? {} : { created: now - age * day }),
});

const repository = (written: Record<string, Written>) =>
  Object.entries(written).map(([name, each]) => stored(name, each));
const nothing: Protections = { digests: new Map(), tags: new Map() };
const policy = (changes: Partial<Retention> = {}): Retention => ({
  protect: [],
  rules: [{ tags: 'pr-*', for: 14 * day }],
  ...changes,
});
const plan = (written: Record<string, Written>, changes?: Partial<Retention>, protections = nothing) =>
  planRetention(repository(written), policy(changes), protections, now);
const names = ({ toDelete }: RetentionPlan) => toDelete.map(each => each.digest.replace(/^sha256:0*/, ''));
const whys = (judged: RetentionPlan['toDelete'] | RetentionPlan['toKeep']) =>
  Object.fromEntries(judged.map(each => [each.digest.replace(/^sha256:0*/, ''), each.why]));

describe('a pattern of tags', () => {
  it('matches whole tags, with a star for any run of characters, and a dot for a dot', () => {
    expect(matchesWildcard('pr-*', 'pr-12')).toBe(true);
    expect(matchesWildcard('pr-*', 'old-pr-12')).toBe(false);
    expect(matchesWildcard('1.*', '1.4.2')).toBe(true);
    expect(matchesWildcard('1.*', '104')).toBe(false);
    expect(matchesWildcard('*-rc.*', '2.0.0-rc.1')).toBe(true);
    expect(matchesWildcard('latest', 'latest')).toBe(true);
  });
});

describe('a tag', () => {
  it('is deleted when rules match it and none of them keeps it, and the plan says why', () => {
    const { toDelete, toKeep } = plan(
      {
        1: { tags: ['pr-1'], age: 15 },
        2: { tags: ['pr-2'], age: 14 },
        3: { tags: ['main'], age: 400 },
        4: { tags: ['pr-4'] },
      },
      {},
    );
    expect(whys(toDelete)).toEqual({ 1: wording('pr-1', '15', 'pr-*', '14') });
    expect(whys(toKeep)).toEqual({
      2: wording('pr-2', '14', 'pr-*'),
      3: wording('main'),
      4: wording('pr-4'),
    });
  });

  it('stays while it is among the newest of a rule, where images of unknown age do not count', () => {
    const { toDelete, toKeep } = plan(
      {
        1: { tags: ['sha-1'], age: 3 },
        2: { tags: ['sha-2', 'sha-two'], age: 2 },
        3: { tags: ['sha-3'], age: 1 },
        4: { tags: ['sha-4'] },
      },
      { rules: [{ tags: 'sha-*', newest: 2 }] },
    );
    expect(whys(toDelete)).toEqual({ 1: wording('sha-1', '2', 'sha-*') });
    expect(Object.keys(whys(toKeep))).toEqual(['2', '3', '4']);
  });

  it('stays when any rule that matches it keeps it, in any order of rules', () => {
    const written = { 1: { tags: ['pr-1'], age: 20 }, 2: { tags: ['pr-2'], age: 30 } };
    const rules = [
      { tags: 'pr-*', for: 14 * day },
      { tags: '*', newest: 1 },
    ];
    expect(names(plan(written, { rules }))).toEqual(['2']);
    expect(names(plan(written, { rules: rules.reverse() }))).toEqual(['2']);
  });

  it('stays when it is protected by name, by a pod that names it, or by another tag of its image', () => {
    const written = {
      1: { tags: ['pr-1', 'pr-keep'], age: 20 },
      2: { tags: ['pr-2'], age: 20 },
      3: { tags: ['pr-3', 'v3'], age: 20 },
      4: { tags: ['pr-4'], age: 20 },
    };
    const tags = new Map([['pr-2', 'a pod of production names it']]);
    const { toDelete, toKeep } = plan(written, { protect: ['*-keep'] }, { digests: new Map(), tags });
    expect(whys(toDelete)).toEqual({ 4: wording('pr-4', '20', 'pr-*', '14') });
    expect(whys(toKeep)).toEqual({
      1: wording('pr-keep', '*-keep'),
      2: 'pr-2: a pod of production names it',
      3: wording('v3'),
    });
  });

  it('that was created in the future stays', () => {
    expect(names(plan({ 1: { tags: ['pr-1'], age: -3 } }))).toEqual([]);
  });
});

describe('an index', () => {
  it('is deleted before its entries, except those that another index or a tag names', () => {
    const { toDelete } = plan({
      1: { holds: [] },
      2: {},
      3: { tags: ['v1'] },
      8: { tags: ['v2'], holds: [2] },
      9: { tags: ['pr-9'], holds: [1, 2, 3], age: 20 },
    });
    expect(toDelete.map(each => [each.digest, each.with])).toEqual([
      [digest(9), undefined],
      [digest(1), digest(9)],
    ]);
  });

  it('stays complete with its attestations when it is protected by its digest', () => {
    const written = { 1: {}, 2: {}, 9: { tags: ['pr-9'], holds: [1, 2], age: 20 } };
    const digests = new Map([[digest(9), 'release 4 of production']]);
    const { toDelete, toKeep } = plan(written, {}, { digests, tags: new Map() });
    expect(toDelete).toEqual([]);
    expect(whys(toKeep)).toEqual({
      1: wording(`${digest(9)}`),
      2: wording(`${digest(9)}`),
      9: 'release 4 of production',
    });
  });

  it('stays when a pod runs one of its platforms, and so does an index of that index', () => {
    const written = {
      1: {},
      2: {},
      8: { tags: ['pr-8'], holds: [1, 2], age: 20 },
      9: { tags: ['pr-9'], holds: [8], age: 20 },
    };
    const digests = new Map([[digest(1), 'pod shop-1 of production']]);
    const { toDelete, toKeep } = plan(written, {}, { digests, tags: new Map() });
    expect(toDelete).toEqual([]);
    expect(whys(toKeep)[9]).toEqual(wording(`${digest(1)}`, 'pod shop-1 of production'));
  });
});

describe('an artifact that is attached to an image', () => {
  const image = (tag: string, age: number) => ({
    1: { tags: [tag], age },
    // An SBOM, its signature, a signature of the older form, and a list where the registry keeps none.
    2: { subject: 1 },
    3: { subject: 2 },
    4: { attached: [1] },
    5: { attached: [1], holds: [2], list: true as const },
  });

  it('is deleted with it, after it, and a list of referrers after its entries', () => {
    const order = names(plan(image('pr-1', 20)));
    expect([...order].sort()).toEqual(['1', '2', '3', '4', '5']);
    expect(order[0]).toBe('1');
    expect(order.indexOf('5')).toBeGreaterThan(order.indexOf('2'));
    expect(order.indexOf('3')).toBeGreaterThan(order.indexOf('2'));
  });

  it('stays with it', () => {
    expect(names(plan(image('v1', 20), { untagged: day }))).toEqual([]);
  });

  it('stays when it is also attached to an image that stays, such as a shared SBOM', () => {
    const written = {
      1: { tags: ['pr-1'], age: 20 },
      2: { tags: ['v2'] },
      3: { attached: [1, 2] },
    };
    expect(names(plan(written))).toEqual(['1']);
  });

  it('keeps its image when it has a tag that stays', () => {
    const written = { 1: { tags: ['pr-1'], age: 20 }, 2: { tags: ['sbom'], subject: 1 }, 3: { subject: 1 } };
    expect(names(plan(written))).toEqual([]);
  });

  it('is deleted with `untagged` when its image is gone, unless it is known to be young', () => {
    const written = { 1: { attached: [8] }, 2: { subject: 9, age: 8 }, 3: { subject: 9, age: 6 }, 4: {} };
    expect(names(plan(written))).toEqual([]);
    expect(names(plan(written, { untagged: 7 * day })).sort()).toEqual(['1', '2']);
  });
});

describe('a manifest without a tag', () => {
  it('stays without `untagged`, and while its age is unknown', () => {
    const written = { 1: { age: 8 }, 2: { age: 7 }, 3: {} };
    expect(names(plan(written))).toEqual([]);
    const { toDelete, toKeep } = plan(written, { untagged: 7 * day });
    expect(whys(toDelete)).toEqual({ 1: wording('8') });
    expect(whys(toKeep)).toEqual({
      2: wording('7'),
      3: wording(),
    });
  });
});

/** Ten manifests with random edges, some of them meaningless. */
const graphs = fc
  .array(
    fc.record({
      holds: fc.uniqueArray(fc.nat(9), { maxLength: 2 }),
      subject: fc.option(fc.nat(11), { nil: undefined, freq: 1 }),
      attached: fc.oneof(fc.constant<number[]>([]), fc.uniqueArray(fc.nat(11), { maxLength: 2 })),
      list: fc.boolean(),
      age: fc.option(fc.integer({ min: -1, max: 40 }), { nil: undefined, freq: 8 }),
    }),
    { minLength: 10, maxLength: 10 },
  )
  .chain(nodes =>
    fc
      .tuple(
        ...['v1', 'v2', 'latest', 'pr-1', 'pr-2', 'pr-3', 'sha-1', 'sha-2', 'sha-3', 'other'].map(tag =>
          fc.nat(15).map(at => ({ tag, at })),
        ),
      )
      .map(tags =>
        nodes.map(({ holds, subject, attached, list, age }, index) =>
          stored(index, {
            tags: tags.flatMap(({ tag, at }) => (at === index ? [tag] : [])),
            // No manifest can contain its own digest.
            holds: holds.filter(each => each > index),
            ...(subject === undefined || subject === index ? {} : { subject }),
            attached: attached.filter(each => each !== index),
            ...(list && attached.length > 0 ? { list: true as const } : {}),
            ...(age === undefined ? {} : { age }),
          }),
        ),
      ),
  );
const policies = fc.record({
  protect: fc.subarray(['v*', 'latest']),
  rules: fc.subarray([
    { tags: 'pr-*', for: 14 * day },
    { tags: 'sha-*', newest: 1 },
    { tags: 'sha-*', for: 20 * day },
    { tags: '*', newest: 2 },
  ]),
  untagged: fc.constantFrom(undefined, 7 * day),
});
const protections = fc
  .record({ digests: fc.uniqueArray(fc.nat(30), { maxLength: 2 }), tags: fc.subarray(['pr-1', 'sha-1']) })
  .map(({ digests, tags }) => ({
    digests: new Map(digests.map(each => [digest(each), 'a release'])),
    tags: new Map(tags.map(each => [each, 'a pod'])),
  }));

/** Implemented in another way than the code: the set of kept manifests, enlarged until it is closed. */
function whole(all: readonly StoredManifest[], kept: ReadonlySet<Digest>): Set<Digest> {
  const there = new Set(all.map(each => each.digest));
  const found = new Set(kept);
  for (let size = -1; size !== found.size; ) {
    size = found.size;
    for (const each of all) {
      if (found.has(each.digest)) for (const held of each.holds) found.add(held);
      if (found.has(each.digest) && each.subject !== undefined && there.has(each.subject))
        found.add(each.subject);
      if (each.subject !== undefined && found.has(each.subject)) found.add(each.digest);
      if (each.attached.some(one => found.has(one))) found.add(each.digest);
      if (each.list && each.attached.some(one => found.has(one)))
        for (const held of each.holds) found.add(held);
    }
  }
  return found;
}

/** The manifests that must stay for their own sake, from the policy alone. */
function protectedOnes(
  all: readonly StoredManifest[],
  { protect, rules, untagged }: Retention,
  given: Protections,
) {
  const speaks = (tag: string) => rules.some(rule => matchesWildcard(rule.tags, tag));
  return new Set(
    all
      .filter(
        each =>
          given.digests.has(each.digest) ||
          each.holds.some(held => given.digests.has(held)) ||
          each.tags.some(
            tag =>
              given.tags.has(tag) ||
              protect.some(one => matchesWildcard(one, tag)) ||
              !speaks(tag) ||
              each.created === undefined,
          ) ||
          each.tags.some(tag =>
            rules.some(
              rule =>
                matchesWildcard(rule.tags, tag) &&
                rule.for !== undefined &&
                now - (each.created ?? now) <= rule.for,
            ),
          ) ||
          (untagged === undefined &&
            each.tags.length === 0 &&
            !all.some(one => one.holds.includes(each.digest)) &&
            !all.some(one => one.digest === each.subject || each.attached.includes(one.digest))),
      )
      .map(each => each.digest),
  );
}

describe('for any repository and any policy', () => {
  const run = (
    check: (all: StoredManifest[], policy: Retention, given: Protections, plan: RetentionPlan) => void,
  ) =>
    fc.assert(
      fc.property(graphs, policies, protections, (all, settings, given) =>
        check(all, settings, given, planRetention(all, settings, given, now)),
      ),
      search(3000),
    );

  it('nothing that a protected manifest needs is in the plan', () => {
    let gone = 0;
    run((all, settings, given, { toDelete }) => {
      const needed = whole(all, protectedOnes(all, settings, given));
      expect(toDelete.filter(each => needed.has(each.digest))).toEqual([]);
      gone += toDelete.length;
    });
    expect(gone).toBeGreaterThan(atLeast(1000));
  });

  it('nothing that a kept manifest needs is in the plan, and each manifest is in one of the two lists', () => {
    run((all, _, __, { toDelete, toKeep }) => {
      const needed = whole(all, new Set(toKeep.map(each => each.digest)));
      expect(toDelete.filter(each => needed.has(each.digest))).toEqual([]);
      expect([...toDelete, ...toKeep].map(each => each.digest).sort()).toEqual(
        all.map(each => each.digest).sort(),
      );
    });
  });

  it('an index is deleted before its entries, an image before its referrers, a list after its entries', () => {
    run((all, _, __, { toDelete }) => {
      const at = new Map(toDelete.map((each, index) => [each.digest, index]));
      const going = all.filter(each => at.has(each.digest));
      const before = going.flatMap(each => [
        ...each.holds.map((held): [Digest, Digest] =>
          each.list ? [held, each.digest] : [each.digest, held],
        ),
        ...(each.list
          ? each.holds.flatMap(held => each.attached.map((one): [Digest, Digest] => [one, held]))
          : []),
        ...[...each.attached, ...(each.subject === undefined ? [] : [each.subject])].map(
          (one): [Digest, Digest] => [one, each.digest],
        ),
      ]);
      const leads = (from: Digest, to: Digest, seen = new Set<Digest>()): boolean => {
        if (from === to) return true;
        if (seen.has(from)) return false;
        seen.add(from);
        return before.some(([a, b]) => a === from && at.has(b) && leads(b, to, seen));
      };
      for (const [first, second] of before) {
        if (!at.has(first) || !at.has(second) || leads(second, first)) continue;
        expect(at.get(first)).toBeLessThan(at.get(second) ?? -1);
      }
    });
  });

  it('a further protection adds no deletion, and after all deletions a new plan is empty', () => {
    run((all, settings, given, { toDelete }) => {
      const [first] = toDelete;
      if (first === undefined) return;
      const digests = new Map([...given.digests, [first.digest, 'a backup']] as const);
      const more = planRetention(all, settings, { ...given, digests }, now).toDelete.map(each => each.digest);
      expect(more).not.toContain(first.digest);
      expect(toDelete.map(each => each.digest)).toEqual(expect.arrayContaining(more));
      const gone = new Set(toDelete.map(each => each.digest));
      const rest = all.filter(each => !gone.has(each.digest));
      expect(planRetention(rest, settings, given, now).toDelete).toEqual([]);
    });
  });
});
