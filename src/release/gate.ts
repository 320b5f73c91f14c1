import type { Verdict } from '../analysis/verdict.ts';
import type { Cluster } from '../cluster/port.ts';
import { lastVerdict } from '../decision/record.ts';
import type { DecisionRecord } from '../decision/schema.ts';
import { UserError } from '../toolkit/errors.ts';
import { howToRun } from '../toolkit/operations.ts';
import type { ReleaseNumber } from '../workloads/naming.ts';
import { startGate } from './gate/setup.ts';
import { type RolloutRequest, type RunEnd, reasonOfEnd } from './rollout/context.ts';
import { requireUnfinished } from './rollout/find.ts';
import { pauseSentence } from './rollout/pause.ts';
import { acquireRollout, advanceRollout } from './rollout/run.ts';
import { openPhases } from './store/phases.ts';
import type { Pause, RolloutState } from './store/schema.ts';

/** A verdict that decides a stage. */
type StageVerdict = Exclude<Verdict['verdict'], 'continue' | 'pod-local'>;

export interface GateResult {
  release: ReleaseNumber;
  baseline: ReleaseNumber | undefined;
  /**
   * `passed`: it may be promoted. `rolled-back`: the baseline has all traffic. `paused`: it waits for `waits`.
   * `needs-action`: a person must act.
   */
  state: 'passed' | 'rolled-back' | 'paused' | 'needs-action';
  /** The gate's last verdict; undefined when it gave none, or has not decided the last stage. */
  verdict: StageVerdict | undefined;
  weight: number;
  reason?: string;
  waits?: Pause;
  ms: number;
  /** Why it ended so; undefined when nothing was done. */
  decision?: DecisionRecord;
}

/**
 * Gives the candidate one weight after the other and judges it at each. A candidate that is not shown to be good is rolled back at
 * once, or paused where the strategy says so. Resumes a paused rollout: what happened meanwhile is judged first.
 * @param approve passes the stage that waits for an approval, unless the candidate does harm.
 * @throws UserError before the first write when no rollout can be judged, or none waits for an approval.
 */
export async function gate(
  cluster: Cluster,
  request: RolloutRequest & { approve?: boolean },
): Promise<GateResult> {
  const entry = await requireUnfinished(cluster, request, openPhases);
  const { phase, candidate, baseline, weight } = entry.rollout;
  if (request.approve === true) requireApprovable(entry.rollout);
  if (phase === 'promoting' || phase === 'watching') {
    request.report(`release ${candidate} has already passed`);
    return { release: candidate, baseline, state: 'passed', verdict: 'pass', weight, ms: 0 };
  }
  const lease = await acquireRollout(cluster, request, entry);
  const { end, rollout, decisions, ms } = await advanceRollout(cluster, request, lease, {
    command: 'gate',
    goal: 'judged',
    onPause: request.approve === true ? 'approve' : 'resume',
    startGate,
  }).finally(() => lease.release());
  return {
    release: rollout.candidate,
    baseline: rollout.baseline,
    state: stateOf(end),
    verdict: stageVerdict(lastVerdict(decisions)),
    weight: rollout.weight,
    ...reasonOfEnd(end, rollout),
    ...(end.state === 'paused' ? { waits: end.paused } : {}),
    ms,
    decision: decisions,
  };
}

/**
 * Refuses an approval that the release does not wait for, so that a gate cannot be overruled by habit.
 * @throws UserError that says what it waits for instead.
 */
function requireApprovable({ candidate, paused, phase }: RolloutState): void {
  if (paused?.for === 'approval') return;
  const current = paused === undefined ? `is in phase ${phase}` : pauseSentence(paused);
  throw new UserError(
    `release ${candidate} cannot be approved: it ${current}`,
    `instead, ${howToRun(['resume', 'rollback'], candidate)}`,
  );
}

function stateOf({ state }: RunEnd): GateResult['state'] {
  switch (state) {
    case 'rolled-back':
    case 'paused':
    case 'needs-action':
      return state;
    default:
      return 'passed';
  }
}

/** Returns a verdict that decides its stage; undefined for another one. Pure. */
export function stageVerdict(last: Verdict | undefined): StageVerdict | undefined {
  switch (last?.verdict) {
    case undefined:
    case 'continue':
    case 'pod-local':
      return undefined;
    default:
      return last?.verdict;
  }
}
