import { beforeEach, describe, expect, it } from 'vitest';
import { advance, beginGate, enterStage, judge } from '../../src/analysis/gate.ts';
import { readHistory } from '../../src/analysis/history.ts';
import { preflightGate } from '../../src/analysis/preflight.ts';
import type { Sampling, WatchedPod } from '../../src/analysis/probe.ts';
import type { Sample, Series } from '../../src/analysis/prometheus.ts';
import { policyOf } from '../../src/analysis/resolve.ts';
import { readTicks, settledUntil, spansBetween } from '../../src/analysis/sampling.ts';
import type { Verdict } from '../../src/analysis/verdict.ts';
import { gateSchema } from '../../src/config/gate.ts';
import { strategySchema } from '../../src/config/progressive.ts';
import { wording } from '../wording.ts';
import { type FakeLines, fakeLines } from './fake-lines.ts';
import { type FakePrometheus, fakePrometheus } from './fake-prometheus.ts';
import { readTick } from './one-tick.ts';
import { pod, sampling } from './pods.ts';
import { Random } from './simulation/random.ts';

/** Metrics whose bad ones are lines of a log store. */

const tick = 15_000;
const scrape = 5_000;
const start = 100 * 3_600_000;

/** Applications that count requests in Prometheus, and log one line for each and some errors. */
class World {
  readonly prometheus: FakePrometheus;
  readonly store: FakeLines;
  readonly #random: Random;
  readonly #counted = new Map<string, { sum: number; samples: Sample[]; ups: Sample[] }>();

  constructor(seed: number) {
    this.prometheus = fakePrometheus([], start);
    this.store = fakeLines(() => this.prometheus.clock);
    this.#random = new Random(seed);
  }

  get source() {
    return { ...this.prometheus, lines: this.store };
  }

  /** Moves the clock on by one scrape. @param sides requests a second and error lines per request of the pods of each side. */
  go(sides: { pods: readonly WatchedPod[]; requests: number; errors: number }[]): void {
    this.prometheus.clock += scrape;
    const at = this.prometheus.clock;
    for (const { pods, requests, errors } of sides)
      for (const { name } of pods) {
        const known = this.#counted.get(name) ?? this.#first(name);
        const served = this.#random.poisson((requests * scrape) / 1000 / pods.length);
        known.sum += served;
        known.samples.push([at, known.sum]);
        known.ups.push([at, 1]);
        const bad = this.#random.poisson(served * errors);
        for (const [level, lines] of [['info', served] as const, ['error', bad] as const])
          if (lines > 0) this.store.written.push({ at: at - 1_000, pod: name, level, lines });
      }
  }

  #first(name: string) {
    const labels = { job: 'pods', instance: name, namespace: 'shop', pod: name, pod_uid: `uid-${name}` };
    const of = (metric: string): Series & { samples: Sample[] } => ({
      labels: { __name__: metric, ...labels },
      samples: [],
    });
    const [total, up] = [of('http_requests_total'), of('up')];
    this.prometheus.series.push(total, up);
    const known = { sum: 0, samples: total.samples, ups: up.samples };
    this.#counted.set(name, known);
    return known;
  }
}

const gate = gateSchema.parse({
  prometheus: { url: 'http://prometheus' },
  metrics: [{ name: 'error-logs', total: 'http_requests_total', logs: ['error', 'fatal'] }],
  'warm-up': '15s',
});
const sides = { namespace: 'shop', stable: 'shop', canary: 'shop-canary', services: ['shop'] };
const baseline = Array.from({ length: 6 }, (_, at) => pod(`stable-${at}`, 'baseline', start - 3_600_000));
const strategy = strategySchema.parse({
  canary: { steps: ['25%', '50%'], deadline: '50m', bake: { weight: '50%', for: '5m' } },
});

interface Rollout {
  verdict: Verdict;
  minutes: number;
}

