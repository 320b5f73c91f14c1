import type { PodTemplate } from '../../cluster/objects.ts';
import { containersOf } from '../workloads/containers.ts';
import { isUp } from '../workloads/controllers.ts';
import type { Workload } from '../workloads/kinds.ts';
import { canonical, labels, type ReleaseNumber } from '../workloads/naming.ts';
import { isWhole, type Release } from './releases.ts';

export type Baseline =
  /** Nothing lives: a first release. */
  | { kind: 'none' }
  /** A recorded release serves, exactly as recorded. */
  | { kind: 'recorded'; release: ReleaseNumber; template: PodTemplate }
  /** Something lives that no record describes: before Slipway, or changed by hand since. */
  | { kind: 'unrecorded'; template: PodTemplate; number: number; up: boolean };

/**
 * What a rollback must bring back. Pure.
 *
 * A release without an outcome was left by a run that died in the middle: what it was replacing is the last state
 * that was whole, so its baseline counts. What somebody changed by hand and is not up is nothing to come back to
 * either: then it is the newest release that was whole.
 * @param releases newest first.
 */
export function baselineOf(live: Workload | undefined, releases: Release[]): Baseline {
  const template = live?.spec?.template;
  if (live === undefined || template === undefined) return { kind: 'none' };
  const marked = live.metadata?.annotations?.[labels.release];
  let current = marked === undefined ? undefined : find(releases, Number(marked));
  if (current !== undefined && current.outcome === undefined) {
    while (current !== undefined && !isWhole(current)) {
      current = current.record.baseline === undefined ? undefined : find(releases, current.record.baseline);
    }
    if (current !== undefined && isWhole(current)) {
      return { kind: 'recorded', release: current.record.release, template: current.outcome.template };
    }
  }
  if (
    current !== undefined &&
    isWhole(current) &&
    canonical(current.outcome.template) === canonical(template)
  ) {
    return { kind: 'recorded', release: current.record.release, template };
  }
  const up = isUp(live);
  const whole = up ? undefined : releases.find(isWhole);
  if (whole !== undefined) {
    return { kind: 'recorded', release: whole.record.release, template: whole.outcome.template };
  }
  const newest = releases[0]?.record.release;
  return { kind: 'unrecorded', template, number: newest === undefined ? 0 : newest + 1, up };
}

/** The release that a rollback would go back to; what is in no record yet gets its number first. Pure. */
export function baselineNumber(baseline: Baseline): number | undefined {
  if (baseline.kind === 'none') return undefined;
  return baseline.kind === 'recorded' ? baseline.release : baseline.number;
}

/** Image references by container name, for the record of what was found living. */
export function imagesOf(template: PodTemplate): Record<string, string> {
  return Object.fromEntries(
    containersOf(template.spec).map(container => [container.name, container.image ?? '']),
  );
}

const find = (releases: Release[], number: number) =>
  releases.find(({ record }) => record.release === number);
