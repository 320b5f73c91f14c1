import type { Sample, Series } from './prometheus.ts';

/**
 * Computes the growth of counters from raw samples. `increase()` and `rate()` would lose the counts of a new series before its first
 * scrape, extrapolate to fractions, and overlap between ticks (prometheus/prometheus#3886, #12967).
 */

/** The growth of a counter from one sample to the next. */
export interface Growth {
  /** The time of the sample before: the requests happened after this, and not after `at`. */
  since: number;
  at: number;
  by: number;
}

/** The process that has the counters. All times in ms since the epoch. */
export interface ScrapeTarget {
  labels: Series['labels'];
  /** Every successful scrape, in order. */
  scrapes: readonly number[];
  /** Intervals in which it was restarted, so that its counters restarted at 0. */
  restarts: readonly { from: number; to: number }[];
  /** When it started, if known. */
  birth: number | undefined;
}

/** The labels that identify a target: those of its scrape. */
const targetLabels = ['job', 'instance', 'namespace', 'pod', 'pod_uid'];

export function targetKey(labels: Series['labels']): string {
  return targetLabels.map(label => labels[label] ?? '').join('\n');
}

/**
 * Returns the targets of these series, by `targetKey`. Pure.
 * @param ups series of `up`, which include the scrapes before the series existed; without them the series show the scrapes.
 */
export function targetsOf(
  series: readonly Series[],
  ups: readonly Series[],
  birthOf: (labels: Series['labels']) => number | undefined = () => undefined,
): Map<string, ScrapeTarget> {
  const members = Map.groupBy(series, ({ labels }) => targetKey(labels));
  const scraped = new Map(ups.map(up => [targetKey(up.labels), up]));
  const keys = [...new Set([...members.keys(), ...scraped.keys()])];
  return new Map(
    keys.map(key => {
      const own = members.get(key) ?? [];
      const up = scraped.get(key);
      const labels = (own[0] ?? up)?.labels ?? {};
      const known = (up?.samples ?? []).filter(([, value]) => value === 1).map(([at]) => at);
      const scrapes =
        known.length > 0 ? known : [...new Set(own.flatMap(({ samples }) => samples.map(([at]) => at)))];
      const target: ScrapeTarget = {
        labels,
        scrapes: scrapes.sort((a, b) => a - b),
        restarts: own.flatMap(restartsOf),
        birth: birthOf(labels),
      };
      return [key, target];
    }),
  );
}

/** A counter that falls was restarted. */
function restartsOf({ samples }: Series): ScrapeTarget['restarts'] {
  return pairs(samples)
    .filter(([[, before], [, after]]) => after < before)
    .map(([[from], [to]]) => ({ from, to }));
}

/**
 * Adds restarts to the targets that happened between the value before the samples and the first sample. Pure.
 * @param series by selector, because without their names, series of two selectors may have equal labels.
 * @param start ms since the epoch; samples start after it.
 * @param before by selector, the values of the series at `start`, by `seriesKey`.
 */
export function withEdges(
  targets: ReadonlyMap<string, ScrapeTarget>,
  series: readonly Series[][],
  start: number,
  before: readonly ReadonlyMap<string, number>[],
): Map<string, ScrapeTarget> {
  const fallen = series.flatMap((list, index) =>
    list.flatMap(({ labels, samples: [first] }) => {
      const was = before[index]?.get(seriesKey(labels));
      const fell = first !== undefined && was !== undefined && first[1] < was;
      return fell ? [{ key: targetKey(labels), from: start, to: first[0] }] : [];
    }),
  );
  const byTarget = Map.groupBy(fallen, ({ key }) => key);
  return new Map(
    [...targets].map(([key, target]) => {
      const edges = byTarget.get(key) ?? [];
      return [key, { ...target, restarts: [...edges, ...target.restarts] }];
    }),
  );
}

/** The context of samples after `start`: their targets, and the values before it. */
export interface SampleContext {
  targets: Map<string, ScrapeTarget>;
  /** ms since the epoch; samples start after it. */
  start: number;
  /** The value of a series before `start`, by `seriesKey`. */
  before: ReadonlyMap<string, number>;
}

/** Identifies a series among others of the same time without its name, because a function in the query may have removed it. */
export function seriesKey(labels: Series['labels']): string {
  const named = Object.entries(labels).filter(([label]) => label !== '__name__');
  return JSON.stringify(named.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/**
 * Returns the growths of one series, oldest first. Their sum is the count between the first and the last sample, and before the first
 * where the value at the start of the series is known. Pure.
 */
export function growthsOf({ labels, samples }: Series, known: SampleContext): Growth[] {
  const [first] = samples;
  if (first === undefined) return [];
  const target = known.targets.get(targetKey(labels)) ?? unknownTarget;
  const origin = originOf(first, target, known, known.before.get(seriesKey(labels)));
  return pairs(origin === undefined ? samples : [origin, ...samples]).map(
    ([[since, before], [at, after]]) => {
      // A series may have grown beyond its old value already, while other series of the restarted process fell.
      const restarted = after < before || target.restarts.some(({ from, to }) => from >= since && to <= at);
      return { since, at, by: restarted ? after : after - before };
    },
  );
}

/**
 * Returns the value of a series before its first sample. It is certainly 0 when its pod was young and the series unknown, or when its
 * process was scraped without it; one such scrape may be at the edge of the window, so it takes two. A series with an unknown past counts
 * from its first sample, because a Prometheus that has lost its data would otherwise add the requests of a whole lifetime at once.
 */
function originOf(
  [first]: Sample,
  { scrapes, birth }: ScrapeTarget,
  { start }: SampleContext,
  before: number | undefined,
): Sample | undefined {
  // After a gap, and for exporters that drop an idle series and later show it again with its old value.
  if (before !== undefined) return [start, before];
  const earlier = scrapes.filter(at => at > start && at < first);
  const last = earlier.at(-1);
  const young = birth !== undefined && birth <= first && birth > start - youth;
  if (young) return [Math.max(last ?? birth, birth), 0];
  return last !== undefined && earlier.length >= 2 ? [last, 0] : undefined;
}

/** Milliseconds until the first scrape of a new pod, slow starts included. */
const youth = 600_000;

const unknownTarget: ScrapeTarget = { labels: {}, scrapes: [], restarts: [], birth: undefined };

/** Whether the earlier value of a series must be queried: it starts after `from`, but its process did not. Pure. */
export function beginsAfter(
  { labels, samples }: Series,
  from: number,
  { targets, start }: Omit<SampleContext, 'before'>,
): boolean {
  const first = samples[0]?.[0];
  const { birth } = targets.get(targetKey(labels)) ?? unknownTarget;
  return first !== undefined && first > from && !(birth !== undefined && birth > start);
}

/** Returns the growth in an interval: after `from`, not after `to`, without requests that may have happened before `since`. Pure. */
export function grownIn(
  growths: readonly Growth[],
  from: number,
  to: number,
  since = Number.NEGATIVE_INFINITY,
): number {
  return growths.reduce(
    (sum, growth) => (growth.at > from && growth.at <= to && growth.since >= since ? sum + growth.by : sum),
    0,
  );
}

function pairs<Item>(items: readonly Item[]): [Item, Item][] {
  return items.slice(1).map((item, index) => [items[index] as Item, item]);
}
