import type { GatePolicy } from '../../src/analysis/policy.ts';
import type { PodCounts, Reading, Tick } from '../../src/analysis/tick.ts';
import type { Missing, Verdict } from '../../src/analysis/verdict.ts';
import { comparison } from '../../src/analysis/wording.ts';
import type { Gate, Strategy } from '../../src/config/types.ts';
import {
  endRecord,
  noteCalls,
  noteDuration,
  noteFindings,
  noteJudging,
  noteMoment,
  notePods,
  noteTick,
  noteWatchdog,
  startRecord,
} from '../../src/decision/record.ts';
import type { DecisionRecord, Evidence, RecordedFinding } from '../../src/decision/schema.ts';

/** Simulates rollouts: Poisson requests, binomial errors, evidence by the formula of the gate. The same seed gives the same record. */
export interface Scenario {
  seed?: number;
  /** Requests per second to both versions. */
  rps?: number;
  baseline?: number;
  /** The candidate's share of bad requests, by minute since the start. */
  canary?: (minute: number) => number;
  /** Median seconds of the candidate's answers, divided by the baseline's. */
  slowdown?: number;
  onInconclusive?: 'rollback' | 'pause' | 'approve';
  /** A reading without counts, by minute. */
  missing?: (minute: number) => Reading | undefined;
}

export const startedAt = Date.UTC(2026, 2, 14, 2, 41, 0);
const tick = 15_000;
const stages = [5, 25, 50, 80];
const deadline = 50 * 60_000;
const boundaries = [0.3, 1];

const strategy = (onInconclusive: 'rollback' | 'pause' | 'approve') =>
  ({
    kind: 'canary',
    steps: [{ weight: 5 }, { weight: 25 }, { weight: 50 }],
    bake: { weight: 80, for: 15 * 60_000 },
    deadline,
    'on-inconclusive': onInconclusive,
    watch: 10 * 60_000,
    watchdog: { image: 'registry.k8s.io/kubectl:v1.36.3' },
  }) as unknown as Strategy;

const gate = {
  prometheus: { service: { namespace: 'monitoring', name: 'prometheus', port: '9090' } },
  metrics: [
    {
      name: 'errors',
      total: 'http_requests_total',
      bad: 'http_requests_total{code=~"5.."}',
      'dry-run': false,
    },
    { name: 'latency', histogram: 'http_request_duration_seconds', slow: boundaries, 'dry-run': false },
  ],
  tick,
  'warm-up': 2 * 60_000,
  profile: 'auto',
  share: 'traefik',
} as unknown as Gate;

const policy = {
  profile: 'standard',
  alpha: { harm: 0.01, pass: 0.05 },
  metrics: [
    { name: 'errors', series: [{ phi: 1.2 }] },
    { name: 'latency', series: boundaries.map(boundary => ({ boundary, phi: 1 })) },
  ],
} as unknown as GatePolicy;

export const url = 'https://github.com/acme/shop/actions/runs/4711';

