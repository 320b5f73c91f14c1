import type { Cluster } from '../../cluster/port.ts';
import { FailureGrace, nodeIsComing, WorkerGrace } from '../workloads/failure-grace.ts';
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
      const composure = this.#workers.get(name) ?? this.#worker();
      this.#workers.set(name, composure);
      return [name, await composure.assess(seen, at)] as const;
    });
    return Object.fromEntries(await Promise.all(assessed));
  }
}
