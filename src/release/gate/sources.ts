import { type MetricSource, prometheusOf } from '../../analysis/prometheus.ts';
import type { Cluster } from '../../cluster/port.ts';
import { storeOf } from '../../logs/store.ts';
import type { MetricSettings } from '../rollout/context.ts';

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
