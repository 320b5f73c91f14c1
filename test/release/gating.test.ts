import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startGate } from '../../src/analysis/gate.ts';
import type { GatePolicy } from '../../src/analysis/policy.ts';
import type { Source } from '../../src/analysis/prometheus.ts';
import type { Verdict } from '../../src/analysis/verdict.ts';
import type { Pod } from '../../src/cluster/objects.ts';
import { type GateParts, GateWatcher, type Gating, stageOf, watchedPods } from '../../src/release/gating.ts';
import type { Journal } from '../../src/release/journal.ts';
import type { Observation } from '../../src/release/world.ts';
import { policy as policyFor } from '../analysis/rollouts.ts';
import { pod } from './objects.ts';

const policy = {
  stages: [{ kind: 'step' }, { kind: 'step' }, { kind: 'bake' }, { kind: 'watch' }],
} as unknown as GatePolicy;

const journal = (changes: Partial<Journal>) => ({ strategy: 'canary', step: 0, ...changes }) as Journal;

describe('the stage that is judged', () => {
  it.each([
    ['a step is its own', { phase: 'stepping', step: 1 }, 1],
    ['the bake comes after the steps', { phase: 'baking', step: 2 }, 2],
    ['the watch comes last', { phase: 'watching' }, 3],
    ['the switch of blue-green is nothing to judge', { strategy: 'blue-green', phase: 'stepping' }, 'switch'],
    ['what follows the switch is its watch', { strategy: 'blue-green', phase: 'baking' }, 3],
    ['a candidate without traffic has none', { phase: 'prepared' }, undefined],
    ['a promotion has none', { phase: 'promoting' }, undefined],
    ['an undo has none', { phase: 'undoing' }, undefined],
  ] as const)('%s', (_, changes, stage) => {
    expect(stageOf(journal(changes as Partial<Journal>), policy)).toBe(stage);
  });

  it('without a journal is none', () => {
    expect(stageOf(undefined, policy)).toBeUndefined();
  });
});

describe('the pods that are compared', () => {
  const tracked = (name: string, track: string): Pod => {
    const one = pod({ name });
    return {
      ...one,
      metadata: {
        ...one.metadata,
        labels: { 'slipway.dev/track': track },
        creationTimestamp: '2026-01-01T00:00:00Z' as never,
      },
    };
  };
  const pods = [tracked('a', 'stable'), tracked('b', 'canary')];
  const seen = (phase: Journal['phase']) =>
    ({ journal: journal({ phase }), pods, replicaSets: [], workload: undefined }) as unknown as Observation;

  it('are of the track that they carry, with the time at which they began', () => {
    expect(watchedPods(seen('stepping'))).toEqual([
      { name: 'a', uid: 'uid-a', track: 'baseline', started: Date.parse('2026-01-01') },
      { name: 'b', uid: 'uid-b', track: 'canary', started: Date.parse('2026-01-01') },
    ]);
  });

  it('have no baseline among them when everything has moved', () => {
    expect(watchedPods(seen('watching'))).toEqual([]);
  });
});

describe('a gate whose Prometheus does not answer', () => {
  const policy = policyFor();
  const stateAt = (at: number) => startGate(policy, at);
  const source: Source = {
    name: 'prometheus',
    now: async () => ({ ok: false, detail: 'connection refused' }),
    query: async () => ({ ok: false, detail: 'connection refused' }),
  };

  /** A watcher that goes on where a run before left the gate. */
  function watcher(at: number) {
    const kept: Gating[] = [];
    const said: Verdict[] = [];
    const gating = {
      policy,
      sampling: { pace: { interval: 5000, settle: 0, lookback: 10_000 }, probes: [], warmUp: 0 },
      said: [],
      state: stateAt(at),
    } as unknown as Gating;
    const watch = new GateWatcher({
      source,
      gating,
      keeper: {
        change: async (next: (journal: Journal) => Journal) => {
          kept.push(next({} as Journal).gate as Gating);
        },
      },
      world: { wake: () => undefined },
      dossier: { note: () => undefined, record: { ticks: [] } },
      isSet: () => true,
      shareOf: () => 5,
      report: () => undefined,
    } as unknown as GateParts);
    const seen = (now: number) =>
      ({
        now,
        journal: { strategy: 'canary', phase: 'stepping', step: 0, weight: 5 },
        pods: [],
      }) as unknown as Observation;
    return { watch, kept, said, seen };
  }

  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });
  const soon = (ms: number) => vi.advanceTimersByTimeAsync(ms);

  it('takes that as a reading, once a tick and no more often', async () => {
    const { watch, kept, seen } = watcher(1_000_000);
    watch.look(seen(1_000_000 + policy.tick - 1));
    await soon(1100);
    expect(kept).toEqual([]);
    watch.look(seen(1_000_000 + policy.tick));
    await soon(2200);
    expect(kept.map(({ state }) => state?.lastAt)).toEqual([1_000_000 + policy.tick]);
    await watch.stop();
  });

  it('says so when it has lasted, from where the run before left it', async () => {
    const { watch, seen } = watcher(1_000_000);
    for (let ticks = 1; ticks <= policy.patience.provider + 3; ticks += 1) {
      watch.look(seen(1_000_000 + ticks * policy.tick));
      await soon(1100);
    }
    expect(watch.insight(seen(0)).verdict).toMatchObject({
      verdict: 'no-data',
      missing: 'provider',
    });
    await watch.stop();
  });

  it('says nothing about another stage than the present one', async () => {
    const { watch, seen } = watcher(1_000_000);
    watch.look(seen(1_000_000 + 360_000));
    await soon(1100);
    const next = seen(1_000_000 + 360_000);
    expect(
      watch.insight({ ...next, journal: { ...next.journal, step: 1 } as Journal }).verdict,
    ).toBeUndefined();
    await watch.stop();
  });
});
