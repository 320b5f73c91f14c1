import { setTimeout as sleep } from 'node:timers/promises';
import { ClusterError } from '../../cluster/errors.ts';
import type { Cluster } from '../../cluster/port.ts';
import { UserError } from '../../toolkit/errors.ts';
import { pauseOf } from '../rollout/attach.ts';
import type { RolloutRequest } from '../rollout/context.ts';
import { firstVerdictTimeout } from '../rollout/context.ts';
import { decide } from '../rollout/decide.ts';
import { recordedOf, specOf } from '../rollout/from-records.ts';
import { HealthTracker } from '../rollout/health.ts';
import { Informers } from '../rollout/informers.ts';
import type { RolloutAction, RolloutSpec } from '../rollout/spec.ts';
import { ReleaseStore } from '../store/releases.ts';
import type { StoredState } from '../store/rollout-state.ts';
import type { RolloutState } from '../store/schema.ts';
import { selectorOf } from '../workloads/pods.ts';
import { startGate } from './start.ts';

/** Checks a paused rollout: calls `decide` as the reconciler does, and writes nothing. */

/**
 * Whether a paused rollout needs a run: its bake is over, it does harm, its watchdog has acted, or pods are missing. The gate reads the
 * time since the last run from Prometheus's history.
 */
export async function needsRun(
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
  const foundPause = pauseOf(rollout, 'keep', origin);
  const spec = specOf(recorded, rollout, {
    token: rollout.token,
    goal: 'done',
    rollback: undefined,
    ...(foundPause === undefined ? {} : { foundPause }),
  });
  const informers = await Informers.open(
    cluster,
    config.app,
    recorded.environment,
    selectorOf(recorded.candidate),
    [],
  );
  try {
    return isRunNeeded(
      await whatNext(cluster, request, { informers, spec, rollout, gate: recorded.environment.gate }),
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
export function isRunNeeded(action: RolloutAction, { paused }: Pick<RolloutState, 'paused'>): boolean {
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

interface Looked {
  informers: Informers;
  spec: RolloutSpec;
  rollout: RolloutState;
  gate: RolloutRequest['environment']['gate'];
}

/** Returns the next action of a run, after the gate has read the time since the last one. */
async function whatNext(
  cluster: Cluster,
  request: RolloutRequest,
  { informers, spec, rollout, gate }: Looked,
): Promise<RolloutAction> {
  const { env, report } = request;
  const runner = await startGate(
    {
      cluster,
      spec,
      informers,
      ...(gate === undefined
        ? {}
        : { sources: { prometheus: gate.prometheus, logs: request.environment.monitoring?.logs } }),
      store: { rollout, change: async () => undefined },
      decisions: { update: () => undefined, save: async () => undefined },
    },
    { env, report },
  );
  const assessor = new HealthTracker(cluster, spec.namespace);
  // Without a verdict by then the rollout stays paused.
  const end = performance.now() + firstVerdictTimeout;
  try {
    for (;;) {
      const seen = { ...informers.snapshot(), rollout };
      runner.look(seen);
      const { verdict, facts } = runner.inputs(seen);
      const action = decide(spec, seen, {
        ...(await assessor.assess(seen)),
        workers: {},
        verdict,
        facts,
        cancelled: false,
        awaitsFirstVerdict: false,
        removed: false,
        pending: { manifests: false, routes: false },
      });
      if (action.do !== 'await' || performance.now() > end || request.signal?.aborted) return action;
      await sleep(250);
    }
  } finally {
    await runner.stop();
  }
}
