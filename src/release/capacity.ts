import type { Deployment, PodSpec, ResourceQuota } from '../cluster/objects.ts';
import { containersOf } from './candidate.ts';

/**
 * The value of a Kubernetes quantity in base units (cores, bytes, pieces): `250m`, `1.5Gi`, `2e3`.
 * NaN for what is no quantity. Grammar: apimachinery's resource.Quantity.
 */
export function quantity(text: string): number {
  const match = /^([+-]?(?:\d+\.?\d*|\.\d+))(m|u|n|k|Ki|Mi|Gi|Ti|Pi|Ei|M|G|T|P|E|[eE][+-]?\d+)?$/.exec(
    text.trim(),
  );
  if (match === null) return Number.NaN;
  const [, number, suffix = ''] = match;
  if (/^[eE][+-]?\d/.test(suffix)) return Number(`${number}${suffix}`);
  return Number(number) * (factors[suffix] ?? 1);
}

const factors: Record<string, number> = {
  n: 1e-9, u: 1e-6, m: 1e-3, k: 1e3, M: 1e6, G: 1e9, T: 1e12, P: 1e15, E: 1e18,
  Ki: 2 ** 10, Mi: 2 ** 20, Gi: 2 ** 30, Ti: 2 ** 40, Pi: 2 ** 50, Ei: 2 ** 60,
}; // biome-ignore format: a table reads better in rows

/**
 * Pods that a rolling update runs beyond those of now: the surge, and growth in replicas.
 * Percentages of maxSurge round up, as the Deployment controller does.
 */
export function extraPods(next: Deployment, live: Deployment | undefined): number {
  const replicas = next.spec?.replicas ?? live?.spec?.replicas ?? 1;
  const surge =
    next.spec?.strategy?.type === 'Recreate'
      ? 0
      : surgeOf(next.spec?.strategy?.rollingUpdate?.maxSurge, replicas);
  // A first release has nothing to surge beside.
  if (live === undefined) return replicas;
  return Math.max(0, replicas + surge - (live.status?.replicas ?? 0));
}

/** Pods beyond `replicas`; percentages round up. Pure. */
export function surgeOf(maxSurge: unknown, replicas: number): number {
  if (typeof maxSurge === 'number') return maxSurge;
  const percent = /^(\d+)%$/.exec(typeof maxSurge === 'string' ? maxSurge : '25%');
  return percent === null ? 0 : Math.ceil((Number(percent[1]) * replicas) / 100);
}

/**
 * Sentences for every ResourceQuota that the peak of a rollout would exceed. Pure.
 * @param pods pods beyond those of now.
 */
export function quotaShortfalls(quotas: ResourceQuota[], spec: PodSpec | undefined, pods: number): string[] {
  if (pods <= 0) return [];
  const needs = new Map<string, number>([
    ['pods', pods],
    ['count/pods', pods],
  ]);
  for (const resource of ['cpu', 'memory']) {
    const requests = sum(spec, 'requests', resource) * pods;
    needs.set(`requests.${resource}`, requests);
    needs.set(resource, requests);
    needs.set(`limits.${resource}`, sum(spec, 'limits', resource) * pods);
  }
  // A quota with scopes counts some pods only; whether ours, the API server tells when they are created.
  const plain = quotas.filter(({ spec }) => spec?.scopes === undefined && spec?.scopeSelector === undefined);
  return plain.flatMap(quota =>
    Object.entries(quota.status?.hard ?? {}).flatMap(([name, hard]) => {
      const need = needs.get(name) ?? 0;
      const used = quota.status?.used?.[name] ?? '0';
      if (need === 0 || quantity(used) + need <= quantity(hard) * (1 + 1e-9)) return [];
      return [
        `quota ${quota.metadata?.name} allows ${name} ${hard}, ${used} is in use and the rollout's peak of ${pods} more ${pods === 1 ? 'pod' : 'pods'} needs ${show(name, need)} more`,
      ];
    }),
  );
}

function sum(spec: PodSpec | undefined, side: 'requests' | 'limits', resource: string): number {
  return containersOf({ ...spec, initContainers: [], containers: spec?.containers ?? [] }).reduce(
    (total, container) => {
      const { requests, limits } = container.resources ?? {};
      // A limit without a request is its request, as the API server defaults it.
      const text = side === 'limits' ? limits?.[resource] : (requests?.[resource] ?? limits?.[resource]);
      return total + (text === undefined ? 0 : quantity(text));
    },
    0,
  );
}

function show(name: string, value: number): string {
  if (name.endsWith('memory')) return `${Math.ceil(value / 2 ** 20)}Mi`;
  if (name.endsWith('cpu')) return `${Math.ceil(value * 1000)}m`;
  return String(value);
}
