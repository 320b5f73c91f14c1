import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { beginGate, enterStage } from '../../../src/analysis/gate.ts';
import type { GatePolicy } from '../../../src/analysis/policy.ts';
import type { MetricSource, Series } from '../../../src/analysis/prometheus.ts';
import type { Verdict } from '../../../src/analysis/verdict.ts';
import type { Pod } from '../../../src/cluster/objects.ts';
import { readRecord } from '../../../src/decision/chunks.ts';
import { lastVerdict } from '../../../src/decision/record.ts';
import { backtest, outlook } from '../../../src/decision/replay.ts';
import type { DecisionRecord } from '../../../src/decision/schema.ts';
import { stageOf, watchedPods } from '../../../src/release/gate/facts.ts';
import { MetricGate } from '../../../src/release/gate/runner.ts';
import { candidateShare, type GateParts, type StoredGate } from '../../../src/release/gate/setup.ts';
import type { RolloutSnapshot, RolloutSpec } from '../../../src/release/rollout/spec.ts';
import type { RolloutState } from '../../../src/release/store/schema.ts';
import { fakePrometheus } from '../../analysis/fake-prometheus.ts';
import { sampling } from '../../analysis/pods.ts';
import { policy as policyFor } from '../../analysis/rollouts.ts';
import { wording } from '../../wording.ts';
import { judgedRecord } from '../judged.ts';
import { deployment, pod, replicaSet } from '../objects.ts';

const policy = {
  stages: [{ kind: 'step' }, { kind: 'step' }, { kind: 'bake' }, { kind: 'watch' }],
} as unknown as GatePolicy;

const rollout = (changes: Partial<RolloutState>) =>
  ({ strategy: 'canary', step: 0, ...changes }) as RolloutState;

describe('the stage that is judged', () => {
  it.each([
    ['a step is its own', { phase: 'stepping', step: 1 }, 1],
    ['the bake comes after the steps', { phase: 'baking', step: 2 }, 2],
    ['the watch comes last', { phase: 'watching' }, 3],
    ['the switch of blue-green is not judged', { strategy: 'blue-green', phase: 'stepping' }, 'switch'],
    ['the time after the switch is its watch', { strategy: 'blue-green', phase: 'baking' }, 3],
    ['a candidate without traffic has none', { phase: 'prepared' }, undefined],
    ['a promotion has none', { phase: 'promoting' }, undefined],
    ['a rollback has none', { phase: 'rolling-back' }, undefined],
  ] as const)('%s', (_, changes, stage) => {
    expect(stageOf(rollout(changes as Partial<RolloutState>), policy)).toBe(stage);
  });

  it('is undefined without a state', () => {
    expect(stageOf(undefined, policy)).toBeUndefined();
  });
});

