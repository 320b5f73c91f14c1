import type { DrillFacts } from '../drill-report.ts';
import type { Scenario } from '../scenario.ts';
import type { StepAction } from '../scenario-steps.ts';
import type { DrillProgress } from './live-system.ts';
import type { DrillPace } from './pace.ts';

/** Assembles the result of a drill from its request, its observations and their times. */

interface DrillRequest
  extends Pick<DrillFacts, 'app' | 'environment' | 'assumedDetection' | 'tools' | 'run' | 'seed'> {
  readonly target?: DrillFacts['target'];
  readonly scenario: Scenario;
  readonly pace: DrillPace;
}

export const newProgress = (): DrillProgress => ({ levelChecks: [], notes: [], left: [], did: [] });

/**
 * Records a step of the scenario.
 * @throws Error for a step that is not in the scenario, so that a drill cannot deviate from its runbook.
 */
export function recordStep(
  { scenario }: Pick<DrillRequest, 'scenario'>,
  { did }: DrillProgress,
  action: StepAction,
): void {
  if (!scenario.steps.some(step => step.action === action))
    throw new Error(`the ${scenario.id} drill tried the step ${action}, which is not in its runbook`);
  if (!did.includes(action)) did.push(action);
}

/** Returns the result. @param required the level, if it differs from that of the scenario. Pure. */
export function factsOf(
  { app, environment, target, assumedDetection, tools, run, scenario, pace, seed }: DrillRequest,
  progress: DrillProgress,
  { required = scenario.required, ...times }: Times,
): DrillFacts {
  return {
    app,
    environment,
    target,
    assumedDetection,
    tools,
    run,
    ...(seed === undefined ? {} : { seed }),
    ...progress,
    scenario: scenario.id,
    required,
    pace: pace.name,
    ...times,
    files: {},
  };
}

interface Times extends Pick<DrillFacts, 'startedAt' | 'endedAt' | 'phaseTimes' | 'jobs'> {
  readonly required?: DrillFacts['required'];
}
