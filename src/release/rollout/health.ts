import type { Cluster } from '../../cluster/port.ts';
import { eventsOf } from '../../workloads/diagnosis.ts';
import type { Workload } from '../../workloads/kinds.ts';
import { newestOf } from '../../workloads/pods.ts';
import { type Assessment, assess, type Cause, type Observed } from '../../workloads/progress.ts';
import type { Snapshot } from './informers.ts';
import type { Inputs } from './spec.ts';

/** Assesses the workloads of a rollout, snapshot by snapshot. A run keeps one: a failure counts only after it has lasted. */
export class HealthTracker {
  readonly #canary: FailureGrace;
  readonly #workload: FailureGrace;
  readonly #worker: () => WorkerGrace;
  readonly #workers = new Map<string, WorkerGrace>();

  constructor(cluster: Cluster, namespace: string) {
    const isComing = nodeIsComing(cluster, namespace);
    this.#canary = new FailureGrace(isComing);
    this.#workload = new FailureGrace(isComing);
    this.#worker = () => new WorkerGrace(isComing);
  }

  /** @param at milliseconds of a monotonic clock. */
  async assess(
    seen: Snapshot,
    at = performance.now(),
  ): Promise<Pick<Inputs, 'canary' | 'workload' | 'workers'>> {
    return {
      canary: await this.#canary.assess(seen.canary, seen, at),
      workload: await this.#workload.assess(seen.workload, seen, at),
      workers: await this.#assessWorkers(seen, at),
    };
  }

  async #assessWorkers({ workers }: Snapshot, at: number): Promise<Inputs['workers']> {
    const assessed = Object.entries(workers).map(async ([name, seen]) => {
      const grace = this.#workers.get(name) ?? this.#worker();
      this.#workers.set(name, grace);
      return [name, await grace.assess(seen, at)] as const;
    });
    return Object.fromEntries(await Promise.all(assessed));
  }
}

/** Whether an autoscaler is about to add the node that a pod lacks. */
type NodeIsComing = (cause: Cause) => Promise<boolean>;

/** Milliseconds to wait for a new node: after that, autoscalers give up as well. */
const longest = 15 * 60_000;

/**
 * Counts a suspect workload as failed only after the grace period of `assess`, across calls. While a node is coming, the grace period
 * of an unschedulable pod begins again.
 */
export class FailureGrace {
  readonly #nodeIsComing: NodeIsComing;
  #since: { kind: string; first: number; at: number; asked: boolean } | undefined;

  /** @param nodeIsComing called when the grace period of such a pod is over, and not again after it returns false. */
  constructor(nodeIsComing: NodeIsComing = async () => false) {
    this.#nodeIsComing = nodeIsComing;
  }

  /** @param at milliseconds of a monotonic clock. */
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

/** Looks for the Events of the Cluster Autoscaler and of Karpenter. */
export function nodeIsComing(cluster: Cluster, namespace: string): NodeIsComing {
  return async cause => {
    if (cause.kind !== 'unschedulable') return false;
    const events = await eventsOf(cluster, namespace, cause.pod).catch(() => []);
    return events.some(({ reason }) => reason === 'TriggeredScaleUp' || reason === 'Nominated');
  };
}

/** Milliseconds for which a worker must be ready. */
const settled = 10_000;

/**
 * Counts a worker as complete only after ten seconds without a container restart: it has no traffic that would show a failure, and
 * often no probe.
 */
export class WorkerGrace {
  readonly #failureGrace: FailureGrace;
  #since: { restarts: number; at: number } | undefined;

  /** @param nodeIsComing as for `FailureGrace`. */
  constructor(nodeIsComing?: NodeIsComing) {
    this.#failureGrace = new FailureGrace(nodeIsComing);
  }

  /** @param at milliseconds of a monotonic clock. */
  async assess(seen: Observed, at: number): Promise<Assessment | undefined> {
    const assessment = await this.#failureGrace.assess(seen.workload, seen, at);
    if (assessment?.state !== 'complete') {
      this.#since = undefined;
      return assessment;
    }
    // A CronJob has no pods to observe.
    if (seen.workload?.kind === 'CronJob') return assessment;
    const restarts = restartsOf(seen);
    if (this.#since?.restarts !== restarts) this.#since = { restarts, at };
    const { ready, wanted } = assessment;
    return at - this.#since.at >= settled ? assessment : { state: 'progressing', ready, wanted };
  }
}

/** Returns the restarts of the containers of the newest version. */
function restartsOf({ workload, revisions, pods }: Observed): number {
  const isNewest = workload && newestOf(workload, revisions);
  return pods
    .filter(pod => isNewest?.(pod))
    .flatMap(({ status }) => status?.containerStatuses ?? [])
    .reduce((sum, { restartCount }) => sum + restartCount, 0);
}