describe('the traffic share that a verdict uses', () => {
  const spec = (weight: number | undefined) =>
    ({ router: { weight: () => weight } }) as unknown as RolloutSpec;
  const at = (phase: RolloutState['phase']) =>
    ({ rollout: rollout({ phase, weight: 5 }) }) as unknown as RolloutSnapshot;

  it('is that of the pods, if it is more than the weight', () => {
    expect(candidateShare(spec(100 / 3), at('stepping'))).toBeCloseTo(33.3, 1);
  });

  it('is the weight in the state during the watch, when the candidate is the workload', () => {
    expect(candidateShare(spec(0), at('watching'))).toBe(5);
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
  const seen = (phase: RolloutState['phase']) =>
    ({
      rollout: rollout({ phase }),
      pods,
      replicaSets: [],
      workload: undefined,
    }) as unknown as RolloutSnapshot;

  it('have their track and the time at which they were created', () => {
    expect(watchedPods(seen('stepping'))).toEqual([
      { name: 'a', uid: 'uid-a', track: 'baseline', started: Date.parse('2026-01-01') },
      { name: 'b', uid: 'uid-b', track: 'canary', started: Date.parse('2026-01-01') },
    ]);
  });

  it('have no baseline among them after promotion', () => {
    expect(watchedPods(seen('watching'))).toEqual([]);
  });
});

describe('a gate whose Prometheus does not answer', () => {
  const policy = policyFor();
  const stateAt = (at: number) => beginGate(policy, at);
  const source: MetricSource = {
    name: 'prometheus',
    now: async () => ({ ok: false, detail: 'connection refused' }),
    query: async () => ({ ok: false, detail: 'connection refused' }),
  };

  /** A gate that continues from the state of the run before. */
  function gate(at: number, refuses?: Error, settle = 0) {
    const kept: StoredGate[] = [];
    const said: Verdict[] = [];
    const lines: string[] = [];
    const gating = {
      policy,
      sampling: { pace: { interval: 5000, settle, lookback: 10_000 }, probes: [], warmUp: 0 },
      said: [],
      state: stateAt(at),
    } as unknown as StoredGate;
    const watch = new MetricGate({
      source,
      gating,
      store: {
        change: async (next: (rollout: RolloutState) => RolloutState) => {
          if (refuses !== undefined) throw refuses;
          kept.push(next({} as RolloutState).gate as StoredGate);
        },
      },
      informers: { notify: () => undefined },
      decisions: { update: () => undefined, record: { ticks: [] } },
      isSet: () => true,
      shareOf: () => 5,
      report: (line: string) => lines.push(line),
    } as unknown as GateParts);
    const seen = (now: number) =>
      ({
        now,
        rollout: { strategy: 'canary', phase: 'stepping', step: 0, weight: 5 },
        pods: [],
      }) as unknown as RolloutSnapshot;
    return { watch, kept, said, lines, seen };
  }

  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });
  const soon = (ms: number) => vi.advanceTimersByTimeAsync(ms);

  it('takes that as a reading, once a tick', async () => {
    const { watch, kept, seen } = gate(1_000_000);
    watch.look(seen(1_000_000 + policy.tick - 1));
    await soon(1100);
    expect(kept).toEqual([]);
    watch.look(seen(1_000_000 + policy.tick));
    await soon(2200);
    expect(kept.map(({ state }) => state?.lastAt)).toEqual([1_000_000 + policy.tick]);
    await watch.stop();
  });

  it('loses no tick that it would read only later, because lines arrive late', async () => {
    const late = 60_000;
    const { watch, kept, seen } = gate(1_000_000, undefined, late);
    watch.look(seen(1_000_000 + late + policy.tick - 1));
    await soon(1100);
    expect(kept).toEqual([]);
    watch.look(seen(1_000_000 + late + policy.tick));
    await soon(2200);
    expect(kept.map(({ state }) => state?.lastAt)).toEqual([1_000_000 + policy.tick]);
    await watch.stop();
  });

  it('gives a verdict about that when it has lasted, counted from the run before', async () => {
    const { watch, seen } = gate(1_000_000);
    for (let ticks = 1; ticks <= policy.patience.provider + 3; ticks += 1) {
      watch.look(seen(1_000_000 + ticks * policy.tick));
      await soon(1100);
    }
    expect(watch.inputs(seen(0)).verdict).toMatchObject({
      verdict: 'no-data',
      missing: 'provider',
    });
    await watch.stop();
  });

  it('engine 11: reports once that it cannot write its state, and ends the rollout if that lasts', async () => {
    const refusal = 'the API server failed to change configmaps/slipway-shop in namespace shop (500): no';
    const { watch, lines, seen } = gate(1_000_000, new Error(refusal));
    const clock = vi.spyOn(performance, 'now');
    let past = 0;
    clock.mockImplementation(() => past);
    for (let turns = 1; turns <= 30; turns += 1) {
      past += policy.tick;
      watch.look(seen(1_000_000 + turns * policy.tick));
      await soon(1100);
    }
    clock.mockRestore();
    expect(lines.filter(line => line.includes('the gate failed'))).toHaveLength(1);
    expect(watch.inputs(seen(0)).verdict).toMatchObject({ verdict: 'no-data', reason: wording(refusal) });
    await watch.stop();
  });

  it('gives no verdict on a stage other than the current one', async () => {
    const { watch, seen } = gate(1_000_000);
    for (let ticks = 1; ticks <= policy.patience.provider + 3; ticks += 1) {
      watch.look(seen(1_000_000 + ticks * policy.tick));
      await soon(1100);
    }
    const current = seen(0);
    const next = { ...current, rollout: { ...current.rollout, step: 1 } as RolloutState };
    expect(watch.inputs(current).verdict).toMatchObject({ verdict: 'no-data' });
    expect(watch.inputs(next).verdict).toBeUndefined();
    await watch.stop();
  });
});

