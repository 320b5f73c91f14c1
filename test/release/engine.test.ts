import { describe, expect, it } from 'vitest';
import type { Verdict } from '../../src/analysis/verdict.ts';
import { beginDossier } from '../../src/release/dossier.ts';
import type { Drive } from '../../src/release/drive.ts';
import { drive, trafficFirst } from '../../src/release/engine.ts';
import type { Journal } from '../../src/release/journal.ts';
import { Model } from './model.ts';

describe('traffic and journal', () => {
  it('writes the journal only when the patch of the traffic was accepted', async () => {
    const told: string[] = [];
    let accept = () => {};
    const sent = new Promise<void>(resolve => {
      accept = resolve;
    }).then(() => told.push('traffic'));
    const done = trafficFirst(sent, async () => told.push('journal'));
    await Promise.resolve();
    expect(told).toEqual([]);
    accept();
    await done;
    expect(told).toEqual(['traffic', 'journal']);
  });

  it('writes the journal of a patch that was refused too, and fails as it did', async () => {
    const told: string[] = [];
    const refused = Promise.reject(new Error('403'));
    await expect(trafficFirst(refused, async () => told.push('journal'))).rejects.toThrow('403');
    expect(told).toEqual(['journal']);
  });
});

describe('a rollout that is undone', () => {
  const bad: Verdict = { verdict: 'fail', reason: 'errors are worse', metrics: ['errors'] };

  /** A canary at 25 % in the hands of the engine, with a gate that says this. */
  async function undone(verdict: Verdict | undefined) {
    const model = new Model();
    model.verdict = () => ({ verdict: 'pass', reason: 'good' });
    model.run(() => model.weight === 25);
    const cluster = {
      now: () => model.now,
      calls: () => 12,
      patch: async (path: string, _: string, patch: never) => {
        model.act({ do: 'patch', what: '', writes: [{ path, patch }] });
        return model.objects.get(path);
      },
      remove: async (path: string) => model.remove(path),
      get: async (path: string) => model.objects.get(path),
    };
    const { environment, journal } = model;
    const dossier = beginDossier(cluster as never, {
      environment,
      record: { images: {} },
      journal,
      doing: 'judged',
    });
    const abort = new AbortController();
    if (verdict === undefined) abort.abort();
    const end = await drive({
      cluster,
      world: {
        observe: () => model.observe(),
        put: () => undefined,
        drop: () => undefined,
        wake: () => undefined,
        changed: async () => {
          model.now += 1000;
          model.progress(() => true);
        },
      },
      course: model.course(),
      keeper: {
        get journal() {
          return model.journal;
        },
        change: async (next: (journal: Journal) => Journal) => {
          model.journal = next(model.journal);
        },
      },
      dossier,
      fence: undefined,
      baseline: undefined,
      watcher: {
        look: () => undefined,
        insight: () => ({ verdict, judgedAt: performance.now() - 5000, facts: [] }),
        stop: async () => undefined,
      },
      conclude: async () => undefined,
      report: () => undefined,
      signal: abort.signal,
    } as unknown as Drive);
    expect(end.state).toBe('undone');
    return dossier.record;
  }

  it('has in its record the pods as they were at the verdict, and how long the way back took', async () => {
    const { pods, timeline, durations, end } = await undone(bad);
    const of = (track: string) => pods.filter(each => each.track === track);
    expect(of('canary')).toMatchObject([{ ready: true, restarts: 0, gone: true }]);
    expect(of('baseline')).toHaveLength(4);
    expect(of('baseline').every(({ ready, gone }) => ready && gone === undefined)).toBe(true);
    const at = (phase: string) => timeline.find(each => each.phase === phase)?.at ?? 0;
    expect(durations.undo).toBe(at('undone') - at('undoing'));
    expect(end).toMatchObject({ state: 'undone', serves: 1, reason: 'errors are worse' });
  });

  it('counts from the verdict to the accepted write, what lay between included', async () => {
    const { durations } = await undone(bad);
    expect(durations['verdict to accepted write']).toBeGreaterThanOrEqual(5000);
  });

  it('counts from the cancellation where that ends it: what the gate said before is no reason', async () => {
    const { durations } = await undone(undefined);
    expect(durations['verdict to accepted write']).toBeLessThan(5000);
  });
});
