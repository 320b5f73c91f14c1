import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Verdict } from '../../src/analysis/verdict.ts';
import type { Deployment } from '../../src/cluster/objects.ts';
import { pathOf, resources } from '../../src/cluster/resources.ts';
import { readDecision } from '../../src/release/decision-record/store.ts';
import { endPreviousRollout } from '../../src/release/deploy.ts';
import type { DeployRequest } from '../../src/release/preflight/release-objects.ts';
import type { RolloutRequest } from '../../src/release/rollout/context.ts';
import { blockingProblem, isHandOverLost } from '../../src/release/rollout/earlier-rollout.ts';
import type { Snapshot } from '../../src/release/rollout/informers.ts';
import { runPostHook } from '../../src/release/run-hooks.ts';
import { LeaseLost } from '../../src/release/store/fencing.ts';
import { ReleaseStore } from '../../src/release/store/releases.ts';
import { readState } from '../../src/release/store/rollout-state.ts';
import type { Pause, RolloutState } from '../../src/release/store/schema.ts';
import { sweep } from '../../src/release/sweep.ts';
import { shortDigests } from '../../src/toolkit/digest.ts';
import type { HasEnded } from '../../src/toolkit/ended-runs.ts';
import { annotationOf } from '../../src/traffic/fencing-token.ts';
import { nameOf } from '../../src/workloads/naming.ts';
import { wording } from '../wording.ts';
import { config, deployment, imageOf, sentence, template } from './objects.ts';
import { progressive, Rollout, recorded, recordedElsewhere } from './promoting.ts';

let server: Rollout;

beforeEach(async () => {
  server = await Rollout.promoting();
});

const swept = (more: Partial<RolloutRequest> = {}) =>
  sweep(server.cluster, {
    ...more,
    config,
    environment: progressive,
    origin: { run: 'run 7', actor: 'cron' },
    wait: 0,
    env: {},
    report: more.report ?? (() => {}),
  });

it('closes no record of another environment in the namespace, and says so', async () => {
  server.enter({ phase: 'done' });
  const { record } = recordedElsewhere(3);
  await server.record({ ...recorded(3, null), record });
  const before = server.writes.length;
  expect(await sentence(swept)).toEqual(wording('namespace shop', 'staging', 'Deployment/shop-staging'));
  expect(server.writes).toHaveLength(before);
});

it('ends an open rollout although another environment has releases in the namespace', async () => {
  await server.record(recordedElsewhere(3));
  server.enter({ phase: 'stepping', weight: 50 });
  expect(await swept()).toMatchObject({ state: 'rolled-back', release: 2 });
});

describe('a rollout that waits', () => {
  it('is swept when the time of its approval is over', async () => {
    const paused: Pause = { until: server.now - 1, for: 'approval', reason: 'the time is over' };
    server.enter({ phase: 'stepping', weight: 50, paused });
    expect(await swept()).toMatchObject({
      state: 'rolled-back',
      release: 2,
      reason: wording('2'),
    });
    expect(server.rollout).toMatchObject({ phase: 'rolled-back' });
    expect(server.names('deployments')).toEqual(['shop']);
  });

  it('is left alone when its run continued it while sweep waited for the Lease', async () => {
    server.enter({ phase: 'stepping', weight: 50, paused: { until: server.now - 1, for: 'approval' } });
    server.once({ verb: 'update', path: 'coordination.k8s.io' }, () => server.enter({ weight: 75 }));
    expect(await swept()).toMatchObject({ state: 'running', release: 2, reason: wording('2') });
    expect(server.rollout).toMatchObject({ phase: 'stepping', weight: 75 });
  });

  it('is rolled back without touching a Deployment of the name of the canary that no release created', async () => {
    const path = pathOf(resources.deployment, 'shop', 'shop-canary');
    const foreign = server.put(path, deployment({ metadata: { name: 'shop-canary', namespace: 'shop' } }));
    server.enter({ phase: 'stepping', weight: 50 });
    expect(await swept()).toMatchObject({ state: 'rolled-back', release: 2 });
    expect(server.objects.get(path)).toEqual(foreign);
  });

  it('keeps the canary that another run takes over while it is being deleted', async () => {
    const path = pathOf(resources.deployment, 'shop', 'shop-canary');
    server.enter({ phase: 'stepping', weight: 50 });
    server.once({ verb: 'delete', path }, () => {
      const live = server.objects.get(path) as Deployment;
      const annotations = { ...live.metadata?.annotations, [annotationOf.token('shop')]: '9' };
      server.put(path, { ...live, metadata: { ...live.metadata, annotations } });
      server.lease(9);
    });
    await expect(swept()).rejects.toBeInstanceOf(LeaseLost);
    expect(server.names('deployments')).toEqual(['shop', 'shop-canary']);
  });

  it('for its gate is not swept until its time is over', async () => {
    server.enter({ phase: 'prepared', weight: 0, paused: { until: server.now + 60_000, for: 'gate' } });
    const before = server.rollout;
    expect(await swept()).toMatchObject({ state: 'paused', release: 2 });
    expect(server.rollout).toEqual(before);
    server.now += 60_001;
    expect(await swept()).toMatchObject({ state: 'rolled-back', release: 2 });
  });
});

