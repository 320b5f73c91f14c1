import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { KubeObject } from '../../../src/cluster/objects.ts';
import type { Consent } from '../../../src/recovery/guard/facts.ts';
import { DrillRefused, type Guarded, guarded, guardedStanding } from '../../../src/recovery/guard/guarded.ts';
import { UserError } from '../../../src/toolkit/errors.ts';
import { atLeast, search } from '../../search.ts';
import { wording } from '../../wording.ts';
import { goodWorld, now, type World } from './world.ts';

/** What makes a good world one in which nothing may be drilled. */
type Mutation = [what: string, change: (world: World) => void];
const set = (more: Partial<World>) => (world: World) => void Object.assign(world, more);
const change = (world: World, more: Partial<Guarded>) => void Object.assign(world.drill, more);
const firing = [{ labels: { alertname: 'Down' }, samples: [[now, 1]] as [number, number][] }];
const alerts = (value: object): Guarded['alerts'] => ({
  firing: 'ALERTS',
  query: async () => value as never,
});
const namespace = (labels: Record<string, string>, annotations: Record<string, string> = {}): KubeObject => ({
  metadata: { labels, annotations },
});
const allowed = { 'dr-drill/disposable': 'true' };
const later = { 'dr-drill/expires': new Date(now + 1).toISOString() };

