import { formatDuration } from '../toolkit/duration.ts';
import { type Level, lacking, type Rung } from './ladder.ts';
import { type Loss, lostTime, pointText } from './loss.ts';
import { type Outage, outageText } from './outage.ts';
import type { Behind } from './postgres/behind.ts';

/** What a drill has shown. */

export interface Evidence {
  /** Why it was not begun at all: something spoke against it, or what it takes is not there. */
  readonly refused?: string | undefined;
  /** Why nothing was broken: the system was not steady, or a drill is not due. Such a drill shows nothing. */
  readonly skipped?: string | undefined;
  /** Why the drill itself could not be done to its end. */
  readonly error?: string | undefined;
  /** Milliseconds; `rpo` 0 is no loss at all. Undefined where nothing is recovered, but something has to be noticed. */
  readonly target: { readonly rto: number; readonly rpo: number } | undefined;
  /** Undefined where nothing was to be out of service. */
  readonly outage?: Outage | undefined;
  /** Milliseconds that people or alerts would have needed before the recovery that the drill began itself. */
  readonly assumedDetection: number;
  /** Undefined where nothing was written meanwhile. */
  readonly loss?: Loss | undefined;
  /** Of a loss that was not measured: what it is at most, by what the primary said of its archive. */
  readonly bound?: Behind | undefined;
  readonly required: Level;
  readonly rungs: readonly Rung[];
  /** Of a drill that breaks what has to be noticed: what was not, when something was not. */
  readonly mustNotice?: { readonly noticed: boolean; readonly what: string } | undefined;
}

/**
 * - `pass`: everything that was demanded was proved, and within the targets.
 * - `breach`: it came back as it has to, too late or with more lost than allowed.
 * - `fail`: it did not come back, or not as it has to, or what is wrong was not noticed.
 * - `refused`: it was not begun; `skipped`: nothing was broken; `error`: the drill broke down itself. None of them shows anything.
 */
export interface DrillVerdict {
  readonly verdict: 'pass' | 'breach' | 'fail' | 'skipped' | 'error' | 'refused';
  /** The first is the one for a headline; empty of a `pass`. */
  readonly reasons: readonly string[];
}

/** Judges a drill. A target that could neither be measured nor bounded is not met. Pure. */
export function judgeDrill(evidence: Evidence): DrillVerdict {
  const { refused, skipped, error, mustNotice } = evidence;
  if (refused !== undefined) return { verdict: 'refused', reasons: [refused] };
  if (error !== undefined) return { verdict: 'error', reasons: [error] };
  if (skipped !== undefined) return { verdict: 'skipped', reasons: [skipped] };
  const unnoticed = mustNotice?.noticed === false ? [`${mustNotice.what} was not noticed`] : [];
  const faults = [...unnoticed, ...faultsOf(evidence)];
  if (faults.length > 0) return { verdict: 'fail', reasons: faults };
  const missed = missedTargets(evidence);
  return missed.length > 0 ? { verdict: 'breach', reasons: missed } : { verdict: 'pass', reasons: [] };
}

function faultsOf({ outage, loss, rungs, required }: Evidence): string[] {
  const open = outage?.kind === 'unresolved' ? [`it did not come back: ${outage.why}`] : [];
  const wrong = loss?.findings.filter(each => each.wrong).map(({ sentence }) => sentence) ?? [];
  return [...open, ...wrong, ...lacking(rungs, required)];
}

function missedTargets({ outage, loss, bound, target, assumedDetection }: Evidence): string[] {
  const reasons: string[] = [];
  if (target === undefined) return reasons;
  const rto = outage?.kind === 'over' ? outage.rto + assumedDetection : undefined;
  if (outage !== undefined && rto !== undefined && rto > target.rto) {
    const assumed =
      assumedDetection === 0
        ? ''
        : ` and ${formatDuration(assumedDetection)} that noticing it is taken to need`;
    reasons.push(`it took ${outageText(outage)}${assumed}, and ${formatDuration(target.rto)} are allowed`);
  }
  const lost = loss === undefined ? undefined : lostTime(loss);
  if (
    loss !== undefined &&
    lost !== undefined &&
    (lost > target.rpo || (target.rpo === 0 && loss.lost.length > 0))
  )
    reasons.push(
      `${pointText(loss.point)} of what was written is lost (${loss.lost.length} of ${loss.demanded} acknowledged markers), and ${formatDuration(target.rpo)} are allowed`,
    );
  if (loss === undefined && (bound === undefined || bound.atMost > target.rpo))
    reasons.push(
      bound === undefined
        ? `how much is lost was not measured, for no markers were written, and ${formatDuration(target.rpo)} are allowed`
        : `how much is lost was not measured; it is at most ${formatDuration(Math.round(bound.atMost))}, and ${formatDuration(target.rpo)} are allowed: ${bound.because}`,
    );
  return reasons;
}