/** A whole rollout, read and judged as by the gate of a run. @param errors error lines per request of the candidate. */
async function rollout(
  seed: number,
  errors: number,
  during: (world: World, seconds: number) => void = () => undefined,
): Promise<Rollout> {
  if (strategy.kind !== 'canary') throw new Error('not a canary');
  const world = new World(seed);
  const usual = 0.01;
  for (let at = 0; at < 3_600_000; at += scrape) world.go([{ pods: baseline, requests: 60, errors: usual }]);
  const { problems, sampling } = await preflightGate(world.source, gate, sides, baseline);
  expect(problems).toEqual([]);
  const until = await settledUntil(world.source, sampling);
  if (!until.ok) throw new Error(until.detail);
  const history = await readHistory(world.source, sampling, baseline, { to: until.value, tick });
  if (!history.ok) throw new Error(history.detail);
  const { policy } = policyOf(gate, strategy, history.value);
  const began = world.prometheus.clock;
  const canary = Array.from({ length: 3 }, (_, at) => pod(`canary-${at}`, 'canary', began - 60_000));
  const pods = [...baseline, ...canary];
  let state = beginGate(policy, began);
  for (let seconds = 0; seconds < 3600; seconds += scrape / 1000) {
    during(world, seconds);
    const { weight = 0 } = policy.stages[state.stage] ?? {};
    world.go([
      { pods: baseline, requests: 60 * (1 - weight / 100), errors: usual },
      { pods: canary, requests: 60 * (weight / 100), errors },
    ]);
    const settled = await settledUntil(world.source, sampling);
    if (!settled.ok) throw new Error(settled.detail);
    const spans = spansBetween(state.lastAt, settled.value, tick);
    for (const read of await readTicks(world.source, { ...sampling, warmUp: 0 }, pods, spans, {
      ...{ stage: state.stage, weight },
    })) {
      state = advance(policy, state, read);
      const verdict = judge(policy, state, [], read.at);
      if (verdict.verdict === 'continue') continue;
      const isLast = policy.stages[state.stage]?.kind === 'bake';
      if (verdict.verdict !== 'pass' || isLast) return { verdict, minutes: seconds / 60 };
      state = enterStage(policy, state, state.stage + 1, world.prometheus.clock);
      break;
    }
  }
  throw new Error('no verdict in an hour');
}

const seeds = [1, 7, 42, 1001];
const verdictsOf = async (...of: [errors: number, during?: Parameters<typeof rollout>[2]]) => {
  const ends = await Promise.all(seeds.map(seed => rollout(seed, ...of)));
  return ends.map(({ verdict }) => verdict.verdict);
};
const all = (verdict: Verdict['verdict']) => seeds.map(() => verdict);

describe('a rollout that is judged by error lines', { timeout: 120_000 }, () => {
  it('passes when the candidate logs as many errors per request', async () => {
    expect(await verdictsOf(0.01)).toEqual(all('pass'));
  });

  it('fails when it logs three times as many', async () => {
    expect(await verdictsOf(0.03)).toEqual(all('fail'));
  });

  it('fails, too, when lines arrive 20 s late', async () => {
    const late = (world: World) => {
      world.store.late = () => 20_000;
    };
    expect(await verdictsOf(0.01, late)).toEqual(all('pass'));
    expect(await verdictsOf(0.03, late)).toEqual(all('fail'));
  });

  it('has no data, and never passes, when lines no longer arrive from one side or from both', async () => {
    for (const lost of ['canary', 'stable', ''])
      for (const from of [0, 300]) {
        const stalls = ({ store }: World, seconds: number) => {
          if (seconds === from)
            store.late = (pod, at) =>
              pod.startsWith(lost) && at >= start + 3_600_000 + from * 1000 ? 1e9 : 2_000;
        };
        const { verdict } = await rollout(7, 0.01, stalls);
        expect([lost, from, verdict]).toEqual([
          lost,
          from,
          expect.objectContaining({ verdict: 'no-data', missing: 'stale', reason: wording('log store') }),
        ]);
      }
  });

  it('has no data when the store is away', async () => {
    const { verdict } = await rollout(7, 0.01, ({ store }, seconds) => {
      if (seconds >= 60) store.broken = 'the log store logging/loki:3100 does not answer';
    });
    expect(verdict).toMatchObject({
      verdict: 'no-data',
      missing: 'provider',
      reason: wording('logging/loki'),
    });
  });
});

