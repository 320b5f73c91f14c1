import { type MetricPast, podsOfPast, sumOfPast } from './past.ts';

/** With fewer bad requests than this, their clustering cannot be estimated. */
const leastBad = 20;

/**
 * Returns how much more the counts vary than those of independent requests: bad requests come in clusters (retries, one client), and each
 * cluster counts once. In every tick the pods are split in two halves, and the deviation of one half from its expected part of the sum is
 * measured. Effects on both halves (an incident, the hour of the day) cancel out. Each pod is expected to keep its own rate, so that
 * differences between pods do not count here, but in `spreadOf`.
 *
 * @returns phi, at least 1; 1 when there are too few bad requests or pods for an estimate
 */
export function dispersionOf(history: MetricPast, index: number): number {
  const pods = podsOfPast(history, index);
  if (sumOfPast(history, index).bad < leastBad || pods.size < 2) return 1;
  let squares = 0;
  let variance = 0;
  let ticks = 0;
  for (const tick of history.ticks) {
    const a = { bad: 0, expected: 0 };
    const b = { bad: 0, expected: 0 };
    [...tick]
      .sort((a, b) => (a.pod < b.pod ? -1 : 1))
      .forEach(({ pod, total, bad }, at) => {
        const half = at % 2 === 0 ? a : b;
        const own = pods.get(pod);
        half.bad += bad[index] ?? 0;
        half.expected += own === undefined || own.total === 0 ? 0 : (total * own.bad) / own.total;
      });
    const sum = a.bad + b.bad;
    const part = a.expected / (a.expected + b.expected);
    if (sum === 0 || !(part > 0 && part < 1)) continue;
    squares += (a.bad - sum * part) ** 2;
    variance += sum * part * (1 - part);
    ticks++;
  }
  // The rates of the pods were estimated from the same ticks, which costs about one degree of freedom.
  return ticks < 2 ? 1 : Math.max(1, (squares / variance) * (ticks / (ticks - 1)));
}
