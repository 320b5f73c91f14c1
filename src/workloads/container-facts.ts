import type { HardFact } from '../analysis/verdict.ts';
import type { Pod } from '../cluster/objects.ts';
import { containerStatusesOf, graceOfConfiguration, isLiving, startFailure } from './pods.ts';

type ContainerStatus = NonNullable<NonNullable<Pod['status']>['containerStatuses']>[number];

/**
 * Returns the facts about the candidate's containers that need no statistics: the most informative one per container. Pure.
 * @param pods of the candidate. A release of an unchanged template has pods that are older than its rollout.
 * @param since when the rollout started, in milliseconds since 1970: an older pod counts only if one of its containers ended since.
 * @param now of the same clock.
 */
export function containerFacts(pods: readonly Pod[], since: number, now: number): HardFact[] {
  // Kubernetes has whole seconds.
  const from = Math.floor(since / 1000) * 1000;
  // A pod that is being deleted ends on request, which says nothing about its version.
  return pods.filter(isLiving).flatMap(pod => {
    const isOlder = Date.parse(pod.metadata?.creationTimestamp ?? '') < from;
    return containerStatusesOf(pod)
      .filter(status => !isOlder || endedAt(status) >= from)
      .flatMap(status => {
        const fact = factOfContainer(status, pod, isOlder, now);
        return fact === undefined ? [] : [fact];
      });
  });
}

/** Returns when a container ended last; NaN if it never did. */
const endedAt = ({ state, lastState }: ContainerStatus): number =>
  Date.parse((state?.terminated ?? lastState?.terminated)?.finishedAt ?? '');

function factOfContainer(
  { name, state, lastState, restartCount: restarts }: ContainerStatus,
  pod: Pod,
  isOlder: boolean,
  now: number,
): HardFact | undefined {
  const { name: podName = '' } = pod.metadata ?? {};
  const about = (kind: HardFact['kind'], what: string): HardFact => ({
    kind,
    pod: podName,
    detail: `container ${name} of pod ${podName} ${what}`,
  });
  const ended = state?.terminated ?? (restarts > 0 ? lastState?.terminated : undefined);
  if (ended?.reason === 'OOMKilled') return about('out-of-memory', 'ran out of memory');
  const { waiting } = state ?? {};
  if (waiting?.reason === 'CrashLoopBackOff') {
    return about('crash-loop', `crashes repeatedly${exitText(lastState?.terminated?.exitCode)}`);
  }
  const failure = startFailure(waiting);
  const excused = failure === 'missing-configuration' && now - changedAt(pod) < graceOfConfiguration;
  if (failure !== undefined && !excused) return about('not-starting', `cannot start (${waiting?.reason})`);
  // One retry of an init container that is no sidecar is no fact: it may wait for a database.
  const mayRetry = pod.spec?.initContainers?.some(
    each => each.name === name && each.restartPolicy !== 'Always',
  );
  if (restarts <= 0 || mayRetry === true) return undefined;
  // The restarts of an older pod include those before.
  const times = restarts === 1 || isOlder ? '' : ` ${restarts} times`;
  return about('restart', `was restarted${times} since the rollout started${exitText(ended?.exitCode)}`);
}

/** Returns when a condition of the pod last changed: its containers have waited since then at the longest. */
const changedAt = ({ status }: Pod): number =>
  Math.max(...(status?.conditions ?? []).map(each => Date.parse(each.lastTransitionTime ?? '') || 0));

function exitText(code: number | undefined): string {
  return code === undefined ? '' : ` (exit code ${code})`;
}
