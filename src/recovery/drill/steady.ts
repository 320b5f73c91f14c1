import { counted } from '../../toolkit/count.ts';
import { formatDuration } from '../../toolkit/duration.ts';
import type { LedgerEntry } from '../ledger.ts';
import type { OutageProbe } from '../outage.ts';
import type { DrillPace } from './pace.ts';
import { pause } from './patience.ts';

/** Checks that the system is healthy before a drill: a fault in a broken system proves nothing. */

export interface Seen {
  readonly samples: readonly OutageProbe[];
  readonly entries: readonly LedgerEntry[];
  /** When the observation began, and the current time. */
  readonly from: number;
  readonly now: number;
}

/** Returns why the system is not steady; undefined if there is no reason yet. Pure. */
export function unsteadyBecause({ samples, entries, from, now }: Seen, pace: DrillPace): string | undefined {
  const bad = samples.find(({ ok }) => !ok);
  if (bad !== undefined) return `a probe failed before the injection: ${bad.reason ?? 'no reason given'}`;
  const refused = entries.find(({ ackedAt }) => ackedAt === undefined);
  if (refused !== undefined)
    return `marker ${refused.seq} was not acknowledged before the injection: ${refused.error ?? 'no answer'}`;
  const { markers, probes } = pace;
  const silence = [
    { what: 'probe', last: samples.at(-1)?.at, most: 3 * probes.every + probes.patience },
    { what: 'marker', last: entries.at(-1)?.ackedAt, most: 3 * markers.every + markers.patience },
  ].find(({ last = from, most }) => now - last > most);
  return silence && `no ${silence.what} succeeded for ${formatDuration(now - (silence.last ?? from))}`;
}

/** Returns whether it was observed for long enough, and often enough. Pure. */
export function isSteady(
  { samples, entries, from, now }: Seen,
  { steady, probes, markers }: DrillPace,
): boolean {
  // A busy machine takes fewer samples than planned; half of them are enough.
  const enough = (count: number, every: number) => count >= Math.max(1, Math.floor(steady / every / 2));
  return (
    now - from >= steady && enough(samples.length, probes.every) && enough(entries.length, markers.every)
  );
}

/**
 * Waits until the system is steady. A short failure starts the observation again, because the injection must follow an uninterrupted
 * steady time. Gives up if the failure lasts, or after three times the steady time.
 * @returns when the steady observation began, or why there is none.
 */
export async function untilSteady(
  look: () => Seen,
  pace: DrillPace,
  signal: AbortSignal,
): Promise<{ readonly from: number } | { readonly unsteady: string }> {
  let { from } = look();
  let failed: string | undefined;
  for (;;) {
    const whole = look();
    const seen = seenSince(from, whole);
    const why = unsteadyBecause(seen, pace);
    if (why === undefined && isSteady(seen, pace)) return { from };
    if (why !== undefined && isDown(whole, pace))
      return { unsteady: `the system was not steady for ${formatDuration(downFor(whole))}: ${why}` };
    if (whole.now - whole.from > 3 * pace.steady)
      return {
        unsteady:
          failed === undefined
            ? `there were too few samples to call it steady: ${steadyText(whole)}`
            : `the system was never steady for ${formatDuration(pace.steady)} within ${formatDuration(whole.now - whole.from)}; the last failure: ${why ?? failed}`,
      };
    if (why !== undefined) {
      failed = why;
      from = whole.now;
    }
    await pause(pace.probes.every, signal);
  }
}

/** Waits until a moment. @returns whether the system was steady until then. */
export async function staysSteady(
  look: () => Seen,
  until: number,
  pace: DrillPace,
  signal: AbortSignal,
): Promise<boolean> {
  for (;;) {
    const seen = look();
    if (unsteadyBecause(seen, pace) !== undefined) return false;
    const rest = until - seen.now;
    if (rest <= 0) return true;
    await pause(Math.min(pace.probes.every, rest), signal);
  }
}

/** Returns whether no probe or no marker succeeded for a fifth of the steady time, and more than one could. Pure. */
const isDown = (seen: Seen, { steady, markers }: DrillPace): boolean =>
  downFor(seen) > Math.max(steady / 5, 2 * (markers.every + markers.patience));

/** Returns for how many milliseconds no probe, or no marker, has succeeded. Pure. */
function downFor({ samples, entries, from, now }: Seen): number {
  const served = samples.findLast(({ ok }) => ok)?.at ?? from;
  const written = entries.findLast(({ ackedAt }) => ackedAt !== undefined)?.sentAt ?? from;
  return now - Math.min(served, written);
}

/** Returns the probes that ended, and the markers that were sent, from a moment on. Pure. */
export const seenSince = (from: number, { samples, entries, now }: Seen): Seen => ({
  samples: samples.filter(({ at, tookMs }) => at + tookMs > from),
  entries: entries.filter(({ sentAt }) => sentAt >= from),
  from,
  now,
});

/** Describes the observation. Pure. */
export const steadyText = ({ samples, entries, from, now }: Seen): string =>
  `${counted(samples.length, 'probe')} and ${counted(entries.length, 'marker')} in ${formatDuration(now - from)}, all successful`;
