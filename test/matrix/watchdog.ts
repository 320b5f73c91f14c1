import { setTimeout as sleep } from 'node:timers/promises';
import { type Place, tags } from './place.ts';
import type { Route } from './state.ts';

/** Milliseconds after the death of a run within which nothing is with its candidate any more. */
const promised = 60_000;
/** Milliseconds without a request to the candidate after which none comes. */
const quiet = 2000;
const pause = 200;

/** The candidate's part of what a route sends; 0 where it is not in it. Pure. */
export function exposure(route: Route | undefined): number {
  const backends = route?.spec.rules.flatMap(({ backendRefs = [] }) => backendRefs) ?? [];
  return Math.max(0, ...backends.map(({ name, weight = 1 }) => (name === 'shop-canary' ? weight : 0)));
}

/**
 * Nothing else comes: whatever a dead run has left with the candidate is taken back in time, and stays so.
 * @returns what is wrong, a sentence each.
 */
export async function watchdogTakesBack(place: Place): Promise<string[]> {
  const died = Date.now();
  const exposed = async () => exposure(await place.route()) > 0;
  if (!(await exposed())) return [];
  const served = () => Date.now() - place.visitors.lastStart(tags.candidate) < quiet;
  while ((await exposed()) || served()) {
    if (Date.now() - died > promised + quiet)
      return [`the watchdog has not taken the traffic back within ${promised / 1000} s`];
    await sleep(pause);
  }
  place.watchdogSeconds = (place.visitors.lastStart(tags.candidate) - died) / 1000;
  return [];
}
