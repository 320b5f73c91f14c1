import type { Cluster } from '../../cluster/port.ts';
import { Composure, nodeIsComing, Patience } from '../workloads/patience.ts';
import type { Insight } from './course.ts';
import type { Observation } from './world.ts';

/** How far each workload of a rollout is, from look to look: one for each run, for it remembers since when something looks bad. */
export class Assessor {
  readonly #canary: Patience;
  readonly #workload: Patience;
  readonly #worker: () => Composure;
  readonly #workers = new Map<string, Composure>();

  constructor(cluster: Cluster, namespace: string) {
    const isComing = nodeIsComing(cluster, namespace);
    this.#canary = new Patience(isComing);
    this.#workload = new Patience(isComing);
    this.#worker = () => new Composure(isComing);
  }

  /** @param at milliseconds of a clock that only rises. */
  async assess(
    seen: Observation,
    at = performance.now(),
  ): Promise<Pick<Insight, 'canary' | 'workload' | 'workers'>> {
    return {
      canary: await this.#canary.assess(seen.canary, seen, at),
      workload: await this.#workload.assess(seen.workload, seen, at),
      workers: await this.#assessWorkers(seen, at),
    };
  }

  async #assessWorkers({ workers }: Observation, at: number): Promise<Insight['workers']> {
    const assessed = Object.entries(workers).map(async ([name, seen]) => {
      const composure = this.#workers.get(name) ?? this.#worker();
      this.#workers.set(name, composure);
      return [name, await composure.assess(seen, at)] as const;
    });
    return Object.fromEntries(await Promise.all(assessed));
  }
}
