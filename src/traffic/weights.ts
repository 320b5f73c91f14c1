/** Exact weights: whole numbers in the requested proportion, without rounding. */

/** Gateway API: the largest weight of a backend. */
const weightLimit = 1_000_000;

/** A backend of a rule: its weight before the split, and whether it belongs to the application. */
interface BackendPart {
  weight: number;
  ours: boolean;
}

/** The weights of a backend after a split; `canary` only for a backend of the application. */
interface SplitPart {
  weight: number;
  canary?: number;
}

/**
 * Splits each of the application's backends so that the canary gets exactly `weight` percent of it and every other backend keeps exactly
 * its proportion to the whole. The scale is the same for all of `weights`, so that a rollback patch from an earlier step is still
 * correct. Returns undefined when that needs weights above the limit.
 */
export function splitWeights(
  parts: readonly BackendPart[],
  weight: number,
  weights: readonly number[] = [],
): SplitPart[] | undefined {
  const fractions = [weight, ...weights].map(fraction);
  const scaled =
    parts.length === 1 && (parts[0]?.weight ?? 0) > 0
      ? [fractions.reduce((unit, { decimals }) => Math.max(unit, 100 * 10 ** decimals), 100)]
      : scaleUp(parts, fractions.map(({ denominator }) => denominator).reduce(leastMultiple, 1));
  const { numerator, denominator } = fraction(weight);
  const split = parts.map(({ ours }, index): SplitPart => {
    const whole = scaled[index] ?? 0;
    if (!ours) return { weight: whole };
    const canary = (whole / denominator) * numerator;
    return { weight: whole - canary, canary };
  });
  return scaled.every(whole => whole <= weightLimit) ? split : undefined;
}

/** Returns the smallest weights in the same proportion of which ours can be divided into `units` whole parts. */
function scaleUp(parts: readonly BackendPart[], units: number): number[] {
  const divisor = parts.reduce((common, { weight }) => greatestDivisor(common, weight), 0) || 1;
  const smallest = parts.map(({ weight }) => weight / divisor);
  const factor = parts.reduce((least, { ours }, index) => {
    const whole = smallest[index] ?? 0;
    return ours && whole > 0 ? leastMultiple(least, units / greatestDivisor(units, whole)) : least;
  }, 1);
  return smallest.map(whole => whole * factor);
}

interface Fraction {
  numerator: number;
  denominator: number;
  /** Digits after the point of the percentage. */
  decimals: number;
}

/** Converts a percentage to a fraction in lowest terms: 12.5 is 1/8. */
function fraction(percent: number): Fraction {
  if (!(percent >= 0 && percent <= 100)) throw new RangeError(`${percent} is not a percentage`);
  // String(number) may be 1e-7; more digits than this exceed every limit anyway.
  const digits = percent.toFixed(6).replace(/\.?0+$/, '');
  const decimals = digits.split('.')[1]?.length ?? 0;
  const whole = 100 * 10 ** decimals;
  const part = Math.round(percent * 10 ** decimals);
  const divisor = greatestDivisor(part, whole);
  return { numerator: part / divisor, denominator: whole / divisor, decimals };
}

function greatestDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestDivisor(b, a % b);
}

function leastMultiple(a: number, b: number): number {
  return (a / greatestDivisor(a, b)) * b;
}

/** Whether two lists of weights have the same proportions. */
export function isProportional(a: readonly number[], b: readonly number[]): boolean {
  const total = (list: readonly number[]) => list.reduce((sum, each) => sum + each, 0);
  return (
    a.length === b.length && total(a) > 0 && a.every((each, i) => each * total(b) === (b[i] ?? 0) * total(a))
  );
}