describe('engine 12: a post hook that its run did not finish', () => {
  it('is reported by sweep, which does not start it', async () => {
    server.enter({ phase: 'done', postHook: { by: 'ann in run 5' } });
    server.delete(pathOf(resources.configMap, 'shop', nameOf.record('shop', 2)));
    await server.record(recorded(2));
    for (const name of server.names('configmaps').filter(each => each.includes('fence')))
      server.delete(pathOf(resources.configMap, 'shop', name));
    expect(await swept()).toEqual({ state: 'idle', reason: wording('2', 'ann in run 5') });
  });

  it('is reported with the release that sweep finishes', async () => {
    server = await Rollout.watching(60_000);
    server.enter({ postHook: { by: 'ann in run 5' } });
    server.now += 11 * 60_000;
    const lines: string[] = [];
    expect(await swept({ report: line => lines.push(line) })).toMatchObject({
      state: 'complete',
      reason: wording('2', 'ann in run 5'),
    });
    expect(lines).toContainEqual(wording('warning', 'post hook', '2'));
  });

  it('is reported by the next deploy, which replaces its state', async () => {
    server.enter({ phase: 'done', postHook: { by: 'ann in run 5' } });
    const lines: string[] = [];
    const request = { config, environment: progressive, report: (line: string) => lines.push(line) };
    await endPreviousRollout(server.cluster, request as unknown as DeployRequest, {} as never);
    expect(lines).toEqual([wording('warning', '2', 'ann in run 5')]);
  });

  it.each([
    ['is no longer reported when it has succeeded', 'true', undefined, undefined],
    ['stays open when it failed', 'exit 3', 'exit code 3', { by: 'ann in run 5' }],
  ])('%s', async (_, run, reason, left) => {
    server.enter({ phase: 'done', postHook: { by: 'ann in run 5' } });
    const hooks = { post: { run, within: 10_000 } };
    const hookSetup = { hooks, folder: '.', log: 2, quote: async () => undefined } as never;
    const request = { hookSetup, origin: { run: 'run 5', actor: 'ann' }, env: process.env, report: () => {} };
    const { record } = recorded(2);
    const said = await runPostHook(server.cluster, request, record, 'shop');
    expect(said).toEqual(reason === undefined ? undefined : expect.stringContaining(reason));
    expect(server.rollout?.postHook).toEqual(left);
  });
});

it('a policy that denies the record of a post hook is named in the warning', async () => {
  server.enter({ phase: 'done', postHook: { by: 'ann in run 5' } });
  server.fail({ verb: 'patch', path: 'leases' }, 422, 'only operators may write this Lease');
  const hooks = { post: { run: 'true', within: 10_000 } };
  const hookSetup = { hooks, folder: '.', log: 2, quote: async () => undefined } as never;
  const lines: string[] = [];
  const report = (line: string) => void lines.push(line);
  const request = { hookSetup, origin: { run: 'run 5', actor: 'ann' }, env: process.env, report };
  expect(await runPostHook(server.cluster, request, recorded(2).record, 'shop')).toBeUndefined();
  expect(lines.at(-1)).toEqual(wording('warning', 'only operators may write this Lease'));
});

