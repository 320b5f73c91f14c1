import { units } from '../toolkit/duration.ts';

declare const brand: unique symbol;

/** A duration in milliseconds: a positive whole number, at most 24 hours. */
export type Duration = number & { readonly [brand]: 'Duration' };

export const longestDuration = 24 * 60 * 60 * 1000;

/** Units from the largest to the smallest, each at most once: `1h30m`, `5m`, `30s`, `250ms`. */
export const durationPattern = /^(?=\d)(\d{1,8}h)?(\d{1,8}m)?(\d{1,8}s)?(\d{1,8}ms)?$/;

/** Parses `1h30m`, `5m`, `30s` or `250ms`; returns undefined when the text is not a duration, zero, or above 24 hours. */
export function parseDuration(text: string): Duration | undefined {
  const milliseconds = parseMilliseconds(text);
  return milliseconds !== undefined && milliseconds > 0 && milliseconds <= longestDuration
    ? (milliseconds as Duration)
    : undefined;
}

/** Parses a duration of any length, `0s` included; returns undefined when the text is not a duration. */
export function parseMilliseconds(text: string): number | undefined {
  const parts = durationPattern.exec(text);
  if (parts === null) return undefined;
  return units.reduce(
    (sum, unit, index) => sum + Number.parseInt(parts[index + 1] ?? '0', 10) * unit.milliseconds,
    0,
  );
}
