import { defined } from '../toolkit/map.ts';
import {
  type Counts,
  type EProcessOptions,
  emptyEProcess,
  logEvidence,
  noCounts,
  update,
} from './eprocess.ts';
import { harmOptions, passOptions } from './margins.ts';
import { sumOf } from './warm-up.ts';

/** How the candidate's share of bad requests relates to the baseline's. */
export interface RateRatio {
  /** From the pooled counts; undefined without bad requests of the baseline. */
  estimate?: number;
  /** The interval contains the true ratio with a chance of at least 1 - `alpha`, at all times at once; 0 and undefined are open ends. */
  low: number;
  high?: number;
}

const smallest = 1e-3;
const largest = 1e3;

/**
 * Returns the ratios that neither test rejects, by bisection over the judged ticks. It stays valid after every tick and can be shown with
 * a verdict: it uses the same evidence, without absolute margins.
 *
 * @param alpha chance that the true ratio is ever outside, half of it on either side
 * @param phi dispersion of the counts, at least 1
 */
export function rateRatio(ticks: readonly Counts[], { alpha = 0.05, phi = 1 } = {}): RateRatio {
  const spread = { phi, tau: 0, pods: 1, baselinePods: 1 };
  const harm = { ...harmOptions('ratio', spread, Math.max(2, ticks.length)), points: 0 };
  const pass = { ...passOptions({ ratio: 1, points: 0 }, spread), points: 0 };
  const needed = -Math.log(alpha / 2);
  const rejectedBy = (options: EProcessOptions) => (ratio: number) =>
    evidenceOf({ ...options, ratio }, ticks) >= needed;
  const low = edge(rejectedBy(harm), smallest, largest);
  const high = edge(rejectedBy(pass), largest, smallest);
  return { low: low ?? 0, ...defined({ estimate: pooledRatio(ticks), high }) };
}

/** Returns where a test that rejects `from` stops rejecting; undefined when it does not reject it. Bisection on the logarithm, to 0.1 %. */
function edge(isRejected: (ratio: number) => boolean, from: number, to: number): number | undefined {
  if (!isRejected(from)) return undefined;
  let [rejected, kept] = [Math.log(from), Math.log(to)];
  while (Math.abs(rejected - kept) > 1e-3) {
    const middle = (rejected + kept) / 2;
    if (isRejected(Math.exp(middle))) rejected = middle;
    else kept = middle;
  }
  return Math.exp(kept);
}

function evidenceOf(options: EProcessOptions, ticks: readonly Counts[]): number {
  let state = emptyEProcess();
  for (const tick of ticks) state = update(options, state, tick);
  return logEvidence(options, state);
}

function pooledRatio(ticks: readonly Counts[]): number | undefined {
  const { canaryBad, canary, baselineBad, baseline } = ticks.reduce(sumOf, noCounts);
  return canary > 0 && baselineBad > 0 ? canaryBad / canary / (baselineBad / baseline) : undefined;
}
