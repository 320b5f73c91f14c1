import type { MetricSource, QueryResult, Sample, Series } from '../analysis/prometheus.ts';
import { narrowed } from '../analysis/selector.ts';
import { compare, perRequest, type SignalComparison } from './comparison.ts';
import { checkAlert } from './rules/alert-check.ts';
import { budgetLeft, indicatorsOf } from './rules/burn-rate.ts';
import { type Signal, signalsOf } from './signals.ts';
import { exporterNames, type MonitoringSubject, ownSelector, podMatchers, sourceJob } from './subject.ts';

/** Reads from Prometheus how an application is. It needs no recording rule: every query is on the raw series. */

/** Two spans of time to compare, in ms since 1970: before a release began, and since it has all traffic. */
export interface Spans {
  readonly before: { readonly from: number; readonly to: number } | undefined;
  readonly after: { readonly from: number; readonly to: number };
}

export interface ObjectiveReading {
  /** `availability` or `latency`. */
  readonly objective: string;
  /** From 0 to 1. */
  readonly allowed: number;
  /** Shares of bad requests; undefined without requests. */
  readonly before: number | undefined;
  readonly after: number | undefined;
  /** Share of the error budget that is left; undefined if Prometheus does not record it. */
  readonly budget: number | undefined;
}

export interface TargetReading {
  /** `pods`, or an exporter of `sources`. */
  readonly name: string;
  readonly up: number;
  /** Pods or instances whose scrapes failed for four minutes. */
  readonly down: readonly string[];
}

export interface FiringAlert {
  readonly name: string;
  readonly severity: string;
  /** Since when its expression holds, in ms since 1970; undefined if Prometheus does not say. */
  readonly since: number | undefined;
  /** Whether it has the labels of a scrape: any pod can export a metric with the name of an alert. */
  readonly scraped: boolean;
}

export interface Readings {
  readonly comparisons: readonly SignalComparison[];
  readonly objectives: readonly ObjectiveReading[];
  readonly targets: readonly TargetReading[];
  readonly alerts: readonly FiringAlert[];
  /** Queries that failed, a sentence each. */
  readonly failures: readonly string[];
}

/** Milliseconds between two samples of a comparison. */
const step = 30_000;

/** Range of the rates: a longer one would mix the time after the release with the time before it. */
const range = '2m';
const rangeMs = 120_000;

/** Reads everything. Never throws: what cannot be read is in `failures`. */
export async function readAll(
  source: MetricSource,
  subject: MonitoringSubject,
  spans: Spans,
): Promise<Readings> {
  const failures = new Set<string>();
  const query = collecting(source, failures);
  const [comparisons, objectives, targets, alerts] = await Promise.all([
    readSignals(query, subject, spans),
    readObjectives(query, subject, spans),
    readTargets(query, subject, spans.after.to),
    readAlerts(query, subject, spans.after.to),
  ]);
  return { comparisons, objectives, targets, alerts, failures: [...failures] };
}

/** Milliseconds for one query with its retries. */
const patience = 15_000;

type Query = (promql: string, at: number) => Promise<Series[]>;

/** Returns a query that returns nothing when it fails, and says so in `failures`. */
const collecting =
  (source: MetricSource, failures: Set<string>): Query =>
  async (promql, at) => {
    const answer: QueryResult<Series[]> = await source.query(promql, at, patience);
    if (answer.ok) return answer.value;
    failures.add(answer.detail);
    return [];
  };

/** Returns the alerts of an application that are firing now, or why they are not known. */
export async function firingAlerts(
  source: MetricSource,
  subject: MonitoringSubject,
): Promise<QueryResult<FiringAlert[]>> {
  const clock = await source.now();
  if (!clock.ok) return clock;
  const failures = new Set<string>();
  const value = await readAlerts(collecting(source, failures), subject, clock.value);
  const [detail] = failures;
  return detail === undefined ? { ok: true, value } : { ok: false, detail };
}

