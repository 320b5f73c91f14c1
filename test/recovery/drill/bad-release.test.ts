import { describe, expect, it } from 'vitest';
import type { Deployment, Pod } from '../../../src/cluster/objects.ts';
import { endOf, seenByUsers } from '../../../src/recovery/drill/bad-release.ts';
import { badReleaseOf, badTemplate } from '../../../src/recovery/drill/bad-release-system.ts';
import { cleanUpDrills } from '../../../src/recovery/drill/leftovers.ts';
import { scenarioOf } from '../../../src/recovery/scenario.ts';
import { template } from '../../release/objects.ts';
import { wording } from '../../wording.ts';
import { killedAt, load } from './application-world.ts';
import { BadWorld, badReleaseIn, placeOf, shop, sweptAfter } from './bad-release-world.ts';

/** Starts, and then answers 500. */
const errors = { FAULT: 'errors' };
const lenient = { ...load, failed: 1000 };

describe('a bad release', () => {
  it('passes when its pods do not start, the version before serves, and the record says so', async () => {
    const world = await BadWorld.ready();
    const report = await badReleaseIn(world);
    expect(report).toMatchObject({ verdict: 'pass', reasons: [], reached: 'L2', left: [] });
    expect(report.did).toEqual(scenarioOf('bad-release').steps.map(({ action }) => action));
    expect(report.levelChecks.map(({ what }) => what)).toEqual([
      'pods',
      'version',
      'record',
      'pods',
      'requests',
    ]);
    expect(report.notes).toEqual([
      expect.stringContaining('caught by its own pods'),
      expect.stringContaining('users saw no failure'),
    ]);
    expect([world.isRestored(), world.noted()]).toEqual([true, false]);
    expect(world.find('configmaps', 'slipway-shop-r2')).toBeDefined();
  });

  it('says that `verify` caught it, what users saw, and how long', async () => {
    const world = await BadWorld.ready();
    const report = await badReleaseIn(world, { bad: errors, plan: lenient });
    expect(report).toMatchObject({ verdict: 'pass', outage: { kind: 'over' }, left: [] });
    expect(report.notes?.join('; ')).toMatch(/caught by `verify` .* GET \/ready answered 500/);
    expect(report.notes?.join('; ')).toMatch(
      /users saw [\d.]+ % of \d+ requests fail, the last one .* after/,
    );
    expect([world.isRestored(), world.noted()]).toEqual([true, false]);
  });

  it('fails when users saw more failures than allowed, and is undone', async () => {
    const world = await BadWorld.ready();
    const report = await badReleaseIn(world, { bad: errors });
    expect(report.verdict).toBe('fail');
    expect(report.reasons.join('; ')).toContain('/ returned 500');
    expect(world.isRestored()).toBe(true);
  });

  it('fails when nothing catches it, and is undone', async () => {
    const world = await BadWorld.ready();
    const report = await badReleaseIn(world, { bad: { FAULT: 'slow' } });
    expect(report).toMatchObject({ verdict: 'fail', reasons: [wording('the bad release 2')] });
    expect([world.isRestored(), world.noted()]).toEqual([true, false]);
  });

  it('is no drill where the checks of `verify` fail already, or a pod is not ready', async () => {
    const broken = await BadWorld.ready();
    broken.fault = 'errors';
    const of = await badReleaseIn(broken, { send: async () => undefined });
    expect(of).toMatchObject({ verdict: 'skipped', reasons: [wording('GET /ready')] });
    const unready = await BadWorld.ready();
    unready.edit<Pod & object>('/api/v1/namespaces/shop/pods/rs-1-b', ({ status }) => {
      if (status !== undefined) status.conditions = [{ type: 'Ready', status: 'False' }];
    });
    const report = await badReleaseIn(unready);
    expect(report).toMatchObject({ verdict: 'skipped', reasons: [wording('rs-1-b')] });
    for (const each of [broken, unready]) expect(each.find('configmaps', 'slipway-shop-r2')).toBeUndefined();
  });

  it('is refused where what is live is not what a release recorded', async () => {
    const world = await BadWorld.ready();
    world.edit<Deployment & object>(shop, ({ spec }) => {
      if (spec !== undefined) spec.template = template('ghcr.io/acme/shop:by-hand');
    });
    const asked = badReleaseOf(world.cluster, placeOf(world), undefined);
    await expect(asked).rejects.toThrow(wording('Deployment/shop'));
  });

  it('is an error when it is cancelled, and undone', async () => {
    const world = await BadWorld.ready();
    const cancelled = new AbortController();
    world.once({ verb: 'patch', path: '/deployments/shop' }, () => cancelled.abort());
    const report = await badReleaseIn(world, { bad: errors, signal: cancelled.signal });
    expect(report).toMatchObject({ verdict: 'error', left: [] });
    expect([world.isRestored(), world.noted()]).toEqual([true, false]);
  });

  it('shows nothing when the load ends before the rollback, and is undone', async () => {
    const world = await BadWorld.ready();
    const report = await badReleaseIn(world, { plan: { ...load, requests: 6 } });
    expect(report).toMatchObject({ verdict: 'error', reasons: [wording('load')] });
    expect(world.isRestored()).toBe(true);
  });
});

