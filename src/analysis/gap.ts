import type { Reading } from './tick.ts';
import type { Missing } from './verdict.ts';

/** A run of ticks without evidence. */
export interface Gap {
  missing: Missing;
  detail: string;
  /** Consecutive ticks without evidence, how many of them were not idle, and how many of the newest have this reason. */
  ticks: number;
  unread: number;
  same: number;
}

/** Returns the gap after one more reading; undefined when there is evidence. */
export function gapAfter(before: Gap | undefined, reading: Reading): Gap | undefined {
  const now = missingIn(reading);
  if (now === undefined) return undefined;
  const same = before?.missing === now.missing ? before.same + 1 : 1;
  const unread = (before?.unread ?? 0) + (now.missing === 'idle' ? 0 : 1);
  return { ...now, ticks: (before?.ticks ?? 0) + 1, unread, same };
}

function missingIn(reading: Reading): { missing: Missing; detail: string } | undefined {
  switch (reading.kind) {
    case 'counts': {
      const asked = reading.canary.some(pod => pod.total > 0);
      return asked ? undefined : { missing: 'idle', detail: 'the canary got no requests' };
    }
    case 'idle':
      return { missing: 'idle', detail: 'the canary got no requests' };
    case 'absent':
      return { missing: 'absent', detail: `the pods of the ${reading.track} have no series` };
    case 'stale':
      return {
        missing: 'stale',
        detail: reading.lines
          ? `the newest line of its pods in the log store is ${Math.round(reading.seconds)} s old`
          : `the newest sample is ${Math.round(reading.seconds)} s old`,
      };
    case 'wrong-labels':
    case 'provider':
      return { missing: reading.kind, detail: reading.detail };
  }
}
