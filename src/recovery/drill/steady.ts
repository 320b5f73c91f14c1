import { counted } from '../../toolkit/count.ts';
import { formatDuration } from '../../toolkit/duration.ts';
import type { LedgerEntry } from '../ledger.ts';
import type { Sample } from '../outage.ts';
import type { Profile } from './profile.ts';

/** Whether a system is as it should be before a drill: what is broken already proves nothing by being broken once more. */

export interface Seen {
  readonly samples: readonly Sample[];
  readonly entries: readonly LedgerEntry[];
  /** When the look began, and what time it is. */
  readonly from: number;
  readonly now: number;
}

/** Why it is not steady; undefined as long as nothing speaks against it. Pure. */
export function unsteadyBecause({ samples, entries, from, now }: Seen, profile: Profile): string | undefined {
  const bad = samples.find(({ ok }) => !ok);
  if (bad !== undefined) return `a probe failed before anything was broken: ${bad.reason ?? 'it was bad'}`;
  const refused = entries.find(({ ackedAt }) => ackedAt === undefined);
  if (refused !== undefined)
    return `marker ${refused.seq} was not acknowledged before anything was broken: ${refused.error ?? 'nobody answered'}`;
  const { markers, probes } = profile;
  const silence = [
    { what: 'probe', last: samples.at(-1)?.at, most: 3 * probes.every + probes.patience },
    { what: 'marker', last: entries.at(-1)?.ackedAt, most: 3 * markers.every + markers.patience },
  ].find(({ last = from, most }) => now - last > most);
  return (
    silence && `no ${silence.what} was good for ${formatDuration(Math.round(now - (silence.last ?? from)))}`
  );
}

/** Whether it was looked at for long enough, and often enough. Pure. */
export function isSteady(
  { samples, entries, from, now }: Seen,
  { steady, probes, markers }: Profile,
): boolean {
  // A busy machine looks less often than it should; half of it is enough to tell.
  const enough = (count: number, every: number) => count >= Math.max(1, Math.floor(steady / every / 2));
  return (
    now - from >= steady && enough(samples.length, probes.every) && enough(entries.length, markers.every)
  );
}

/** What was seen, as a sentence. Pure. */
export const steadyText = ({ samples, entries, from, now }: Seen): string =>
  `${counted(samples.length, 'probe')} and ${counted(entries.length, 'marker')} in ${formatDuration(Math.round(now - from))}, all good`;
