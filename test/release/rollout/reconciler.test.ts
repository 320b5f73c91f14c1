import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Verdict } from '../../../src/analysis/verdict.ts';
import { ClusterError } from '../../../src/cluster/errors.ts';
import type { ConfigMap, KubeObject, Pod } from '../../../src/cluster/objects.ts';
import { NoAnswer } from '../../../src/cluster/retry.ts';
import * as applying from '../../../src/release/rollout/apply.ts';
import { RolloutAbandoned } from '../../../src/release/rollout/context.ts';
import { reconcile } from '../../../src/release/rollout/reconciler.ts';
import type { RolloutAction } from '../../../src/release/rollout/spec.ts';
import { timing } from '../../../src/toolkit/timing.ts';
import { driven } from '../driven.ts';
import { Model } from '../model.ts';

describe('traffic and state', () => {
  it.each([
    ['was accepted', 0, ['traffic', 'state']],
    ['was refused', 1, ['refusal', 'state', 'traffic']],
  ])('the state is written only after the traffic patch %s', async (_, refusals, expected) => {
    const model = new Model();
    model.verdict = () => ({ verdict: 'pass', reason: 'good' });
    model.run(() => model.weight === 25);
    const run = driven(model, {
      verdict: { verdict: 'fail', reason: 'errors are worse', metrics: ['errors'] },
    });
    const told: string[] = [];
    const { patch } = run.cluster;
    run.cluster.patch = async (...call) => {
      const isTraffic = call[0].includes('httproutes');
      const isRefused = isTraffic && told.length < refusals;
      await new Promise(resolve => setTimeout(resolve, 20));
      if (isTraffic) told.push(isRefused ? 'refusal' : 'traffic');
      if (isRefused) throw new ClusterError('PATCH', 403, 'not today');
      return patch(...call);
    };
    const { change } = run.store;
    run.store.change = next => {
      told.push('state');
      return change(next);
    };
    await reconcile(run);
    expect(told.slice(0, expected.length)).toEqual(expected);
  });
});

describe('a traffic patch that is refused while the rollback is entered', () => {
  it('does not enter it twice, however long the write of the state takes', async () => {
    const model = new Model();
    model.verdict = () => ({ verdict: 'pass', reason: 'good' });
    model.run(() => model.weight === 25);
    const run = driven(model, {
      verdict: { verdict: 'fail', reason: 'errors are worse', metrics: ['errors'] },
    });
    const { patch } = run.cluster;
    let refused = 0;
    run.cluster.patch = async (...call) => {
      if (call[0].includes('httproutes') && refused++ === 0)
        throw new ClusterError('PATCH', 403, 'not today');
      return patch(...call);
    };
    const { change } = run.store;
    let last: Promise<void> = Promise.resolve();
    run.store.change = next => {
      last = last.then(() => new Promise(wait => setTimeout(wait, 20))).then(() => change(next));
      return last;
    };
    expect(await reconcile(run)).toMatchObject({ state: 'rolled-back', reason: 'errors are worse' });
    const entered = run.decisions.record.timeline.filter(({ phase }) => phase === 'rolling-back');
    expect(entered).toHaveLength(1);
  });

  it('leaves the cause as the reason, and in the record', async () => {
    const model = new Model();
    model.verdict = () => ({ verdict: 'pass', reason: 'good' });
    model.run(() => model.weight === 25);
    model.setting.crashing.push('shop:v2');
    const run = driven(model, { verdict: { verdict: 'pass', reason: 'good' } });
    const { patch } = run.cluster;
    let refused = 0;
    run.cluster.patch = async (...call) => {
      if (call[0].includes('httproutes') && refused++ === 0)
        throw new ClusterError('PATCH', 403, 'not today');
      return patch(...call);
    };
    const end = await reconcile(run);
    expect(refused).toBeGreaterThan(1);
    expect(end).toMatchObject({ state: 'rolled-back', reason: expect.stringContaining('crash') });
    expect(run.decisions.record.facts).toMatchObject([{ fact: { kind: 'crash-loop' } }]);
  });
});