async function readSignals(
  query: Query,
  subject: MonitoringSubject,
  { before, after }: Spans,
): Promise<SignalComparison[]> {
  const signals = signalsOf(subject, range);
  const over = async ({ expr }: Signal, span: Spans['before']): Promise<readonly Sample[]> => {
    // Earlier rates count requests of the rollout, and the start of pods.
    const length = span === undefined ? 0 : span.to - span.from - rangeMs;
    if (span === undefined || length < step) return [];
    const [series] = await query(`(${expr})[${length}ms:${step}ms]`, span.to);
    return series?.samples ?? [];
  };
  const read = await Promise.all(
    signals.map(async signal => ({
      signal,
      samples: await Promise.all([over(signal, before), over(signal, after)]),
    })),
  );
  const traffic = read.find(({ signal }) => signal.name === 'requests')?.samples;
  return read.map(({ signal, samples: [was, is] }) =>
    signal.name === 'cpu' && traffic !== undefined
      ? compare(
          { ...signal, title: 'CPU per request per second' },
          perRequest(was, traffic[0]),
          perRequest(is, traffic[1]),
        )
      : compare(signal, was, is),
  );
}

/** Returns how much of each objective is missed, or why that is not known. */
export async function missedObjectives(
  source: MetricSource,
  subject: MonitoringSubject,
  spans: Spans,
): Promise<QueryResult<ObjectiveReading[]>> {
  const failures = new Set<string>();
  const value = await readObjectives(collecting(source, failures), subject, spans);
  const [detail] = failures;
  return detail === undefined ? { ok: true, value } : { ok: false, detail };
}

function readObjectives(
  query: Query,
  subject: MonitoringSubject,
  { before, after }: Spans,
): Promise<ObjectiveReading[]> {
  const first = (series: readonly Series[]) => series[0]?.samples.at(-1)?.[1];
  return Promise.all(
    indicatorsOf(subject).map(async ({ objective, share, total, badRate }): Promise<ObjectiveReading> => {
      const over = async (span: Spans['before']) => {
        if (span === undefined) return undefined;
        const range = `${Math.max(step, span.to - span.from)}ms`;
        return first(await query(`${badRate(range)} / (sum(rate(${total}[${range}])) > 0)`, span.to));
      };
      const [was, is, budget] = await Promise.all([
        over(before),
        over(after),
        query(ownSelector(budgetLeft, subject, { objective }), after.to),
      ]);
      return { objective, allowed: 1 - share, before: was, after: is, budget: first(budget) };
    }),
  );
}

async function readTargets(query: Query, subject: MonitoringSubject, at: number): Promise<TargetReading[]> {
  const { namespace, workload } = subject;
  const selectors: readonly (readonly [string, string])[] = [
    ['pods', narrowed('up', podMatchers(namespace, workload))],
    ...exporterNames(subject).map(name => [name, `up{job="${sourceJob(subject, name)}"}`] as const),
  ];
  return Promise.all(
    selectors.map(async ([name, selector]): Promise<TargetReading> => {
      // A pod that starts is not down yet, and one that has ended is not among the series of the moment.
      const best = `max_over_time(${selector}[4m])`;
      const known = `(${best} == 1 or ${best} == 0 and count_over_time(${selector}[4m]) >= 4)`;
      const series = await query(`${known} and ${selector}`, at);
      const isUp = ({ samples }: Series) => samples.at(-1)?.[1] === 1;
      const down = series
        .filter(each => !isUp(each))
        .map(({ labels }) => labels.pod ?? labels.instance ?? name);
      return { name, up: series.filter(isUp).length, down: down.sort() };
    }),
  );
}

async function readAlerts(query: Query, subject: MonitoringSubject, at: number): Promise<FiringAlert[]> {
  const [firing, since] = await Promise.all([
    query(ownSelector('ALERTS', subject, { alertstate: 'firing' }), at),
    query(ownSelector('ALERTS_FOR_STATE', subject), at),
  ]);
  const key = ({ labels: { __name__, alertstate, ...rest } }: Series) =>
    JSON.stringify(Object.entries(rest).sort());
  const begun = new Map(since.map(series => [key(series), series.samples.at(-1)?.[1]]));
  // The alert of a check says nothing about the application.
  const real = firing.filter(({ labels }) => labels.alertname !== checkAlert);
  return real.map(series => {
    const { alertname = 'unnamed', severity = 'none' } = series.labels;
    const seconds = begun.get(key(series));
    const { job, instance } = series.labels;
    const scraped = job !== undefined || instance !== undefined;
    return { name: alertname, severity, since: seconds === undefined ? undefined : seconds * 1000, scraped };
  });
}
