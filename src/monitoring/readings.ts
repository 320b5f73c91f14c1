import type { MetricSource, Sample, Series } from '../analysis/prometheus.ts';
import { matching, narrowed } from '../analysis/selector.ts';
import {
  type BeforeAndAfter,
  compare,
  compareCpu,
  fewestSamples,
  type SignalComparison,
} from './comparison.ts';
import { checkAlert } from './rules/alert-check.ts';
import { budgetLeft, indicatorsOf } from './rules/burn-rate.ts';
import { standbyPromises } from './rules/recovery.ts';
import { rulesLoaded } from './rules/rule.ts';
import { labelsOfBad, podsWithCpu, signalsOf } from './signals.ts';
import {
  exporterNames,
  type MonitoringSubject,
  ownNamespace,
  ownSelector,
  podMatchers,
  sourceJob,
} from './subject.ts';

/** Reads from Prometheus how an application is. Every query is on the raw series but that of the error budget. */

/** Two spans of time to compare, in ms since 1970: before a release began, and since it received all traffic. */
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
  /** Bad requests since the release; undefined if they could not be counted. */
  readonly bad: number | undefined;
  /** Share of the error budget that is left; undefined if Prometheus does not record it. */
  readonly budget: number | undefined;
}

interface TargetReading {
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
  /** Whether one of its name, and of its objective, fired when the rollout began: with a label such as `pod` each release makes a new one. */
  readonly firedBefore: boolean;
  /** Whether a scrape has brought it, and no rule: any pod can export a metric with the name of an alert. */
  readonly scraped: boolean;
}

/** Whether a rule made an alert after a rollout began, and none like it before. Pure. @param began in ms since 1970. */
export const beganWith = ({ since, firedBefore, scraped }: FiringAlert, began: number): boolean =>
  !scraped && !firedBefore && since !== undefined && since >= began;

/** The standbys that are within a lag, of those that slipway.yml promises. */
export interface StandbyReading {
  /** ms. */
  readonly lag: number;
  readonly promised: number;
  /** Undefined if it could not be read. */
  readonly within: number | undefined;
}

export interface Readings {
  readonly comparisons: readonly SignalComparison[];
  readonly objectives: readonly ObjectiveReading[];
  readonly targets: readonly TargetReading[];
  readonly alerts: readonly FiringAlert[];
  /** Empty without an exporter of PostgreSQL in `sources`. */
  readonly standbys: readonly StandbyReading[];
  /** Whether Prometheus has loaded our rules: without them no alert can fire. */
  readonly hasRules: boolean;
  /** Labels by which `bad` selects requests, and that no request has. */
  readonly unknownLabels: readonly string[];
  /** Queries that failed, a sentence each. */
  readonly failures: readonly string[];
}

/** Milliseconds between two samples of a comparison. */
const step = 30_000;

/** Range of the rates: a longer one would mix the time after the release with the time before it. */
const range = '2m';
const rangeMs = 120_000;

/** A release that has been live for longer is not compared. Milliseconds. */
export const day = 24 * 3_600_000;

/** Reads everything. Never throws: what cannot be read is in `failures`. */
export async function readAll(
  source: MetricSource,
  subject: MonitoringSubject,
  spans: Spans,
): Promise<Readings> {
  const { query, failures } = asking(source);
  const at = spans.after.to;
  const [comparisons, objectives, targets, alerts, standbys, unknownLabels, rules] = await Promise.all([
    readSignals(query, subject, spans),
    readObjectives(query, subject, spans),
    readTargets(query, subject, at),
    readAlerts(query, subject, at, spans.before?.to),
    readStandbys(query, subject, at),
    readUnknownLabels(query, subject, at),
    query(ownSelector(rulesLoaded, subject), at),
  ]);
  const hasRules = rules.some(each => !isScraped(each));
  const read = { comparisons, objectives, targets, alerts, standbys, unknownLabels, hasRules };
  return { ...read, failures: [...failures] };
}

/** Milliseconds for one query with its retries. */
const patience = 15_000;

type Query = (promql: string, at: number) => Promise<Series[]>;

/** Returns a query that returns nothing when it fails, and the failures, a sentence each. */
export function asking(source: MetricSource): { query: Query; failures: ReadonlySet<string> } {
  const failures = new Set<string>();
  const query: Query = async (promql, at) => {
    const answer = await source.query(promql, at, patience);
    if (answer.ok) return answer.value;
    failures.add(answer.detail);
    return [];
  };
  return { query, failures };
}

const lastOf = (series: Series | undefined) => series?.samples.at(-1)?.[1];

const isScraped = ({ labels: { job, instance } }: Series) => job !== undefined || instance !== undefined;

async function readSignals(
  query: Query,
  subject: MonitoringSubject,
  { before, after }: Spans,
): Promise<SignalComparison[]> {
  const over = async (expr: string, span: Spans['before']): Promise<readonly Sample[]> => {
    // Earlier rates count requests of the rollout, and the start of pods.
    const length = span === undefined ? 0 : span.to - span.from - rangeMs;
    if (span === undefined || length < step) return [];
    const [series] = await query(`(${expr})[${length}ms:${step}ms]`, span.to);
    return series?.samples ?? [];
  };
  // After a bake of days, the time before is that of another time of day; an objective holds at all of them.
  const comparable = before !== undefined && after.to - before.to <= day ? before : undefined;
  // What the recent samples cover, of which a comparison takes the median.
  const span = after.to - after.from;
  const third = Math.round((span - rangeMs) / 3);
  const recent = Math.min(span, rangeMs + Math.max((fewestSamples - 1) * step, third));
  const measure = async (expr: string): Promise<BeforeAndAfter> => {
    const [was, is] = await Promise.all([over(expr, comparable), over(expr, after)]);
    return { before: was, after: is };
  };
  const reading = signalsOf(subject, range).map(async signal => {
    const [samples, shownBy] = await Promise.all([
      measure(signal.expr),
      signal.shownBy && query(signal.shownBy(`${recent}ms`), after.to),
    ]);
    return { signal, samples, shownBy: shownBy && (lastOf(shownBy[0]) ?? 0) };
  });
  const [pods, read] = await Promise.all([measure(podsWithCpu(subject, range)), Promise.all(reading)]);
  const requests = read.find(({ signal }) => signal.name === 'requests')?.samples;
  return read.map(({ signal, samples, shownBy }) =>
    signal.name === 'cpu'
      ? compareCpu(signal, samples, pods, requests)
      : compare(signal, samples.before, samples.after, shownBy),
  );
}

