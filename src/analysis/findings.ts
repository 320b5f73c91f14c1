import { type Counts, logEvidence, logSum } from './eprocess.ts';
import type { GateState, MetricState, SeriesState } from './gate.ts';
import { grossOptions, harmOptions, limitOptions, passOptions } from './margins.ts';
import type { GatePolicy, MetricPolicy, SeriesPolicy } from './policy.ts';

/** What is known about one metric: for the verdict, and for reports (dry-run metrics included). */
export interface Finding {
  metric: string;
  dryRun: boolean;
  status: 'harmed' | 'suspect' | 'passed' | 'open' | 'missing';
  /** Natural logarithms of the evidence: of harm; of being good, the least of what is required; against the limits. */
  logHarm: number;
  logPass: number;
  logLimit: number;
  logWatch: number;
  passed: boolean;
  /** The share of this stage is above the plain limit. */
  overMax: boolean;
  /** There are no counts at present, for another reason than idleness. */
  unread: boolean;
  /** Ticks of this stage that were evidence. */
  counted: number;
  /** The series with the most evidence of harm: its boundary, and its counts of the whole rollout. */
  boundary?: number;
  counts: Counts;
  sentence: string;
  limitSentence: string;
}

export interface HarmTerms {
  all: { weight: number; log: number }[];
  /** The same without the pod of that index. */
  without(pod: number): { weight: number; log: number }[];
}

/** Part of the evidence that pods which still warm up may bring in. */
const grossPart = 0.1;

/** Each metric on its own. */
export function findingsOf(policy: GatePolicy, state: GateState): Finding[] {
  return policy.metrics.map(metric => {
    const now = state.metrics[metric.name];
    if (now === undefined) throw new Error(`the state knows no metric ${metric.name}`);
    return findingOf(policy, metric, now);
  });
}

/**
 * The evidence that any metric is harmed: a weighted sum of e-processes is one itself, so that the chance of a false alarm holds for the
 * rollout, however the metrics depend on each other.
 */
export function harmTerms(policy: GatePolicy, state: GateState): HarmTerms {
  const judged = policy.metrics.filter(metric => !metric.dryRun);
  const terms = (pick: (series: SeriesState) => SeriesState['harm']) =>
    judged.flatMap(metric => {
      const series = state.metrics[metric.name]?.series ?? [];
      const gross = metric.kind === 'ratio' ? grossPart : 0;
      return series.flatMap((each, index) => {
        const weight = metric.weight / series.length;
        const options = metric.series[index];
        if (options === undefined) return [];
        return [
          { weight: weight * (1 - gross), log: logHarm(options, pick(each)) },
          { weight: weight * gross, log: logGross(each) },
        ];
      });
    });
  return {
    all: terms(series => series.harm),
    without: pod => terms(series => series.without[pod] ?? series.harm),
  };
}

function findingOf(policy: GatePolicy, metric: MetricPolicy, now: MetricState): Finding {
  const harms = now.series.map((each, index) => seriesHarm(metric, index, each));
  const harm = logSum(harms.map(log => ({ weight: 1 / harms.length, log })));
  const worst = harms.indexOf(Math.max(...harms));
  const required = now.series.filter((_, index) => metric.series[index]?.required);
  const pass = Math.min(...required.map(each => logEvidence(plainPass, each.pass)));
  const counts = now.series[worst]?.total ?? { canaryBad: 0, canary: 0, baselineBad: 0, baseline: 0 };
  const boundary = metric.series[worst]?.boundary;
  const passed = pass >= -Math.log(policy.alpha.pass);
  const status = statusOf(policy, metric, now, harm, passed);
  const first = now.series[0]?.stage;
  return {
    metric: metric.name,
    dryRun: metric.dryRun,
    status,
    logHarm: harm,
    logPass: pass,
    logLimit: logLimit(now.series[0]?.limit),
    logWatch: logSum(now.series.map(each => ({ weight: 1 / now.series.length, log: logLimit(each.watch) }))),
    passed,
    overMax: metric.max !== undefined && first !== undefined && first.canaryBad > metric.max * first.canary,
    unread: now.gap !== undefined && now.gap.missing !== 'idle',
    counted: now.counted,
    ...(boundary === undefined ? {} : { boundary }),
    counts,
    sentence: sentenceOf(metric.name, counts, boundary, harm),
    limitSentence: limitSentenceOf(metric, now),
  };
}

function statusOf(
  policy: GatePolicy,
  metric: MetricPolicy,
  now: MetricState,
  harm: number,
  passed: boolean,
): Finding['status'] {
  // Naming a metric costs its own part of the chance of a false alarm.
  if (harm >= -Math.log(policy.alpha.harm * (metric.dryRun ? 1 : metric.weight))) return 'harmed';
  if (now.gap !== undefined) return 'missing';
  if (harm >= Math.log(policy.quiet)) return 'suspect';
  return passed ? 'passed' : 'open';
}

/** The evidence alone does not depend on margin, dispersion and cap: those went into the bets. */
const plain = { phi: 1, tau: 0, pods: 1 };
const plainHarm = harmOptions('ratio', plain, 2);
const plainPass = passOptions({ ratio: 1, points: 0 }, plain);
const plainGross = grossOptions(1, 2);
const plainLimit = limitOptions(0, 1, 2);

const logHarm = (_: SeriesPolicy, harm: SeriesState['harm']) => logEvidence(plainHarm, harm);
const logGross = (series: SeriesState) => logEvidence(plainGross, series.gross);
const logLimit = (limit: SeriesState['limit'] | undefined) =>
  limit === undefined ? 0 : logEvidence(plainLimit, limit);

function seriesHarm(metric: MetricPolicy, index: number, series: SeriesState): number {
  const options = metric.series[index];
  if (options === undefined) return 0;
  if (metric.kind !== 'ratio') return logHarm(options, series.harm);
  return logSum([
    { weight: 1 - grossPart, log: logHarm(options, series.harm) },
    { weight: grossPart, log: logGross(series) },
  ]);
}

function sentenceOf(name: string, counts: Counts, boundary: number | undefined, log: number): string {
  const what = boundary === undefined ? 'bad' : `slower than ${boundary} s`;
  const evidence = log > 13 ? 'beyond doubt' : `evidence ${Number(Math.exp(log).toPrecision(3))}`;
  return `${name}: ${share(counts.canaryBad, counts.canary)} of the candidate's requests are ${what}, ${share(counts.baselineBad, counts.baseline)} of the baseline's (${evidence})`;
}

function limitSentenceOf(metric: MetricPolicy, now: MetricState): string {
  const { canaryBad = 0, canary = 0 } = now.series[0]?.stage ?? {};
  const limit = metric.max ?? metric.series[0]?.watchLimit ?? 0;
  return `${metric.name}: ${share(canaryBad, canary)} of the candidate's requests are bad, the limit is ${share(limit, 1)}`;
}

const share = (bad: number, all: number) =>
  all === 0
    ? 'none'
    : `${Number(((bad / all) * 100).toPrecision(3))} % (of ${Math.round(all).toLocaleString('en')})`;
