import type { QueryResult } from './ask.ts';
import type { ScrapePace } from './probe.ts';
import type { MetricSource, Series } from './prometheus.ts';
import { type Matcher, narrowed } from './selector.ts';

/**
 * Measures how often these pods are scraped, because everything else depends on it and a setting would become wrong over time.
 * @param counter selector to measure instead, where no series of `up` has the labels of the pods.
 * @returns undefined when nothing was scraped twice in the last ten minutes.
 */
export async function measurePace(
  source: MetricSource,
  ours: readonly Matcher[],
  counter: string,
  now: number,
): Promise<QueryResult<ScrapePace | undefined>> {
  const scrapes = (selector: string) => source.query(`${narrowed(selector, ours)}[10m]`, now);
  const [ups, slowest] = await Promise.all([
    scrapes('up'),
    source.query(`max(max_over_time(${narrowed('scrape_duration_seconds', ours)}[1h]))`, now),
  ]);
  if (!ups.ok) return ups;
  if (!slowest.ok) return slowest;
  const seen = ups.value.length > 0 ? ups : await scrapes(counter);
  if (!seen.ok) return seen;
  return { ok: true, value: paceOf(seen.value.flatMap(gapsOf), slowest.value[0]?.samples[0]?.[1]) };
}

function gapsOf({ samples }: Series): number[] {
  return samples.slice(1).map(([at], index) => at - (samples[index]?.[0] ?? at));
}

/**
 * Returns the pace from the gaps between scrapes (ms) and the duration of the slowest (seconds); undefined without a gap. Pure.
 *
 * A sample has the time at which its scrape started, and is found when the scrape has ended: after one interval at the latest, because a
 * scrape may not take longer.
 */
export function paceOf(gaps: readonly number[], slowest = 0): ScrapePace | undefined {
  const median = [...gaps].sort((a, b) => a - b)[Math.floor(gaps.length / 2)];
  if (median === undefined) return undefined;
  // The time between scrapes varies by a few ms.
  const interval = Math.max(1_000, Math.round(median / 1000) * 1000);
  const settle = Math.min(interval, Math.round(1_000 + 2_000 * slowest));
  return { interval, settle, lookback: lookbackOf(interval) };
}

/** Returns the assumed pace where it cannot be measured: every tick has one scrape, which is found after a whole interval. */
export function presumedPace(tick: number): ScrapePace {
  return { interval: tick, settle: tick, lookback: lookbackOf(tick) };
}

/** Allows seven missed scrapes in a row. */
function lookbackOf(interval: number): number {
  return Math.max(60_000, 8 * interval);
}