/** Known before anything is written: then nothing is. */
const early: Mutation[] = [
  ['the cluster is production', set({ uid: 'production-uid' })],
  ['the context leads elsewhere', set({ uid: 'other-uid' })],
  ['the cluster cannot be told', set({ uid: undefined })],
  ['its uid is empty', set({ uid: '' })],
  ['nobody allowed it', world => change(world, { allowed: [] })],
  [
    'production is among what is allowed',
    world => change(world, { production: ['production-uid', 'lab-uid'] }),
  ],
  ['nobody said what production is', world => change(world, { production: [] })],
  ['no context of production is named', world => change(world, { productionCluster: undefined })],
  ['the context of production is of another cluster', set({ productionUid: 'lab-uid' })],
  ['production cannot be told', set({ productionUid: undefined })],
  ['the identity has a right there', set({ right: 'yes' })],
  ['production does not answer', set({ right: 'error' })],
  ['production is not sure', set({ right: 'unsure' })],
  [
    'the login may delete',
    world => change(world, { repositories: [{ name: 'near', mayDelete: async () => 'yes' }] }),
  ],
  [
    'whether the login may delete is not known',
    world =>
      change(world, {
        repositories: [
          { name: 'far', mayDelete: async () => 'no' },
          { name: 'near', mayDelete: async () => 'unknown' },
        ],
      }),
  ],
  [
    'a CronJob would run',
    world => change(world, { manifests: [{ apiVersion: 'batch/v1', kind: 'CronJob' }] }),
  ],
  [
    'a policy would be added',
    world => change(world, { manifests: [{ apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy' }] }),
  ],
  ['it is not the time', world => change(world, { hours: { from: 20, to: 6 } })],
  [
    'a rollout is under way',
    world =>
      change(world, {
        rollouts: [{ name: 'staging', read: async () => ({ state: 'running', candidate: 7 }) }],
      }),
  ],
  [
    'the rollout cannot be read',
    world => change(world, { rollouts: [{ name: 'staging', read: () => Promise.reject(new Error('403')) }] }),
  ],
  ['an alert fires', world => change(world, { alerts: alerts({ ok: true, value: firing }) })],
  [
    'alerts cannot be asked for',
    world => change(world, { alerts: alerts({ ok: false, detail: 'no answer' }) }),
  ],
  ['the namespace is of somebody', set({ there: namespace({}) })],
  [
    'the namespace says that it is not allowed',
    set({ there: namespace({ 'dr-drill/disposable': 'false' }) }),
  ],
  [
    'the namespace is of another drill',
    set({ there: namespace({ ...allowed, 'dr-drill/run': '41' }, later) }),
  ],
  [
    'the namespace is of another drill that says no end',
    set({ there: namespace({ ...allowed, 'dr-drill/run': '41' }) }),
  ],
  [
    'the namespace holds something',
    world => {
      world.there = namespace(allowed);
      world.holds = [{ kind: 'Secret', metadata: { name: 'old' } }];
    },
  ],
  [
    'a way leads everywhere',
    world => change(world, { scratch: { ...world.drill.scratch, ways: [{ cidr: '0.0.0.0/0', port: 443 }] } }),
  ],
  [
    'a way is no network',
    world => change(world, { scratch: { ...world.drill.scratch, ways: [{ cidr: 'x', port: 1 }] } }),
  ],
  ['the namespace would not end', world => change(world, { scratch: { ...world.drill.scratch, ttl: 0 } })],
  ['the run cannot be a label', world => change(world, { scratch: { ...world.drill.scratch, run: 'a b' } })],
];

const relabel =
  (what: 'labels' | 'annotations', key: string, value: string | undefined) => (world: World) => {
    world.meddle = ({ metadata }) => {
      const map = metadata?.[what] ?? {};
      if (value === undefined) delete map[key];
      else map[key] = value;
    };
  };

/** Known only in the namespace: then nothing but that was written. */
const late: Mutation[] = [
  ['its label was taken away', relabel('labels', 'dr-drill/disposable', undefined)],
  ['another run took it', relabel('labels', 'dr-drill/run', '41')],
  ['it has run out', relabel('annotations', 'dr-drill/expires', new Date(now).toISOString())],
  ['its end is no time', relabel('annotations', 'dr-drill/expires', 'tomorrow')],
  ['it says no end', relabel('annotations', 'dr-drill/expires', undefined)],
  ['its policy is gone', set({ policies: () => [] })],
  [
    'a second policy opens it',
    set({ policies: ours => [ours, { metadata: { name: 'open' }, spec: { egress: [{}] } }] }),
  ],
  ['its policy was changed', set({ policies: ours => [{ ...ours, spec: { egress: [{}] } }] })],
  ['policies are not enforced', set({ probe: ['rrr', 'rrr', 'rrr'] })],
  ['the API server is reached', set({ probe: ['rrr', 'nrn', 'nnn'] })],
  ['production is reached once', set({ probe: ['rrr', 'nnn', 'rnn'] })],
  ['production cannot be told', set({ probe: ['rrr', 'nnn', 'nn?'] })],
  ['the control is not reached', set({ probe: ['nnn', 'nnn', 'nnn'] })],
  ['the control is not reached any more', set({ probe: ['rrn', 'nnn', 'nnn'] })],
  ['the probe does not end', set({ probe: undefined })],
  [
    'there is no control',
    world => {
      change(world, { probe: { ...world.drill.probe, controls: [] } });
      world.probe = ['nnn', 'nnn', 'nnn'];
    },
  ],
  [
    'nothing is named that must not be reached',
    world => change(world, { probe: { ...world.drill.probe, places: [] } }),
  ],
];

const consent: Consent = {
  phrase: 'break shop in production',
  typed: 'break shop in production',
  approved: 'yes',
  abort: 'yes',
  suffers: 'no',
  ends: 60_000,
};
/** Of a drill in production itself. */
const reckless: [string, Partial<Consent>][] = [
  ['nothing is typed', { typed: '' }],
  ['something else is typed', { typed: 'Break shop in production' }],
  ['there is nothing to type', { phrase: '', typed: '' }],
  ['nobody approved', { approved: 'no' }],
  ['who approved is not known', { approved: 'unknown' }],
  ['nothing aborts it', { abort: 'no' }],
  ['whether something aborts it is not known', { abort: 'unknown' }],
  ['production suffers already', { suffers: 'yes' }],
  ['it has no end', { ends: undefined }],
  ['its end is none', { ends: Number.NaN }],
  ['it never ends', { ends: Number.POSITIVE_INFINITY }],
];

async function outcome(run: (went: () => void) => Promise<unknown>) {
  let went = false;
  const error = await run(() => {
    went = true;
  }).then(
    () => undefined,
    (each: unknown) => each,
  );
  return { went, error };
}

function expectReason(error: unknown): void {
  expect(error).toBeInstanceOf(UserError);
  expect((error as UserError).sentence.length).toBeGreaterThan(40);
  if (error instanceof DrillRefused)
    for (const { problem, remedy } of error.refusals) {
      expect(problem).not.toBe('');
      expect(remedy).not.toBe('');
    }
}

/** In the namespace of the drill, which is the only thing that may be made before the isolation is proved. */
const own =
  /^(?:POST \/api\/v1\/namespaces$|(?:PUT|PATCH|DELETE) \/api\/v1\/namespaces\/shop-dr$|(?:POST|PATCH|DELETE) \/\S+\/namespaces\/shop-dr\/\S+$)/;

describe('a drill that is guarded', () => {
  it('goes on where all is right, once, and its namespace is cleared away', async () => {
    const { world, writes } = goodWorld();
    const found = await guarded(world.drill, async scratch => [scratch.name, writes.length]);
    expect(found).toEqual(['shop-dr', 4]);
    expect(writes).toEqual([
      'POST /api/v1/namespaces',
      'PATCH /apis/networking.k8s.io/v1/namespaces/shop-dr/networkpolicies/dr-drill',
      'POST /api/v1/namespaces/shop-dr/pods',
      expect.stringMatching(/^DELETE \/api\/v1\/namespaces\/shop-dr\/pods\/./),
      'DELETE /api/v1/namespaces/shop-dr',
    ]);
  });

  it('is cleared away when it fails, too', async () => {
    const { world, writes } = goodWorld();
    const failing = guarded(world.drill, () => Promise.reject(new Error('the restore failed')));
    await expect(failing).rejects.toThrow('the restore failed');
    expect(writes.at(-1)).toBe('DELETE /api/v1/namespaces/shop-dr');
  });

  it.each(early)('is refused without a single write when %s', async (_, mutate) => {
    const { world, writes } = goodWorld();
    mutate(world);
    const { went, error } = await outcome(went => guarded(world.drill, async () => went()));
    expect(went).toBe(false);
    expectReason(error);
    expect(writes).toEqual([]);
  });

  it.each(late)('is refused before anything is restored when %s', async (_, mutate) => {
    const { world, writes } = goodWorld();
    mutate(world);
    const { went, error } = await outcome(went => guarded(world.drill, async () => went()));
    expect(went).toBe(false);
    expectReason(error);
    expect(writes.filter(write => !own.test(write))).toEqual([]);
  });

  it('of which a thousand are wrong in several ways are all refused, with a reason and no write where none may be', async () => {
    const some = fc.record({
      early: fc.subarray(early, { maxLength: 4 }),
      late: fc.subarray(late, { maxLength: 3 }),
    });
    let runs = 0;
    await fc.assert(
      fc.asyncProperty(
        some.filter(each => each.early.length + each.late.length > 0),
        async wrong => {
          runs += 1;
          const { world, writes } = goodWorld();
          for (const [, mutate] of [...wrong.late, ...wrong.early]) mutate(world);
          const { went, error } = await outcome(went => guarded(world.drill, async () => went()));
          expect(went).toBe(false);
          expectReason(error);
          expect(writes.filter(write => !own.test(write))).toEqual([]);
          if (wrong.early.length > 0) expect(writes).toEqual([]);
        },
      ),
      search(1000),
    );
    expect(runs).toBeGreaterThanOrEqual(atLeast(1000));
  });
});

describe('recovery 13: a label that allows one thing does not allow the other', () => {
  const former = { 'dr-drill/allowed': 'true' };
  const live = { 'dr-drill/live': 'true' };
  const refused = async (labels: Record<string, string>, standing: boolean) => {
    const { world, writes } = goodWorld();
    world.there = namespace(labels);
    const { went, error } = await outcome(go =>
      standing
        ? guardedStanding({ ...world.drill, namespace: 'shop-dr' }, async () => go())
        : guarded(world.drill, async () => go()),
    );
    expect({ went, writes }).toEqual({ went: false, writes: [] });
    return error;
  };

  it('a namespace in which drills may break what lives is not cleared', async () => {
    expect(await refused(live, false)).toEqual(wording('shop-dr', 'dr-drill/live'));
    expect(await refused({ ...live, ...allowed }, false)).toEqual(wording('shop-dr', 'dr-drill/live'));
  });

  it('what lives in a namespace that may be cleared is not broken', async () => {
    expect(await refused(allowed, true)).toEqual(wording('shop-dr', 'dr-drill/live=true'));
  });

  it('the label that meant both allows neither, and the sentence says which one to write', async () => {
    const remove = 'remove the label dr-drill/allowed';
    expect(await refused(former, false)).toEqual(wording('dr-drill/disposable=true', remove));
    expect(await refused(former, true)).toEqual(wording('dr-drill/live=true', remove));
  });

  it('each allows its own', async () => {
    const { world } = goodWorld();
    world.there = namespace({ ...live, ...former });
    expect(await guardedStanding({ ...world.drill, namespace: 'shop-dr' }, async () => 'went')).toBe('went');
    world.there = namespace({ ...allowed, ...former });
    expect(await guarded(world.drill, async () => 'went')).toBe('went');
  });
});

describe('a drill that an earlier job has begun', () => {
  const begun = () => {
    const { world, api, writes } = goodWorld();
    world.there = namespace({ ...allowed, 'dr-drill/run': '42' }, later);
    world.holds = [{ kind: 'Pod', metadata: { name: 'shop-copy' } }];
    change(world, { resumed: true });
    const removed = () => writes.includes('DELETE /api/v1/namespaces/shop-dr');
    return { world, api, removed };
  };

  it('goes on at any hour', async () => {
    const { world } = begun();
    change(world, { hours: { from: 20, to: 6 } });
    expect((await outcome(went => guarded(world.drill, async () => went()))).went).toBe(true);
  });

  it.each([
    ['the probe does not end', set({ probe: undefined })],
    ['production cannot be told', set({ probe: ['nnn', 'nnn', 'nn?'] })],
    ['the control is away', set({ probe: ['nnn', 'nnn', 'nnn'] })],
  ] as Mutation[])('does not go on, and keeps what it has restored, when %s', async (_, mutate) => {
    const { world, removed } = begun();
    mutate(world);
    const { went, error } = await outcome(went => guarded(world.drill, async () => went()));
    expect(went).toBe(false);
    expect(error).toMatchObject({ ends: false });
    expect(removed()).toBe(false);
  });

  it('keeps it when its policy cannot be written', async () => {
    const { world, api, removed } = begun();
    api.fail({ verb: 'patch' }, 500);
    expect((await outcome(went => guarded(world.drill, async () => went()))).went).toBe(false);
    expect(removed()).toBe(false);
  });

  it.each([
    ['production is reached', set({ probe: ['rrr', 'nnn', 'rnn'] })],
    ['its policy is gone', set({ policies: () => [] })],
  ] as Mutation[])('is over when %s', async (_, mutate) => {
    const { world, removed } = begun();
    mutate(world);
    const { error } = await outcome(went => guarded(world.drill, async () => went()));
    expect(error).toMatchObject({ ends: true });
    expect(removed()).toBe(true);
  });

  it('is not over when it is refused before that, and stays', async () => {
    const { world, removed } = begun();
    change(world, { alerts: alerts({ ok: true, value: firing }) });
    const { error } = await outcome(went => guarded(world.drill, async () => went()));
    expect(error).toMatchObject({ ends: false });
    expect(removed()).toBe(false);
  });
});

describe('a drill in production itself', () => {
  const inProduction = (more: Partial<Consent> = {}) => {
    const { world, writes } = goodWorld();
    world.uid = 'production-uid';
    world.right = 'yes';
    world.there = namespace({ 'dr-drill/live': 'true' });
    change(world, { inProduction: { ...consent, ...more } });
    return { world, writes };
  };

  it('goes on with consent, and the guard writes nothing', async () => {
    const { world, writes } = inProduction();
    expect(await guardedStanding({ ...world.drill, namespace: 'shop-dr' }, async () => 'went')).toBe('went');
    expect(writes).toEqual([]);
  });

  it.each(reckless)('is refused when %s', async (_, more) => {
    const { world, writes } = inProduction(more);
    const { went, error } = await outcome(went =>
      guardedStanding({ ...world.drill, namespace: 'shop-dr' }, async () => went()),
    );
    expect(went).toBe(false);
    expectReason(error);
    expect(writes).toEqual([]);
  });
});
