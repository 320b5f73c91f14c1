import { type MetricSource, prometheusOf } from '../../analysis/prometheus.ts';
import type { Cluster } from '../../cluster/port.ts';
import { bareChecks } from '../../config/plain-checks.ts';
import type { Check, Environment, Gate } from '../../config/types.ts';
import { storeOf } from '../../logs/store.ts';

/** What a gate reads: metrics, or answers to checks. The address of the metrics never comes from a record, because a run sends its credentials there. */
export type GateSources = MetricSettings | { readonly checks: readonly Check[] };

export interface MetricSettings {
  readonly prometheus: Gate['prometheus'];
  /** The log store, for metrics with `logs`. */
  readonly logs: NonNullable<Environment['monitoring']>['logs'] | undefined;
}

/** Returns what the gate of an environment reads; undefined without a gate. @param today as slipway.yml is now. Pure. */
export function gateSourcesOf({ gate, verify }: Environment, today: Environment): GateSources | undefined {
  if (gate === 'checks') return verify && { checks: bareChecks(verify.checks) };
  return gate && metricSettingsOf(gate, today);
}

/** Returns what a gate that compares metrics reads. Pure. */
export function metricSettingsOf({ prometheus }: Gate, { monitoring }: Environment): MetricSettings {
  return { prometheus, logs: monitoring?.logs };
}

/** Opens the sources of a gate: Prometheus, and the log store, which is asked only for metrics with `logs`. */
export function openSources(
  { prometheus, logs }: MetricSettings,
  cluster: Pick<Cluster, 'fetch'>,
  env: NodeJS.ProcessEnv,
): MetricSource {
  const source = prometheusOf(prometheus, cluster, env);
  if (logs === undefined) return source;
  return { ...source, lines: { count: storeOf(logs, cluster, env).count, maxDelay: logs['max-delay'] } };
}
