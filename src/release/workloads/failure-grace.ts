import type { Cluster } from '../../cluster/port.ts';
import { eventsOf } from './diagnosis.ts';
import type { Workload } from './kinds.ts';
import { newestOf } from './pods.ts';
import { type Assessment, assess, type Cause, type Observed } from './rollout.ts';

/** Whether an autoscaler is about to add the node that a pod lacks. */
export type NodeIsComing = (cause: Cause) => Promise<boolean>;

/** Milliseconds for which a node may be on its way: after that the autoscalers themselves give it up. */
const longest = 15 * 60_000;

/**
 * What looks bad and may pass by itself counts only when it has lasted: the grace of `assess`, kept from look to look. A pod that
 * no node takes has its grace anew as long as a node is coming.
 */
export class FailureGrace {
  readonly #nodeIsComing: NodeIsComing;
  #since: { kind: string; first: number; at: number; asked: boolean } | undefined;

  /** @param nodeIsComing asked once the grace of such a pod is over, and not again when it says no. */
  constructor(nodeIsComing: NodeIsComing = async () => false) {
    this.#nodeIsComing = nodeIsComing;
  }

  /** @param at milliseconds of a clock that only rises. */
  async assess(
    workload: Workload | undefined,
    seen: Omit<Observed, 'workload'>,
    at: number,
  ): Promise<Assessment | undefined> {
    if (workload === undefined) return undefined;
    const assessment = assess({ ...seen, workload });
    if (assessment.state !== 'suspect') {
      this.#since = undefined;
      return assessment;
    }
    const { cause, graceMs, ready, wanted } = assessment;
    if (this.#since?.kind !== cause.kind) this.#since = { kind: cause.kind, first: at, at, asked: false };
    const since = this.#since;
    if (at - since.at >= graceMs && !since.asked) {
      if (at - since.first < longest && (await this.#nodeIsComing(cause))) since.at = at;
      else since.asked = true;
    }
    return at - since.at >= graceMs
      ? { state: 'failed', ready, wanted, cause }
      : { state: 'progressing', ready, wanted };
  }
}

/** As its Events say it: of the Cluster Autoscaler and of Karpenter. */
export function nodeIsComing(cluster: Cluster, namespace: string): NodeIsComing {
  return async cause => {
    if (cause.kind !== 'unschedulable') return false;
    const events = await eventsOf(cluster, namespace, cause.pod).catch(() => []);
    return events.some(({ reason }) => reason === 'TriggeredScaleUp' || reason === 'Nominated');
  };
}

/** Milliseconds for which a worker has to be up. */
const settled = 10_000;

/**
 * A worker has no traffic that would show what is wrong with it, and often no probe: it counts as up when it has been so for
 * ten seconds in which no container was started again.
 */
export class StableFor {
  readonly #patience: FailureGrace;
  #since: { restarts: number; at: number } | undefined;

  /** @param nodeIsComing as for `Patience`. */
  constructor(nodeIsComing?: NodeIsComing) {
    this.#patience = new FailureGrace(nodeIsComing);
  }

  /** @param at milliseconds of a clock that only rises. */
  async assess(seen: Observed, at: number): Promise<Assessment | undefined> {
    const assessment = await this.#patience.assess(seen.workload, seen, at);
    if (assessment?.state !== 'complete') {
      this.#since = undefined;
      return assessment;
    }
    // A CronJob has no pods that could show anything.
    if (seen.workload?.kind === 'CronJob') return assessment;
    const restarts = restartsOf(seen);
    if (this.#since?.restarts !== restarts) this.#since = { restarts, at };
    const { ready, wanted } = assessment;
    return at - this.#since.at >= settled ? assessment : { state: 'progressing', ready, wanted };
  }
}

/** Of the containers of the newest version. */
function restartsOf({ workload, revisions, pods }: Observed): number {
  const isNewest = workload && newestOf(workload, revisions);
  return pods
    .filter(pod => isNewest?.(pod))
    .flatMap(({ status }) => status?.containerStatuses ?? [])
    .reduce((sum, { restartCount }) => sum + restartCount, 0);
}
