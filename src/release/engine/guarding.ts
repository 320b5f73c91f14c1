import { timing } from '../../toolkit/timing.ts';
import { isWatching } from '../dead-man/dead-man.ts';
import type { Course, Move } from './course.ts';
import { giveBack } from './tidying.ts';
import type { Observation } from './world.ts';

/** What must hold before traffic goes to the candidate: the gateway knows it, and the dead man watches. All pure. */

/**
 * Before anything is exposed: `carried` says whether the gateway does what the route says. The route names the canary without
 * traffic first, because Envoy may hear of a weight before it hears of the Service, and answers 503 meanwhile.
 */
export function guardedBy(
  course: Course,
  o: Observation,
  carried: (course: Course, o: Observation) => Move | undefined,
): Move | undefined {
  const open = course.router.open(o);
  if (open.length > 0)
    return { do: 'patch', what: 'the canary is in the routes, without traffic', writes: open };
  return carried(course, o) ?? (course.deadMan === undefined ? undefined : armed(course, o));
}

/** That of the run before went with its fence. Nothing waits for the new one: the traffic is there already. */
export function guardedAgain(course: Course, o: Observation): Move | undefined {
  return course.deadMan !== undefined && jobOf(course, o) === undefined
    ? { do: 'create-dead-man' }
    : undefined;
}

/** Before this run leaves a candidate that has traffic. */
export function unguarded(course: Course, o: Observation): Move | undefined {
  return course.deadMan === undefined
    ? giveBack(course, o, 'it would have to wait, and nothing takes the traffic back meanwhile')
    : armed(course, o);
}

const jobOf = ({ deadMan }: Course, o: Observation) =>
  o.jobs.find(({ metadata }) => metadata?.name === deadMan?.name);

function armed(course: Course, o: Observation): Move | undefined {
  const job = jobOf(course, o);
  if (job === undefined) return { do: 'create-dead-man' };
  if (isWatching(job)) return undefined;
  const waited = o.now - (Date.parse(job.metadata?.creationTimestamp ?? '') || o.now);
  if (waited < timing.watchdogStart)
    return { do: 'await', what: 'the dead man tries what it would do', ms: 1000 };
  const name = course.deadMan?.name;
  return giveBack(course, o, `the dead man does not watch: see Job/${name}, its image and its account`);
}
