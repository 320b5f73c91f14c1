import { setTimeout as sleep } from 'node:timers/promises';
import { type Place, tags } from './place.ts';
import type { Route } from './state.ts';

/** Milliseconds after the death of a run within which its candidate must have no traffic. */
const promised = 60_000;
/** Milliseconds without a request to the candidate after which its traffic counts as ended. */
const quiet = 2000;
const pause = 200;

/** Returns the candidate's highest weight in a route; 0 if it has none. Pure. */
export function exposure(route: Route | undefined): number {
  const backends = route?.spec.rules.flatMap(({ backendRefs = [] }) => backendRefs) ?? [];
  return Math.max(0, ...backends.map(({ name, weight = 1 }) => (name === 'shop-canary' ? weight : 0)));
}

/**
 * Waits until the watchdog has restored the traffic that a dead run has left at the candidate.
 * @returns a message for each fault.
 */
export async function watchdogFaults(place: Place): Promise<string[]> {
  const died = Date.now();
  const exposed = async () => exposure(await place.route()) > 0;
  if (!(await exposed())) return [];
  const served = () => Date.now() - place.visitors.lastStart(tags.candidate) < quiet;
  while ((await exposed()) || served()) {
    if (Date.now() - died > promised + quiet)
      return [`the watchdog has not restored the traffic within ${promised / 1000} s`];
    await sleep(pause);
  }
  place.watchdogSeconds = (place.visitors.lastStart(tags.candidate) - died) / 1000;
  return [];
}
