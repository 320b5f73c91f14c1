import { extendDeadline } from '../../analysis/gate.ts';
import type { Verdict } from '../../analysis/verdict.ts';
import type { Strategy } from '../../config/types.ts';
import { formatTime } from '../../toolkit/duration.ts';
import { howToRun } from '../../toolkit/operations.ts';
import { type Origin, originText } from '../../toolkit/origin.ts';
import type { Pause, PauseReason, RolloutState } from '../store/schema.ts';
import type { RolloutSnapshot, RolloutSpec } from './spec.ts';

/** When a rollout may pause, what it waits for, and what follows when that time is over. All pure. */

/** Milliseconds for which a sweep stays with a stage. */
const sweepHandOverAfter = 300_000;

/** Returns the pause of a rollout, with its phase and step; undefined when it was not paused. */
export function foundPauseOf(
  { paused, phase, step }: RolloutState,
  onPause: NonNullable<RolloutSpec['foundPause']>['onPause'],
  origin: Origin,
): RolloutSpec['foundPause'] {
  return paused && { paused, onPause, who: originText(origin), phase, step };
}

/** Returns the pause that the rollout must begin, or stay in, now; undefined when there is none. */
export function pauseFor(
  spec: RolloutSpec,
  { rollout, now }: RolloutSnapshot,
  verdict: Verdict,
): Pause | undefined {
  const { pausePolicy } = spec;
  if (pausePolicy === undefined || verdict.verdict === 'fail' || verdict.verdict === 'pod-local')
    return undefined;
  const before = stillThere(spec, rollout);
  if (before !== undefined && needsPerson(before.for)) {
    // A run that only looks, such as `sweep`, keeps the pause. An approval needs the metrics since it began.
    if (spec.foundPause?.onPause === 'keep') return before;
    if (spec.foundPause?.onPause === 'approve' && verdict.verdict === 'no-data') {
      return {
        until: before.until,
        for: before.for,
        reason: `the metrics since the pause began could not be read: ${verdict.reason}`,
      };
    }
  }
  const { reason } = verdict;
  const stage = pausePolicy.stages[rollout.step];
  if (verdict.verdict === 'pass') {
    if (stage?.approve !== true) return undefined;
    return { until: now + pausePolicy.pauseTimeout, for: 'approval', planned: true, reason };
  }
  if (verdict.verdict === 'inconclusive' && pausePolicy.onInconclusive !== 'rollback') {
    const who = pausePolicy.onInconclusive === 'pause' ? 'resume' : 'approval';
    return { until: now + pausePolicy.pauseTimeout, for: who, reason };
  }
  const open = verdict.verdict === 'continue' || verdict.verdict === 'no-data';
  // A sweep comes again, so it does not stay for the next pause of a rollout that it found in one.
  const handOverAfter =
    spec.foundPause?.onPause === 'keep'
      ? Math.min(pausePolicy.handOverAfter, sweepHandOverAfter)
      : pausePolicy.handOverAfter;
  if (!open || stage === undefined || stage.least <= handOverAfter) return undefined;
  if (now - rollout.since < handOverAfter) return undefined;
  return { until: rollout.since + stage.least + pausePolicy.pauseTimeout, for: 'bake', reason };
}

/**
 * Returns why this stage counts as passed: a person has approved it. An approval also replaces missing evidence, and never overrules
 * evidence of harm.
 */
export function approvalOf(spec: RolloutSpec, rollout: RolloutState, verdict: Verdict): string | undefined {
  const { foundPause } = spec;
  if (foundPause?.onPause !== 'approve' || stillThere(spec, rollout)?.for !== 'approval') return undefined;
  const open =
    verdict.verdict === 'pass' ||
    verdict.verdict === 'continue' ||
    verdict.verdict === 'inconclusive' ||
    (verdict.verdict === 'no-data' && verdict.missing === 'idle');
  return open ? `approved by ${foundPause.who}; the gate said: ${verdict.reason}` : undefined;
}