describe('a complete release that its run did not verify', () => {
  const completed = async (state: 'complete' | 'verified') => {
    server.enter({ phase: 'done' });
    server.delete(pathOf(resources.configMap, 'shop', nameOf.record('shop', 2)));
    const { record, outcome } = recorded(2);
    await server.record({ record, outcome: { ...outcome, state } as never });
    for (const name of server.names('configmaps').filter(each => each.includes('fence')))
      server.delete(pathOf(resources.configMap, 'shop', name));
  };

  it('is left to verify once that run is known to have ended', async () => {
    await completed('complete');
    expect(await swept()).toEqual({ state: 'idle' });
    expect(await swept({ hasEnded: async () => false })).toEqual({ state: 'idle' });
    expect(await swept({ hasEnded: async () => true })).toEqual({
      state: 'complete',
      release: 2,
      reason: wording('2', 'verified'),
    });
  });

  it('needs nothing once it is verified', async () => {
    await completed('verified');
    expect(await swept({ hasEnded: async () => true })).toEqual({ state: 'idle' });
  });
});

describe('CH 1: a rollout that waits for the next action of a run', () => {
  const waits = (of: 'gate' | 'promote') =>
    of === 'gate'
      ? server.enter({ phase: 'prepared', weight: 0, paused: { until: server.now + 60_000, for: of } })
      : server.enter({ paused: { until: server.now + 60_000, for: of } });

  it('is finished at once when the candidate passed and that run has ended', async () => {
    waits('promote');
    const asked: string[] = [];
    const lines: string[] = [];
    const hasEnded = async ({ run }: { run: string }) => asked.push(run) > 0;
    // The server has no controllers that would let it come to its end.
    const until = performance.now();
    expect(await swept({ hasEnded, until, report: line => lines.push(line) })).toMatchObject({
      state: 'needs-action',
    });
    expect(asked).toEqual(['run 5']);
    expect(lines.slice(0, 2)).toEqual([
      wording('2', 'promote', 'run 5'),
      wording('2', 'promoting', 'finishing'),
    ]);
    expect(server.rollout).toMatchObject({ phase: 'promoting', run: { run: 'run 7' } });
    expect(server.rollout).not.toHaveProperty('paused');
  });

  it('is rolled back at once when the candidate did not pass', async () => {
    waits('gate');
    expect(await swept({ hasEnded: async () => true })).toMatchObject({ state: 'rolled-back', release: 2 });
  });

  it.each([['promote'], ['gate']] as const)(
    '%s is left to that run while it is not known to have ended',
    async of => {
      waits(of);
      const before = server.rollout;
      expect(await swept({ hasEnded: async () => false })).toMatchObject({ state: 'paused', release: 2 });
      expect(await swept()).toMatchObject({ state: 'paused', release: 2 });
      expect(server.rollout).toEqual(before);
    },
  );

  it('is not the same as one that waits for a person', async () => {
    const paused: Pause = { until: server.now + 60_000, for: 'approval' };
    server.enter({ phase: 'stepping', weight: 50, paused });
    const asked: string[] = [];
    const hasEnded = async ({ run }: { run: string }) => asked.push(run) > 0;
    expect(await isHandOverLost(server.rollout as RolloutState, { hasEnded, report: () => {} })).toBe(false);
    expect(asked).toEqual([]);
  });

  it('blocks a deploy, unless that run has ended', async () => {
    waits('promote');
    const request = { config, environment: progressive, report: () => {} };
    const entry = await readState(server.cluster, 'shop', 'shop');
    const blocking = async (more: { hasEnded?: HasEnded }) =>
      (await blockingProblem(server.cluster, { ...request, ...more }, entry))?.sentence;
    expect(await blocking({ hasEnded: async () => true })).toBeUndefined();
    expect(await blocking({ hasEnded: async () => false })).toEqual(wording('2', 'promote', 'run 5'));
    expect(await blocking({})).toEqual(wording('2', 'promote', 'run 5'));
  });
});

