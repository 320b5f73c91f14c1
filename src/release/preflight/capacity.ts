import { hasLabels } from '../../cluster/labels.ts';
import type { Node, PodSpec, ResourceQuota } from '../../cluster/objects.ts';
import type { Environment } from '../../config/types.ts';
import { counted } from '../../toolkit/count.ts';
import { UserError } from '../../toolkit/errors.ts';
import { needOf } from '../../traffic/router.ts';
import { promotionWeight, routerKind, weightsOf } from '../../traffic/routers.ts';
import { pods as podsFor } from '../../traffic/service-routers.ts';
import { workloadIn } from '../../workloads/candidate.ts';
import { kindOf, replicasOf, titleOf, type Workload } from '../../workloads/kinds.ts';
import { eligibleNodes, podNeed, quantity } from '../../workloads/pod-resources.ts';
import { limitsOf, type UpdateLimits } from '../../workloads/update-limits.ts';
import type { LiveState } from './live-state.ts';
import type { DeployRequest } from './release-objects.ts';

/** Returns the limits of a release. @returns undefined for a new DaemonSet: its number of nodes is not known yet. */
export function limitsFor(
  { environment, manifests }: Pick<DeployRequest, 'environment' | 'manifests'>,
  liveState: LiveState,
): UpdateLimits | undefined {
  const workload = workloadIn(manifests, environment);
  const living = liveState.liveWorkload && replicasOf(liveState.liveWorkload);
  if (workload.kind === 'DaemonSet' && living === undefined) return undefined;
  const written = workload.spec?.replicas ?? living ?? 1;
  return limitsOf(workload, liveState.autoscaler === undefined ? written : (living ?? written));
}

/**
 * Returns the pods that a rolling update runs beyond the current ones: the surge, and growth in replicas.
 * @param nodes of the cluster: a new DaemonSet gets a pod on each eligible node.
 */
export function extraPods(next: Workload, live: Workload | undefined, nodes: readonly Node[] = []): number {
  const kind = kindOf(next);
  if (kind === 'CronJob') return 0;
  if (kind === 'DaemonSet')
    return live === undefined ? eligibleNodes(nodes, next).length : limitsOf(next, replicasOf(live)).maxSurge;
  const replicas = next.spec?.replicas ?? live?.spec?.replicas ?? 1;
  // A first release has no old pods beside which to surge.
  if (live === undefined) return replicas;
  return Math.max(0, limitsOf(next, replicas).peak - (live.status?.replicas ?? 0));
}

/** Returns the same for a promotion in place: the canary has only the pods for its highest weight, beside the surge. */
export function extraPodsInPlace(environment: Environment, next: Workload, live: Workload): number {
  return mostCanaryPods(environment, live.spec?.replicas ?? 1) + extraPods(next, live);
}

/** Returns the pods of the canary at its highest weight, which it keeps. Pure. */
export function mostCanaryPods(environment: Environment, capacity: number): number {
  return Math.max(0, ...weightsOf(environment).map(weight => canaryPods(environment, weight, capacity)));
}

/**
 * Returns why a promotion in place would leave too few pods: while the workload rolls, its remaining pods have the traffic that the
 * canary does not have. Undefined when they are enough.
 */
export function inPlaceProblem(
  environment: Environment,
  next: Workload,
  live: Workload,
): UserError | undefined {
  const weight = promotionWeight(environment.strategy);
  if (weight === 100) return undefined;
  const name = titleOf(environment.workload);
  if (next.spec?.strategy?.type === 'Recreate') {
    return new UserError(
      `the pods of ${name} are replaced all at once (Recreate), so a promotion in place would leave no pod for their part of the traffic`,
      'set `type: RollingUpdate` in its manifest, or use `promotion: surge`',
    );
  }
  const capacity = live.spec?.replicas ?? 1;
  const replicas = next.spec?.replicas ?? capacity;
  const kept = Math.min(capacity, replicas) - limitsOf(next, replicas).maxUnavailable;
  const need =
    routerKind(environment) === 'replicas'
      ? capacity - canaryPods(environment, weight, capacity)
      : needOf(100 - weight, capacity);
  if (kept >= need) return undefined;
  return new UserError(
    `a promotion in place would leave ${counted(Math.max(0, kept), 'pod')} of ${name} while it rolls, but its part of the traffic needs ${need}`,
    'lower maxUnavailable, raise the weight of the bake, or use `promotion: surge`',
  );
}

