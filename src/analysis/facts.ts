import type { EndpointSlice, Pod } from '../cluster/objects.ts';
import { counted } from '../toolkit/count.ts';
import type { Traffic } from './tick.ts';
import type { HardFact } from './verdict.ts';

type ContainerStatus = NonNullable<NonNullable<Pod['status']>['containerStatuses']>[number];

/**
 * Returns the facts about the candidate's pods and endpoints that need no statistics: the most informative one per container. Pure.
 * @param pods of the candidate: they are new, so every restart counts.
 * @param need how many ready endpoints the candidate must have for the traffic that it gets.
 */
export function factsOf(pods: readonly Pod[], slices: readonly EndpointSlice[], need: number): HardFact[] {
  // A pod that is being deleted ends on request, which says nothing about its version.
  const staying = pods.filter(pod => pod.metadata?.deletionTimestamp === undefined);
  const ofPods = staying.flatMap(pod =>
    containersOf(pod).flatMap(status => {
      const fact = containerFact(status, pod.metadata?.name ?? '');
      return fact === undefined ? [] : [fact];
    }),
  );
  const ready = readyEndpoints(slices);
  if (ready >= need) return ofPods;
  const detail = `${ready === 0 ? 'no pod' : `only ${counted(ready, 'pod')}`} of the candidate can receive requests; at least ${need} must`;
  return [...ofPods, { kind: 'endpoints-missing', detail }];
}

/** Includes init containers, because a sidecar is one and may end, too. */
function containersOf({ status }: Pod): ContainerStatus[] {
  return [...(status?.initContainerStatuses ?? []), ...(status?.containerStatuses ?? [])];
}

/** Waiting reasons of a container that cannot start without a change. */
const hopeless = new Set([
  'ImagePullBackOff',
  'ErrImagePull',
  'InvalidImageName',
  'ErrImageNeverPull',
  'CreateContainerConfigError',
  'CreateContainerError',
  'RunContainerError',
]);

function containerFact(
  { name, state, lastState, restartCount: restarts }: ContainerStatus,
  pod: string,
): HardFact | undefined {
  const about = (kind: HardFact['kind'], what: string): HardFact => ({
    kind,
    pod,
    detail: `container ${name} of pod ${pod} ${what}`,
  });
  const ended = state?.terminated ?? (restarts > 0 ? lastState?.terminated : undefined);
  if (ended?.reason === 'OOMKilled') return about('out-of-memory', 'ran out of memory');
  const waiting = state?.waiting?.reason ?? '';
  if (waiting === 'CrashLoopBackOff') {
    return about('crash-loop', `crashes repeatedly${exitText(lastState?.terminated?.exitCode)}`);
  }
  if (hopeless.has(waiting)) return about('not-starting', `cannot start (${waiting})`);
  if (restarts <= 0) return undefined;
  return about(
    'restart',
    `was restarted${restarts === 1 ? '' : ` ${restarts} times`} since the rollout started${exitText(ended?.exitCode)}`,
  );
}

function exitText(code: number | undefined): string {
  return code === undefined ? '' : ` (exit code ${code})`;
}

/** Counts the pods that get requests; with two address families, each pod has two endpoints. Pure. */
export function readyEndpoints(slices: readonly EndpointSlice[]): number {
  const pods = slices
    .flatMap(({ endpoints }) => endpoints ?? [])
    // Consumers of the API must read an unknown condition as ready.
    .filter(({ conditions }) => conditions?.ready !== false)
    .map(({ targetRef, addresses }) => targetRef?.uid ?? targetRef?.name ?? addresses[0]);
  return new Set(pods).size;
}

/** Fewer requests are a hiccup; below this share of the candidate's requests they are an error rate, which the metrics compare. */
const manyLost = { requests: 10, share: 0.2 };

/**
 * Returns the fact that the gateway itself answers requests for the candidate. Without endpoints, it answers 503 for exactly the
 * candidate's share, which the candidate's own metrics do not show. Pure.
 * @param weight the candidate's, in percent.
 */
export function gatewayFact(traffic: Traffic, weight: number): HardFact | undefined {
  const { canary, total, errors = 0, reached, unserved = 0 } = traffic;
  const sent = Math.max(canary, ((total + unserved) * weight) / 100);
  // Counters of gateway and pods are scraped at different moments, so either number alone may be off.
  const unreached = reached === undefined ? 0 : Math.min(errors, canary - reached);
  const lost = Math.max(unserved, unreached);
  if (lost < manyLost.requests || lost < manyLost.share * sent) return undefined;
  const detail = `the gateway itself answered ${Math.round(lost)} of about ${Math.round(sent)} requests for the candidate with 5xx`;
  return { kind: 'gateway-errors', detail };
}
