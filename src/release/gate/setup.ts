import { forecast } from '../../analysis/forecast.ts';
import { readHistory } from '../../analysis/history.ts';
import type { GatePolicy } from '../../analysis/policy.ts';
import { preflightGate } from '../../analysis/preflight.ts';
import type { WatchedPod } from '../../analysis/probe.ts';
import { prometheusOf } from '../../analysis/prometheus.ts';
import { policyOf } from '../../analysis/resolve.ts';
import { settledUntil } from '../../analysis/sampling.ts';
import type { Pod } from '../../cluster/objects.ts';
import type { Cluster } from '../../cluster/port.ts';
import { pathOf, resources } from '../../cluster/resources.ts';
import type { Environment } from '../../config/types.ts';
import { UserError } from '../../toolkit/errors.ts';
import type { Gating } from '../store/gate-setup.ts';
import type { Workload } from '../workloads/kinds.ts';
import { nameOf } from '../workloads/naming.ts';
import { isReady, selectorOf } from '../workloads/pods.ts';

/** The state of the gate is an annotation, and the annotations of an object hold 256 KiB. */
const mostComparisons = 100;

/** How a candidate will be judged, and what that will take. */
export interface Judging {
  gating: Gating;
  warnings: string[];
}

/**
 * Sets the gate up by what serves today: asks every question once that it will ask, reads the hour before, and chooses the
 * strictest profile that the traffic can show in time. Nothing is written.
 * @param live the workload that serves.
 * @returns undefined when nothing is to be judged by metrics.
 * @throws UserError for a gate that could not judge: it asks the wrong question, or nobody answers.
 */
export async function prepareJudging(
  cluster: Cluster,
  environment: Environment,
  live: Workload | undefined,
  env: NodeJS.ProcessEnv,
): Promise<Judging | undefined> {
  const { gate, gateway, strategy, namespace, service, route } = environment;
  if (gate === undefined || strategy.kind === 'rolling' || service === undefined || live === undefined) {
    return undefined;
  }
  const source = prometheusOf(gate.prometheus, cluster, env);
  const pods = await servingPods(cluster, namespace, live);
  const sides = {
    namespace,
    stable: service,
    canary: nameOf.canary(service),
    ...(route === undefined ? {} : { route: route.name }),
  };
  const { problems, warnings, sampling } = await preflightGate(source, gate, sides, pods);
  const [problem] = problems;
  if (problem !== undefined) {
    throw new UserError(`the gate could not judge: ${problem}`, 'correct `gate` in slipway.yml');
  }
  const until = await settledUntil(source, sampling);
  const history = until.ok
    ? await readHistory(source, sampling, pods, { to: until.value, tick: gate.tick })
    : until;
  if (!history.ok) {
    throw new UserError(
      `the gate could not read the hour before: ${history.detail}`,
      'see that Prometheus answers',
    );
  }
  const { policy, sizing } = policyOf(gate, strategy, history.value, gateway.arrival);
  requireFits(policy);
  const said = forecast(policy, sizing);
  return { gating: { policy, sampling, said, state: null }, warnings };
}

/**
 * Pure.
 * @throws UserError when the state of the gate could become larger than an annotation may be.
 */
export function requireFits({ metrics }: Pick<GatePolicy, 'metrics'>): void {
  const comparisons = metrics.flatMap(({ series }) => series).length;
  if (comparisons > mostComparisons)
    throw new UserError(
      `the gate would make ${comparisons} comparisons, one for each metric and for each boundary of a histogram; at most ${mostComparisons} are possible`,
      'name fewer boundaries in `slow`, or remove metrics',
    );
}

async function servingPods(cluster: Cluster, namespace: string, live: Workload): Promise<WatchedPod[]> {
  const { items } = await cluster.list<Pod>(pathOf(resources.pod, namespace), {
    labelSelector: selectorOf(live),
  });
  return items
    .filter(pod => pod.metadata?.deletionTimestamp === undefined && isReady(pod))
    .map(({ metadata }) => ({
      name: metadata?.name ?? '',
      uid: metadata?.uid ?? '',
      track: 'baseline',
      started: Date.parse(metadata?.creationTimestamp ?? '') || 0,
    }));
}
