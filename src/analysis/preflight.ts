import type { Gate, Metric } from '../config/types.ts';
import { written } from './absence.ts';
import { inspect } from './inspection.ts';
import { measurePace, presumedPace } from './pace.ts';
import { ownMatchers, type Probe, type Sampling, type WatchedPod } from './probe.ts';
import type { Source } from './prometheus.ts';
import { type Sides, shareProbeOf } from './share.ts';

/** What is known of a gate before anything is changed. Every sentence is without its full stop. */
export interface GatePreflight {
  /** What must be fixed first: a gate that asks the wrong question would pass anything. */
  problems: string[];
  /** What cannot be seen yet, or may be meant so. */
  warnings: string[];
  /** How the gate asks from now on; to be kept with the rollout. */
  sampling: Sampling;
}

/**
 * Asks everything once that the gate will ask, of the pods that serve today.
 * @param pods the baseline's, at least one.
 */
export async function preflightGate(
  source: Source,
  gate: Gate,
  sides: Sides,
  pods: readonly WatchedPod[],
): Promise<GatePreflight> {
  const { namespace } = sides;
  const problems: string[] = [];
  const warnings: string[] = [];
  const now = await source.now();
  if (!now.ok) problems.push(now.detail);
  const ours = ownMatchers(namespace, pods);
  const probes: Probe[] = [];
  for (const metric of gate.metrics) {
    const probe = probeOf(metric);
    if (!now.ok) {
      probes.push(probe);
      continue;
    }
    const seen = await inspect(source, probe, namespace, pods, now.value);
    probes.push(seen.probe);
    problems.push(...seen.problems.map(each => `metric ${metric.name}: ${each}`));
    warnings.push(...seen.warnings.map(each => `metric ${metric.name}: ${each}`));
  }
  const pace = now.ok ? await measurePace(source, ours, written(probes[0] as Probe), now.value) : undefined;
  if (pace?.ok === false) problems.push(pace.detail);
  const measured = pace?.ok === true ? pace.value : undefined;
  // A tick in which nothing was scraped says nothing, and would look as if nothing had happened.
  if (measured !== undefined && measured.interval > gate.tick) {
    const seconds = measured.interval / 1000;
    problems.push(`gate.tick: the pods are scraped every ${seconds} s; write \`tick: ${seconds}s\` or more`);
  }
  const share = shareProbeOf(gate.share, sides, probes);
  if (now.ok && share.kind === 'counters')
    problems.push(...(await inspectShare(source, share.total, share.candidate, gate.share)));
  const sampling: Sampling = {
    namespace,
    warmUp: gate['warm-up'],
    pace: measured ?? presumedPace(gate.tick),
    probes,
    share,
  };
  return { problems, warnings, sampling };
}

/** A metric as it is asked for; what its buckets are is not known yet. Pure. */
export function probeOf(metric: Metric): Probe {
  if ('total' in metric) {
    return { kind: 'ratio', name: metric.name, total: metric.total, bad: metric.bad };
  }
  const series = metric.histogram.replace(/^([a-zA-Z0-9_:]+)/, '$1_bucket');
  const boundaries = [...(metric.slow ?? [])].sort((a, b) => a - b);
  return { kind: 'histogram', name: metric.name, series, buckets: [], boundaries };
}

/** What a gateway must be told before its counters can be scraped. */
const scraped = {
  contour: 'at /stats/prometheus of Envoy,',
  traefik: 'that it runs with addServicesLabels,',
} as const;

/** A share that cannot be measured would hold the first step for ever. The candidate has none yet. */
async function inspectShare(
  source: Source,
  total: string,
  candidate: string,
  share: Gate['share'],
): Promise<string[]> {
  const remedy =
    share === 'contour' || share === 'traefik'
      ? `see that Prometheus scrapes it, ${scraped[share]} and that it has served this Service; or write \`share: application\``
      : 'correct it, or write `share: application`';
  for (const selector of typeof share === 'string' ? [total] : [total, candidate]) {
    const found = await source.query(`count(${selector})`);
    if (!found.ok) return [`gate.share: ${found.detail}`];
    if (selector === total && found.value.length === 0)
      return [`gate.share: there is no series ${selector}; ${remedy}`];
  }
  return [];
}
