import type { Gate, Metric } from '../config/types.ts';
import { written } from './absence.ts';
import { inspect, type SidesOfServices } from './inspection.ts';
import { measurePace, presumedPace } from './pace.ts';
import { ownMatchers, type Probe, type Sampling, type WatchedPod } from './probe.ts';
import type { MetricSource } from './prometheus.ts';
import { renamed } from './selector.ts';
import { shareProbeOf } from './share.ts';

/** The result of the checks of a gate before the first write. Sentences have no full stop. */
export interface GatePreflight {
  /** Problems that must be fixed first, because a gate with a wrong query would pass anything. */
  problems: string[];
  /** What cannot be checked yet, or may be intended. */
  warnings: string[];
  /** How the gate queries from now on; it must be kept with the rollout. */
  sampling: Sampling;
}

/**
 * Runs every query of the gate once, for the live pods.
 * @param pods the baseline's, at least one.
 */
export async function preflightGate(
  source: MetricSource,
  gate: Gate,
  sides: SidesOfServices,
  pods: readonly WatchedPod[],
): Promise<GatePreflight> {
  const { namespace } = sides;
  const delay = Math.ceil((source.lines?.maxDelay ?? 0) / gate.tick) * gate.tick;
  const problems: string[] = [];
  const warnings: string[] = [];
  const now = await source.now();
  if (!now.ok) problems.push(now.detail);
  const ours = ownMatchers(namespace, pods);
  const probes: Probe[] = [];
  for (const metric of gate.metrics) {
    const probe = probeOf(metric, { tick: gate.tick, delay });
    const unseen = { probe, problems: [], warnings: [] };
    const seen = now.ok ? await inspect(source, probe, sides, pods, now.value) : unseen;
    probes.push(seen.probe);
    problems.push(...seen.problems.map(each => `metric ${metric.name}: ${each}`));
    warnings.push(...seen.warnings.map(each => `metric ${metric.name}: ${each}`));
  }
  const pace = now.ok ? await measurePace(source, ours, written(probes[0] as Probe), now.value) : undefined;
  if (pace?.ok === false) problems.push(pace.detail);
  const measured = pace?.ok === true ? pace.value : undefined;
  // A tick without a scrape has no information, and would look as if there had been no requests.
  if (measured !== undefined && measured.interval > gate.tick) {
    const seconds = measured.interval / 1000;
    problems.push(`gate.tick: the pods are scraped every ${seconds} s; write \`tick: ${seconds}s\` or more`);
  }
  const share = shareProbeOf(gate.share, sides, probes);
  if (now.ok && share.kind === 'counters')
    problems.push(...(await inspectShare(source, share.total, share.candidate, gate.share)));
  const paced = measured ?? presumedPace(gate.tick);
  const readsLines = probes.some(({ kind }) => kind === 'logs');
  const sampling: Sampling = {
    namespace,
    warmUp: gate['warm-up'],
    // All metrics of a tick are read together, so every tick waits until its lines have been shipped.
    pace: readsLines ? { ...paced, settle: Math.max(paced.settle, delay) } : paced,
    probes,
    share,
  };
  return { problems, warnings, sampling };
}

/** Returns the probe of a metric, whose buckets are not known yet. Pure. */
export function probeOf(metric: Metric, timing: { tick: number; delay: number }): Probe {
  if ('bad' in metric) return { kind: 'ratio', name: metric.name, total: metric.total, bad: metric.bad };
  if ('logs' in metric)
    return { kind: 'logs', name: metric.name, total: metric.total, levels: metric.logs, ...timing };
  const series = renamed(metric.histogram, 'bucket');
  const boundaries = [...(metric.slow ?? [])].sort((a, b) => a - b);
  return { kind: 'histogram', name: metric.name, series, buckets: [], boundaries };
}

/** What a gateway needs so that its counters can be scraped. */
const scraped = {
  contour: 'at /stats/prometheus of Envoy,',
  traefik: 'that it runs with addServicesLabels,',
} as const;

/** Checks the counters of the share, because an unknown share would hold the first step indefinitely. The candidate has none yet. */
async function inspectShare(
  source: MetricSource,
  total: string,
  candidate: string,
  share: Gate['share'],
): Promise<string[]> {
  const remedy =
    share === 'contour' || share === 'traefik'
      ? `check that Prometheus scrapes it, ${scraped[share]} and that it has sent requests to this Service; or write \`share: application\``
      : 'correct it, or write `share: application`';
  for (const selector of typeof share === 'string' ? [total] : [total, candidate]) {
    const found = await source.query(`count(${selector})`);
    if (!found.ok) return [`gate.share: ${found.detail}`];
    if (selector === total && found.value.length === 0)
      return [`gate.share: there is no series ${selector}; ${remedy}`];
  }
  return [];
}
