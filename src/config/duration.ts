declare const brand: unique symbol;

/** A length of time in milliseconds: a positive whole number, at most 24 hours. */
export type Duration = number & { readonly [brand]: 'Duration' };

export const longestDuration = 24 * 60 * 60 * 1000;

/** Units from the largest to the smallest, each at most once: `1h30m`, `5m`, `30s`, `250ms`. */
export const durationPattern = /^(?=\d)(\d{1,8}h)?(\d{1,8}m)?(\d{1,8}s)?(\d{1,8}ms)?$/;

const units = [
  { name: 'h', milliseconds: 3_600_000 },
  { name: 'm', milliseconds: 60_000 },
  { name: 's', milliseconds: 1_000 },
  { name: 'ms', milliseconds: 1 },
] as const;

/** Reads `1h30m`, `5m`, `30s` or `250ms`; undefined when the text is no duration, zero, or above 24 hours. */
export function parseDuration(text: string): Duration | undefined {
  const parts = durationPattern.exec(text);
  if (parts === null) return undefined;
  const milliseconds = units.reduce(
    (sum, unit, index) => sum + Number.parseInt(parts[index + 1] ?? '0', 10) * unit.milliseconds,
    0,
  );
  return isDuration(milliseconds) ? milliseconds : undefined;
}

/** Writes a duration in its shortest form: 90 000 becomes `1m30s`. */
export function formatDuration(duration: Duration): string {
  let rest: number = duration;
  let text = '';
  for (const unit of units) {
    const count = Math.floor(rest / unit.milliseconds);
    rest -= count * unit.milliseconds;
    if (count > 0) text += `${count}${unit.name}`;
  }
  return text;
}

function isDuration(milliseconds: number): milliseconds is Duration {
  return Number.isInteger(milliseconds) && milliseconds > 0 && milliseconds <= longestDuration;
}
