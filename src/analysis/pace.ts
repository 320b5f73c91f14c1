import type { Pace } from './probe.ts';
import type { Outcome, Source } from './prometheus.ts';
import { type Matcher, narrowed } from './selector.ts';

/** Measures how these pods are scraped. A setting would be wrong sooner or later, and everything else hangs on it. */
export async function measurePace(
  source: Source,
  ours: readonly Matcher[],
  now: number,
): Promise<Outcome<Pace>> {
  const [ups, slowest] = await Promise.all([
    source.query(`${narrowed('up', ours)}[10m]`, now),
    source.query(`max(max_over_time(${narrowed('scrape_duration_seconds', ours)}[1h]))`, now),
  ]);
  if (!ups.ok) return ups;
  if (!slowest.ok) return slowest;
  const gaps = ups.value.flatMap(({ samples }) =>
    samples.slice(1).map(([at], i) => at - (samples[i]?.[0] ?? at)),
  );
  return { ok: true, value: paceOf(gaps, slowest.value[0]?.samples[0]?.[1]) };
}

/** What Prometheus itself has as its default is half of this. */
const presumed = 30_000;

/**
 * The pace of gaps between scrapes (ms) and of the slowest of them (seconds). Pure.
 *
 * A sample carries the time at which its scrape began, and is found once that has ended: no later than after one interval,
 * because a scrape may not take longer.
 */
export function paceOf(gaps: readonly number[], slowest = 0): Pace {
  const sorted = [...gaps].sort((a, b) => a - b);
  const median = sorted[Math.floor(sorted.length / 2)] ?? presumed;
  // Scrapes come at a few ms more or less.
  const interval = Math.max(1_000, Math.round(median / 1000) * 1000);
  const settle = Math.min(interval, Math.round(1_000 + 2_000 * slowest));
  return { interval, settle, lookback: Math.max(60_000, 8 * interval) };
}
