import { timing } from '../../toolkit/timing.ts';
import { isWatching } from '../watchdog/watchdog.ts';
import type { Snapshot } from './informers.ts';
import { abort } from './roll-back.ts';
import type { Action, RolloutSpec } from './spec.ts';

/** What must hold before traffic goes to the candidate: the gateway knows it, and the watchdog watches. All pure. */

/**
 * Before anything is exposed: `carried` says whether the gateway does what the route says. The route names the canary without
 * traffic first, because Envoy may hear of a weight before it hears of the Service, and answers 503 meanwhile.
 */
export function prepareExposure(
  spec: RolloutSpec,
  o: Snapshot,
  carried: (spec: RolloutSpec, o: Snapshot) => Action | undefined,
): Action | undefined {
  const open = spec.router.open(o);
  if (open.length > 0)
    return { do: 'patch', what: 'the canary is in the routes, without traffic', writes: open };
  return carried(spec, o) ?? (spec.watchdog === undefined ? undefined : watchdogReady(spec, o));
}

/** That of the run before went with its fence. Nothing waits for the new one: the traffic is there already. */
export function ensureWatchdog(spec: RolloutSpec, o: Snapshot): Action | undefined {
  return spec.watchdog !== undefined && jobOf(spec, o) === undefined ? { do: 'create-watchdog' } : undefined;
}

/** Before this run leaves a candidate that has traffic. */
export function requireWatchdog(spec: RolloutSpec, o: Snapshot): Action | undefined {
  return spec.watchdog === undefined
    ? abort(spec, o, 'it would have to wait, and nothing takes the traffic back meanwhile')
    : watchdogReady(spec, o);
}

const jobOf = ({ watchdog }: RolloutSpec, o: Snapshot) =>
  o.jobs.find(({ metadata }) => metadata?.name === watchdog?.name);

function watchdogReady(spec: RolloutSpec, o: Snapshot): Action | undefined {
  const job = jobOf(spec, o);
  if (job === undefined) return { do: 'create-watchdog' };
  if (isWatching(job)) return undefined;
  const waited = o.now - (Date.parse(job.metadata?.creationTimestamp ?? '') || o.now);
  if (waited < timing.watchdogStart)
    return { do: 'await', what: 'the watchdog tries what it would do', ms: 1000 };
  const name = spec.watchdog?.name;
  return abort(spec, o, `the watchdog does not watch: see Job/${name}, its image and its account`);
}
