import type { Sample, Series } from './prometheus.ts';

/**
 * From raw samples of counters to what they grew by. `increase()` and `rate()` would lose all that a new series counted
 * before its first scrape, extrapolate to fractions, and overlap from look to look (prometheus/prometheus#3886, #12967).
 */

/** What a counter grew by from one look at it to the next. */
export interface Growth {
  /** When it was looked at before: what happened, happened after this and not after `at`. */
  since: number;
  at: number;
  by: number;
}

/** What is known of the process whose counters they are. All times in ms since the epoch. */
export interface Target {
  labels: Series['labels'];
  /** Every successful scrape, in order. */
  scrapes: readonly number[];
  /** Stretches in which it was restarted and its counters began at 0 again. */
  restarts: readonly { from: number; to: number }[];
  /** When it began to be, if that is known. */
  birth: number | undefined;
}

/** The labels that name a target: those of its scrape. */
const targetLabels = ['job', 'instance', 'namespace', 'pod', 'pod_uid'];

export function targetKey(labels: Series['labels']): string {
  return targetLabels.map(label => labels[label] ?? '').join('\n');
}

/**
 * The targets of these series, by `targetKey`. Pure.
 * @param ups series of `up`, which know the scrapes that found no series yet; without them the series themselves tell.
 */
export function targetsOf(
  series: readonly Series[],
  ups: readonly Series[],
  birthOf: (labels: Series['labels']) => number | undefined = () => undefined,
): Map<string, Target> {
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
      const target: Target = {
        labels,
        scrapes: scrapes.sort((a, b) => a - b),
        restarts: own.flatMap(restartsOf),
        birth: birthOf(labels),
      };
      return [key, target];
    }),
  );
}

/** A counter that falls was begun anew. */
function restartsOf({ samples }: Series): Target['restarts'] {
  return pairs(samples)
    .filter(([[, before], [, after]]) => after < before)
    .map(([[from], [to]]) => ({ from, to }));
}

/**
 * The targets with those restarts, too, that fell between what is known from before the samples and the first of them. Pure.
 * @param series by selector, for without its name a series of one may look like that of another.
 * @param start ms since the epoch; samples begin after it.
 * @param before by selector, the values that series had at `start`, by `seriesKey`.
 */
export function withEdges(
  targets: ReadonlyMap<string, Target>,
  series: readonly Series[][],
  start: number,
  before: readonly ReadonlyMap<string, number>[],
): Map<string, Target> {
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

/** What was read of counters: samples after `start`, and what is known of what was before it. */
export interface Known {
  targets: Map<string, Target>;
  /** ms since the epoch; samples begin after it. */
  start: number;
  /** The value that a series had before `start`, by `seriesKey`. */
  before: ReadonlyMap<string, number>;
}

/** A series among others of its time; a function in the query may have taken its name. */
export function seriesKey(labels: Series['labels']): string {
  const named = Object.entries(labels).filter(([label]) => label !== '__name__');
  return JSON.stringify(named.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/**
 * The growths of one series, oldest first; their sum is what was counted between the first sample and the last, and
 * before the first where it is known what the series began with. Pure.
 */
export function growthsOf({ labels, samples }: Series, known: Known): Growth[] {
  const [first] = samples;
  if (first === undefined) return [];
  const target = known.targets.get(targetKey(labels)) ?? unknownTarget;
  const origin = originOf(first, target, known, known.before.get(seriesKey(labels)));
  return pairs(origin === undefined ? samples : [origin, ...samples]).map(
    ([[since, before], [at, after]]) => {
      // A rare series may have passed its old value already, when others of the same process have fallen.
      const restarted = after < before || target.restarts.some(({ from, to }) => from >= since && to <= at);
      return { since, at, by: restarted ? after : after - before };
    },
  );
}

/**
 * What a series was before its first sample here. It surely was 0 when its pod was young and nothing was ever seen of it, or
 * when its process was scraped and the series was not there yet: one such scrape could be the edge of what was read, two are
 * none. A series whose past is not known counts from its first sample on, or a Prometheus that lost its data would add a
 * whole life's requests at once.
 */
function originOf(
  [first]: Sample,
  { scrapes, birth }: Target,
  { start }: Known,
  before: number | undefined,
): Sample | undefined {
  // After a gap, and of exporters that forget what stands still and then show it again with its old value.
  if (before !== undefined) return [start, before];
  const earlier = scrapes.filter(at => at > start && at < first);
  const last = earlier.at(-1);
  const young = birth !== undefined && birth <= first && birth > start - youth;
  if (young) return [Math.max(last ?? birth, birth), 0];
  return last !== undefined && earlier.length >= 2 ? [last, 0] : undefined;
}

/** Milliseconds in which a new pod is scraped for the first time, slow starts included. */
const youth = 600_000;

const unknownTarget: Target = { labels: {}, scrapes: [], restarts: [], birth: undefined };

/** Whether what a series was before must be asked for: it begins after `from`, and its process did not. Pure. */
export function beginsAfter(
  { labels, samples }: Series,
  from: number,
  { targets, start }: Omit<Known, 'before'>,
): boolean {
  const first = samples[0]?.[0];
  const { birth } = targets.get(targetKey(labels)) ?? unknownTarget;
  return first !== undefined && first > from && !(birth !== undefined && birth > start);
}

/** What grew in a stretch of time: after `from`, not after `to`, and nothing that may have happened before `since`. Pure. */
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
