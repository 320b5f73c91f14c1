import type { Cluster } from '../cluster/port.ts';
import { openHookSentence } from './deploy/run-hooks.ts';
import { needsRun } from './gate/needs-run.ts';
import { startGate } from './gate/start.ts';
import { reasonOf } from './gate.ts';
import { isHandOverLost } from './preflight/unfinished.ts';
import type { RolloutContext, RolloutRequest } from './rollout/context.ts';
import { unfinished } from './rollout/find.ts';
import { pauseSentence } from './rollout/pause.ts';
import { continueRollout, endDeadRollout, type RolloutProgress } from './rollout/run.ts';
import { acquireLease, type Lease, LeaseHeld } from './store/lease.ts';
import { findOrphans, removeOrphans } from './store/orphans.ts';
import { readState } from './store/rollout-state.ts';

export interface SweepResult {
  /** `nothing`: no rollout to sweep. `busy`: a run holds the Lease or the rollout is paused. Otherwise how it ended. */
  state: 'nothing' | 'busy' | 'finished' | 'rolled-back' | 'needs-action';
  release?: number;
  reason?: string;
}

/**
 * Finishes or rolls back the rollout of a run that died. Never touches the rollout of a living run. Judges a paused rollout: a long
 * bake that is over continues, and a candidate that does harm is rolled back; otherwise one that waits for a person keeps waiting. A
 * rollout that waits for the next action of a run that is known to have ended counts as that of a dead run.
 */
export async function sweep(cluster: Cluster, request: RolloutRequest): Promise<SweepResult> {
  const entry = await unfinished(cluster, request);
  if (entry === undefined) return sweepOrphans(cluster, request);
  const { candidate, paused } = entry.rollout;
  const isWaiting =
    paused !== undefined && paused.until > cluster.now() && !(await isHandOverLost(entry.rollout, request));
  const waits = isWaiting ? paused : undefined;
  if (waits !== undefined && !(await needsRun(cluster, request, entry))) {
    return { state: 'busy', release: candidate, reason: `release ${candidate} ${pauseSentence(waits)}` };
  }
  return underFreeLease(cluster, request, candidate, async lease => {
    // Before the Lease was ours, its run could have continued and paused it.
    const left = await unfinished(cluster, request);
    if (left === undefined) return { state: 'nothing' };
    if (left.text !== entry.text)
      return { state: 'busy', release: candidate, reason: `release ${candidate} has advanced meanwhile` };
    const judge = (run: RolloutContext) => startGate(run, request);
    // A paused rollout continues if its bake is over, is rolled back if it does harm, and otherwise stays paused.
    const swept =
      waits === undefined
        ? await endDeadRollout(cluster, request, lease, left.rollout, { command: 'sweep', startGate: judge })
        : await continueRollout(cluster, request, lease, {
            command: 'sweep',
            goal: 'done',
            onPause: 'keep',
            startGate: judge,
          });
    return swept === undefined ? { state: 'nothing' } : resultOf(swept);
  });
}

/** Removes the orphans of runs that died before their rollout began, while no rollout is under way. */
async function sweepOrphans(cluster: Cluster, request: RolloutRequest): Promise<SweepResult> {
  const { app } = request.config;
  const { namespace, workload } = request.environment;
  const found = (report?: RolloutRequest['report']) => findOrphans(cluster, namespace, app, workload, report);
  const first = await found(request.report);
  if (first === undefined) {
    const left = openHookSentence((await readState(cluster, namespace, app))?.rollout);
    return { state: 'nothing', ...(left === undefined ? {} : { reason: left }) };
  }
  const release = first.open[0]?.record.release;
  return underFreeLease(cluster, request, release, async ({ token }) => {
    // Before the Lease was ours, its run could have continued.
    const orphans = await found();
    if (orphans === undefined) return { state: 'nothing' };
    await removeOrphans(cluster, namespace, { app, token }, orphans, request.report);
    const reason = 'its run ended before it applied anything';
    return release === undefined ? { state: 'nothing' } : { state: 'rolled-back', release, reason };
  });
}

async function underFreeLease(
  cluster: Cluster,
  { config, environment, origin, report }: RolloutRequest,
  candidate: number | undefined,
  work: (lease: Lease) => Promise<SweepResult>,
): Promise<SweepResult> {
  let lease: Lease;
  try {
    lease = await acquireLease(cluster, {
      app: config.app,
      namespace: environment.namespace,
      workload: environment.workload,
      origin,
      wait: 0,
      seize: false,
      report,
    });
  } catch (error) {
    if (!(error instanceof LeaseHeld)) throw error;
    const release = candidate === undefined ? {} : { release: candidate };
    return { state: 'busy', ...release, reason: error.message };
  }
  try {
    return await work(lease);
  } finally {
    await lease.release();
  }
}

function resultOf({ end, rollout }: RolloutProgress): SweepResult {
  const release = rollout.candidate;
  const why = reasonOf(end, rollout);
  const left = openHookSentence(rollout);
  switch (end.state) {
    case 'rolled-back':
    case 'needs-action':
      return { state: end.state, release, ...why };
    case 'paused':
      return { state: 'busy', release, ...why };
    default:
      return { state: 'finished', release, ...(left === undefined ? {} : { reason: left }) };
  }
}
