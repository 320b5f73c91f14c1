import type { Environment } from '../../config/types.ts';
import { keyOf, manifestOf, refOfKey, replicasOf, templateOf, type Workload } from '../workloads/kinds.ts';
import { releaseOf, type Worker, type WorkerBefore, workersOf } from '../workloads/workers.ts';
import type { Baseline } from './baseline.ts';
import type { Release } from './releases.ts';

/** The workers of releases, as records tell of them. All pure. */

/**
 * What a rollback puts back into the workers, as it stands in the record of the release. One that a run before has left at another
 * release than the baseline goes to what that had. Pure.
 */
export function workersBefore(
  lives: Readonly<Record<string, Workload | undefined>>,
  baseline: Baseline,
  releases: readonly Release[],
): Record<string, WorkerBefore> {
  const number = baseline.kind === 'recorded' ? baseline.release : undefined;
  const recorded = releases.find(({ record }) => record.release === number)?.outcome?.workers ?? {};
  return Object.fromEntries(
    Object.entries(lives).map(([name, live]): [string, WorkerBefore] => {
      const template = templateOf(live);
      if (live === undefined || template === undefined) return [name, null];
      const marked = releaseOf(live);
      const strayed = marked !== undefined && marked !== number;
      return [
        name,
        { template: (strayed ? recorded[name] : undefined) ?? template, replicas: replicasOf(live) },
      ];
    }),
  );
}

/**
 * The workers as they were when a release served: as its outcome has them, or as the first release after it found them. Of those
 * that no later release knew, nothing is known. Pure.
 */
export function workersAt(
  { record, outcome }: Release,
  releases: readonly Release[],
): Record<string, WorkerBefore> {
  const later = releases
    .filter(each => each.record.release > record.release)
    .sort((a, b) => b.record.release - a.record.release)
    .map(each => each.record.workers ?? {});
  const own = Object.entries(outcome?.workers ?? {}).map(([name, template]): [string, WorkerBefore] => [
    name,
    { template, replicas: 0 },
  ]);
  return Object.assign({}, ...later, Object.fromEntries(own));
}

/**
 * The workers of a rollout by its records. Where a rollback goes past other releases, what the last one was put over is not what
 * it goes to. Pure.
 */
export function recordedWorkers(
  { record }: Release,
  environment: Environment,
  baseline: Release | undefined,
  releases: readonly Release[],
): Worker[] {
  const passed = baseline !== undefined && record.baseline !== baseline.record.release;
  const known = passed ? workersAt(baseline, releases) : (record.workers ?? {});
  const names = new Set([...workersOf(environment).map(keyOf), ...Object.keys(known)]);
  return [...names].map(name => {
    const ref = refOfKey(name);
    return { name, ref, candidate: manifestOf(record, ref), before: known[name], passed };
  });
}
