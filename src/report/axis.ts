/** Round numbers for axes. */

/** The smallest of 1, 2 and 5 times a power of ten that divides the length into at most so many steps. */
export function roundStep(length: number, most: number): number {
  if (!(length > 0) || !Number.isFinite(length)) return 1;
  const rough = length / most;
  const power = 10 ** Math.floor(Math.log10(rough));
  const factor = [1, 2, 5, 10].find(each => each * power >= rough * (1 - 1e-9)) ?? 10;
  return factor * power;
}

/** Round numbers from the one at or above `from` to the one at or below `to`: at most so many and one. */
export function roundTicks(from: number, to: number, most = 6): number[] {
  const step = roundStep(to - from, most);
  const first = Math.ceil(from / step - 1e-9);
  const last = Math.floor(to / step + 1e-9);
  // Multiplied and rounded, not added up: 0.1 + 0.2 is no tick.
  const digits = Math.max(0, -Math.floor(Math.log10(step)));
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) =>
    Number(((first + index) * step).toFixed(digits)),
  );
}

/** A round number at or above a value, to end an axis that begins at 0. */
export function niceTop(value: number): number {
  if (!(value > 0) || !Number.isFinite(value)) return 1;
  const step = roundStep(value, 5);
  return Number((Math.ceil(value / step - 1e-9) * step).toPrecision(12));
}