/** Simulates a rollout from start to end. */
export function rollout(scenario: Scenario = {}): DecisionRecord {
  const { rps = 100, baseline = 0.01, canary = () => 0.01, slowdown = 1 } = scenario;
  const random = generator(scenario.seed ?? 7);
  let record = noteJudging(begun(scenario), startedAt + 38_000, policy, [
    'Profile standard: the strictest that 100 requests a second can show within 50 minutes.',
    'About 1,900 canary requests, 26 min at the present rate.',
  ]);
  const end = (at: number, verdict: Verdict) => finish(record, at, verdict, scenario);
  let at = startedAt + 38_000;
  record = noteMoment(record, { at, phase: 'stepping', step: 0, weight: 5, reason: '2 pods are ready' });
  const harm = betting([1.2, 1.5, 2, 3, 5, 9, 18, 40], [0.1, 0.15, 0.2, 0.2, 0.15, 0.1, 0.06, 0.04]);
  let pass = { errors: passing(), latency: passing() };
  const harms = { errors: harm(1.1, 0.0002, 2), latency: harm(1.1, 0.002, 2) };
  let stage = 0;
  let since = at;
  let missingFor = 0;
  for (;;) {
    at += tick;
    const weight = stages[stage] ?? 80;
    const minute = (at - startedAt) / 60_000;
    const gone = scenario.missing?.(minute);
    const requests = (share: number) => poisson(random, (rps * tick * share) / 1000);
    const [ofCanary, ofBaseline] = [requests(weight / 100), requests(1 - weight / 100)];
    const share = ofCanary + ofBaseline === 0 ? undefined : (100 * ofCanary) / (ofCanary + ofBaseline);
    const errors: Reading = {
      kind: 'counts',
      canary: pods('shop-canary', 2, ofCanary, total => [binomial(random, total, canary(minute))]),
      baseline: pods('shop', 4, ofBaseline, total => [binomial(random, total, baseline)]),
    };
    const slow = (factor: number) => (total: number) =>
      boundaries.map(limit => binomial(random, total, exceeding(limit, 0.16 * factor)));
    const latency: Reading = {
      kind: 'counts',
      canary: pods('shop-canary', 2, ofCanary, slow(slowdown)),
      baseline: pods('shop', 4, ofBaseline, slow(1)),
    };
    const row: Tick = {
      at,
      stage,
      weight,
      ...(share === undefined || gone !== undefined ? {} : { share: Math.round(share * 100) / 100 }),
      readings: gone === undefined ? { errors, latency } : { errors: gone, latency: gone },
    };
    if (gone === undefined) {
      for (const [name, reading] of [
        ['errors', errors],
        ['latency', latency],
      ] as const) {
        harms[name].add(totalsOf(reading));
        pass[name].add(totalsOf(reading));
      }
    }
    const evidence = evidenceOf(harms, pass);
    missingFor = gone === undefined ? 0 : missingFor + tick;
    const findings = () => findingsOf({ ...record, ticks: [...record.ticks, { ...row, evidence }] });
    const verdict = judge({ evidence, stage, at, since, missingFor, gone, findings });
    record = noteTick(record, row, evidence, verdict);
    if (verdict.verdict === 'continue') continue;
    if (verdict.verdict !== 'pass') return end(at, verdict);
    stage += 1;
    since = at + 400;
    if (stage === stages.length) return end(at, verdict);
    const phase = stage === stages.length - 1 ? 'baking' : 'stepping';
    record = noteMoment(record, {
      at: since,
      phase,
      step: stage,
      weight: stages[stage] ?? 80,
      reason: verdict.reason,
    });
    pass = { errors: passing(), latency: passing() };
  }
}

function begun({ onInconclusive = 'rollback' }: Scenario): DecisionRecord {
  const record = startRecord({
    at: startedAt,
    app: 'shop',
    environment: 'production',
    namespace: 'shop',
    workload: 'Deployment/shop',
    release: 42,
    baseline: 41,
    images: {
      shop: 'ghcr.io/acme/shop@sha256:9f2c41d0c1b6a7e85b7e5a6a4f6f3d3bb58b2d0f5f8a2c1e7d6b5a4938271605',
    },
    by: {
      run: 'run 4711 attempt 1 of acme/shop',
      actor: 'ada',
      repository: 'acme/shop',
      revision: '3b1f0c2d9e8a7b6c5d4e3f2a1b0c9d8e7f6a5b4c',
      url,
    },
    token: 57,
    doing: 'deploy',
    strategy: strategy(onInconclusive),
    gate,
  });
  const prepared = noteMoment(record, { at: startedAt + 1_200, phase: 'prepared', weight: 0 });
  return noteWatchdog(prepared, 'Job/slipway-shop-watchdog');
}

interface Looked {
  evidence: Evidence;
  stage: number;
  at: number;
  since: number;
  missingFor: number;
  gone: Reading | undefined;
  findings: () => RecordedFinding[];
}

