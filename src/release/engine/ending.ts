import { noteDuration } from '../evidence/decision.ts';
import { moved, replaced } from '../state/journal.ts';
import { replicasOf } from '../workloads/kinds.ts';
import { recordPods, recordTransition } from './chronicle.ts';
import { type Action, readyPods, runsCandidate } from './course.ts';
import type { RolloutContext } from './drive.ts';

/**
 * Ends a rollout. The outcome and the decision record are written before the state, for they are the next run's to write as soon as that
 * says that it is over. A release in whose place others have put another version ends undone.
 */
export async function concludeRollout(
  run: RolloutContext,
  phase: 'done' | 'undone',
  change: Pick<Extract<Action, { do: 'enter' }>, 'weight' | 'reason'>,
): Promise<void> {
  const { cluster, dossier, keeper, report } = run;
  const problem = await run.conclude(phase, change.reason ?? keeper.journal.reason);
  recordPods(run);
  if (phase === 'done' && keeper.journal.strategy === 'rolling') {
    const ms = Math.round(cluster.now() - keeper.journal.startedAt);
    dossier.update(record => noteDuration(record, 'first write to all pods ready', ms));
  }
  if (problem === undefined) recordTransition(run, phase, change);
  else recordTransition(run, 'undone', { weight: 0, reason: problem });
  await dossier.save(report);
  await keeper.change(journal =>
    problem === undefined
      ? moved(journal, phase, cluster.now(), change)
      : replaced(journal, problem, cluster.now()),
  );
}

/** Whether the workload is the candidate, is up, and has all of the traffic. */
export function candidateHasAllTraffic({
  course,
  keeper,
  world,
}: Pick<RolloutContext, 'course' | 'keeper' | 'world'>): boolean {
  const { phase } = keeper.journal;
  if (phase !== 'promoting' && phase !== 'watching') return false;
  const o = world.snapshot();
  const { workload } = o;
  return (
    workload !== undefined &&
    runsCandidate(course, workload) &&
    (course.router.weight(o) ?? 0) === 0 &&
    readyPods(o, 'stable').length >= replicasOf(workload)
  );
}
