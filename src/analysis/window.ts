import type { QueryResult } from './ask.ts';
import {
  beginsAfter,
  type Growth,
  growthsOf,
  type SampleContext,
  type ScrapeTarget,
  seriesKey,
  targetsOf,
  withEdges,
} from './counters.ts';
import type { ScrapePace, Span } from './probe.ts';
import type { MetricSource, Series } from './prometheus.ts';

/** A counter with its growths. */
export interface Counter {
  labels: Series['labels'];
  growths: Growth[];
}

/** The counters of some selectors over an interval. */
export interface Window {
  /** In the order of the selectors. */
  counters: Counter[][];
  targets: Map<string, ScrapeTarget>;
  /** The series as received, for checks of their labels. */
  series: Series[][];
  /** By pod: the time in ms after which its newest known line was written. Only of metrics whose bad ones are log lines. */
  newestLine?: ReadonlyMap<string, number> | undefined;
}

/** How far back the last value of a newly seen series is searched. */
const memory = '1d';

/** Milliseconds: how far back samples are read when a series reappears, because its process may have been restarted. */
const absence = 3_600_000;

/**
 * Reads raw samples of counters after `from - lookback`, not after `to`. For a span in the past, the result is always the same.
 * @param ups selector of `up` for the same targets; undefined when there is none.
 * @param birthOf when the process behind a series started, in ms since the epoch.
 */
export async function readWindow(
  source: MetricSource,
  selectors: readonly string[],
  ups: string | undefined,
  span: Pick<Span, 'from' | 'to'>,
  { lookback }: Pick<ScrapePace, 'lookback'>,
  birthOf?: (labels: Series['labels']) => number | undefined,
  patience?: number,
): Promise<QueryResult<Window>> {
  const start = span.from - lookback;
  const read = async (selector: string): Promise<QueryResult<Series[]>> => {
    const answer = await source.query(`${selector}[${span.to - start}ms]`, span.to, patience);
    return answer.ok ? { ok: true, value: answer.value.map(each => within(each, start, birthOf)) } : answer;
  };
  const asked = await Promise.all([...selectors, ...(ups === undefined ? [] : [ups])].map(read));
  const all = together(asked);
  if (!all.ok) return all;
  const series = all.value.slice(0, selectors.length);
  const targets = targetsOf(series.flat(), all.value.slice(selectors.length).flat(), birthOf);
  const known = { targets, start };
  const before = await recall(source, selectors, series, span.from, known, patience);
  if (!before.ok) return before;
  if (lookback < absence && areSeenAgain(series, before.value, span.from, known))
    return readWindow(source, selectors, ups, span, { lookback: absence }, birthOf, patience);
  const whole = withEdges(targets, series, start, before.value);
  const counters = series.map((list, index) => {
    const own: SampleContext = { targets: whole, start, before: before.value[index] ?? new Map() };
    return list.map(each => ({ labels: each.labels, growths: growthsOf(each, own) }));
  });
  return { ok: true, value: { counters, targets: whole, series } };
}

/** Whether a series reappears in the span after it existed before the window: a restart of its process in between was not read. */
function areSeenAgain(
  series: readonly Series[][],
  before: readonly ReadonlyMap<string, number>[],
  from: number,
  known: Omit<SampleContext, 'before'>,
): boolean {
  return series.some((list, index) =>
    list.some(each => beginsAfter(each, from, known) && before[index]?.has(seriesKey(each.labels)) === true),
  );
}

/** Drops samples at the start, which only Prometheus 2 returns, and samples of an earlier pod with the same name. */
function within(
  series: Series,
  start: number,
  birthOf?: (labels: Series['labels']) => number | undefined,
): Series {
  const from = Math.max(start, (birthOf?.(series.labels) ?? start) - 1);
  return { ...series, samples: series.samples.filter(([at]) => at > from) };
}

/**
 * Reads the last values before the window if any series starts in the span; most have none, because they are new. It reads them for all
 * series, because an older one may show that their process was restarted at the edge of the window.
 */
async function recall(
  source: MetricSource,
  selectors: readonly string[],
  series: readonly Series[][],
  from: number,
  known: Omit<SampleContext, 'before'>,
  patience?: number,
): Promise<QueryResult<Map<string, number>[]>> {
  if (!series.flat().some(each => beginsAfter(each, from, known)))
    return { ok: true, value: selectors.map(() => new Map()) };
  const asked = await Promise.all(
    selectors.map(selector => source.query(`last_over_time(${selector}[${memory}])`, known.start, patience)),
  );
  const all = together(asked);
  if (!all.ok) return all;
  const values = all.value.map(list =>
    list.flatMap(({ labels, samples }): [string, number][] => {
      const last = samples.at(-1);
      return last === undefined ? [] : [[seriesKey(labels), last[1]]];
    }),
  );
  return { ok: true, value: values.map(each => new Map(each)) };
}

/** Returns all values, or the first failure. */
export function together<Value>(outcomes: readonly QueryResult<Value>[]): QueryResult<Value[]> {
  const values: Value[] = [];
  for (const outcome of outcomes) {
    if (!outcome.ok) return outcome;
    values.push(outcome.value);
  }
  return { ok: true, value: values };
}
