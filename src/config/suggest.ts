/** Returns the candidate that `word` was probably meant to be: at most a third of its letters (and at most 3) differ. */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  if (word.length > 64) return undefined;
  let best: string | undefined;
  let least = Math.min(3, Math.max(1, Math.floor(word.length / 3))) + 1;
  for (const candidate of candidates) {
    const apart = distance(word.toLowerCase(), candidate.toLowerCase());
    if (apart < least && apart < candidate.length) {
      best = candidate;
      least = apart;
    }
  }
  return best;
}

/** Returns the remedy for an unknown name: the nearest candidate, or another one. */
export function suggestOr(word: string, candidates: readonly string[], otherwise: string): string {
  const near = nearest(word, candidates);
  return near === undefined ? otherwise : `did you mean \`${near}\`?`;
}

/** Returns the remedy for an unknown name: the nearest candidate, or all of them. */
export const suggest = (word: string, candidates: readonly string[]): string =>
  suggestOr(
    word,
    candidates,
    candidates.length === 1
      ? `use \`${candidates[0]}\`, the only choice`
      : `choose one of ${candidates.map(candidate => `\`${candidate}\``).join(', ')}`,
  );

/**
 * Returns the Damerau-Levenshtein distance (optimal string alignment): the least number of letters inserted, deleted, replaced, or
 * swapped with their neighbor that turns `a` into `b`.
 */
export function distance(a: string, b: string): number {
  const columns = b.length + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: columns }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column < columns; column++) {
      const same = a[row - 1] === b[column - 1];
      let least = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (same ? 0 : 1),
      );
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      if (swapped) least = Math.min(least, (beforeLast[column - 2] ?? 0) + 1);
      current.push(least);
    }
    beforeLast = last;
    last = current;
  }
  return last[b.length] ?? 0;
}
