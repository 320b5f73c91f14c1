import type { PodTemplate } from '../../cluster/objects.ts';
import type { Environment } from '../../config/types.ts';
import { isServing } from '../../workloads/controllers.ts';
import {
  containersOf,
  keyOf,
  manifestOf,
  refOfKey,
  replicasOf,
  templateOf,
  type Workload,
} from '../../workloads/kinds.ts';
import type { ReleaseNumber } from '../../workloads/naming.ts';
import { canonicalTemplate, runsTemplate } from '../../workloads/pods.ts';
import { releaseOf, type Worker, type WorkerBefore, workersOf } from '../../workloads/workers.ts';
import { hasSucceeded, type Release, type RestorableRelease } from './releases.ts';
import type { ReleaseRecord } from './schema.ts';

export type Baseline =
  /** There is no live workload: a first release. */
  | { kind: 'none' }
  /** A recorded release is live, exactly as recorded. */
  | { kind: 'recorded'; release: ReleaseNumber; template: PodTemplate }
  /** The live workload is in no record: it is older than Slipway, or was changed by hand. `ready`: most of its pods are. */
  | { kind: 'unrecorded'; template: PodTemplate; number: number; ready: boolean };

/**
 * Returns what a rollback must restore. Pure.
 *
 * A release without an outcome is that of a run that died before it finished: the last complete version is its baseline. A workload
 * that was changed by hand and is not ready is no target either: then the newest complete release is.
 * @param releases newest first.
 */
export function baselineOf(live: Workload | undefined, releases: Release[]): Baseline {
  const template = live?.spec?.template;
  if (live === undefined || template === undefined) return { kind: 'none' };
  const current = find(releases, releaseOf(live));
  if (current !== undefined && current.outcome === undefined) {
    const before = restorableBehind(current, releases);
    if (before !== undefined) return recorded(before, before.outcome.template);
  } else if (
    current !== undefined &&
    hasSucceeded(current) &&
    runsTemplate(live, canonicalTemplate(current.outcome.template))
  ) {
    return recorded(current, template);
  }
  const ready = isServing(live);
  const newestTarget = ready ? undefined : releases.find(hasSucceeded);
  if (newestTarget !== undefined) return recorded(newestTarget, newestTarget.outcome.template);
  const newest = releases[0]?.record.release;
  return { kind: 'unrecorded', template, number: newest === undefined ? 0 : newest + 1, ready };
}

const recorded = ({ record }: Release, template: PodTemplate): Baseline => ({
  kind: 'recorded',
  release: record.release,
  template,
});

/** Returns the newest release that can be restored among a release, its baseline, the baseline of that, and so on. */
function restorableBehind(release: Release, releases: Release[]): RestorableRelease | undefined {
  let current: Release | undefined = release;
  while (current !== undefined && !hasSucceeded(current)) {
    const { release: number, baseline }: ReleaseRecord = current.record;
    // A forged record must not lead in a circle.
    current = baseline !== undefined && baseline < number ? find(releases, baseline) : undefined;
  }
  return current;
}

/** Returns the release that a rollback would restore, or the number that an unrecorded baseline will get. Pure. */
export function baselineNumber(baseline: Baseline): number | undefined {
  if (baseline.kind === 'none') return undefined;
  return baseline.kind === 'recorded' ? baseline.release : baseline.number;
}

/** Returns image references by container name, for the record of an adopted workload. */
export function imagesByContainer(template: PodTemplate): Record<string, string> {
  return Object.fromEntries(
    containersOf(template.spec).map(container => [container.name, container.image ?? '']),
  );
}

const find = (releases: Release[], number: number | undefined) =>
  releases.find(({ record }) => record.release === number);

/**
 * Returns what a rollback restores in the workers, for the record of the release. A worker that an earlier run left at another release
 * than the baseline gets the template that the baseline had. Pure.
 */
export function workersBefore(
  liveWorkers: Readonly<Record<string, Workload | undefined>>,
  baseline: Baseline,
  releases: readonly Release[],
): Record<string, WorkerBefore> {
  const number = baseline.kind === 'recorded' ? baseline.release : undefined;
  const recorded = releases.find(({ record }) => record.release === number)?.outcome?.workers ?? {};
  return Object.fromEntries(
    Object.entries(liveWorkers).map(([name, live]): [string, WorkerBefore] => {
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
  const skipsReleases = baseline !== undefined && record.baseline !== baseline.record.release;
  const known = skipsReleases ? workersAt(baseline, releases) : (record.workers ?? {});
  const names = new Set([...workersOf(environment).map(keyOf), ...Object.keys(known)]);
  return [...names].map(name => {
    const ref = refOfKey(name);
    return { name, ref, candidate: manifestOf(record, ref), before: known[name], skipsReleases };
  });
}
