import type { DrillFacts } from '../drill-report.ts';
import type { Does, Scenario } from '../scenario.ts';
import type { Profile } from './profile.ts';
import type { Course } from './standing-ports.ts';

/** What comes of a drill, put together: what it was told, what it has seen, and when. */

export interface Told
  extends Pick<DrillFacts, 'app' | 'environment' | 'assumedDetection' | 'tools' | 'run' | 'seed'> {
  readonly target?: DrillFacts['target'];
  readonly scenario: Scenario;
  readonly profile: Profile;
}

export const newCourse = (): Course => ({ rungs: [], notes: [], left: [], did: [] });

/**
 * Notes that a move of the scenario is made: what runs is what its runbook says, and nothing else.
 * @throws Error for a move that the scenario has not: then one of both is wrong.
 */
export function make({ scenario }: Pick<Told, 'scenario'>, { did }: Course, does: Does): void {
  if (!scenario.moves.some(move => move.does === does))
    throw new Error(`the drill of ${scenario.id} would ${does}, which its runbook does not say`);
  if (!did.includes(does)) did.push(does);
}

/** @param required where it is another level than the scenario's. Pure. */
export function factsOf(
  { app, environment, target, assumedDetection, tools, run, scenario, profile, seed }: Told,
  course: Course,
  { required = scenario.required, ...times }: Times,
): DrillFacts {
  return {
    ...{ app, environment, target, assumedDetection, tools, run },
    ...(seed === undefined ? {} : { seed }),
    ...course,
    ...{ scenario: scenario.id, required, profile: profile.name, ...times, files: {} },
  };
}

interface Times extends Pick<DrillFacts, 'startedAt' | 'endedAt' | 'stamps' | 'jobs'> {
  readonly required?: DrillFacts['required'];
}
