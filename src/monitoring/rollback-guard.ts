import type { Release } from '../release/store/releases.ts';
import type { RolloutState } from '../release/store/schema.ts';
import { formatDuration } from '../toolkit/duration.ts';
import type { ReleaseNumber } from '../workloads/naming.ts';

/** When `monitor` or an alert may roll a release back. */

/** What is known of the releases when a rollback is asked for. Times in ms since 1970 by the API server's clock. */
export interface LiveRelease {
  /** The live release, from the workload; undefined if it was never released. */
  readonly live: ReleaseNumber | undefined;
  /** All releases, newest first. */
  readonly releases: readonly Pick<Release, 'record' | 'outcome' | 'outcomeCreatedAt'>[];
  /** The rollout that is under way. */
  readonly rollout: Pick<RolloutState, 'candidate' | 'phase'> | undefined;
  /** Whether the last rollout was a rollback: then a person, or an earlier rollback, has chosen what is live. */
  readonly restored: boolean;
  /** Whether `spec.replicas` of the workload is 0. */
  readonly scaledToZero: boolean;
  readonly now: number;
}

/**
 * Returns why the live release is not rolled back; undefined if it may be. Only the newest release is, while it is young. A rollback makes
 * an older one live, so a release is rolled back once at most, and never one that a person has chosen to restore. Pure.
 * @param settings `rollback` of `monitoring`; undefined: nothing is rolled back without a person.
 */
export function rollbackRefusal(
  settings: { readonly 'max-age': number } | undefined,
  { live, releases, rollout, restored, now }: LiveRelease,
): string | undefined {
  if (settings === undefined)
    return 'slipway.yml does not allow an automatic rollback; add `monitoring.rollback: {}` to allow one';
  if (rollout !== undefined) return 'a rollout is under way, and its gate decides';
  const [newest] = releases;
  if (live === undefined || newest === undefined) return 'no release is live';
  if (newest.record.release !== live)
    return `release ${live} is not the newest: release ${newest.record.release} was rolled back already, or replaced by hand`;
  if (restored) return `release ${live} was restored by a rollback`;
  if (newest.record.source !== 'released') return `release ${live} was adopted, not released`;
  const since = liveSince(newest);
  if (since === undefined) return `the time at which release ${live} went live is unknown`;
  const age = now - since;
  return age > settings['max-age']
    ? `release ${live} has been live for ${formatDuration(Math.round(age / 60_000) * 60_000)}, longer than the ${formatDuration(settings['max-age'])} of \`monitoring.rollback.max-age\``
    : undefined;
}

/** Returns when a release received all traffic, in ms since 1970 by the API server's clock; undefined while it has not. Pure. */
export function liveSince({
  outcome,
  outcomeCreatedAt,
}: Pick<Release, 'outcome' | 'outcomeCreatedAt'>): number | undefined {
  if (outcome?.state !== 'complete' && outcome?.state !== 'verified') return undefined;
  const at = Date.parse(outcomeCreatedAt ?? outcome.at);
  return Number.isNaN(at) ? undefined : at;
}

/**
 * Returns the time before a rollout with which its release is compared. The time of the rollout before it, which may have been of a bad release
 * that was rolled back, is no part of it. Pure.
 * @param began when the rollout began, in ms since 1970.
 * @param longest ms.
 */
export function timeBefore({ releases }: Pick<LiveRelease, 'releases'>, began: number, longest: number) {
  const ends = releases
    // What a release has adopted was live before.
    .filter(({ record }) => record.source !== 'observed')
    .map(release => liveSince(release) ?? Date.parse(release.outcome?.at ?? ''))
    .filter(end => end < began);
  return { from: Math.max(began - longest, ...ends), to: began };
}
