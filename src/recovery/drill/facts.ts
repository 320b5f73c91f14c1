import type { DrillFacts } from '../drill-report.ts';
import type { Does, Scenario } from '../scenario.ts';
import type { Profile } from './profile.ts';
import type { Course } from './standing-ports.ts';

/** Assembles the result of a drill from its request, its observations and their times. */

export interface Told
  extends Pick<DrillFacts, 'app' | 'environment' | 'assumedDetection' | 'tools' | 'run' | 'seed'> {
  readonly target?: DrillFacts['target'];
  readonly scenario: Scenario;
  readonly profile: Profile;
}

export const newCourse = (): Course => ({ rungs: [], notes: [], left: [], did: [] });

/**
 * Records a step of the scenario.
 * @throws Error for a step that is not in the scenario, so that a drill cannot deviate from its runbook.
 */
export function make({ scenario }: Pick<Told, 'scenario'>, { did }: Course, does: Does): void {
  if (!scenario.moves.some(move => move.does === does))
    throw new Error(`the drill of ${scenario.id} would ${does}, which is not in its runbook`);
  if (!did.includes(does)) did.push(does);
}

/** Returns the result. @param required the level, if it differs from that of the scenario. Pure. */
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