/** Returns the pods of the canary at a weight, as the router requests them. */
function canaryPods(environment: Environment, weight: number, capacity: number): number {
  return routerKind(environment) === 'replicas' ? podsFor(weight, capacity).canary : needOf(weight, capacity);
}

/**
 * Returns a sentence for every ResourceQuota that the peak of a rollout would exceed. Pure.
 * @param parts of the release, each with its pods beyond the current ones.
 */
export function quotaShortfalls(
  quotas: ResourceQuota[],
  parts: readonly { spec: PodSpec | undefined; pods: number }[],
): string[] {
  const pods = parts.reduce((all, part) => all + part.pods, 0);
  if (pods <= 0) return [];
  const needs = new Map<string, number>([
    ['pods', pods],
    ['count/pods', pods],
  ]);
  const needed = (side: 'requests' | 'limits', resource: string) =>
    parts.reduce((all, part) => all + podNeed(part.spec, side, resource) * part.pods, 0);
  for (const resource of ['cpu', 'memory']) {
    const requests = needed('requests', resource);
    needs.set(`requests.${resource}`, requests);
    needs.set(resource, requests);
    needs.set(`limits.${resource}`, needed('limits', resource));
  }
  // A quota with scopes counts only some pods; the API server decides about ours when they are created.
  const plain = quotas.filter(({ spec }) => spec?.scopes === undefined && spec?.scopeSelector === undefined);
  return plain.flatMap(quota =>
    Object.entries(quota.status?.hard ?? {}).flatMap(([name, hard]) => {
      const need = needs.get(name) ?? 0;
      const used = quota.status?.used?.[name] ?? '0';
      if (need === 0 || quantity(used) + need <= quantity(hard) * (1 + 1e-9)) return [];
      return [
        `ResourceQuota/${quota.metadata?.name} allows ${name} up to ${hard} (${used} in use), but the rollout needs ${show(name, need)} more at its peak (${counted(pods, 'more pod')})`,
      ];
    }),
  );
}

/**
 * Returns sentences for what the nodes certainly cannot hold: pods that may not share a node, and requests above the total of all
 * nodes. Ignores other pods, because to see them takes permissions in every namespace. Pure.
 * @param pods of the workload at the peak, including the current ones.
 */
export function nodeShortfalls(nodes: Node[], workload: Workload, pods: number): string[] {
  const { labels = {} } = workload.spec?.template?.metadata ?? {};
  const spec = workload.spec?.template?.spec;
  const apart = (
    spec?.affinity?.podAntiAffinity?.requiredDuringSchedulingIgnoredDuringExecution ?? []
  ).filter(
    ({ labelSelector, matchLabelKeys = [] }) =>
      // With matchLabelKeys, the rule applies within a version, so the candidate's pods may run beside the baseline's.
      matchLabelKeys.length === 0 &&
      (labelSelector?.matchExpressions ?? []).length === 0 &&
      hasLabels(labelSelector?.matchLabels, labels),
  );
  const crowded = apart.flatMap(({ topologyKey }) => {
    const places = new Set(nodes.flatMap(({ metadata }) => metadata?.labels?.[topologyKey] ?? [])).size;
    return places >= pods
      ? []
      : [
          `the anti-affinity of the pods allows one per ${topologyKey}: the rollout has ${pods} pods at its peak, but the nodes have only ${places} different values of that label`,
        ];
  });
  const short = ['cpu', 'memory'].flatMap(resource => {
    const need = podNeed(spec, 'requests', resource) * pods;
    const there = nodes.reduce(
      (total, { status }) => total + quantity(status?.allocatable?.[resource] ?? '0'),
      0,
    );
    // Nodes that report no capacity are not counted as zero.
    return there === 0 || need <= there * (1 + 1e-9)
      ? []
      : [
          `the peak of ${pods} pods requests ${show(resource, need)} of ${resource}, but all nodes together have ${show(resource, there)}`,
        ];
  });
  return [...crowded, ...short];
}

function show(name: string, value: number): string {
  if (name.endsWith('memory')) return `${Math.ceil(value / 2 ** 20)}Mi`;
  if (name.endsWith('cpu')) return `${Math.ceil(value * 1000)}m`;
  return String(value);
}
