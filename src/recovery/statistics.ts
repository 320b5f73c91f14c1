import { counted } from '../toolkit/count.ts';

/** Statistics of many drills: what they show, and what they do not. */

/**
 * Returns the largest probability of missing the target that the drills do not rule out: the upper end of the one-sided Clopper-Pearson
 * interval, which is the p at which so few failures or fewer have a probability of `1 - confidence`. Without failures it is `1 - (1 -
 * confidence)^(1/n)`. It holds for drills that are alike and independent, which is a strong assumption.
 *
 * @param drills number of judged drills, without skipped ones. Returns 1 without any: nothing is shown.
 * @returns 0 to 1.
 * @throws {RangeError} for invalid counts, more failures than drills, or a confidence outside of 0 to 1.
 */
export function missBound(drills: number, failures = 0, confidence = 0.95): number {
  const counts = [drills, failures].every(each => Number.isInteger(each) && each >= 0);
  if (!counts || failures > drills || !(confidence > 0 && confidence < 1))
    throw new RangeError(`${failures} failures in ${drills} drills at ${confidence}`);
  if (failures === drills) return 1;
  const alpha = 1 - confidence;
  if (failures === 0) return 1 - alpha ** (1 / drills);
  let [low, high] = [failures / drills, 1];
  while (high - low > 1e-9) {
    const middle = (low + high) / 2;
    if (chanceOfAtMost(failures, drills, middle) > alpha) low = middle;
    else high = middle;
  }
  return high;
}

/** Returns `12 green drills of 12: the target may still be missed in up to 22.1 % of cases, at 95 % confidence`. */
export function boundText(drills: number, failures = 0): string {
  if (drills === 0) return 'no drill has run yet, so nothing is proved';
  // Rounds up, never below the bound.
  const percent = Math.ceil(missBound(drills, failures) * 1000 - 1e-6) / 10;
  return `${drills - failures} of ${counted(drills, 'drill')} passed: the target may still be missed in up to ${percent} % of cases, at 95 % confidence`;
}

/** Cumulative binomial probability. Summed from logarithms, because the factors overflow. */
function chanceOfAtMost(successes: number, trials: number, p: number): number {
  let logTerm = trials * Math.log1p(-p);
  let total = Math.exp(logTerm);
  for (let k = 1; k <= successes; k += 1) {
    logTerm += Math.log((trials - k + 1) / k) + Math.log(p) - Math.log1p(-p);
    total += Math.exp(logTerm);
  }
  return total;
}
