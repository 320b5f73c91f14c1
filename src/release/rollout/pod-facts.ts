import { zoneOf } from '../../cluster/labels.ts';
import type { Pod } from '../../cluster/objects.ts';
import type { PodFacts } from '../../decision/schema.ts';
import type { Workload } from '../../workloads/kinds.ts';
import {
  containerStatusesOf,
  isLiving,
  isReady,
  isStarting,
  newestOf,
  podsOwnedBy,
} from '../../workloads/pods.ts';
import type { Observed } from '../../workloads/progress.ts';

/** The pods of a release, as a decision record has them. All pure. */

/** Which of the workload's own pods run the candidate: those of its newest template, after a rollback those of older ones, or none. */
type Carriers = 'newest' | 'older' | 'none';

/** Returns the living pods of a workload, and of its canary if there is one; undefined while their version is not known. */
export function podFactsOf(
  { workload, revisions, pods }: Pick<Observed, 'workload' | 'revisions' | 'pods'>,
  carriers: Carriers,
  copy?: Workload,
): PodFacts[] | undefined {
  const isNewest = workload === undefined ? undefined : newestOf(workload, revisions);
  if (workload !== undefined && carriers !== 'none' && isNewest === undefined) return undefined;
  const own = podsOwnedBy(workload, revisions);
  const copied = podsOwnedBy(copy, revisions);
  const isCandidate = (pod: Pod) =>
    copied(pod) || (carriers !== 'none' && isNewest?.(pod) === (carriers === 'newest'));
  const trackOf = (pod: Pod) => (isCandidate(pod) ? 'canary' : 'baseline');
  return pods
    .filter(pod => isLiving(pod) && (own(pod) || copied(pod)))
    .map(pod => factsOf(pod, trackOf(pod)));
}

function factsOf(pod: Pod, track: PodFacts['track']): PodFacts {
  const { metadata, spec } = pod;
  const zone = zoneOf(pod);
  const note = noteOf(pod);
  return {
    pod: metadata?.name ?? '',
    track,
    ...(spec?.nodeName === undefined ? {} : { node: spec.nodeName }),
    // Pods have this label since Kubernetes 1.35; on older clusters only nodes do, which are not read.
    ...(zone === undefined ? {} : { zone }),
    ready: isReady(pod),
    restarts: containerStatusesOf(pod).reduce((sum, { restartCount }) => sum + restartCount, 0),
    ...(note === undefined ? {} : { note }),
  };
}

/** Returns what a container of the pod waits for, or how it terminated last. */
function noteOf(pod: Pod): string | undefined {
  for (const { name, state, lastState } of containerStatusesOf(pod)) {
    const waiting = state?.waiting?.reason;
    if (!isStarting(waiting)) return `${name}: ${waiting}`;
    const ended = lastState?.terminated;
    if (ended !== undefined)
      return `${name} terminated before: ${ended.reason ?? ''} (exit code ${ended.exitCode})`;
  }
  return pod.status?.conditions?.find(({ type }) => type === 'PodScheduled')?.reason;
}