describe('a gate that resumes after a time without a run', () => {
  const minute = 60_000;
  const begun = 1_800_000_000_000;
  const policy = policyFor({
    canary: { steps: ['50%'], bake: { weight: '80%', for: '1h' }, deadline: '2h' },
  });
  const bake = 1;
  const names = ['canary-a', 'canary-b', 'stable-a', 'stable-b'];

  /** Two pods per track for two hours, 100 requests/s at 80 %. In those minutes that share of the canary's requests is bad. */
  function history(share: number, [from, to]: [number, number]): Series[] {
    return names.flatMap(name => {
      const rate = name.startsWith('canary') ? 40 : 10;
      const labels = { job: 'pods', instance: name, namespace: 'shop', pod: name, pod_uid: `uid-${name}` };
      const samples = (value: (seconds: number) => number): [number, number][] =>
        Array.from({ length: 24 * 60 }, (_, at) => [begun - minute + at * 5000, Math.round(value(at * 5))]);
      const inside = (seconds: number) => Math.min(Math.max(seconds - 60 - from * 60, 0), (to - from) * 60);
      const bad = (seconds: number) =>
        rate * (0.01 * seconds + (name.startsWith('canary') ? (share - 0.01) * inside(seconds) : 0));
      const counter = (code: string, value: (seconds: number) => number): Series => ({
        labels: { __name__: 'requests', code, ...labels },
        samples: samples(value),
      });
      return [
        counter('200', seconds => rate * seconds - bad(seconds)),
        counter('500', bad),
        { labels: { __name__: 'up', ...labels }, samples: samples(() => 1) },
      ];
    });
  }

  function watcher(
    series: Series[],
    minutesLater: number,
    isSet: () => boolean = () => true,
    state: StoredGate['state'] = enterStage(policy, beginGate(policy, begun), bake, begun),
  ) {
    const { judging: _, ...unjudged } = judgedRecord({ ticks: 0 });
    let record: DecisionRecord = unjudged;
    const source = fakePrometheus(series, begun + minutesLater * minute);
    const kept: StoredGate[] = [];
    const ticks: number[] = [];
    const verdicts: Verdict[] = [];
    const said: string[] = [];
    const probe = { kind: 'ratio', name: 'errors', total: 'requests', bad: 'requests{code=~"5.."}' } as const;
    const gating = {
      policy,
      sampling: { ...sampling(), probes: [probe] },
      said: [],
      state,
    } as StoredGate;
    const watch = new MetricGate({
      source,
      gating,
      store: {
        change: async (next: (rollout: RolloutState) => RolloutState) => {
          kept.push(next({} as RolloutState).gate as StoredGate);
        },
      },
      informers: { notify: () => undefined },
      decisions: {
        update: (change: (record: DecisionRecord) => DecisionRecord) => {
          const noted = change({ ...unjudged, ticks: [], turns: [], verdicts: [] });
          ticks.push(noted.ticks.length);
          verdicts.push(...noted.verdicts.map(each => each.verdict));
          record = change(record);
        },
        save: async () => undefined,
      },
      isSet,
      shareOf: () => 80,
      report: (line: string) => said.push(line),
    } as unknown as GateParts);
    const pods = names.map(name => ({
      metadata: {
        name,
        uid: `uid-${name}`,
        creationTimestamp: new Date(begun - 600 * minute),
        labels: { 'slipway.dev/track': name.startsWith('canary') ? 'canary' : 'stable' },
      },
    }));
    const rollout = { strategy: 'canary', phase: 'baking', step: 1, weight: 80 };
    const seen = () => ({ now: source.clock, rollout, pods, replicaSets: [] }) as unknown as RolloutSnapshot;
    return { watch, kept, ticks, verdicts, said, source, seen, record: () => record };
  }

  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });
  const soon = (ms: number) => vi.advanceTimersByTimeAsync(ms);

  it('reads that time with few queries, and passes only when it has read all of it', async () => {
    const { watch, kept, ticks, said, source, seen } = watcher(history(0.01, [0, 0]), 62);
    watch.look(seen());
    await soon(1100);
    expect(watch.inputs(seen()).verdict).toMatchObject({ verdict: 'pass' });
    expect(said).toHaveLength(1);
    expect(ticks.length).toBe(Math.floor((62 * minute - 1000) / policy.tick));
    expect(kept.at(-1)?.state?.lastAt).toBeGreaterThan(begun + 61 * minute);
    // Three selectors for each ten minutes, and the series before that.
    expect(source.asked.length).toBeLessThan(45);
    await watch.stop();
  });

  it.each([
    [20, 25],
    [55, 61],
  ])('finds harm from minute %i to %i although it has passed', async (from, to) => {
    const { watch, seen } = watcher(history(0.1, [from, to]), 110);
    watch.look(seen());
    await soon(1100);
    expect(watch.inputs(seen()).verdict).toMatchObject({ verdict: 'fail', metrics: ['errors'] });
    await soon(5000);
    expect(watch.inputs(seen()).verdict).toMatchObject({ verdict: 'fail' });
    await watch.stop();
  });

  it.each([
    ['which a run had begun', 3 * 60_000],
    ['which no run had begun', undefined],
  ])('finds harm in a watch, too, %s', async (_, entered) => {
    const gate = policyFor({
      canary: { steps: ['50%'], bake: { weight: '80%', for: '1h' }, watch: '10m', deadline: '2h' },
    });
    const [watched, since] = [2, begun + 3 * minute];
    const baked = enterStage(gate, beginGate(gate, begun), 1, begun);
    const state = entered === undefined ? baked : enterStage(gate, baked, watched, begun + entered);
    const { watch, seen } = watcher(history(0.6, [5, 9]), 14, undefined, state);
    const o = {
      ...seen(),
      rollout: { strategy: 'canary', phase: 'watching', step: 1, weight: 100, since },
      workload: deployment(),
      revisions: [replicaSet('new', 2)],
    } as unknown as RolloutSnapshot;
    const pods = o.pods.map(each => ({
      ...each,
      metadata: {
        ...each.metadata,
        ...(each.metadata?.name?.startsWith('canary') ? { ownerReferences: [{ uid: 'new' }] } : {}),
      },
    })) as Pod[];
    watch.look({ ...o, pods });
    await soon(3000);
    expect(watch.inputs({ ...o, pods }).verdict).toMatchObject({ verdict: 'fail', metrics: ['errors'] });
    await watch.stop();
  });

  it('comes to the same verdict as a gate that read every tick in time', async () => {
    const series = history(0.02, [5, 45]);
    const late = watcher(series, 40);
    late.watch.look(late.seen());
    await soon(1100);
    const steady = watcher(series, 0);
    for (let at = 1; at <= 160; at += 1) {
      steady.source.clock = begun + at * 15_000;
      steady.watch.look(steady.seen());
      await soon(1100);
    }
    const state = ({ kept }: typeof late) => kept.at(-1)?.state?.metrics.errors?.series[0];
    expect(state(late)?.total.canary).toBeGreaterThan(40_000);
    expect(state(late)).toEqual(state(steady));
    await late.watch.stop();
    await steady.watch.stop();
  });

  it('ignores the time at which the canary had another weight', async () => {
    let set = true;
    const { watch, kept, said, source, seen } = watcher(history(0.1, [3, 8]), 2, () => set);
    watch.look(seen());
    await soon(1100);
    const before = kept.at(-1)?.state?.metrics.errors?.series[0]?.total;
    set = false;
    source.clock = begun + 10 * minute;
    watch.look(seen());
    await soon(1100);
    set = true;
    watch.look(seen());
    await soon(1100);
    expect(kept.at(-1)?.state?.metrics.errors?.series[0]?.total).toEqual(before);
    source.clock = begun + 12 * minute;
    watch.look(seen());
    await soon(1100);
    expect(kept.at(-1)?.state?.metrics.errors?.series[0]?.total.canary).toBeGreaterThan(before?.canary ?? 0);
    expect(said.join()).not.toContain('fail');
    await watch.stop();
  });

  it('bakes longer by the time at which the canary had another weight, and so does the replay', async () => {
    let set = true;
    const { watch, source, seen, record } = watcher(history(0.01, [0, 0]), 0, () => set, null);
    const lookAt = async (minutes: number) => {
      source.clock = begun + minutes * minute;
      watch.look(seen());
      await soon(1100);
    };
    await lookAt(0);
    await lookAt(2);
    set = false;
    await lookAt(58);
    set = true;
    await lookAt(58);
    await lookAt(64);
    expect(watch.inputs(seen()).verdict).toMatchObject({ verdict: 'continue' });
    await lookAt(118);
    expect(watch.inputs(seen()).verdict).toMatchObject({ verdict: 'pass' });
    await watch.stop();
    const written = readRecord(JSON.stringify(record()));
    expect(backtest(written).agrees).toBe(true);
    expect(outlook(written, {}).passes).toEqual([{ stage: bake, at: written.verdicts.at(-1)?.at }]);
  });

  it('ends with that fact when a pod was restarted, whatever the counts say', async () => {
    const { watch, verdicts, seen, record } = watcher(history(0.01, [0, 0]), 2);
    const o = seen();
    const restarted = { name: 'shop', restartCount: 1, lastState: { terminated: { exitCode: 1 } } };
    const [first, ...others] = o.pods;
    watch.look({
      ...o,
      pods: [{ ...first, status: { containerStatuses: [restarted] } } as unknown as Pod, ...others],
    });
    expect(verdicts.at(-1)).toMatchObject({ verdict: 'fail', reason: expect.stringContaining('restarted') });
    expect(record().facts).toMatchObject([{ at: o.now, fact: { kind: 'restart', pod: 'canary-a' } }]);
    expect(watch.inputs(o).judgedAt).toBe(performance.now());
    await soon(1100);
    expect(watch.inputs(o).verdict).toMatchObject({ verdict: 'fail' });
    await watch.stop();
  });

  it.each([
    ['another stage', undefined],
    ['none', null],
  ] as const)(
    'gives a verdict when Prometheus does not answer in a new stage, after %s, and the record has its reasons',
    async (_, state) => {
      const { watch, source, seen, record } = watcher(history(0.01, [0, 0]), 2, undefined, state);
      source.broken = 'connection refused';
      const next = seen();
      const stepping = {
        ...next,
        rollout: { ...next.rollout, phase: 'stepping', step: 0 },
      } as RolloutSnapshot;
      watch.look(stepping);
      await soon(policy.patience.provider * policy.tick - 2000);
      expect(watch.inputs(stepping).verdict).toBeUndefined();
      await soon(5000);
      const said = watch.inputs(stepping).verdict;
      expect(said).toMatchObject({ verdict: 'no-data', missing: 'provider' });
      await watch.stop();
      const written = readRecord(JSON.stringify(record()));
      expect(lastVerdict(written)).toEqual(said);
      expect(backtest(written)).toMatchObject({
        agrees: true,
        comparisons: [{ stage: 0, recorded: said, computed: said }],
      });
      const patient = written.verdicts.map(each => ({ ...each, at: (each.unread?.since ?? 0) + 1000 }));
      expect(backtest({ ...written, verdicts: patient }).agrees).toBe(false);
    },
  );

  it('loses no tick when Prometheus does not answer at first, and gives a verdict about that after a while', async () => {
    const { watch, kept, source, seen } = watcher(history(0.1, [20, 25]), 62);
    source.broken = 'connection refused';
    watch.look(seen());
    await soon(policy.patience.provider * policy.tick - 2000);
    expect(watch.inputs(seen()).verdict).toBeUndefined();
    await soon(5000);
    expect(watch.inputs(seen()).verdict).toMatchObject({
      verdict: 'no-data',
      missing: 'provider',
      reason: wording('connection refused'),
    });
    expect(kept).toEqual([]);
    delete source.broken;
    await soon(2000);
    expect(watch.inputs(seen()).verdict).toMatchObject({ verdict: 'fail' });
    await watch.stop();
  });
});
