/** Units of durations from the largest to the smallest. */
export const units = [
  { name: 'h', milliseconds: 3_600_000 },
  { name: 'm', milliseconds: 60_000 },
  { name: 's', milliseconds: 1_000 },
  { name: 'ms', milliseconds: 1 },
] as const;

/** How far in the future a time of another machine may be, because clocks differ; ms. */
export const maxClockSkew = 300_000;

/** Formats milliseconds, of which clocks measure fractions, in the shortest form: 90 000 becomes `1m30s`. */
export function formatDuration(milliseconds: number): string {
  let rest = Math.round(milliseconds);
  if (rest === 0) return '0s';
  let text = '';
  for (const unit of units) {
    const count = Math.floor(rest / unit.milliseconds);
    rest -= count * unit.milliseconds;
    if (count > 0) text += `${count}${unit.name}`;
  }
  return text;
}

/** Formats milliseconds as an output in seconds, to the hundredth; empty for none. */
export const secondsOutput = (milliseconds: number | undefined): string =>
  milliseconds === undefined ? '' : (milliseconds / 1000).toFixed(2);

/**
 * Formats a time for a sentence, in UTC to the minute: `2026-11-28 14:03 UTC`. Outputs, records and other data have ISO 8601. Pure.
 * @param at milliseconds since 1970.
 */
export const formatTime = (at: number): string =>
  `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`;

/** Formats a duration for a sentence or a table: `350 ms`, `90 s`, `2 min 30 s`, `2 h 30 min`, `3 days`. Pure. */
export function timeSpan(ms: number): string {
  const seconds = Math.round(ms / 1000);
  if (seconds < 1 && ms >= 1) return `${Math.round(ms)} ms`;
  const inUnits = (value: number, per: number, unit: string, smaller: string) =>
    value % per === 0
      ? `${value / per} ${unit}`
      : `${Math.floor(value / per)} ${unit} ${value % per} ${smaller}`;
  if (seconds < 120) return `${seconds} s`;
  if (seconds < 7200) return inUnits(seconds, 60, 'min', 's');
  if (seconds < 172_800) return inUnits(Math.round(seconds / 60), 60, 'h', 'min');
  return `${Math.round(seconds / 86_400)} days`;
}

/** Formats an estimate of a duration, in one unit: `45 s`, `26 min`, `2.6 h`. Pure. */
export function roughTimeSpan(ms: number): string {
  if (ms < 120_000) return `${Math.round(ms / 1000)} s`;
  return ms < 7_200_000 ? `${Math.round(ms / 60_000)} min` : `${Number((ms / 3_600_000).toPrecision(2))} h`;
}
