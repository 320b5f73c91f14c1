/**
 * Chooses at most `most` of the values for a chart: the first, the last, and the smallest and largest of each equal stretch between them.
 * So no peak is lost, however short.
 * @param most at least 4.
 * @returns the indexes of the chosen values, ascending.
 */
export function downsample(values: readonly (number | undefined)[], most: number): number[] {
  const last = values.length - 1;
  if (values.length <= most) return values.map((_, index) => index);
  const stretches = Math.floor((most - 2) / 2);
  const inner = Array.from({ length: stretches }, (_, stretch) => {
    const from = 1 + Math.floor((stretch * (last - 1)) / stretches);
    const to = 1 + Math.floor(((stretch + 1) * (last - 1)) / stretches);
    return extremes(values, from, to);
  });
  return [0, ...inner.flat(), last];
}

/** Returns the indexes in [from, to) of the smallest and the largest value; one index when there is only one. */
function extremes(values: readonly (number | undefined)[], from: number, to: number): number[] {
  let low = from;
  let high = from;
  for (let index = from; index < to; index += 1) {
    const value = values[index];
    if (value === undefined) continue;
    if (value < (values[low] ?? Number.POSITIVE_INFINITY)) low = index;
    if (value > (values[high] ?? Number.NEGATIVE_INFINITY)) high = index;
  }
  // If both are the same, an end of the stretch is added, so that all lines of a chart have the same number of points.
  const other = low === from ? to - 1 : from;
  const [first, second] = low === high ? [low, other] : [low, high];
  if (first === second) return [first];
  return first < second ? [first, second] : [second, first];
}