describe('the last write of a rollout', () => {
  it('that is retried enters its end once', async () => {
    const model = new Model();
    model.verdict = () => ({ verdict: 'pass', reason: 'good' });
    model.run(() => model.weight === 25);
    const run = driven(model, {
      verdict: { verdict: 'fail', reason: 'errors are worse', metrics: ['errors'] },
    });
    const { change } = run.store;
    let failed = 0;
    run.store.change = async next => {
      if (next(model.rollout).phase === 'rolled-back' && failed++ === 0)
        throw new ClusterError('PATCH', 500, 'etcdserver: request timed out');
      return change(next);
    };
    expect(await reconcile(run)).toMatchObject({ state: 'rolled-back' });
    const { timeline, durations, end } = run.decisions.record;
    expect(failed).toBe(2);
    expect(timeline.map(({ phase }) => phase)).toEqual(['stepping', 'rolling-back', 'rolled-back']);
    const [, began, ended] = timeline;
    expect(end?.at).toBe(ended?.at);
    expect(durations.rollback).toBe((ended?.at ?? 0) - (began?.at ?? 0));
  });
});

describe('a run whose time is over', () => {
  it('says how the rollout ended if its last write ended it', async () => {
    const model = new Model();
    model.verdict = () => ({ verdict: 'pass', reason: 'good' });
    model.run(() => model.weight === 25);
    model.verdict = () => ({ verdict: 'fail', reason: 'errors are worse', metrics: ['errors'] });
    model.run(move => move.do === 'transition' && move.phase === 'rolled-back');
    model.rollout = { ...model.rollout, phase: 'rolling-back' };
    const run = { ...driven(model), until: performance.now() - 1 };
    expect(await reconcile(run)).toMatchObject({ state: 'rolled-back' });
  });
});

describe('a rollout that is rolled back', () => {
  const bad: Verdict = { verdict: 'fail', reason: 'errors are worse', metrics: ['errors'] };

  /** A canary at 25 %, until it is rolled back. */
  async function rolledBack(how: Parameters<typeof driven>[1]) {
    const model = new Model();
    model.verdict = () => ({ verdict: 'pass', reason: 'good' });
    model.run(() => model.weight === 25);
    const run = driven(model, how);
    expect((await reconcile(run)).state).toBe('rolled-back');
    return run.decisions.record;
  }

  it('has in its record the pods at the time of the verdict, and how long the rollback took', async () => {
    const { pods, timeline, durations, end } = await rolledBack({ verdict: bad });
    const of = (track: string) => pods.filter(each => each.track === track);
    expect(of('canary')).toMatchObject([{ ready: true, restarts: 0, gone: true }]);
    expect(of('baseline')).toHaveLength(4);
    expect(of('baseline').every(({ ready, gone }) => ready && gone === undefined)).toBe(true);
    const at = (phase: string) => timeline.find(each => each.phase === phase)?.at ?? 0;
    expect(durations.rollback).toBe(at('rolled-back') - at('rolling-back'));
    expect(end).toMatchObject({ state: 'rolled-back', serves: 1, reason: 'errors are worse' });
  });

  it('measures from the verdict to the accepted write, with all that is between', async () => {
    const { durations } = await rolledBack({ verdict: bad });
    expect(durations['verdict to accepted write']).toBeGreaterThanOrEqual(5000);
  });

  it('measures from the cancellation if that ends it, not from an earlier verdict', async () => {
    const verdict = { verdict: 'continue', reason: 'not yet' } as const;
    const { durations } = await rolledBack({ verdict, signal: AbortSignal.abort() });
    expect(durations['verdict to accepted write']).toBeLessThan(5000);
  });

  it('because its pods crash has that as a fact in its record', async () => {
    const model = new Model({ crashing: ['shop:v2'] });
    model.run(() => model.canary !== undefined, 'prepared');
    const run = driven(model);
    expect((await reconcile({ ...run, spec: model.spec('prepared') })).state).toBe('rolled-back');
    expect(run.decisions.record.facts).toMatchObject([{ fact: { kind: 'crash-loop' } }]);
    expect(run.decisions.record.pods.filter(({ track }) => track === 'canary')).toMatchObject([
      { ready: false },
    ]);
  });
});