function judge({ evidence, stage, at, since, missingFor, gone, findings }: Looked): Verdict {
  if (gone !== undefined && missingFor >= 5 * 60_000) {
    const missing = gone.kind as Missing;
    return { verdict: 'no-data', missing, reason: noData[missing] };
  }
  const bad = Object.entries(evidence.metrics).filter(([, { harm }]) => harm >= Math.log(50));
  if (evidence.harm >= Math.log(100)) {
    const metrics = bad.map(([name]) => name);
    const clauses = findings()
      .filter(({ name, boundary }) => metrics.includes(name) && boundary === undefined)
      .map(({ name, canary, baseline }) =>
        comparison({
          metric: name,
          logHarm: evidence.metrics[name]?.harm ?? 0,
          counts: {
            canaryBad: canary.bad,
            canary: canary.total,
            baselineBad: baseline.bad,
            baseline: baseline.total,
          },
        }),
      );
    return { verdict: 'fail', reason: clauses.join('; '), metrics };
  }
  if (at - startedAt >= deadline) {
    return { verdict: 'inconclusive', reason: 'the gate reached no conclusive verdict in time' };
  }
  if (stage === stages.length - 1) {
    if (at - since < 15 * 60_000 || evidence.harm >= Math.log(5)) return notYet;
    return { verdict: 'pass', reason: 'the bake is over without evidence of harm' };
  }
  const weakest = Math.min(...Object.values(evidence.metrics).map(each => each.pass));
  if (at - since < 60_000 || weakest < Math.log(20) || evidence.harm >= Math.log(5)) return notYet;
  return { verdict: 'pass', reason: 'every metric is shown to be within its margin' };
}

const notYet: Verdict = { verdict: 'continue', reason: 'not shown to be good yet' };
const noData: Record<Missing, string> = {
  idle: 'the canary got no requests for 5 min',
  absent: 'there were no series of the candidate for 5 min',
  provider: 'Prometheus did not answer for 5 min',
  'wrong-labels': 'the labels in the query do not lead to the candidate',
  stale: 'the newest sample is more than 5 min old',
};

function finish(before: DecisionRecord, at: number, verdict: Verdict, scenario: Scenario): DecisionRecord {
  let record = noteFindings(before, findingsOf(before));
  record = noteCalls(record, 112);
  const ready = (pod: string, track: 'canary' | 'baseline', node: string) => ({
    pod,
    track,
    node,
    zone: `${node.slice(-1)}`,
    ready: true,
    restarts: 0,
  });
  record = notePods(record, [
    ready('shop-canary-0', 'canary', 'node-a'),
    ready('shop-canary-1', 'canary', 'node-b'),
    ...['a', 'b', 'c', 'a'].map((zone, index) => ready(`shop-${index}`, 'baseline', `node-${zone}`)),
  ]);
  const { reason } = verdict;
  if (verdict.verdict === 'pass') {
    record = noteMoment(record, { at: at + 500, phase: 'promoting', weight: 100, reason });
    record = noteMoment(record, { at: at + 74_000, phase: 'watching', weight: 100 });
    record = noteMoment(record, { at: at + 674_000, phase: 'done', weight: 100 });
    return endRecord(record, { at: at + 674_000, state: 'promoted', reason, serves: 42, weight: 100 });
  }
  if (verdict.verdict === 'inconclusive' && scenario.onInconclusive === 'pause') {
    const weight = record.ticks.at(-1)?.weight ?? 0;
    return endRecord(record, { at, state: 'needs-action', reason, serves: 41, weight });
  }
  record = noteMoment(record, { at: at + 60, phase: 'rolling-back', weight: 0, reason });
  record = noteMoment(record, { at: at + 6_400, phase: 'rolled-back', weight: 0 });
  record = noteDuration(record, 'verdict to accepted write', 18);
  record = noteDuration(record, 'verdict to last byte of the candidate', 96);
  return endRecord(record, { at: at + 6_400, state: 'rolled-back', reason, serves: 41, weight: 0 });
}

/** Returns a record without an end, as `gate` leaves it. */
export function withoutEnd(record: DecisionRecord): DecisionRecord {
  const { end: _end, ...rest } = record;
  return { ...rest, timeline: rest.timeline.filter(({ phase }) => /prepared|stepping|baking/.test(phase)) };
}

