import { type Mirror, mirror } from '../cluster/mirror.ts';
import type { Deployment, Pod, ReplicaSet } from '../cluster/objects.ts';
import type { Cluster } from '../cluster/port.ts';
import { pathOf, resources } from '../cluster/resources.ts';
import { gatherEvidence } from './diagnosis.ts';
import { type Assessment, assess, type Cause, lateCause, type Observed, selectorOf } from './rollout.ts';

export type RolloutEnd = { state: 'complete'; ready: number } | { state: 'failed'; cause: Cause };

export interface FollowOptions {
  namespace: string;
  workload: string;
  /** Milliseconds until a rollout that is not complete has failed. */
  deadline: number;
  report: (line: string) => void;
  /** Ends the wait: the run is being cancelled. */
  signal?: AbortSignal;
  /** For an undo: nothing better can be tried, so only the deadline ends it. */
  patient?: boolean;
}

/**
 * Follows a rolling update by watch events until it is complete or cannot end well.
 * The caller must have written the new template before: an older generation counts as progressing.
 */
export async function followRollout(cluster: Cluster, options: FollowOptions): Promise<RolloutEnd> {
  const { namespace, workload, deadline, report } = options;
  const stop = new AbortController();
  let wake = () => {};
  const changed = () => wake();
  try {
    const byName = { fieldSelector: `metadata.name=${workload}` };
    const deployments = await mirror<Deployment>(
      cluster,
      pathOf(resources.deployment, namespace),
      byName,
      stop.signal,
      changed,
    );
    const selector = { labelSelector: selectorOf(deployments.items()[0]) };
    const [replicaSets, pods] = await Promise.all([
      mirror<ReplicaSet>(cluster, pathOf(resources.replicaSet, namespace), selector, stop.signal, changed),
      mirror<Pod>(cluster, pathOf(resources.pod, namespace), selector, stop.signal, changed),
    ]);
    const observe = (): Observed => ({
      deployment: deployments.items()[0],
      replicaSets: replicaSets.items(),
      pods: pods.items(),
    });
    const started = performance.now();
    let told = '';
    options.signal?.addEventListener('abort', () => wake(), { once: true });
    let suspectSince: { kind: string; at: number } | undefined;
    for (;;) {
      if (options.signal?.aborted) return { state: 'failed', cause: { kind: 'cancelled' } };
      const now = performance.now();
      const assessment = assess(observe());
      told = tell(assessment, told, report);
      if (assessment.state === 'complete') return { state: 'complete', ready: assessment.ready };
      const final = options.patient !== true || ('cause' in assessment && assessment.cause.kind === 'gone');
      if (assessment.state === 'failed' && final) return { state: 'failed', cause: assessment.cause };
      let next = deadline - (now - started);
      if (assessment.state === 'suspect' && final) {
        if (suspectSince?.kind !== assessment.cause.kind)
          suspectSince = { kind: assessment.cause.kind, at: now };
        const left = assessment.graceMs - (now - suspectSince.at);
        if (left <= 0) {
          if (!(await nodeIsComing(cluster, namespace, assessment.cause))) {
            return { state: 'failed', cause: assessment.cause };
          }
          suspectSince.at = now;
        }
        next = Math.min(next, Math.max(left, 1000));
      } else {
        suspectSince = undefined;
      }
      // What is not seen at present is not judged: the API server may be away for a while.
      const blind = awayFor([deployments, replicaSets, pods]) > 0;
      if (now - started >= deadline && !blind)
        return { state: 'failed', cause: lateCause(observe(), deadline / 1000) };
      await new Promise<void>(resolve => {
        const timer = setTimeout(resolve, Math.max(5, Math.min(next, 1000)));
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
      if (awayFor([deployments, replicaSets, pods]) > 5000 && told !== 'away') {
        told = 'away';
        report('the API server does not answer; waiting for it');
      }
    }
  } finally {
    stop.abort();
  }
}

/** An autoscaler that is adding a node makes an unschedulable pod a matter of patience, until the deadline. */
async function nodeIsComing(cluster: Cluster, namespace: string, cause: Cause): Promise<boolean> {
  if (cause.kind !== 'unschedulable') return false;
  const { events } = await gatherEvidence(cluster, namespace, cause);
  return events.some(({ reason }) => reason === 'TriggeredScaleUp' || reason === 'Nominated');
}

function tell(assessment: Assessment, told: string, report: (line: string) => void): string {
  const text = `${assessment.ready} of ${assessment.wanted} new pods ready`;
  if (text !== told) report(text);
  return text;
}

function awayFor(mirrors: Pick<Mirror<unknown>, 'staleSince'>[]): number {
  const since = mirrors.map(each => each.staleSince()).filter(each => each !== undefined);
  return since.length === 0 ? 0 : performance.now() - Math.min(...since);
}