describe('what catches a bad release', () => {
  const steps = (states: Record<string, string>, fails?: string) => {
    const did: string[] = [];
    const step = (name: string) => async () => {
      did.push(name);
      return { release: 7, state: states[name] ?? 'complete', reason: `because of ${name}` } as never;
    };
    const verify = async () => {
      did.push('verify');
      return fails;
    };
    return { did, deploy: step('deploy'), gate: step('gate'), promote: step('promote'), verify };
  };

  it.each<[Record<string, string>, string | undefined, string | undefined, string]>([
    [{ deploy: 'rolled-back' }, undefined, 'its own pods', 'deploy'],
    [{ deploy: 'prepared', gate: 'rolled-back' }, undefined, 'the gate', 'deploy gate'],
    [
      { deploy: 'prepared', gate: 'passed', promote: 'rolled-back' },
      undefined,
      'the watch after its promotion',
      'deploy gate promote',
    ],
    [{ deploy: 'prepared', gate: 'passed' }, 'GET / is bad', '`verify`', 'deploy gate promote verify'],
    [{}, 'GET / is bad', '`verify`', 'deploy verify'],
    [{}, undefined, undefined, 'deploy verify'],
    [{ deploy: 'prepared', gate: 'paused' }, 'GET / is bad', undefined, 'deploy gate'],
    [{ deploy: 'failed' }, 'GET / is bad', undefined, 'deploy'],
  ])('%j, and `verify` says %s: %s', async (states, fails, by, did) => {
    const of = steps(states, fails);
    const ended = await endOf(of);
    expect([ended.release, ended.by]).toEqual([7, by]);
    expect(of.did.join(' ')).toBe(did);
  });
});

describe('a bad pod template', () => {
  it('has a command that does not exist, in the default container', () => {
    const annotations = { 'kubectl.kubernetes.io/default-container': 'web' };
    const containers = [
      { name: 'proxy', image: 'proxy' },
      { name: 'web', image: 'web', command: ['/web'], args: ['--fast'] },
    ];
    const bad = badTemplate({ metadata: { annotations }, spec: { containers } } as never, undefined);
    expect(bad.spec?.containers.map(({ command }) => command?.join(' '))).toEqual([
      undefined,
      '/slipway-drill/bad-release',
    ]);
  });

  it('or the variables of slipway.yml, instead of its own of the same name', () => {
    const spec = {
      containers: [
        {
          name: 'web',
          env: [
            { name: 'FAULT', value: '' },
            { name: 'A', value: '1' },
          ],
        },
      ],
    };
    const bad = badTemplate({ spec } as never, errors);
    expect(bad.spec?.containers[0]).toEqual({
      name: 'web',
      env: [
        { name: 'A', value: '1' },
        { name: 'FAULT', value: 'errors' },
      ],
    });
  });
});

it('what users saw counts from the release on', () => {
  const at = (time: number, ok: boolean) => ({ at: time, ok, tookMs: 10 });
  const samples = [at(0, false), at(100, true), at(200, false), at(300, false), at(400, true)];
  expect(seenByUsers(samples, 50)).toEqual(wording('50 % of 4 requests', '260ms'));
});

const kinds = { 'does not start': undefined, 'answers errors': errors };
/** Which calls of a drill write, by kind. */
const writes = new Map<keyof typeof kinds, readonly number[]>();
for (const kind of ['does not start', 'answers errors'] as const) {
  const world = await BadWorld.ready();
  const cluster = killedAt(world.cluster, Number.POSITIVE_INFINITY, true);
  const found = new Set<number>();
  world.before = () => found.add(cluster.writes());
  await badReleaseIn(world, { cluster, plan: lenient, bad: kinds[kind] });
  writes.set(kind, [...found]);
}

it('a bad release that a killed drill left is not forgotten by a drill that cannot roll back', async () => {
  const world = await BadWorld.ready();
  const cluster = killedAt(world.cluster, writes.get('answers errors')?.[6] ?? 0, true);
  await badReleaseIn(world, { cluster, plan: lenient, bad: errors });
  world.now += 60_000;
  const other = { runId: 'pod-loss-1', holder: 'ann in 8', folder: '.', env: {}, report: () => undefined };
  const cleaned = cleanUpDrills(world.connect(), { namespace: 'shop', commands: {} }, other);
  await expect(cleaned).rejects.toThrow(wording('bad-release-1', 'sweep'));
  expect(world.noted()).toBe(true);
});

describe('a drill that is killed at any write', () => {
  const cases = [...writes].flatMap(([kind, found]) =>
    found.flatMap(write =>
      // The other kind makes the same writes and more, so both sides of each are tested by it alone.
      (kind === 'answers errors' ? [true, false] : [true]).map(
        isWritten => [kind, write, isWritten] as const,
      ),
    ),
  );

  it.each(cases)(
    'of a release that %s, write %i (done: %s): sweep leaves nothing bad live',
    async (kind, write, isWritten) => {
      const world = await BadWorld.ready();
      const cluster = killedAt(world.cluster, write, isWritten);
      await badReleaseIn(world, { cluster, plan: lenient, bad: kinds[kind] });
      if (!world.isRestored()) expect(world.noted()).toBe(true);
      world.now += 60_000;
      await sweptAfter(world);
      expect([world.isRestored(), world.noted()]).toEqual([true, false]);
      expect(world.fault).toBe('');
    },
  );
});
