import { formatDuration } from '../toolkit/duration.ts';
import { type DrillLevel, type LevelCheck, missingLevels } from './levels.ts';
import { type Loss, lostTime, pointText } from './loss.ts';
import { type Outage, outageText } from './outage.ts';
import type { LossBound } from './postgres/loss-bound.ts';

/** The verdict of a drill. */

export interface DrillEvidence {
  /** Why the drill did not start: a check refused it, or a prerequisite is missing. */
  readonly refused?: string | undefined;
  /** Why nothing was broken: the system was not steady, or no drill is due. Such a drill shows nothing. */
  readonly skipped?: string | undefined;
  /** Why the drill itself could not finish. */
  readonly error?: string | undefined;
  /** Milliseconds; `rpo` 0 is no loss at all. Undefined where nothing is recovered, only detected. */
  readonly target: { readonly rto: number; readonly rpo: number } | undefined;
  /** Undefined where no outage is expected. */
  readonly outage?: Outage | undefined;
  /** Milliseconds that people or alerts would have needed before a recovery that the drill started itself. */
  readonly assumedDetection: number;
  /** Undefined where nothing was written during the drill. */
  readonly loss?: Loss | undefined;
  /** The upper bound of a loss that was not measured, or of which every marker was lost, from the state of the archive. */
  readonly bound?: LossBound | undefined;
  readonly required: DrillLevel;
  readonly levelChecks: readonly LevelCheck[];
  /** For a drill of a fault that must be detected: the fault, and whether it was. */
  readonly mustNotice?: { readonly noticed: boolean; readonly what: string } | undefined;
}

export const verdicts = ['pass', 'breach', 'fail', 'skipped', 'error', 'refused'] as const;

/**
 * - `pass`: everything required was proved, within the targets.
 * - `breach`: the recovery succeeded, but too late or with more loss than allowed.
 * - `fail`: the recovery failed or is incomplete, or a fault was not detected.
 * - `refused`: it did not start; `skipped`: nothing was broken; `error`: the drill itself broke down. None of them shows anything.
 */
export interface DrillVerdict {
  readonly verdict: (typeof verdicts)[number];
  /** The first one is for a headline; empty for a `pass`. */
  readonly reasons: readonly string[];
}

/** Judges a drill. A target that was neither measured nor bounded is not met. Pure. */
export function judgeDrill(evidence: DrillEvidence): DrillVerdict {
  const { refused, skipped, error, mustNotice } = evidence;
  if (refused !== undefined) return { verdict: 'refused', reasons: [refused] };
  if (error !== undefined) return { verdict: 'error', reasons: [error] };
  if (skipped !== undefined) return { verdict: 'skipped', reasons: [skipped] };
  const unnoticed = mustNotice?.noticed === false ? [`not detected: ${mustNotice.what}`] : [];
  const faults = [...unnoticed, ...faultsOf(evidence)];
  if (faults.length > 0) return { verdict: 'fail', reasons: faults };
  const missed = missedTargets(evidence);
  return missed.length > 0 ? { verdict: 'breach', reasons: missed } : { verdict: 'pass', reasons: [] };
}

function faultsOf({ outage, loss, levelChecks, required }: DrillEvidence): string[] {
  const open = outage?.kind === 'unresolved' ? [`the service did not recover: ${outage.why}`] : [];
  const wrong = loss?.findings.filter(each => each.wrong).map(({ sentence }) => sentence) ?? [];
  return [...open, ...wrong, ...missingLevels(levelChecks, required)];
}

/** If every marker is lost, they show no more than that: the writes before them are bounded by what the archive has. */
const lostAtMost = (loss: Loss, bound: LossBound | undefined): number =>
  loss.point.kind === 'all' && bound !== undefined
    ? Math.max(loss.point.atLeast, bound.atMost)
    : lostTime(loss);

function missedTargets({ outage, loss, bound, target, assumedDetection }: DrillEvidence): string[] {
  const reasons: string[] = [];
  if (target === undefined) return reasons;
  if (outage?.kind === 'over' && outage.rto + assumedDetection > target.rto) {
    const assumed =
      assumedDetection === 0 ? '' : ` and ${formatDuration(assumedDetection)} assumed for detection`;
    reasons.push(
      `the recovery took ${outageText(outage)}${assumed}; ${formatDuration(target.rto)} is allowed`,
    );
  }
  const allowed = `${formatDuration(target.rpo)} is allowed`;
  if (loss !== undefined) {
    const lost = lostAtMost(loss, bound);
    if (lost > target.rpo || (target.rpo === 0 && loss.lost.length > 0))
      reasons.push(
        `${pointText(loss.point)}${loss.point.kind === 'all' && bound ? `, and at most ${formatDuration(lost)},` : ''} of writes were lost (${loss.lost.length} of ${loss.demanded} acknowledged markers); ${allowed}`,
      );
  } else if (bound === undefined)
    reasons.push(`the loss was not measured, because no markers were written; ${allowed}`);
  else if (bound.atMost > target.rpo)
    reasons.push(
      `the loss was not measured; it is at most ${formatDuration(bound.atMost)}, and ${allowed}: ${bound.because}`,
    );
  return reasons;
}
