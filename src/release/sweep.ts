import { setTimeout as sleep } from 'node:timers/promises';
import { ClusterError } from '../cluster/errors.ts';
import type { Cluster } from '../cluster/port.ts';
import { UserError } from '../toolkit/errors.ts';
import { selectorOf } from '../workloads/pods.ts';
import { startGate } from './gate/setup.ts';
import { gateSourcesOf } from './gate/sources.ts';
import { firstVerdictTimeout, type RolloutRequest, reasonOfEnd } from './rollout/context.ts';
import { decide } from './rollout/decide.ts';
import { isHandOverLost } from './rollout/earlier-rollout.ts';
import { findUnfinishedRollout } from './rollout/find.ts';
import { recordedOf, specOf } from './rollout/from-records.ts';
import { HealthTracker } from './rollout/health.ts';
import { Informers } from './rollout/informers.ts';
import { foundPauseOf, pauseSentence } from './rollout/pause.ts';
import { advanceRollout, endDeadRollout, type RolloutResult } from './rollout/run.ts';
import type { RolloutAction, RolloutSpec } from './rollout/spec.ts';
import { openHookSentence } from './run-hooks.ts';
import { acquireLease, type Lease, LeaseHeld } from './store/lease.ts';
import { findOrphans, removeOrphans } from './store/orphans.ts';
import { requireOneEnvironment } from './store/recorded-environment.ts';
import { ReleaseStore } from './store/releases.ts';
import { readState, type StoredState } from './store/rollout-state.ts';
import type { RolloutState } from './store/schema.ts';

export interface SweepResult {
  /** `idle`: no rollout to sweep. `running`: another run works on it. `paused`: it stays so. Otherwise how it ended. */
  state: 'idle' | 'running' | 'paused' | 'complete' | 'rolled-back' | 'needs-action';
  release?: number;
  reason?: string;
}

/**
 * Finishes or rolls back the rollout of a run that died. Never touches the rollout of a living run. Judges a paused rollout: a long
 * bake that is over continues, and a candidate that does harm is rolled back; otherwise one that waits for a person keeps waiting. A
 * rollout that waits for the next action of a run that is known to have ended counts as that of a dead run.
 */
export async function sweep(cluster: Cluster, request: RolloutRequest): Promise<SweepResult> {
  const entry = await findUnfinishedRollout(cluster, request);
  if (entry === undefined) return sweepOrphans(cluster, request);
  const { candidate, paused } = entry.rollout;
  const isWaiting =
    paused !== undefined && paused.until > cluster.now() && !(await isHandOverLost(entry.rollout, request));
  const waits = isWaiting ? paused : undefined;
  if (waits !== undefined && !(await pausedRolloutNeedsRun(cluster, request, entry))) {
    return { state: 'paused', release: candidate, reason: `release ${candidate} ${pauseSentence(waits)}` };
  }
  return underFreeLease(cluster, request, candidate, async lease => {
    // Before the Lease was ours, its run could have continued and paused it.
    const left = await findUnfinishedRollout(cluster, request);
    if (left === undefined) return { state: 'idle' };
    if (left.text !== entry.text)
      return {
        state: 'running',
        release: candidate,
        reason: `another run has changed the rollout of release ${candidate}`,
      };
    // A paused rollout continues if its bake is over, is rolled back if it does harm, and otherwise stays paused.
    const swept =
      waits === undefined
        ? await endDeadRollout(cluster, request, lease, left.rollout, { command: 'sweep', startGate })
        : await advanceRollout(cluster, request, lease, {
            command: 'sweep',
            goal: 'done',
            onPause: 'keep',
            startGate,
          });
    return swept === undefined ? { state: 'idle' } : resultOf(swept);
  });
}

/** Removes the orphans of runs that died before their rollout began, while no rollout is under way. */
async function sweepOrphans(cluster: Cluster, request: RolloutRequest): Promise<SweepResult> {
  const { app } = request.config;
  const { namespace, workload } = request.environment;
  const found = (report?: RolloutRequest['report']) => findOrphans(cluster, namespace, app, workload, report);
  const first = await found(request.report);
  if (first === undefined) {
    const rollout = (await readState(cluster, namespace, app))?.rollout;
    if (rollout !== undefined && (await isLeftUnverified(cluster, request, rollout)))
      return {
        state: 'complete',
        release: rollout.candidate,
        reason: `the run of release ${rollout.candidate} ended before it was verified`,
      };
    const left = openHookSentence(rollout);
    return { state: 'idle', ...(left === undefined ? {} : { reason: left }) };
  }
  requireOneEnvironment(first.abandoned, request);
  return underFreeLease(cluster, request, first.abandoned[0]?.record.release, async ({ token }) => {
    // Before the Lease was ours, its run could have continued, and without a Lease every record counted.
    const orphans = await found();
    if (orphans === undefined) return { state: 'idle' };
    await removeOrphans(cluster, namespace, { app, token }, orphans, request.report);
    const release = orphans.abandoned[0]?.record.release;
    const reason = 'its run ended before it applied anything';
    return release === undefined ? { state: 'idle' } : { state: 'rolled-back', release, reason };
  });
}

