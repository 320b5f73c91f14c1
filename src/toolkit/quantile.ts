/** Returns the smallest value that this share of the values does not exceed (nearest rank); undefined without values. Pure. */
export function quantile(values: readonly number[], share: number): number | undefined {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)];
}
