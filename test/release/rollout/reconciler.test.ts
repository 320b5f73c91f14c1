import { describe, expect, it } from 'vitest';
import type { Verdict } from '../../../src/analysis/verdict.ts';
import { ClusterError } from '../../../src/cluster/errors.ts';
import { reconcile } from '../../../src/release/rollout/reconciler.ts';
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