describe('a release that is being watched', () => {
  it('is left to the next run, and not rolled back, if its record is refused while a pod is not ready', async () => {
    const model = new Model();
    model.verdict = () => ({ verdict: 'pass', reason: 'good' });
    model.run(move => move.do === 'transition' && move.phase === 'done');
    model.setting.broken.push('v2');
    const [pod] = model.of<Pod>('Pod');
    Object.assign(pod!, { status: { conditions: [] } });
    const run = driven(model);
    run.records.conclude = async () => {
      throw new ClusterError('PATCH', 403, 'not today');
    };
    run.store.change = async next => {
      throw new Error(`it is ${next(model.rollout).phase}`);
    };
    await expect(reconcile(run)).rejects.toThrow(RolloutAbandoned);
    expect(model.versions).toEqual(['v2']);
  });
});

describe('a rollout with a watchdog, of which a write fails once', () => {
  const { writeRetry } = timing;
  beforeEach(() => void Object.assign(timing, { writeRetry: 60_000 }));
  afterEach(() => {
    Object.assign(timing, { writeRetry });
    vi.restoreAllMocks();
  });

  const kept = { image: 'registry.example.com/kubectl:1' };
  const guarded = (): Model => {
    const bake = { weight: '80%', for: '1m' };
    const model = new Model({ strategy: { canary: { steps: ['50%'], bake, watchdog: kept, watch: '1m' } } });
    model.verdict = () => ({ verdict: 'pass', reason: 'good' });
    return model;
  };
  const fenced = (model: Model) => ({
    ...driven(model, { verdict: { verdict: 'pass', reason: 'good' } }),
    fence: model.of<ConfigMap>('ConfigMap')[0],
    candidateManifest: model.workloadOf('v2', 2),
  });

  it('ends the watchdog before the workload rolls: until that is written, the workload is not', async () => {
    const model = guarded();
    model.run(move => move.do === 'apply-workload');
    const run = fenced(model);
    const wrote: string[] = [];
    const { patch } = run.cluster;
    run.cluster.patch = async (...call) => {
      if (call[0].includes('-fence-') && JSON.stringify(call[2]).includes('over')) {
        wrote.push(wrote.length === 0 ? 'refused' : 'watchdog');
        if (wrote.length === 1) throw new ClusterError('PATCH', 500, 'etcdserver: request timed out');
      }
      return patch(...call);
    };
    vi.spyOn(applying, 'applyReleased').mockImplementation(async () => {
      wrote.push('workload');
      model.act({ do: 'apply-workload' });
      return undefined;
    });
    expect(await reconcile(run)).toMatchObject({ state: 'done' });
    expect(wrote).toEqual(['refused', 'watchdog', 'workload']);
  });

  it('continues with what it has created although the response was lost', async () => {
    const model = guarded();
    const run = fenced(model);
    const created: string[] = [];
    const hidden = new Set<string>();
    const keyOf = ({ kind = 'Job', metadata }: KubeObject) => `${kind}/${metadata?.name}`;
    const creates: Record<string, RolloutAction> = {
      Service: { do: 'create-service' },
      Deployment: { do: 'create-canary', replicas: 2 },
      Job: { do: 'create-watchdog' },
    };
    run.cluster.create = async (path: string, object: KubeObject) => {
      const key = keyOf(object);
      created.push(key);
      if (created.length > 6) throw new Error(`${key} is created again and again`);
      if (hidden.has(key)) throw new ClusterError('POST', 409, JSON.stringify({ reason: 'AlreadyExists' }));
      model.act(creates[object.kind ?? '']!);
      hidden.add(key);
      throw new NoAnswer(`POST ${path}`, Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' }));
    };
    const { get } = run.cluster;
    run.cluster.get = async path =>
      path.includes('/jobs/')
        ? (model.jobs.find(({ metadata }) => path.endsWith(`/${metadata?.name}`)) as never)
        : get(path);
    // Its watches are late.
    run.informers.snapshot = () => {
      const { canary, services, jobs, ...rest } = model.observe();
      const seen = <T extends KubeObject>(all: T[]) => all.filter(each => !hidden.has(keyOf(each)));
      const [seenCanary] = canary === undefined ? [] : seen([canary]);
      return { ...rest, canary: seenCanary, services: seen(services), jobs: seen(jobs) };
    };
    run.informers.put = object => void hidden.delete(keyOf(object as KubeObject));
    expect(await reconcile({ ...run, spec: model.spec('judged') })).toMatchObject({ state: 'judged' });
    const watchdog = `Job/${model.jobs[0]?.metadata?.name}`;
    const made = ['Service/shop-canary', 'Deployment/shop-canary', watchdog];
    expect(created).toEqual(made.flatMap(key => [key, key]));
  });
});