/** Returns the length of a span in ms: a shorter one has no rate. */
const lengthOf = ({ from, to }: Spans['after']): number => Math.max(step, to - from);

/** Reads how much of each objective was missed. Of a time before that another rollout has cut short, nothing is known. */
export function readObjectives(
  query: Query,
  subject: MonitoringSubject,
  { before, after }: Spans,
): Promise<ObjectiveReading[]> {
  const isKnown =
    before !== undefined && before.to - before.from >= Math.min(rangeMs, subject.settings.compare);
  return Promise.all(
    indicatorsOf(subject).map(async ({ objective, share, totalRate, badRate }): Promise<ObjectiveReading> => {
      const over = async (span: Spans['before']) => {
        if (span === undefined) return undefined;
        const range = `${lengthOf(span)}ms`;
        return lastOf((await query(`${badRate(range)} / (${totalRate(range)} > 0)`, span.to))[0]);
      };
      const length = lengthOf(after);
      const [was, is, [bad], [budget]] = await Promise.all([
        over(isKnown ? before : undefined),
        over(after),
        query(`${badRate(`${length}ms`)} * ${length / 1000}`, after.to),
        query(ownSelector(budgetLeft, subject, { objective }), after.to),
      ]);
      const shares = { allowed: 1 - share, before: was, after: is };
      return { objective, ...shares, bad: lastOf(bad), budget: lastOf(budget) };
    }),
  );
}

async function readTargets(query: Query, subject: MonitoringSubject, at: number): Promise<TargetReading[]> {
  const { namespace, workload } = subject;
  const selectors = {
    pods: narrowed('up', podMatchers(namespace, workload)),
    ...Object.fromEntries(
      exporterNames(subject).map(name => [name, `up{job="${sourceJob(subject, name)}"}`]),
    ),
  };
  return Promise.all(
    Object.entries(selectors).map(async ([name, selector]): Promise<TargetReading> => {
      // A pod that starts is not down yet, and one that has ended is not among the series of the moment.
      const best = `max_over_time(${selector}[4m])`;
      const known = `(${best} == 1 or ${best} == 0 and count_over_time(${selector}[4m]) >= 4)`;
      const series = await query(`${known} and ${selector}`, at);
      const isUp = (each: Series) => lastOf(each) === 1;
      const down = series
        .filter(each => !isUp(each))
        .map(({ labels }) => labels.pod ?? labels.instance ?? name);
      return { name, up: series.filter(isUp).length, down: down.sort() };
    }),
  );
}

async function readUnknownLabels(query: Query, subject: MonitoringSubject, at: number): Promise<string[]> {
  const read = labelsOfBad(subject).map(async ({ label, unknown }) => {
    const series = await query(unknown, at);
    return series.length === 0 ? [] : [label];
  });
  return (await Promise.all(read)).flat();
}

function readStandbys(
  query: Query,
  { namespace, recovery, settings }: MonitoringSubject,
  at: number,
): Promise<StandbyReading[]> {
  const promises =
    recovery === undefined || settings.sources.postgres === undefined
      ? []
      : standbyPromises(namespace, recovery);
  return Promise.all(
    promises.map(async ({ lag, count, within }) => {
      const [series] = await query(within, at);
      return { lag, promised: count, within: lastOf(series) };
    }),
  );
}

/**
 * Reads which alerts of an application are firing.
 * @param began when the rollout of the release began, in ms since 1970; undefined if it is not known.
 */
export async function readAlerts(
  query: Query,
  subject: MonitoringSubject,
  at: number,
  began: number | undefined,
): Promise<FiringAlert[]> {
  const { app, environment } = subject;
  const own = [
    matching('app', '=', app),
    matching('environment', '=', environment),
    matching('namespace', '=~', ownNamespace(subject)),
  ];
  const firingNow = narrowed('ALERTS', [...own, matching('alertstate', '=', 'firing')]);
  const [firing, since, earlier] = await Promise.all([
    query(firingNow, at),
    query(narrowed('ALERTS_FOR_STATE', own), at),
    began === undefined ? [] : query(firingNow, began),
  ]);
  const key = ({ labels: { __name__, alertstate, ...rest } }: Series) =>
    JSON.stringify(Object.entries(rest).sort());
  const kind = ({ labels: { alertname, objective } }: Series) => JSON.stringify([alertname, objective]);
  const begun = new Map(since.map(series => [key(series), lastOf(series)]));
  const old = new Set(earlier.filter(each => !isScraped(each)).map(kind));
  return firing.flatMap(series => {
    const { alertname: name = 'unnamed', severity = 'none' } = series.labels;
    // The alert of a check says nothing about the application.
    if (name === checkAlert) return [];
    const seconds = begun.get(key(series));
    const at = seconds === undefined ? undefined : seconds * 1000;
    return [{ name, severity, since: at, firedBefore: old.has(kind(series)), scraped: isScraped(series) }];
  });
}