/** Returns the pause that this run found, as long as the rollout is in the same phase and step. */
function stillThere({ foundPause }: RolloutSpec, { phase, step }: RolloutState): Pause | undefined {
  return foundPause !== undefined && foundPause.phase === phase && foundPause.step === step
    ? foundPause.paused
    : undefined;
}

export const needsPerson = (what: PauseReason): what is 'resume' | 'approval' =>
  what === 'resume' || what === 'approval';

/** Returns the state of a resumed rollout: its deadline is `ms` from now. */
export function withMoreTime(rollout: RolloutState, ms: number, now: number): RolloutState {
  const deadline = now + ms;
  const gating = rollout.gate;
  if (gating?.state == null) return { ...rollout, deadline };
  return { ...rollout, deadline, gate: { ...gating, state: extendDeadline(gating.state, deadline) } };
}

/** Returns the rest of the sentence `release 7 …`: what a paused rollout waits for, and until when. */
export function pauseSentence({ for: what, until }: Pick<Pause, 'for' | 'until'>): string {
  const time = formatTime(until);
  switch (what) {
    case 'gate':
    case 'promote':
      return `waits for the action \`${what}\` of its run until ${time}`;
    case 'bake':
      return `is paused at this weight: \`sweep\` continues it when the stage is over, and rolls it back if it has not passed by ${time}`;
    case 'resume':
      return `waits for a person to resume it or roll it back; otherwise, it is rolled back automatically at ${time}`;
    case 'approval':
      return `waits for a person to approve it or roll it back; otherwise, it is rolled back automatically at ${time}`;
    default:
      return what satisfies never;
  }
}

/** Returns the remedy for the paused rollout of a release: the command that continues or ends it. */
export function pauseRemedy(what: PauseReason, candidate: number): string {
  switch (what) {
    case 'gate':
    case 'promote':
      return `wait for that run; if it has ended, ${howToRun('sweep')}, or ${howToRun('rollback')}`;
    case 'bake':
      return `wait for \`sweep\`, which continues it when the stage is over, or ${howToRun('rollback')}`;
    case 'resume':
      return howToRun(['resume', 'rollback'], candidate);
    case 'approval':
      return howToRun(['approve', 'rollback'], candidate);
    default:
      return what satisfies never;
  }
}

/** Returns why a rollout that was paused for too long is rolled back; undefined when it was not. */
export function overdueSentence({ candidate, paused }: RolloutState): string | undefined {
  if (paused === undefined) return undefined;
  const until = formatTime(paused.until);
  switch (paused.for) {
    case 'gate':
    case 'promote':
      return undefined;
    case 'bake':
      return `release ${candidate} had not passed the gate by ${until}: \`sweep\`, which continues it, may not run on schedule`;
    case 'resume':
    case 'approval':
      return `release ${candidate} was paused until ${until}, and was not ${paused.for === 'resume' ? 'resumed' : 'approved'} by then`;
    default:
      return paused.for satisfies never;
  }
}

/** When a rollout pauses, and for how long; in milliseconds. */
export interface PausePolicy {
  onInconclusive: 'rollback' | 'pause' | 'approve';
  /** Time for a person to act, or after the bake for the run that ends it. */
  pauseTimeout: number;
  /** The steps, then the bake: their least time, and whether a person must approve the candidate after it. */
  stages: { least: number; approve: boolean }[];
  /** How long a run stays with a stage before it pauses the rollout. */
  handOverAfter: number;
}

/** Returns when a rollout pauses with traffic on the candidate; undefined when a run always stays with it. */
export function pausePolicyOf(strategy: Strategy): PausePolicy | undefined {
  if (strategy.kind !== 'canary') return undefined;
  const { steps, bake, 'pause-timeout': pauseTimeout, 'on-inconclusive': onInconclusive } = strategy;
  const stages = [
    ...steps.map(({ pause = 0, approve = false }) => ({ least: pause, approve })),
    { least: bake.for, approve: bake.approve },
  ];
  return { onInconclusive, pauseTimeout, stages, handOverAfter: bake['hand-over-after'] };
}
