import { timing } from '../../toolkit/timing.ts';
import { isWatching } from '../watchdog/watchdog.ts';
import type { Snapshot } from './informers.ts';
import { abort } from './roll-back.ts';
import type { Action, RolloutSpec } from './spec.ts';

/** What must hold before the candidate gets traffic: the gateway knows it, and the watchdog is ready. All pure. */

/**
 * Adds the canary to the routes at weight 0, waits for the gateway to accept that, then for the watchdog. Without the step at weight 0
 * Envoy may learn of the weight before it learns of the Service, and answers 503 until then.
 * @param carried waits until the gateway has accepted the routes.
 */
export function prepareExposure(
  spec: RolloutSpec,
  snapshot: Snapshot,
  carried: (spec: RolloutSpec, o: Snapshot) => Action | undefined,
): Action | undefined {
  const open = spec.router.open(snapshot);
  if (open.length > 0)
    return { do: 'patch', what: 'adding the canary to the routes at weight 0', writes: open };
  return carried(spec, snapshot) ?? (spec.watchdog === undefined ? undefined : watchdogReady(spec, snapshot));
}

/** Creates this run's watchdog where the candidate has traffic already: that of the run before was deleted with its fence. */
export function ensureWatchdog(spec: RolloutSpec, snapshot: Snapshot): Action | undefined {
  return spec.watchdog !== undefined && jobOf(spec, snapshot) === undefined
    ? { do: 'create-watchdog' }
    : undefined;
}

/** Requires a ready watchdog before this run leaves traffic on the candidate. */
export function requireWatchdog(spec: RolloutSpec, snapshot: Snapshot): Action | undefined {
  return spec.watchdog === undefined
    ? abort(
        spec,
        snapshot,
        'the rollout would have to pause, and there is no watchdog to restore traffic meanwhile',
      )
    : watchdogReady(spec, snapshot);
}

const jobOf = ({ watchdog }: RolloutSpec, snapshot: Snapshot) =>
  snapshot.jobs.find(({ metadata }) => metadata?.name === watchdog?.name);

function watchdogReady(spec: RolloutSpec, snapshot: Snapshot): Action | undefined {
  const job = jobOf(spec, snapshot);
  if (job === undefined) return { do: 'create-watchdog' };
  if (isWatching(job)) return undefined;
  const waited = snapshot.now - (Date.parse(job.metadata?.creationTimestamp ?? '') || snapshot.now);
  if (waited < timing.watchdogStart)
    return { do: 'await', what: 'waiting for the watchdog to try its patches as a dry run', ms: 1000 };
  const name = spec.watchdog?.name;
  return abort(
    spec,
    snapshot,
    `the watchdog did not become ready: check Job/${name}, its image and its ServiceAccount`,
  );
}
