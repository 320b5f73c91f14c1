import { hasLabels } from '../cluster/labels.ts';
import type { Node, PodSpec } from '../cluster/objects.ts';
import type { Workload } from './kinds.ts';

/** What pods request, and which nodes take them. */

/**
 * Returns the value of a Kubernetes quantity in base units (cores, bytes, pieces): `250m`, `1.5Gi`, `2e3`.
 * NaN for any other text. Grammar: apimachinery's resource.Quantity.
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

/** Returns what the scheduler sets aside for a pod: cores, and bytes. Pure. */
export const podNeeds = (spec: PodSpec | undefined) => ({
  cpu: podNeed(spec, 'requests', 'cpu'),
  memory: podNeed(spec, 'requests', 'memory'),
});

/**
 * Returns the need of a pod as the scheduler counts: what its manifest says for the whole pod, otherwise the containers and sidecars
 * together, or what a start container needs beside the sidecars before it.
 */
export function podNeed(spec: PodSpec | undefined, side: 'requests' | 'limits', resource: string): number {
  const whole = spec?.resources?.[side]?.[resource];
  if (whole != null) return quantity(String(whole));
  const need = (container: Container) => containerNeed(container, side, resource) ?? 0;
  let sidecars = 0;
  let starting = 0;
  for (const container of spec?.initContainers ?? []) {
    starting = Math.max(starting, sidecars + need(container));
    if (container.restartPolicy === 'Always') sidecars += need(container);
  }
  const running = (spec?.containers ?? []).reduce((total, container) => total + need(container), sidecars);
  const sum = Math.max(starting, running);
  // The API server sets a missing request of the pod to its limit only where no container has a request.
  return sum === 0 ? (containerNeed(spec ?? {}, side, resource) ?? 0) : sum;
}

type Container = PodSpec['containers'][number];

/** Returns what a container, or a pod as a whole, requests or may use; undefined where its manifest does not say. Pure. */
export function containerNeed(
  { resources }: Pick<Container, 'resources'>,
  side: 'requests' | 'limits',
  resource: string,
): number | undefined {
  // A manifest may say `resources:` with nothing below it.
  const { requests, limits } = resources ?? {};
  // The API server sets a missing request to the limit.
  const text = side === 'limits' ? limits?.[resource] : (requests?.[resource] ?? limits?.[resource]);
  return text == null ? undefined : quantity(String(text));
}

/** Returns the schedulable nodes with the labels of the workload's nodeSelector. Ignores taints and affinities. Pure. */
export function eligibleNodes(nodes: readonly Node[], workload: Workload): Node[] {
  const { nodeSelector } = workload.spec?.template?.spec ?? {};
  return nodes.filter(
    ({ spec, metadata }) => spec?.unschedulable !== true && hasLabels(nodeSelector, metadata?.labels),
  );
}

/** Whether the pods tolerate the taints of a node that keep new pods away. Pure. */
export function tolerates({ tolerations = [] }: PodSpec, { spec }: Node): boolean {
  const taints = (spec?.taints ?? []).filter(
    ({ effect }) => effect === 'NoSchedule' || effect === 'NoExecute',
  );
  return taints.every(taint =>
    tolerations.some(
      ({ key, operator = 'Equal', value = '', effect }) =>
        (effect === undefined || effect === '' || effect === taint.effect) &&
        (operator === 'Exists'
          ? key === undefined || key === '' || key === taint.key
          : key === taint.key && value === (taint.value ?? '')),
    ),
  );
}
