/**
 * Kayenta's classification of a metric as "High", for its defaults: a Mann-Whitney confidence interval of 98 % of the shift between two
 * samples is above a quarter of the estimated shift, and the mean has risen.
 */
export function isHigh(canary: number[], baseline: number[]): boolean {
  const same = [...canary].sort((a, b) => a - b).join() === [...baseline].sort((a, b) => a - b).join();
  if (same || new Set([...canary, ...baseline]).size === 1) return false;
  const lower = shiftAt(2.326, canary, baseline);
  const estimate = shiftAt(0, canary, baseline);
  const ratio = mean(canary) / mean(baseline);
  return lower > 0.25 * Math.abs(estimate) && !(Number.isFinite(ratio) && ratio < 1);
}

/** The shift at which the standardized rank sum has that value: bisection to Kayenta's absolute tolerance. */
function shiftAt(target: number, x: number[], y: number[]): number {
  let low = Math.min(...x) - Math.max(...y);
  let high = Math.max(...x) - Math.min(...y);
  if (standardised(low, x, y) - target <= 0) return low;
  if (standardised(high, x, y) - target >= 0) return high;
  while (high - low > 1e-4) {
    const middle = (low + high) / 2;
    if (standardised(middle, x, y) > target) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

function standardised(shift: number, x: number[], y: number[]): number {
  const [m, n] = [x.length, y.length];
  const all = [
    ...x.map(value => ({ value: value - shift, own: true })),
    ...y.map(value => ({ value, own: false })),
  ];
  all.sort((a, b) => a.value - b.value);
  let ranks = 0;
  let ties = 0;
  for (let i = 0; i < all.length; ) {
    let end = i;
    while (end < all.length && all[end]?.value === all[i]?.value) end++;
    const count = end - i;
    const rank = (i + 1 + end) / 2;
    for (let k = i; k < end; k++) if (all[k]?.own) ranks += rank;
    ties += count ** 3 - count;
    i = end;
  }
  const d = ranks - (m * (m + 1)) / 2 - (m * n) / 2;
  const sigma = Math.sqrt(((m * n) / 12) * (m + n + 1 - ties / ((m + n) * (m + n - 1))));
  return sigma === 0 ? 0 : (d - Math.sign(d) * 0.5) / sigma;
}

const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