/** Whether a release has all traffic, and its run is known to have ended without verifying it. */
async function isLeftUnverified(
  cluster: Cluster,
  { config, environment, hasEnded, report }: RolloutRequest,
  { candidate, phase, run }: RolloutState,
): Promise<boolean> {
  if (phase !== 'done' || hasEnded === undefined) return false;
  const releases = await new ReleaseStore(cluster, environment.namespace, config.app, report).list();
  const newest = releases.find(({ record }) => record.release === candidate);
  return newest?.outcome?.state === 'complete' && hasEnded(run);
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
    return { state: 'running', ...release, reason: error.message };
  }
  try {
    return await work(lease);
  } finally {
    await lease.release();
  }
}

function resultOf({ end, rollout }: RolloutResult): SweepResult {
  const release = rollout.candidate;
  const why = reasonOfEnd(end, rollout);
  const left = openHookSentence(rollout);
  switch (end.state) {
    case 'rolled-back':
    case 'needs-action':
    case 'paused':
      return { state: end.state, release, ...why };
    default:
      return { state: 'complete', release, ...(left === undefined ? {} : { reason: left }) };
  }
}

/**
 * Whether a paused rollout needs a run: its bake is over, it does harm, its watchdog has acted, or pods are missing. Calls `decide` as the
 * reconciler does, and writes nothing. The gate reads the time since the last run from Prometheus's history.
 */
async function pausedRolloutNeedsRun(
  cluster: Cluster,
  request: RolloutRequest,
  entry: StoredState,
): Promise<boolean> {
  const { rollout } = entry;
  // In the other phases the candidate has no traffic, or has passed the gate.
  if (rollout.phase !== 'stepping' && rollout.phase !== 'baking') return false;
  const { config, environment: asked, origin } = request;
  const releases = await new ReleaseStore(cluster, asked.namespace, config.app).list();
  const recorded = recordedOf(releases, rollout, asked);
  const foundPause = foundPauseOf(rollout, 'keep', origin);
  const { token } = rollout;
  const spec = specOf(recorded, rollout, { token, goal: 'done', rollback: undefined, foundPause });
  const informers = await Informers.open(
    cluster,
    config.app,
    recorded.environment,
    selectorOf(recorded.candidate),
    [],
  );
  try {
    return mustAct(
      await nextAction(cluster, request, { informers, spec, rollout, environment: recorded.environment }),
      rollout,
    );
  } catch (error) {
    // The decision cannot be made, so a run must roll the release back.
    if (error instanceof UserError && !(error instanceof ClusterError)) return true;
    throw error;
  } finally {
    informers.close();
  }
}

/** Whether a run must carry out this action now, or the rollout may stay paused. Pure. */
export function mustAct(action: RolloutAction, { paused }: Pick<RolloutState, 'paused'>): boolean {
  switch (action.do) {
    case 'await':
    case 'end':
    case 'needs-action':
      return false;
    case 'pause':
      return action.for !== paused?.for;
    default:
      return true;
  }
}

interface ActionContext {
  informers: Informers;
  spec: RolloutSpec;
  rollout: RolloutState;
  /** As recorded. */
  environment: RolloutRequest['environment'];
}

/** Returns the next action of a run, after the gate has read the time since the last one. */
async function nextAction(
  cluster: Cluster,
  request: RolloutRequest,
  { informers, spec, rollout, environment }: ActionContext,
): Promise<RolloutAction> {
  const { env, report } = request;
  const runner = await startGate(
    {
      cluster,
      spec,
      informers,
      sources: gateSourcesOf(environment, request.environment),
      store: { rollout, change: async () => undefined },
      decisions: { update: () => undefined, save: async () => undefined },
    },
    { env, report },
  );
  const health = new HealthTracker(cluster, spec.namespace);
  // Without a verdict by then the rollout stays paused.
  const end = performance.now() + firstVerdictTimeout;
  try {
    for (;;) {
      const seen = { ...informers.snapshot(), rollout };
      runner.look(seen);
      const { verdict, facts } = runner.inputs(seen);
      const action = decide(spec, seen, {
        ...(await health.assess(seen)),
        workers: {},
        verdict,
        facts,
        cancelled: false,
        // A run attaches, and creates its own watchdog.
        unwatchedSince: 0,
        awaitsFirstVerdict: false,
        removed: false,
        pending: false,
      });
      if (action.do !== 'await' || performance.now() > end || request.signal?.aborted) return action;
      await sleep(250);
    }
  } finally {
    await runner.stop();
  }
}
