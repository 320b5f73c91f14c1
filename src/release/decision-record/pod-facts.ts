import type { Pod } from '../../cluster/objects.ts';
import type { Workload } from '../workloads/kinds.ts';
import {
  containerStatusesOf,
  isLiving,
  isReady,
  isStarting,
  newestOf,
  podsOwnedBy,
} from '../workloads/pods.ts';
import type { Observed } from '../workloads/rollout.ts';
import type { PodFacts } from './schema.ts';

/** Pods as a decision record tells of them. All pure. */

/**
 * Which of the workload's own pods have the candidate: those of its newest template, those of older ones when it was given
 * the baseline back, or none of them.
 */
export type Carriers = 'newest' | 'older' | 'none';

/**
 * The living pods of a workload, and of the copy beside it if there is one; undefined while it is not known which version
 * they have.
 */
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
  const zone = metadata?.labels?.['topology.kubernetes.io/zone'];
  const note = noteOf(pod);
  return {
    pod: metadata?.name ?? '',
    track,
    ...(spec?.nodeName === undefined ? {} : { node: spec.nodeName }),
    // Since Kubernetes 1.35 pods carry it; without a look at the nodes nothing else tells.
    ...(zone === undefined ? {} : { zone }),
    ready: isReady(pod),
    restarts: containerStatusesOf(pod).reduce((sum, { restartCount }) => sum + restartCount, 0),
    ...(note === undefined ? {} : { note }),
  };
}

/** What its containers wait for, or how one of them ended last. */
function noteOf(pod: Pod): string | undefined {
  for (const { name, state, lastState } of containerStatusesOf(pod)) {
    const waiting = state?.waiting?.reason;
    if (!isStarting(waiting)) return `${name}: ${waiting}`;
    const ended = lastState?.terminated;
    if (ended !== undefined)
      return `${name} ended before: ${ended.reason ?? ''} (exit code ${ended.exitCode})`;
  }
  return pod.status?.conditions?.find(({ type }) => type === 'PodScheduled')?.reason;
}
