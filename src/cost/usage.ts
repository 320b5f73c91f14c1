import type { MetricSource, Sample } from '../analysis/prometheus.ts';
import { narrowed } from '../analysis/selector.ts';
import { podNames } from '../monitoring/owned.ts';
import { asking } from '../monitoring/readings.ts';
import { quantile } from '../toolkit/quantile.ts';
import type { WorkloadDemand } from './demand.ts';

/** Reads from Prometheus what the pods of workloads used, as kubelets measure it (cadvisor). */

/** Values of all pods of a workload together, one for each step; empty where Prometheus has none. */
export interface Usage {
  readonly cores: readonly Sample[];
  readonly gib: readonly Sample[];
  readonly pods: readonly Sample[];
  /** Requests per second. */
  readonly requests: readonly Sample[];
}

export const emptyUsage: Usage = { cores: [], gib: [], pods: [], requests: [] };

/** The time that is read, in ms since 1970, and the length of a step. */
export interface Period {
  readonly from: number;
  readonly to: number;
  readonly step: number;
}

/** The highest 5 % of fewer values is less than one of them. */
export const minSamples = 20;

/** Returns the last `window` milliseconds, in steps of five minutes or more, so that each series has at most 2,000 values. Pure. */
export const periodOf = (to: number, window: number): Period => ({
  from: to - window,
  to,
  step: Math.max(300_000, Math.ceil(window / 2000 / 60_000) * 60_000),
});

/** Returns the queries of a workload; each rate is over its whole step, so that no load is missed. Pure. */
export function usageQueries({ object, manifest }: WorkloadDemand, namespace: string, period: Period) {
  const pod = podNames[object.kind as keyof typeof podNames](manifest.name);
  const matchers = [
    { label: 'namespace', operator: '=', value: object.metadata?.namespace ?? namespace },
    { label: 'pod', operator: '=~', value: pod },
    { label: 'container', operator: '!~', value: '|POD' },
  ] as const;
  const memory = narrowed('container_memory_working_set_bytes', matchers);
  const processor = narrowed('container_cpu_usage_seconds_total', matchers);
  return {
    cores: over(`sum(rate(${processor}[${period.step}ms]))`, period),
    gib: over(`sum(${memory}) / 2^30`, period),
    pods: over(`count(count by (pod) (${memory}))`, period),
  };
}

const over = (expression: string, { from, to, step }: Period) => `(${expression})[${to - from}ms:${step}ms]`;

/**
 * Reads the usage of workloads, by their titles. Never throws: what cannot be read is in `failures`, a sentence each.
 * @param requests rate of the requests of the environment's workload, as PromQL.
 */
export async function readUsage(
  source: MetricSource,
  demands: readonly WorkloadDemand[],
  { namespace, workload, requests }: { namespace: string; workload: string; requests: string | undefined },
  period: Period,
): Promise<{ usage: Map<string, Usage>; failures: readonly string[] }> {
  const { query, failures } = asking(source);
  const samples = async (promql: string) => (await query(promql, period.to))[0]?.samples ?? [];
  const usage = new Map<string, Usage>();
  // One workload after the other: a long window is expensive for Prometheus.
  for (const each of demands) {
    const asked = usageQueries(each, namespace, period);
    const rate = each.title === workload ? requests : undefined;
    const [cores = [], gib = [], pods = []] = await Promise.all(
      [asked.cores, asked.gib, asked.pods].map(samples),
    );
    const served = rate === undefined ? [] : await samples(over(rate, period));
    usage.set(each.title, { cores, gib, pods, requests: served });
  }
  return { usage, failures: [...failures] };
}

/** Returns the part of the usage in a time. Pure. */
export function during({ cores, gib, pods }: Usage, from: number, to: number): Usage {
  const part = (samples: readonly Sample[]) => samples.filter(([at]) => at > from && at <= to);
  return { cores: part(cores), gib: part(gib), pods: part(pods), requests: [] };
}

/** Returns the 95th percentile; undefined of too few values. Pure. */
export function p95(samples: readonly Sample[]): number | undefined {
  const values = samples.map(([, value]) => value);
  return values.length < minSamples ? undefined : quantile(values, 0.95);
}

/** Returns the mean; undefined without values. Pure. */
export const meanOf = (samples: readonly Sample[]): number | undefined =>
  samples.length === 0 ? undefined : samples.reduce((sum, [, value]) => sum + value, 0) / samples.length;
