import { noteDuration } from '../decision-record/record.ts';
import { rolledBackByOthers, transition } from '../store/rollout-state.ts';
import { replicasOf } from '../workloads/kinds.ts';
import type { RolloutContext } from './context.ts';
import { recordPods, recordTransition } from './record-transitions.ts';
import { type Action, readyPods, runsCandidate } from './spec.ts';

/**
 * Ends a rollout: writes the outcome and the decision record, then the state. The state is last, because from then on the next run may
 * write the other two. A release whose version another client has replaced ends as rolled back.
 */
export async function concludeRollout(
  run: RolloutContext,
  phase: 'done' | 'rolled-back',
  change: Pick<Extract<Action, { do: 'transition' }>, 'weight' | 'reason'>,
): Promise<void> {
  const { cluster, decisions, store, report } = run;
  const problem = await run.conclude(phase, change.reason ?? store.rollout.reason);
  recordPods(run);
  if (phase === 'done' && store.rollout.strategy === 'rolling') {
    const ms = Math.round(cluster.now() - store.rollout.startedAt);
    decisions.update(record => noteDuration(record, 'first write to all pods ready', ms));
  }
  if (problem === undefined) recordTransition(run, phase, change);
  else recordTransition(run, 'rolled-back', { weight: 0, reason: problem });
  await decisions.save(report);
  await store.change(rollout =>
    problem === undefined
      ? transition(rollout, phase, cluster.now(), change)
      : rolledBackByOthers(rollout, problem, cluster.now()),
  );
}

/** Whether the workload runs the candidate, is ready, and has all traffic. */
export function candidateHasAllTraffic({
  spec,
  store,
  informers,
}: Pick<RolloutContext, 'spec' | 'store' | 'informers'>): boolean {
  const { phase } = store.rollout;
  if (phase !== 'promoting' && phase !== 'watching') return false;
  const snapshot = informers.snapshot();
  const { workload } = snapshot;
  return (
    workload !== undefined &&
    runsCandidate(spec, workload) &&
    (spec.router.weight(snapshot) ?? 0) === 0 &&
    readyPods(snapshot, 'stable').length >= replicasOf(workload)
  );
}
