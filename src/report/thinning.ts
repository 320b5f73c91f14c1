/**
 * At most so many of the values, evenly spread, for a chart that cannot hold all: the first, the last, and the smallest
 * and the largest of each stretch between them in the order in which they came. So no peak is lost, however short.
 * @param most at least 4.
 * @returns the indexes of what stays, rising.
 */
export function thinned(values: readonly (number | undefined)[], most: number): number[] {
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

/** Two indexes in [from, to), or one where there is but one: of the smallest and the largest value. */
function extremes(values: readonly (number | undefined)[], from: number, to: number): number[] {
  let low = from;
  let high = from;
  for (let index = from; index < to; index += 1) {
    const value = values[index];
    if (value === undefined) continue;
    if (value < (values[low] ?? Number.POSITIVE_INFINITY)) low = index;
    if (value > (values[high] ?? Number.NEGATIVE_INFINITY)) high = index;
  }
  // All alike, or one alone: an end of the stretch goes with it, so that every line of a chart has as many points.
  const other = low === from ? to - 1 : from;
  const [first, second] = low === high ? [low, other] : [low, high];
  if (first === second) return [first];
  return first < second ? [first, second] : [second, first];
}
