import type { PodTemplate } from '../../cluster/objects.ts';
import { containersOf } from '../workloads/containers.ts';
import { isComplete } from '../workloads/controllers.ts';
import type { Workload } from '../workloads/kinds.ts';
import { canonical, labels, type ReleaseNumber } from '../workloads/naming.ts';
import { isRestorableRelease, type Release } from './releases.ts';

export type Baseline =
  /** There is no live workload: a first release. */
  | { kind: 'none' }
  /** A recorded release is live, exactly as recorded. */
  | { kind: 'recorded'; release: ReleaseNumber; template: PodTemplate }
  /** The live workload is in no record: it is older than Slipway, or was changed by hand. */
  | { kind: 'unrecorded'; template: PodTemplate; number: number; up: boolean };

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
  const marked = live.metadata?.annotations?.[labels.release];
  let current = marked === undefined ? undefined : find(releases, Number(marked));
  if (current !== undefined && current.outcome === undefined) {
    while (current !== undefined && !isRestorableRelease(current)) {
      current = current.record.baseline === undefined ? undefined : find(releases, current.record.baseline);
    }
    if (current !== undefined && isRestorableRelease(current)) {
      return { kind: 'recorded', release: current.record.release, template: current.outcome.template };
    }
  }
  if (
    current !== undefined &&
    isRestorableRelease(current) &&
    canonical(current.outcome.template) === canonical(template)
  ) {
    return { kind: 'recorded', release: current.record.release, template };
  }
  const up = isComplete(live);
  const whole = up ? undefined : releases.find(isRestorableRelease);
  if (whole !== undefined) {
    return { kind: 'recorded', release: whole.record.release, template: whole.outcome.template };
  }
  const newest = releases[0]?.record.release;
  return { kind: 'unrecorded', template, number: newest === undefined ? 0 : newest + 1, up };
}

/** Returns the release that a rollback would restore, or the number that an unrecorded baseline will get. Pure. */
export function baselineNumber(baseline: Baseline): number | undefined {
  if (baseline.kind === 'none') return undefined;
  return baseline.kind === 'recorded' ? baseline.release : baseline.number;
}

/** Returns image references by container name, for the record of an adopted workload. */
export function imagesOf(template: PodTemplate): Record<string, string> {
  return Object.fromEntries(
    containersOf(template.spec).map(container => [container.name, container.image ?? '']),
  );
}

const find = (releases: Release[], number: number) =>
  releases.find(({ record }) => record.release === number);
