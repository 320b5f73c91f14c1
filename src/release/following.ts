import { type Course, type Insight, isCandidate, type Move } from './course.ts';
import { writtenAt } from './routing.ts';
import { giveBack, giveUp } from './tidying.ts';
import type { Worker } from './workers.ts';
import type { Observation } from './world.ts';

/** The workload serves the candidate: its workers get it too, and the rollout goes on when all of them are up. */
export function follow(course: Course, o: Observation, insight: Insight): Move | undefined {
  const workers = course.workers.filter(({ candidate }) => candidate !== undefined);
  const liveOf = ({ name }: Worker) => o.workers[name]?.deployment;
  const next = workers.find(worker => !isCandidate(course, liveOf(worker)));
  if (next !== undefined) return { do: 'apply-worker', name: next.name };
  for (const worker of workers) {
    const seen = insight.workers[worker.name];
    if (seen?.state === 'failed') return giveUp(course, o, seen.cause);
    if (seen?.state === 'complete') continue;
    const { name } = worker;
    if (o.now > writtenAt(liveOf(worker) ?? {}) + course.deadlineMs)
      return giveBack(course, o, `Deployment/${name} did not come up in time`);
    const counted = seen === undefined ? '' : `: ${seen.ready} of ${seen.wanted} pods`;
    return { do: 'await', what: `Deployment/${name} follows${counted}` };
  }
  return undefined;
}
