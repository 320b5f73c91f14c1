/** Round numbers for axes. */

/** Returns the smallest of 1, 2 and 5 times a power of ten that divides the length into at most `most` steps. */
export function roundStep(length: number, most: number): number {
  if (!(length > 0) || !Number.isFinite(length)) return 1;
  const rough = length / most;
  const power = 10 ** Math.floor(Math.log10(rough));
  const factor = [1, 2, 5, 10].find(each => each * power >= rough * (1 - 1e-9)) ?? 10;
  return factor * power;
}

/** Returns the round numbers between `from` and `to`: at most `most` + 1. */
export function roundTicks(from: number, to: number, most = 6): number[] {
  const step = roundStep(to - from, most);
  const first = Math.ceil(from / step - 1e-9);
  const last = Math.floor(to / step + 1e-9);
  // Multiplied and rounded, because adding up 0.1 gives 0.30000000000000004.
  const digits = Math.max(0, -Math.floor(Math.log10(step)));
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) =>
    Number(((first + index) * step).toFixed(digits)),
  );
}

/** Returns a round number at or above a value: the top of an axis that begins at 0. */
export function niceTop(value: number): number {
  if (!(value > 0) || !Number.isFinite(value)) return 1;
  const step = roundStep(value, 5);
  return Number((Math.ceil(value / step - 1e-9) * step).toPrecision(12));
}
