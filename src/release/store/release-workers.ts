import type { Environment } from '../../config/types.ts';
import { keyOf, manifestOf, refOfKey, replicasOf, templateOf, type Workload } from '../workloads/kinds.ts';
import { releaseOf, type Worker, type WorkerBefore, workersOf } from '../workloads/workers.ts';
import type { Baseline } from './baseline.ts';
import type { Release } from './releases.ts';

/** The workers of releases, from their records. All pure. */

/**
 * Returns what a rollback restores in the workers, for the record of the release. A worker that an earlier run left at another release
 * than the baseline gets the template that the baseline had. Pure.
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
 * Returns the workers at the time of a release: from its outcome, or as the first later release found them. Workers that no later
 * release recorded are missing. Pure.
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
 * Returns the workers of a rollout from its records. A rollback past other releases takes them from its target, because the record
 * of the last release has only its direct predecessor. Pure.
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
