/**
 * Evidence that stays valid at any time. An e-process is a bet against a null hypothesis: it starts at 1, and the chance that it ever
 * reaches 1/alpha while the null is true is at most alpha, however often it is read. The proof is in docs/gate-mathematics.md.
 *
 * One formula is used for both tests. HARM bets (grid above 1) against "the candidate's share of bad requests is at most
 * ratio * baseline's + points"; PASS bets (grid below 1) against "it is at least that".
 */

/** The counts of both tracks in one tick: requests, and the bad ones among them. */
export interface Counts {
  canaryBad: number;
  canary: number;
  baselineBad: number;
  baseline: number;
}

export const noCounts: Counts = { canaryBad: 0, canary: 0, baselineBad: 0, baseline: 0 };

export interface EProcessOptions {
  /** Alternatives, as multiples of `ratio`: all above 1 (HARM) or all below 1 (PASS). */
  grid: readonly number[];
  /** Weight of each alternative; the weights are normalized. */
  weights: readonly number[];
  /** The relative margin; 0 compares only with `points` and needs no baseline. */
  ratio: number;
  /** The absolute margin, as a fraction of requests. */
  points: number;
  /** The maximum that one tick may add to the logarithm, so that a single burst is not decisive. */
  cap: number;
  /** Dispersion: how many times larger the variance of the counts is than that of independent requests; at least 1. */
  phi: number;
  /** Ticks in which new bets start; without it only the first does. New bets find harm that begins late. */
  horizon?: number;
}

/** Plain data in log space without infinite values, so that JSON keeps it exactly. */
export interface EProcess {
  /** Natural logarithm of each alternative's bet; empty before the first tick. */
  log: number[];
  /** The part of the stake that has not been bet yet, 0 to 1. */
  left: number;
  /** Ticks that counted. */
  ticks: number;
}

export const emptyEProcess = (): EProcess => ({ log: [], left: 1, ticks: 0 });

/** Adds one tick. A tick without requests to either track changes nothing. */
export function update(options: EProcessOptions, before: EProcess, counts: Counts): EProcess {
  const { canary, baseline, canaryBad, baselineBad } = counts;
  const { grid, ratio, points, cap, phi } = options;
  if (canary <= 0 || (ratio > 0 && baseline <= 0)) return before;
  const stake = stakeOf(options, before.ticks);
  const logStake = Math.log(stake);
  const odds = ratio > 0 ? (ratio * canary) / baseline : 0;
  const level = Math.log1p(odds);
  const log = grid.map((g, index) => {
    const perBaseline = level - Math.log1p(g * odds);
    const perCanary = Math.log(g) + perBaseline;
    const expected = (canary * points * (g - 1)) / (1 + g * odds);
    const factor = Math.min((canaryBad * perCanary + baselineBad * perBaseline - expected) / phi, cap);
    const bet = before.log[index];
    if (bet === undefined) return logStake + factor;
    return (stake > 0 ? logAdd(bet, logStake) : bet) + factor;
  });
  return { log, left: Math.max(0, before.left - stake), ticks: before.ticks + 1 };
}

/** Returns the natural logarithm of the evidence; 0 is none. */
export function logEvidence({ grid, weights }: EProcessOptions, { log, left }: EProcess): number {
  if (log.length === 0) return 0;
  let sum = 0;
  for (let i = 0; i < grid.length; i++) sum += weights[i] ?? 0;
  let most = left > 0 ? 0 : Number.NEGATIVE_INFINITY;
  for (const bet of log) if (bet > most) most = bet;
  // 0 times infinity is not a number.
  let total = left > 0 ? left * Math.exp(-most) : 0;
  for (let i = 0; i < log.length; i++) total += ((weights[i] ?? 0) / sum) * Math.exp((log[i] ?? 0) - most);
  return most + Math.log(total);
}

/** Returns the logarithm of a sum of weights times exponentials; weights of 0 are left out. */
export function logSum(terms: readonly { weight: number; log: number }[]): number {
  let most = Number.NEGATIVE_INFINITY;
  for (const { weight, log } of terms) if (weight > 0 && log > most) most = log;
  if (most === Number.NEGATIVE_INFINITY) return most;
  let total = 0;
  for (const { weight, log } of terms) if (weight > 0) total += weight * Math.exp(log - most);
  return most + Math.log(total);
}

/** Returns the new stake after a number of ticks: half at first, the other half in equal parts up to the horizon. */
function stakeOf({ horizon }: EProcessOptions, ticks: number): number {
  if (horizon === undefined) return ticks === 0 ? 1 : 0;
  if (ticks === 0) return 0.5;
  return ticks < horizon ? 0.5 / (horizon - 1) : 0;
}

function logAdd(a: number, b: number): number {
  return a > b ? a + Math.log1p(Math.exp(b - a)) : b + Math.log1p(Math.exp(a - b));
}
