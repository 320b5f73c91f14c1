import { prolong } from '../../analysis/gate.ts';
import type { Verdict } from '../../analysis/verdict.ts';
import type { Gating } from '../store/gate-setup.ts';
import type { Pause, PauseReason, RolloutState } from '../store/schema.ts';
import type { Snapshot } from './informers.ts';
import type { RolloutSpec } from './spec.ts';

/** Rollouts that wait on purpose: when they may, for what, and what their time being over means. All pure. */

/** What the rollout is to wait for now instead of going on or back; undefined when it is not. */
export function pauseFor(
  spec: RolloutSpec,
  o: Snapshot,
  rollout: RolloutState,
  verdict: Verdict,
): Pause | undefined {
  const { waiting } = spec;
  if (waiting === undefined || verdict.verdict === 'fail' || verdict.verdict === 'pod-local')
    return undefined;
  const before = stillThere(spec, rollout);
  if (before !== undefined && needsPerson(before.for)) {
    // Who only looks leaves it to those for whom it waits; who approves must see first what happened meanwhile.
    if (spec.waited?.calls === 'look') return before;
    if (spec.waited?.calls === 'approve' && verdict.verdict === 'no-data') {
      return { ...before, reason: `what happened meanwhile could not be seen: ${verdict.reason}` };
    }
  }
  const { reason } = verdict;
  if (verdict.verdict === 'inconclusive' && waiting.onInconclusive !== 'rollback') {
    const who = waiting.onInconclusive === 'hold' ? 'resume' : 'approval';
    return { until: o.now + waiting.patience, for: who, reason };
  }
  const open = verdict.verdict === 'continue' || verdict.verdict === 'no-data';
  if (!open || rollout.phase !== 'baking' || waiting.bake <= waiting.attended) return undefined;
  if (o.now - rollout.since < waiting.attended) return undefined;
  return { until: rollout.since + waiting.bake + waiting.patience, for: 'bake', reason };
}

/**
 * Why this stage counts as passed although the gate leaves it open: somebody approved it. An approval stands for evidence
 * that is missing, never against evidence of harm.
 */
export function approvalOf(spec: RolloutSpec, rollout: RolloutState, verdict: Verdict): string | undefined {
  const { waited } = spec;
  if (waited?.calls !== 'approve' || stillThere(spec, rollout)?.for !== 'approval') return undefined;
  const open =
    verdict.verdict === 'continue' ||
    verdict.verdict === 'inconclusive' ||
    (verdict.verdict === 'no-data' && verdict.missing === 'idle');
  return open ? `approved by ${waited.who}; the gate said: ${verdict.reason}` : undefined;
}

/** What it waited for when this run came, as long as it is where it was then. */
function stillThere({ waited }: RolloutSpec, { phase, step }: RolloutState): Pause | undefined {
  return waited !== undefined && waited.phase === phase && waited.step === step ? waited.paused : undefined;
}

export const needsPerson = (waits: PauseReason): boolean => waits === 'resume' || waits === 'approval';

/** The state of a rollout that somebody lets go on: its time begins anew. */
export function withMoreTime(rollout: RolloutState, ms: number, now: number): RolloutState {
  const deadline = now + ms;
  const gating = rollout.gate as Gating | undefined;
  if (gating?.state == null) return { ...rollout, deadline };
  return { ...rollout, deadline, gate: { ...gating, state: prolong(gating.state, deadline) } };
}

/** `release 7 waits …`: for people, who are to know what to do. */
export function pauseSentence({ for: what, until }: Pick<Pause, 'for' | 'until'>): string {
  const time = new Date(until).toISOString();
  switch (what) {
    case 'gate':
    case 'promote':
      return `waits for ${what} until ${time}`;
    case 'bake':
      return `bakes without a run beside it; sweep looks after it, and rolls it back if it is not over by ${time}`;
    case 'resume':
      return `waits for somebody to resume or roll it back until ${time}, when it is rolled back`;
    case 'approval':
      return `waits for somebody to approve or roll it back until ${time}, when it is rolled back`;
    default:
      return what satisfies never;
  }
}

/** What to run so that a release that waits goes on or ends. */
export function pauseRemedy(what: PauseReason): string {
  switch (what) {
    case 'gate':
      return 'run `gate` to continue it, or `rollback` to roll it back';
    case 'promote':
      return 'run `promote` to finish it, or `rollback` to roll it back';
    case 'bake':
      return 'wait for `sweep`, which continues it when the bake is over, or run `rollback` to roll it back';
    case 'resume':
      return 'run `gate` to resume it, or `rollback` to roll it back';
    case 'approval':
      return 'run `gate` with `approve: true` to approve it, or `rollback` to roll it back';
    default:
      return what satisfies never;
  }
}

/** Why one that waited too long is rolled back. */
export function overdueSentence({ candidate, paused }: RolloutState): string | undefined {
  if (paused === undefined) return undefined;
  const until = new Date(paused.until).toISOString();
  switch (paused.for) {
    case 'gate':
    case 'promote':
      return undefined;
    case 'bake':
      return `release ${candidate} baked until its time was over at ${until}, and was never shown to be good`;
    case 'resume':
    case 'approval':
      return `release ${candidate} waited until ${until}, and nobody came to ${paused.for === 'resume' ? 'resume' : 'approve'} it`;
    default:
      return paused.for satisfies never;
  }
}
