import fc from 'fast-check';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { KubeObject } from '../../../src/cluster/objects.ts';
import type { Consent } from '../../../src/recovery/guard/facts.ts';
import { DrillRefused, type Guarded, guarded, guardedLive } from '../../../src/recovery/guard/guarded.ts';
import { UserError } from '../../../src/toolkit/errors.ts';
import { atLeast, search } from '../../search.ts';
import { wording } from '../../wording.ts';
import { goodWorld, now, type World } from './world.ts';

/** A change after which a drill is refused. */
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
const allowed = { 'slipway.dev/drill-disposable': 'true' };
const later = { 'slipway.dev/drill-expires': new Date(now + 1).toISOString() };

/** Refused before the first write. */
const early: Mutation[] = [
  ['the cluster is production', set({ uid: 'production-uid' })],
  ['the context is of another cluster', set({ uid: 'other-uid' })],
  ['the cluster is unknown', set({ uid: undefined })],
  ['its uid is empty', set({ uid: '' })],
  ['the cluster is not allowed', world => change(world, { allowed: [] })],
  [
    'production is among the allowed clusters',
    world => change(world, { production: ['production-uid', 'lab-uid'] }),
  ],
  ['no production cluster is declared', world => change(world, { production: [] })],
  ['no context of production is named', world => change(world, { productionCluster: undefined })],
  ['the context of production is of another cluster', set({ productionUid: 'lab-uid' })],
  ['production cannot be identified', set({ productionUid: undefined })],
  ['the credential has a permission there', set({ permission: 'yes' })],
  ['production does not answer', set({ permission: 'error' })],
  ['the answer of production is not definite', set({ permission: 'unsure' })],
  [
    'the login may delete',
    world => change(world, { repositories: [{ name: 'near', mayDelete: async () => 'yes' }] }),
  ],
  [
    'it is unknown whether the login may delete',
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
  ['it is not an allowed hour', world => change(world, { hours: { from: 20, to: 6 } })],
  [
    'a rollout is in progress',
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
    'alerts cannot be queried',
    world => change(world, { alerts: alerts({ ok: false, detail: 'no answer' }) }),
  ],
  ['the namespace has no label', set({ there: namespace({}) })],
  [
    'the label of the namespace is false',
    set({ there: namespace({ 'slipway.dev/drill-disposable': 'false' }) }),
  ],
  [
    'the namespace belongs to another drill',
    set({ there: namespace({ ...allowed, 'slipway.dev/drill-run': '41' }, later) }),
  ],
  [
    'the namespace belongs to another drill without an expiry time',
    set({ there: namespace({ ...allowed, 'slipway.dev/drill-run': '41' }) }),
  ],
  [
    'the namespace is not empty',
    world => {
      world.there = namespace(allowed);
      world.holds = [{ kind: 'Secret', metadata: { name: 'old' } }];
    },
  ],
  [
    'an allowed address is every address',
    world =>
      change(world, { scratch: { ...world.drill.scratch, egress: [{ cidr: '0.0.0.0/0', port: 443 }] } }),
  ],
  [
    'an allowed address is not a network',
    world => change(world, { scratch: { ...world.drill.scratch, egress: [{ cidr: 'x', port: 1 }] } }),
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

/** Refused after the namespace was created, before any other write. */
const late: Mutation[] = [
  ['its label was removed', relabel('labels', 'slipway.dev/drill-disposable', undefined)],
  ['another run took it', relabel('labels', 'slipway.dev/drill-run', '41')],
  ['it has expired', relabel('annotations', 'slipway.dev/drill-expires', new Date(now).toISOString())],
  ['its expiry time is not a time', relabel('annotations', 'slipway.dev/drill-expires', 'tomorrow')],
  ['it has no expiry time', relabel('annotations', 'slipway.dev/drill-expires', undefined)],
  ['its policy is gone', set({ policies: () => [] })],
  [
    'a second policy opens it',
    set({ policies: ours => [ours, { metadata: { name: 'open' }, spec: { egress: [{}] } }] }),
  ],
  ['its policy was changed', set({ policies: ours => [{ ...ours, spec: { egress: [{}] } }] })],
  ['policies are not enforced', set({ probe: ['rrr', 'rrr', 'rrr'] })],
  ['the API server is reached', set({ probe: ['rrr', 'nrn', 'nnn'] })],
  ['production is reached once', set({ probe: ['rrr', 'nnn', 'rnn'] })],
  ['it is unknown whether production is reached', set({ probe: ['rrr', 'nnn', 'nn?'] })],
  ['the control is not reached', set({ probe: ['nnn', 'nnn', 'nnn'] })],
  ['the control is no longer reached', set({ probe: ['rrn', 'nnn', 'nnn'] })],
  ['the probe does not finish', set({ probe: undefined })],
  [
    'there is no control',
    world => {
      change(world, { probe: { ...world.drill.probe, positiveControls: [] } });
      world.probe = ['nnn', 'nnn', 'nnn'];
    },
  ],
  [
    'no forbidden address is named',
    world => change(world, { probe: { ...world.drill.probe, forbidden: [] } }),
  ],
];

const consent: Consent = {
  phrase: 'break shop in production',
  typed: 'break shop in production',
  approved: 'yes',
  abort: 'yes',
  degraded: 'no',
  maxDuration: 60_000,
};
/** Faults in the consent to a drill in production. */
const reckless: [string, Partial<Consent>][] = [
  ['nothing is typed', { typed: '' }],
  ['something else is typed', { typed: 'Break shop in production' }],
  ['there is nothing to type', { phrase: '', typed: '' }],
  ['it is not approved', { approved: 'no' }],
  ['the approval is unknown', { approved: 'unknown' }],
  ['it has no abort query', { abort: 'no' }],
  ['the abort query has no answer', { abort: 'unknown' }],
  ['production is already degraded', { degraded: 'yes' }],
  ['it has no time limit', { maxDuration: undefined }],
  ['its time limit is not a number', { maxDuration: Number.NaN }],
  ['its time limit is infinite', { maxDuration: Number.POSITIVE_INFINITY }],
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

/** Whether a write is in the drill's namespace, which is the only one that may be created before the isolation is proved. */
const own =
  /^(?:POST \/api\/v1\/namespaces$|(?:PUT|PATCH|DELETE) \/api\/v1\/namespaces\/shop-dr$|(?:POST|PATCH|DELETE) \/\S+\/namespaces\/shop-dr\/\S+$)/;

const asIs = <Result>(result: Result) => result;

describe('a guarded drill', () => {
  it('runs once if everything is right, and its namespace is deleted', async () => {
    const { world, writes } = goodWorld();
    const found = await guarded(world.drill, async scratch => [scratch.name, writes.length], asIs);
    expect(found).toEqual(['shop-dr', 4]);
    expect(writes).toEqual([
      'POST /api/v1/namespaces',
      'PATCH /apis/networking.k8s.io/v1/namespaces/shop-dr/networkpolicies/slipway-drill',
      'POST /api/v1/namespaces/shop-dr/pods',
      expect.stringMatching(/^DELETE \/api\/v1\/namespaces\/shop-dr\/pods\/./),
      'DELETE /api/v1/namespaces/shop-dr',
    ]);
  });

  it('is cleaned up if it fails, too', async () => {
    const { world, writes } = goodWorld();
    const failing = guarded(world.drill, () => Promise.reject(new Error('the restore failed')), asIs);
    await expect(failing).rejects.toThrow('the restore failed');
    expect(writes.at(-1)).toBe('DELETE /api/v1/namespaces/shop-dr');
  });

  it('keeps its result if the namespace cannot be deleted, and says so', async () => {
    const { world, api } = goodWorld();
    api.forbid('delete namespaces');
    const found = await guarded(
      world.drill,
      async () => ['passed'],
      (result, left) => [...result, left],
    );
    expect(found).toEqual(['passed', expect.stringMatching(/^the namespace shop-dr is not cleaned up/)]);
    const failing = guarded(world.drill, () => Promise.reject(new Error('the restore failed')), asIs);
    await expect(failing).rejects.toThrow('the restore failed');
  });

  it('keeps its namespace from expiring, however long it takes', async () => {
    const { world, api } = goodWorld();
    const expires = () =>
      Date.parse(
        api.objects.get('/api/v1/namespaces/shop-dr')?.metadata?.annotations?.['slipway.dev/drill-expires'] ??
          '',
      );
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    onTestFinished(() => void vi.useRealTimers());
    const times = await guarded(
      world.drill,
      async () => {
        const first = expires();
        api.now += 3_000_000;
        await vi.advanceTimersByTimeAsync(60_000);
        return [first, expires()];
      },
      asIs,
    );
    expect(times).toEqual([now + 3_600_000, now + 6_600_000]);
  });

  it.each(early)('is refused without a write if %s', async (_, mutate) => {
    const { world, writes } = goodWorld();
    mutate(world);
    const { went, error } = await outcome(went => guarded(world.drill, async () => went(), asIs));
    expect(went).toBe(false);
    expectReason(error);
    expect(writes).toEqual([]);
  });

  it.each(late)('is refused before the restore if %s', async (_, mutate) => {
    const { world, writes } = goodWorld();
    mutate(world);
    const { went, error } = await outcome(went => guarded(world.drill, async () => went(), asIs));
    expect(went).toBe(false);
    expectReason(error);
    expect(writes.filter(write => !own.test(write))).toEqual([]);
  });

  it('is refused with a reason and without forbidden writes for a thousand combinations of faults', async () => {
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
          const { went, error } = await outcome(went => guarded(world.drill, async () => went(), asIs));
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
  const live = { 'slipway.dev/drill-live': 'true' };
  const refused = async (labels: Record<string, string>, standing: boolean) => {
    const { world, writes } = goodWorld();
    world.there = namespace(labels);
    const { went, error } = await outcome(go =>
      standing
        ? guardedLive({ ...world.drill, namespace: 'shop-dr' }, async () => go())
        : guarded(world.drill, async () => go(), asIs),
    );
    expect({ went, writes }).toEqual({ went: false, writes: [] });
    return error;
  };

  it('a namespace in which drills may break workloads is not emptied', async () => {
    expect(await refused(live, false)).toEqual(wording('shop-dr', 'slipway.dev/drill-live'));
    expect(await refused({ ...live, ...allowed }, false)).toEqual(
      wording('shop-dr', 'slipway.dev/drill-live'),
    );
  });

  it('a workload in a namespace that may be emptied is not broken', async () => {
    expect(await refused(allowed, true)).toEqual(wording('shop-dr', 'slipway.dev/drill-live=true'));
  });

  it('each allows its purpose', async () => {
    const { world } = goodWorld();
    world.there = namespace(live);
    expect(await guardedLive({ ...world.drill, namespace: 'shop-dr' }, async () => 'went')).toBe('went');
    world.there = namespace(allowed);
    expect(await guarded(world.drill, async () => 'went', asIs)).toBe('went');
  });
});

describe('a drill that an earlier job has begun', () => {
  const begun = () => {
    const { world, api, writes } = goodWorld();
    world.there = namespace({ ...allowed, 'slipway.dev/drill-run': '42' }, later);
    world.holds = [{ kind: 'Pod', metadata: { name: 'shop-copy' } }];
    change(world, { resumed: true });
    const removed = () => writes.includes('DELETE /api/v1/namespaces/shop-dr');
    return { world, api, removed };
  };

  it('is resumed at any hour', async () => {
    const { world } = begun();
    change(world, { hours: { from: 20, to: 6 } });
    expect((await outcome(went => guarded(world.drill, async () => went(), asIs))).went).toBe(true);
  });

  it.each([
    ['the probe does not finish', set({ probe: undefined })],
    ['it is unknown whether production is reached', set({ probe: ['nnn', 'nnn', 'nn?'] })],
    ['the control is not reachable', set({ probe: ['nnn', 'nnn', 'nnn'] })],
  ] as Mutation[])('is not resumed, and keeps its restored data, if %s', async (_, mutate) => {
    const { world, removed } = begun();
    mutate(world);
    const { went, error } = await outcome(went => guarded(world.drill, async () => went(), asIs));
    expect(went).toBe(false);
    expect(error).toMatchObject({ ends: false });
    expect(removed()).toBe(false);
  });

  it('keeps its restored data if its policy cannot be written', async () => {
    const { world, api, removed } = begun();
    api.fail({ verb: 'patch' }, 500);
    expect((await outcome(went => guarded(world.drill, async () => went(), asIs))).went).toBe(false);
    expect(removed()).toBe(false);
  });

  it.each([
    ['production is reached', set({ probe: ['rrr', 'nnn', 'rnn'] })],
    ['its policy is gone', set({ policies: () => [] })],
  ] as Mutation[])('is ended if %s', async (_, mutate) => {
    const { world, removed } = begun();
    mutate(world);
    const { error } = await outcome(went => guarded(world.drill, async () => went(), asIs));
    expect(error).toMatchObject({ ends: true });
    expect(removed()).toBe(true);
  });

  it('is not ended by an earlier refusal, and keeps its namespace', async () => {
    const { world, removed } = begun();
    change(world, { allowed: [] });
    const { error } = await outcome(went => guarded(world.drill, async () => went(), asIs));
    expect(error).toMatchObject({ ends: false });
    expect(removed()).toBe(false);
  });

  it('continues despite an alert, a rollout and the hours', async () => {
    const { world } = begun();
    change(world, {
      alerts: alerts({ ok: true, value: firing }),
      rollouts: [{ name: 'staging', read: async () => ({ state: 'running', candidate: 7 }) }],
      hours: { from: 20, to: 6 },
    });
    expect(await guarded(world.drill, async () => 'went', asIs)).toBe('went');
  });
});

describe('a drill in production', () => {
  const inProduction = (more: Partial<Consent> = {}) => {
    const { world, writes } = goodWorld();
    world.uid = 'production-uid';
    world.permission = 'yes';
    world.there = namespace({ 'slipway.dev/drill-live': 'true' });
    change(world, { inProduction: { ...consent, ...more } });
    return { world, writes };
  };

  it('runs with consent, without a write of the guard', async () => {
    const { world, writes } = inProduction();
    expect(await guardedLive({ ...world.drill, namespace: 'shop-dr' }, async () => 'went')).toBe('went');
    expect(writes).toEqual([]);
  });

  it.each(reckless)('is refused if %s', async (_, more) => {
    const { world, writes } = inProduction(more);
    const { went, error } = await outcome(went =>
      guardedLive({ ...world.drill, namespace: 'shop-dr' }, async () => went()),
    );
    expect(went).toBe(false);
    expectReason(error);
    expect(writes).toEqual([]);
  });
});
