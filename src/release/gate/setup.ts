import { forecast } from '../../analysis/forecast.ts';
import type { GateState } from '../../analysis/gate.ts';
import { readHistory } from '../../analysis/history.ts';
import type { GatePolicy } from '../../analysis/policy.ts';
import { preflightGate } from '../../analysis/preflight.ts';
import type { Sampling, WatchedPod } from '../../analysis/probe.ts';
import type { MetricSource } from '../../analysis/prometheus.ts';
import { policyOf, samplingOf } from '../../analysis/resolve.ts';
import { settledUntil } from '../../analysis/sampling.ts';
import type { Pod, Service } from '../../cluster/objects.ts';
import type { Cluster } from '../../cluster/port.ts';
import { pathOf, resources } from '../../cluster/resources.ts';
import { metricGateOf } from '../../config/gate.ts';
import type { Environment } from '../../config/types.ts';
import { UserError } from '../../toolkit/errors.ts';
import { selects } from '../../traffic/service-patches.ts';
import { templateOf, type Workload } from '../../workloads/kinds.ts';
import { nameOf } from '../../workloads/naming.ts';
import { isReady, selectorOf } from '../../workloads/pods.ts';
import type { DecisionStore } from '../decision-record/store.ts';
import type { GateRunner, RolloutContext } from '../rollout/context.ts';
import type { Informers } from '../rollout/informers.ts';
import type { RolloutSnapshot, RolloutSpec } from '../rollout/spec.ts';
import type { StateStore } from '../store/rollout-state.ts';
import { factsGate } from './facts.ts';
import { MetricGate } from './runner.ts';
import { metricSettingsOf, openSources } from './sources.ts';

/** The state of the gate is in an annotation, and the annotations of an object hold 256 KiB. */
const mostComparisons = 100;

/** How a candidate will be judged, and the warnings about that. */
export interface GateSetup {
  gating: StoredGate;
  warnings: string[];
}

/**
 * Sets the gate up from the live version: sends each of its queries once, reads the metrics of the hour before, and chooses the strictest
 * profile that the traffic can satisfy in time. Writes nothing.
 * @param live the live workload.
 * @param services of the namespace.
 * @returns undefined when the release is not judged by metrics.
 * @throws UserError for a gate that could not judge: a query is wrong, or Prometheus does not answer.
 */
export async function setUpGate(
  cluster: Cluster,
  environment: Environment,
  live: Workload | undefined,
  services: readonly Service[],
  env: NodeJS.ProcessEnv,
): Promise<GateSetup | undefined> {
  const { gateway, strategy, namespace, service, route } = environment;
  const gate = metricGateOf(environment);
  if (gate === undefined || strategy.kind === 'rolling' || service === undefined || live === undefined) {
    return undefined;
  }
  const source = openSources(metricSettingsOf(gate, environment), cluster, env);
  const pods = await servingPods(cluster, namespace, live);
  const podLabels = templateOf(live)?.metadata?.labels ?? {};
  const sides = {
    namespace,
    stable: service,
    canary: nameOf.canary(service),
    services: services.filter(each => selects(each, podLabels)).map(({ metadata }) => metadata?.name ?? ''),
    ...(route === undefined ? {} : { route: route.name }),
  };
  const { problems, warnings, sampling } = await preflightGate(source, gate, sides, pods);
  const [problem] = problems;
  if (problem !== undefined) {
    throw new UserError(
      `the gate cannot judge the candidate: ${problem}`,
      'fix what Prometheus or the log store reports, or correct `gate` in slipway.yml',
    );
  }
  const until = await settledUntil(source, sampling);
  const history = until.ok
    ? await readHistory(source, sampling, pods, { to: until.value, tick: gate.tick })
    : until;
  if (!history.ok) {
    throw new UserError(
      `the gate cannot read the metrics of the hour before: ${history.detail}`,
      'make sure that Prometheus answers, and the log store if a metric needs it',
    );
  }
  const { policy, sizing } = policyOf(gate, strategy, history.value, gateway.arrival);
  requireStateFits(policy);
  const said = forecast(policy, sizing);
  return { gating: { policy, sampling: samplingOf(policy, sampling), said, state: null }, warnings };
}

/**
 * Checks that the state of the gate fits into an annotation. Pure.
 * @throws UserError when it could become too large.
 */
export function requireStateFits({ metrics }: Pick<GatePolicy, 'metrics'>): void {
  const comparisons = metrics.flatMap(({ series }) => series).length;
  if (comparisons > mostComparisons)
    throw new UserError(
      `the gate would make ${comparisons} comparisons, one for each metric and each boundary of a histogram, and its state has room for ${mostComparisons}`,
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

export interface GateParts {
  source: MetricSource;
  store: Pick<StateStore, 'rollout' | 'change'>;
  informers: Pick<Informers, 'notify'>;
  decisions: Pick<DecisionStore, 'update' | 'save'>;
  gating: StoredGate;
  /** Whether the router has set the weight that the state asks for. */
  isSet(snapshot: RolloutSnapshot): boolean;
  /** Returns the percentage that the router really gives: a few pods cannot split traffic as finely as a weight. */
  shareOf(snapshot: RolloutSnapshot): number;
  report: (line: string) => void;
}

/** The setup and progress of the gate: kept in the state, so that another run can continue to judge. */
export interface StoredGate {
  policy: GatePolicy;
  sampling: Sampling;
  /** Sentences that were reported before the start: what the gate will need. */
  said: string[];
  /** Null until the first stage begins. */
  state: GateState | null;
}

/** The part of a rollout's context that the gate needs. */
type GateContext = Pick<RolloutContext, 'cluster' | 'spec' | 'sources'> &
  Pick<GateParts, 'decisions' | 'store' | 'informers'>;

/** Returns the gate of a run: with metrics or checks if one was set up, otherwise with facts alone. */
export async function startGate(
  run: GateContext,
  { env, report }: { env: NodeJS.ProcessEnv; report: (line: string) => void },
): Promise<GateRunner> {
  const { cluster, spec, decisions, store, sources, informers } = run;
  const gating = store.rollout.gate;
  if (sources !== undefined && 'checks' in sources) {
    // Loaded only when it is needed: most gates send no checks.
    const { checksGate } = await import('./checks.ts');
    return checksGate(run, sources.checks, report);
  }
  if (gating === undefined || sources === undefined)
    return factsGate(
      spec.watchMs,
      decisions,
      spec.strategy === 'canary' || gating !== undefined || sources !== undefined,
    );
  return new MetricGate({
    source: openSources(sources, cluster, env),
    store,
    informers,
    decisions,
    gating,
    isSet: snapshot =>
      snapshot.rollout.phase === 'watching' ||
      spec.router.setWeight(snapshot, snapshot.rollout.weight).length === 0,
    shareOf: snapshot => candidateShare(spec, snapshot),
    report,
  });
}

/**
 * Returns the candidate's share of the traffic, 0 to 100, as the route or the pods split it: 1 canary pod of 3 gives 33, even if the
 * weight is 5. During the watch it is the weight in the state, because the candidate has become the stable workload. Pure.
 */
export function candidateShare({ router }: Pick<RolloutSpec, 'router'>, snapshot: RolloutSnapshot): number {
  const { phase, weight } = snapshot.rollout;
  return phase === 'watching' ? weight : router.weight(snapshot);
}