function findingsOf({ ticks }: DecisionRecord): RecordedFinding[] {
  const finding = (name: string, index: number, boundary?: number): RecordedFinding => {
    const sum = (track: 'canary' | 'baseline') =>
      ticks.reduce(
        (all, { readings }) => {
          const reading = readings[name];
          if (reading?.kind !== 'counts') return all;
          const counts = reading[track];
          return {
            bad: all.bad + counts.reduce((bad, each) => bad + (each.bad[index] ?? 0), 0),
            total: all.total + counts.reduce((total, each) => total + each.total, 0),
          };
        },
        { bad: 0, total: 0 },
      );
    const [a, b] = [sum('canary'), sum('baseline')];
    const estimate = a.total === 0 || b.bad === 0 ? null : a.bad / a.total / (b.bad / b.total);
    const spread = Math.exp(2.6 * Math.sqrt(1 / Math.max(1, a.bad) + 1 / Math.max(1, b.bad)));
    const last = ticks.at(-1)?.evidence?.metrics[name];
    const failed = (last?.harm ?? 0) >= Math.log(50);
    return {
      name,
      ...(boundary === undefined ? {} : { boundary }),
      canary: a,
      baseline: b,
      ...(a.total === 0
        ? {}
        : {
            ratio: {
              estimate,
              low: estimate === null ? 0 : estimate / spread,
              high: estimate === null ? null : estimate * spread,
            },
          }),
      status:
        a.total === 0
          ? 'missing'
          : failed
            ? 'harmed'
            : estimate !== null && estimate * spread < 1.6
              ? 'passed'
              : 'open',
    };
  };
  return [finding('errors', 0), ...boundaries.map((boundary, index) => finding('latency', index, boundary))];
}

interface Totals {
  canaryBad: number;
  canary: number;
  baselineBad: number;
  baseline: number;
}

function totalsOf(reading: Reading): Totals {
  if (reading.kind !== 'counts') throw new Error('nothing to count');
  const sum = (list: PodCounts[], value: (each: PodCounts) => number) =>
    list.reduce((all, each) => all + value(each), 0);
  return {
    canaryBad: sum(reading.canary, each => each.bad[0] ?? 0),
    canary: sum(reading.canary, each => each.total),
    baselineBad: sum(reading.baseline, each => each.bad[0] ?? 0),
    baseline: sum(reading.baseline, each => each.total),
  };
}

/** The bets of gate.md, in short. */
const betting = (grid: number[], weights: number[]) => (ratio: number, points: number, cap: number) => {
  const logs = grid.map(() => 0);
  return {
    add({ canaryBad, canary, baselineBad, baseline }: Totals) {
      if (canary === 0 || baseline === 0) return;
      const r = canary / baseline;
      grid.forEach((g, index) => {
        const lb = Math.log1p(ratio * r) - Math.log1p(g * ratio * r);
        const la = Math.log(g) + lb;
        const bet = canaryBad * la + baselineBad * lb - canary * points * Math.expm1(la);
        logs[index] = (logs[index] ?? 0) + Math.min(bet / 1.2, cap);
      });
    },
    log() {
      const most = Math.max(...logs);
      const sum = logs.reduce((all, log, index) => all + (weights[index] ?? 0) * Math.exp(log - most), 0);
      return most + Math.log(sum / weights.reduce((all, each) => all + each, 0));
    },
  };
};

const passing = () =>
  betting([0.02, 0.2, 0.4, 0.55, 0.7, 0.85], [0.3, 0.15, 0.15, 0.15, 0.15, 0.1])(1.5, 0.005, 0.5);
type Bets = Record<'errors' | 'latency', { log(): number }>;

function evidenceOf(harms: Bets, pass: Bets): Evidence {
  const of = (name: 'errors' | 'latency') => ({ harm: harms[name].log(), pass: pass[name].log() });
  const metrics = { errors: of('errors'), latency: of('latency') };
  const harm = Math.log((Math.exp(metrics.errors.harm) + Math.exp(metrics.latency.harm)) / 2);
  return { harm, metrics };
}

function pods(name: string, count: number, total: number, bad: (total: number) => number[]): PodCounts[] {
  return Array.from({ length: count }, (_, index) => {
    const part = Math.floor((total * (index + 1)) / count) - Math.floor((total * index) / count);
    return { pod: `${name}-${index}`, total: part, bad: bad(part) };
  });
}

/** Returns the probability that a log-normal time of that median (spread 0.6) is above a limit. */
function exceeding(limit: number, median: number): number {
  const z = Math.log(limit / median) / 0.6;
  // A logistic curve is exact enough for a plot.
  return 1 / (1 + Math.exp(1.702 * z));
}

/** mulberry32. */
export function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function poisson(random: () => number, mean: number): number {
  if (mean === 0) return 0;
  if (mean > 30) return Math.max(0, Math.round(mean + Math.sqrt(mean) * normal(random)));
  let count = 0;
  for (let product = random(); product > Math.exp(-mean); product *= random()) count += 1;
  return count;
}

function binomial(random: () => number, total: number, share: number): number {
  return Math.min(total, poisson(random, total * share));
}

function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}