describe('one reading', () => {
  const [old, fresh] = [
    pod('stable-1', 'baseline', start - 3_600_000),
    pod('canary-1', 'canary', start - 600_000),
  ];
  const logs: Sampling = sampling({
    probes: [
      {
        ...{ kind: 'logs', name: 'error-logs', total: 'http_requests_total', tick, delay: 60_000 },
        levels: ['error', 'fatal'],
      },
    ],
    share: { kind: 'application', probe: 'error-logs' },
  });
  const span = { from: start + 60_000, to: start + 75_000, stage: 0, weight: 50 };
  let world: World;
  const write = (name: string, at: number, level: string, lines: number) =>
    world.store.written.push({ at: span.from + at, pod: name, level, lines });
  const read = async () =>
    (await readTick(world.source, logs, [old, fresh], span)).readings['error-logs'] ?? expect.fail();

  beforeEach(() => {
    world = new World(1);
    for (let at = 0; at < 180_000; at += scrape) world.go([{ pods: [old, fresh], requests: 10, errors: 0 }]);
    world.store.written = [];
  });
  const later = () => {
    for (const name of ['stable-1', 'canary-1']) write(name, 20_000, 'info', 1);
  };

  it('counts the lines of the levels, of the tick alone, by pod', async () => {
    later();
    write('canary-1', 5_000, 'error', 3);
    write('canary-1', 14_000, 'fatal', 1);
    write('canary-1', 5_000, 'info', 20);
    write('canary-1', 16_000, 'error', 7);
    write('canary-1', -1_000, 'error', 7);
    write('stable-1', 5_000, 'error', 2);
    write('other-1', 5_000, 'error', 2);
    expect(await read()).toMatchObject({
      kind: 'counts',
      canary: [{ pod: 'canary-1', bad: [4] }],
      baseline: [{ pod: 'stable-1', bad: [2] }],
    });
  });

  it('counts at most one line for each request', async () => {
    later();
    write('canary-1', 5_000, 'error', 100_000);
    const reading = await read();
    const [{ total, bad } = expect.fail()] = reading.kind === 'counts' ? reading.canary : [];
    expect(bad).toEqual([total]);
  });

  it('leaves out a pod without a later line, and says so when none of a side is left', async () => {
    const second = pod('canary-2', 'canary', start - 600_000);
    for (let at = 0; at < 180_000; at += scrape)
      world.go([{ pods: [old, fresh, second], requests: 10, errors: 0 }]);
    const moved = { ...span, from: span.from + 180_000, to: span.to + 180_000 };
    world.store.written = ['stable-1', 'canary-2'].map(pod => ({
      ...{ at: moved.to + 5_000, pod, level: 'info', lines: 1 },
    }));
    const readOf = async (pods: WatchedPod[]) =>
      (await readTick(world.source, logs, pods, moved)).readings['error-logs'];
    expect(await readOf([old, fresh, second])).toMatchObject({ canary: [{ pod: 'canary-2' }] });
    expect(await readOf([old, fresh])).toEqual({ kind: 'stale', seconds: 60, lines: true });
  });

  it('is no data without an answer or without a store', async () => {
    world.store.broken = 'the log store counted only a part: it ran out of time';
    expect(await read()).toEqual({ kind: 'provider', detail: world.store.broken });
    const { readings } = await readTick(world.prometheus, logs, [old, fresh], span);
    expect(readings['error-logs']).toEqual({ kind: 'provider', detail: wording('monitoring.logs') });
  });
});

describe('the preflight', () => {
  let world: World;
  const check = () => preflightGate(world.source, gate, sides, baseline.slice(0, 2));
  beforeEach(() => {
    world = new World(1);
    for (let at = 0; at < 900_000; at += scrape)
      world.go([{ pods: baseline.slice(0, 2), requests: 10, errors: 0.1 }]);
  });

  it('waits with every tick until its lines are there', async () => {
    const { problems, warnings, sampling } = await check();
    expect([problems, warnings]).toEqual([[], []]);
    expect(sampling).toMatchObject({
      pace: { interval: scrape, settle: 60_000 },
      probes: [
        { kind: 'logs', total: 'http_requests_total', levels: ['error', 'fatal'], tick, delay: 60_000 },
      ],
    });
    world.store.maxDelay = 20_000;
    expect((await check()).sampling).toMatchObject({ pace: { settle: 30_000 }, probes: [{ delay: 30_000 }] });
  });

  it('refuses a store that is away, has no line of the pods, or does not know levels', async () => {
    world.store.written.forEach(each => {
      each.level = 'other';
    });
    expect((await check()).problems).toEqual([wording('error-logs', 'fields.level')]);
    world.store.written = [{ at: world.prometheus.clock - 90_000, pod: 'other-1', level: 'info', lines: 5 }];
    expect((await check()).problems).toEqual([wording('error-logs', 'no line', 'fields')]);
    world.store.broken = 'the log store logging/loki:3100 refuses the request (403)';
    expect((await check()).problems).toEqual([wording('error-logs', '403')]);
  });

  it('refuses pods that log too seldom to tell silence from lost lines', async () => {
    const { clock } = world.prometheus;
    world.store.written = [590_000, 400_000, 100_000].map(ago => ({
      ...{ at: clock - ago, pod: 'stable-0', level: 'info', lines: 1 },
    }));
    expect((await check()).problems).toEqual([wording('60 s', 'max-delay')]);
  });

  it('names a pod without lines', async () => {
    world.store.written = world.store.written.filter(each => each.pod !== 'stable-1');
    expect(await check()).toMatchObject({ problems: [], warnings: [wording('1 of 2', 'stable-1')] });
  });
});
