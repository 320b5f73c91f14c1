import { ownMatchers, type Probe, type Sampling, selectorsOf, type WatchedPod } from './probe.ts';
import type { MetricSource, Series } from './prometheus.ts';
import { matches, narrowed, parseSelector } from './selector.ts';
import type { Reading, Track } from './tick.ts';

/** Finds out why a track has no counts. It sends additional queries, so it runs only when counts are missing. */
export async function explainAbsence(
  source: MetricSource,
  { namespace }: Pick<Sampling, 'namespace'>,
  probe: Probe,
  pods: readonly WatchedPod[],
  track: Track,
  at: number,
): Promise<Reading> {
  const selector = selectorsOf(probe)[0] ?? '';
  const own = ownMatchers(
    namespace,
    pods.filter(pod => pod.track === track),
  );
  const absent: Reading = { kind: 'absent', track };
  if (!pods.some(pod => pod.track === track)) return absent;

  const last = await source.query(`max(max_over_time(timestamp(${narrowed(selector, own)})[1h:30s]))`, at);
  if (!last.ok) return { kind: 'provider', detail: last.detail };
  const seen = last.value[0]?.samples[0]?.[1];
  if (seen !== undefined) return { kind: 'stale', seconds: Math.round(at / 1000 - seen) };

  const { name } = parseSelector(selector) ?? { name: selector };
  const bare = await source.query(`topk(5, ${narrowed(name, own)})`, at);
  if (!bare.ok) return { kind: 'provider', detail: bare.detail };
  if (bare.value.length > 0) {
    return { kind: 'wrong-labels', detail: excluded(probe, bare.value, `the ${track}`) };
  }

  const any = await source.query(`topk(5, ${narrowed(selector, ownMatchers(namespace, pods))})`, at);
  if (!any.ok) return { kind: 'provider', detail: any.detail };
  if (any.value.length > 0) return absent;
  const others = await source.query(`topk(5, ${selector})`, at);
  if (!others.ok) return { kind: 'provider', detail: others.detail };
  const [stranger] = others.value;
  return stranger === undefined ? absent : { kind: 'wrong-labels', detail: foreign(probe, stranger) };
}

/** Returns the selector as written in slipway.yml. */
export function written(probe: Probe): string {
  return probe.kind === 'histogram' ? probe.series : probe.total;
}

/** Explains why a selector excludes series with its name. Pure. */
export function excluded(probe: Probe, there: readonly Series[], whose: string): string {
  const matchers = parseSelector(written(probe))?.matchers ?? [];
  const guilty = matchers.find(matcher => there.every(({ labels }) => !matches(matcher, labels)));
  const have =
    guilty === undefined
      ? 'other labels'
      : [...new Set(there.map(({ labels }) => labelText(guilty.label, labels)))].join(', ');
  return `${written(probe)} excludes ${whose}, whose series have ${have}`;
}

function labelText(label: string, labels: Series['labels']): string {
  const value = labels[label];
  return value === undefined ? `no label ${label}` : `${label}="${value}"`;
}

/** Explains why series with the right name cannot be attributed to our pods. Pure. */
export function foreign(probe: Probe, { labels }: Series): string {
  const lacking = ['namespace', 'pod'].filter(label => !labels[label]);
  if (lacking.length === 0) {
    return `${written(probe)} selects only other pods, such as ${labels.pod} in namespace ${labels.namespace}`;
  }
  const others = Object.keys(labels).filter(label => label !== '__name__');
  return `the series of ${written(probe)} have no label ${lacking.join(' and no label ')}, which identifies pods; they have ${others.join(', ')}`;
}
