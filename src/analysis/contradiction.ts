import { boundOf, type Probe, podOf, type WatchedPod } from './probe.ts';
import type { Series } from './prometheus.ts';
import type { PodCounts, Track } from './tick.ts';
import type { Window } from './window.ts';

/** Labels about the scrape, not about the target. */
const scraperLabels = new Set([
  'job',
  'endpoint',
  'service',
  'prometheus',
  'prometheus_replica',
  'replica',
  '__replica__',
  'receive',
]);

/** Returns why existing series cannot be counted, one sentence each without a full stop. Pure. */
export function contradictions(
  { series }: Pick<Window, 'series'>,
  probe: Probe,
  pods: readonly WatchedPod[],
  counts: Record<Track, PodCounts[]> = { canary: [], baseline: [] },
): string[] {
  const requests = series[0] ?? [];
  const more = [...counts.canary, ...counts.baseline].find(({ total, bad }) =>
    bad.some(each => each > total),
  );
  return [
    duplicate(requests),
    more &&
      `${probe.name}: pod ${more.pod} counted ${Math.max(...more.bad)} bad requests of ${more.total}; \`bad\` must select a part of \`total\``,
    probe.kind === 'histogram' ? lackingBucket(requests, probe, pods) : undefined,
  ].filter(each => each !== undefined);
}

/** A counter that is scraped twice counts every request twice, so that the evidence would look twice as strong. */
function duplicate(series: readonly Series[]): string | undefined {
  const seen = new Map<string, Series>();
  for (const each of series) {
    const own = Object.entries(each.labels).filter(([label]) => !scraperLabels.has(label));
    const key = JSON.stringify(own.sort(([a], [b]) => (a < b ? -1 : 1)));
    const other = seen.get(key);
    if (other === undefined) {
      seen.set(key, each);
      continue;
    }
    const label = [...scraperLabels].find(name => other.labels[name] !== each.labels[name]) ?? 'job';
    return `the series of pod ${each.labels.pod} exist twice, with ${label}="${other.labels[label] ?? ''}" and ${label}="${each.labels[label] ?? ''}"; select one of them`;
  }
  return undefined;
}

/** A version with other buckets would seem to have only slow requests. */
function lackingBucket(
  series: readonly Series[],
  probe: Extract<Probe, { kind: 'histogram' }>,
  pods: readonly WatchedPod[],
): string | undefined {
  const byPod = Map.groupBy(series, ({ labels }) => podOf(labels, pods)?.name);
  for (const [pod, own] of byPod) {
    const bounds = new Set(own.map(({ labels }) => boundOf(labels)));
    const lacking = probe.boundaries.find(bound => !bounds.has(bound));
    if (pod !== undefined && lacking !== undefined)
      return `${probe.name}: pod ${pod} has no bucket of ${lacking} s`;
  }
  return undefined;
}