describe('a watch that is over when the next run starts', () => {
  /** Comes to its word at that look; `looked` is told of each. */
  const gate = (at: number, verdict?: Verdict, looked: (looks: number) => void = () => {}) => {
    let looks = 0;
    return {
      look: ({ fences }: Snapshot) => {
        // What is cleared away takes looks, too.
        if (fences.length === 0) looks += 1;
        looked(looks);
      },
      inputs: () => ({ verdict: looks < at ? undefined : verdict, facts: [] }),
      stop: async () => {},
    };
  };
  const late = async () => {
    const over = await Rollout.watching(60_000);
    over.now += 11 * 60_000;
    return over;
  };

  it('is still judged, by the metrics of the time since', async () => {
    const bad: Verdict = { verdict: 'fail', reason: 'errors are worse', metrics: ['errors'] };
    expect(await (await late()).swept(gate(2, bad))).toMatchObject({
      state: 'rolled-back',
      reason: bad.reason,
    });
    const fine: Verdict = { verdict: 'continue', reason: 'nothing is worse' };
    expect(await (await late()).swept(gate(2, fine))).toMatchObject({ state: 'done' });
  });

  it('engine 8: ends rolled back everywhere when others have changed the image', async () => {
    const over = await late();
    const path = pathOf(resources.deployment, 'shop', 'shop');
    const { metadata } = over.objects.get(path) ?? {};
    over.put(path, deployment({ ...(metadata && { metadata }), spec: { template: template(imageOf(9)) } }));
    expect(await over.swept(undefined)).toMatchObject({
      state: 'rolled-back',
      reason: wording(shortDigests(imageOf(9))),
    });
    expect(over.rollout).toMatchObject({ phase: 'rolled-back', reason: wording(shortDigests(imageOf(9))) });
    const records = await new ReleaseStore(over.cluster, 'shop', 'shop').list();
    expect(records.find(({ record }) => record.release === 2)?.outcome).toMatchObject({
      state: 'rolled-back',
    });
    expect(await readDecision(over.cluster, 'shop', 'shop', 2)).toMatchObject({
      end: { state: 'rolled-back', reason: wording(shortDigests(imageOf(9))) },
    });
    const told = over.names('events').map(name => over.find('events', name)?.note);
    expect(told).toEqual([wording(shortDigests(imageOf(9)))]);
  });

  it('ends a release that was verified meanwhile as verified', async () => {
    const over = await late();
    const records = new ReleaseStore(over.cluster, 'shop', 'shop');
    const live = over.find('deployments', 'shop') as Deployment | undefined;
    const [unfinished] = await records.list();
    await records.markVerified(unfinished!, live?.spec?.template);
    const outcome = (await records.list())[0]?.outcome;
    expect(await over.swept(undefined)).toMatchObject({ state: 'done' });
    const [newest] = await records.list();
    expect(newest?.outcome).toMatchObject({ state: 'verified', at: outcome?.at, token: 6 });
  });

  it('is over when there is no gate, and when the gate has no verdict after two minutes', async () => {
    const over = await late();
    expect(await over.swept(undefined)).toMatchObject({ state: 'done' });
    const now = performance.now.bind(performance);
    let past = 0;
    vi.spyOn(performance, 'now').mockImplementation(() => now() + past);
    let last = 0;
    const mute = gate(Number.POSITIVE_INFINITY, undefined, looks => {
      last = looks;
      if (looks === 2) past = 120_000;
    });
    expect(await (await late()).swept(mute)).toMatchObject({ state: 'done' });
    expect(last).toBeGreaterThanOrEqual(2);
    vi.restoreAllMocks();
  });
});
