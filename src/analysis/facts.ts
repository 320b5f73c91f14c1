import type { EndpointSlice, Pod } from '../cluster/objects.ts';
import { counted } from '../toolkit/count.ts';
import type { Traffic } from './tick.ts';
import type { HardFact } from './verdict.ts';

type ContainerStatus = NonNullable<NonNullable<Pod['status']>['containerStatuses']>[number];

/**
 * What the candidate's pods and endpoints say without any statistics. One fact a container, the most telling one. Pure.
 * @param before the pods as they were when the rollout began; all restarts of others count.
 * @param need how many ready endpoints the candidate must have for the traffic that it gets.
 */
export function factsOf(
  before: readonly Pod[],
  now: readonly Pod[],
  slices: readonly EndpointSlice[],
  need: number,
): HardFact[] {
  const known = new Map(
    before.flatMap(pod =>
      containersOf(pod).map(({ name, restartCount }) => [`${pod.metadata?.uid}/${name}`, restartCount]),
    ),
  );
  // A pod that is going has been told to: how it ends is no fact about its version.
  const staying = now.filter(pod => pod.metadata?.deletionTimestamp === undefined);
  const ofPods = staying.flatMap(pod =>
    containersOf(pod).flatMap(status => {
      const restarts = status.restartCount - (known.get(`${pod.metadata?.uid}/${status.name}`) ?? 0);
      const fact = containerFact(status, restarts, pod.metadata?.name ?? '');
      return fact === undefined ? [] : [fact];
    }),
  );
  const ready = readyEndpoints(slices);
  if (ready >= need) return ofPods;
  const detail = `${ready === 0 ? 'no pod' : `only ${counted(ready, 'pod')}`} of the candidate can take requests, ${need} must`;
  return [...ofPods, { kind: 'endpoints-missing', detail }];
}

/** Init containers too: one of those that run beside the others may be the one that ends. */
function containersOf({ status }: Pod): ContainerStatus[] {
  return [...(status?.initContainerStatuses ?? []), ...(status?.containerStatuses ?? [])];
}

/** Reasons of a container that cannot start as it is. */
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
  { name, state, lastState }: ContainerStatus,
  restarts: number,
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
    return about('crash-loop', `ends again and again${exitText(lastState?.terminated?.exitCode)}`);
  }
  if (hopeless.has(waiting)) return about('not-starting', `cannot start (${waiting})`);
  if (restarts <= 0) return undefined;
  return about(
    'restart',
    `was restarted${restarts === 1 ? '' : ` ${restarts} times`} since the rollout began${exitText(ended?.exitCode)}`,
  );
}

function exitText(code: number | undefined): string {
  return code === undefined ? '' : ` (exit code ${code})`;
}

/** Pods that get requests: of a Service with two address families each has an endpoint in either. Pure. */
export function readyEndpoints(slices: readonly EndpointSlice[]): number {
  const pods = slices
    .flatMap(({ endpoints }) => endpoints ?? [])
    // Unknown means ready, as consumers are told to read it.
    .filter(({ conditions }) => conditions?.ready !== false)
    .map(({ targetRef, addresses }) => targetRef?.uid ?? targetRef?.name ?? addresses[0]);
  return new Set(pods).size;
}

/** Fewer are a hiccup, and below this share of the candidate's requests they are an error rate, which is compared. */
const manyLost = { requests: 10, share: 0.2 };

/**
 * Whether the gateway answers for the candidate by itself. With no endpoint behind it, that is 503 for exactly the candidate's
 * share, which the candidate's own metrics do not show. Pure.
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
