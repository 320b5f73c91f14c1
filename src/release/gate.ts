import type { Verdict } from '../analysis/verdict.ts';
import type { Cluster } from '../cluster/port.ts';
import { UserError } from '../toolkit/errors.ts';
import { lastVerdict } from './decision-record/record.ts';
import type { DecisionRecord } from './decision-record/schema.ts';
import { watcherOf } from './gate/start.ts';
import type { RolloutEnd } from './rollout/context.ts';
import { requireUnfinished } from './rollout/find.ts';
import { pauseSentence } from './rollout/pause.ts';
import { advance, type RolloutRequest } from './rollout/run.ts';
import type { Phase } from './store/phases.ts';
import type { Pause, RolloutState } from './store/schema.ts';
import type { ReleaseNumber } from './workloads/naming.ts';

export interface GateResult {
  release: ReleaseNumber;
  baseline: ReleaseNumber | undefined;
  /**
   * `passed`: it may be promoted. `rolled-back`: what served before has all of the traffic. `paused`: it waits on purpose, for
   * `waits`. `needs-action`: somebody must look.
   */
  state: 'passed' | 'rolled-back' | 'paused' | 'needs-action';
  /** The gate's last word; undefined when it was not asked. */
  verdict: Verdict['verdict'] | undefined;
  weight: number;
  reason?: string;
  waits?: Pause;
  ms: number;
  /** Why; undefined when nothing was done. */
  decision?: DecisionRecord;
}

/**
 * Gives the candidate one weight after the other and judges it at each; one that is not shown to be good is rolled back at once, or
 * waits for somebody where the strategy says so. Goes on with one that waited, whatever for: what happened meanwhile is judged
 * first.
 * @param approve passes the stage that waits for an approval, unless it does harm.
 * @throws UserError before the first write when there is nothing to judge, or nothing to approve.
 */
export async function gate(
  cluster: Cluster,
  request: RolloutRequest & { approve?: boolean },
): Promise<GateResult> {
  const phases: Phase[] = ['prepared', 'stepping', 'baking', 'promoting', 'watching', 'rolling-back'];
  const entry = await requireUnfinished(cluster, request, phases);
  const { phase, candidate, baseline, weight } = entry.rollout;
  if (request.approve === true) requireApprovable(entry.rollout);
  if (phase === 'promoting' || phase === 'watching') {
    request.report(`release ${candidate} has passed already`);
    return { release: candidate, baseline, state: 'passed', verdict: 'pass', weight, ms: 0 };
  }
  const { end, rollout, decisions, ms } = await advance(cluster, request, entry, 'judged', {
    calls: request.approve === true ? 'approve' : 'resume',
    watch: run => watcherOf(run, request),
  });
  return {
    release: rollout.candidate,
    baseline: rollout.baseline,
    state: stateOf(end),
    verdict: lastVerdict(decisions)?.verdict,
    weight: rollout.weight,
    ...reasonOf(end, rollout),
    ...(end.state === 'paused' ? { waits: end.paused } : {}),
    ms,
    decision: decisions,
  };
}

/**
 * An approval is for what waits for one, so that nobody overrules a gate by habit.
 * @throws UserError with what it waits for instead.
 */
export function requireApprovable({ candidate, paused, phase }: RolloutState): void {
  if (paused?.for === 'approval') return;
  const stands = paused === undefined ? `is ${phase}` : pauseSentence(paused);
  throw new UserError(
    `release ${candidate} does not wait for an approval: it ${stands}`,
    'resume it without an approval, or roll it back',
  );
}

function stateOf({ state }: RolloutEnd): GateResult['state'] {
  switch (state) {
    case 'rolled-back':
    case 'paused':
    case 'needs-action':
      return state;
    default:
      return 'passed';
  }
}

/** Why it is not over, as a tired person reads it: what it waits for, then what the gate left open. */
export function reasonOf(end: RolloutEnd, { candidate, weight }: RolloutState): { reason?: string } {
  if (end.state === 'rolled-back' || end.state === 'needs-action') return { reason: end.reason };
  if (end.state !== 'paused') return {};
  const { reason } = end.paused;
  const waits = `release ${candidate} has ${weight} % of the traffic and ${pauseSentence(end.paused)}`;
  return { reason: reason === undefined ? waits : `${waits}; ${reason}` };
}
