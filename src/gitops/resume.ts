import { UserError } from '../toolkit/errors.ts';
import { defined } from '../toolkit/map.ts';
import { originText } from '../toolkit/origin.ts';
import { pause } from '../toolkit/retry.ts';
import { awaitRestored, type Delivered, finish, NotReverted, resultOf } from './finish.ts';
import { afterMerge, aliveUntil, isAlive, waitsForMerge, withdraw } from './land.ts';
import { imagesOf, isUnfinished, type LogEntry, latestOf } from './log.ts';
import type { DeliverySession } from './session.ts';

/** Continues what a dead run left. */

/**
 * Makes an entry that of this run, so that a run which is alive after all stops writing.
 * @returns undefined when the log has changed meanwhile.
 */
export async function attachDelivery(
  session: DeliverySession,
  entry: LogEntry,
): Promise<LogEntry | undefined> {
  const { revision: _ours, ...run } = session.context.origin;
  // The commit stays the one that the images were made from.
  const revision = entry.by.repository === run.repository ? entry.by.revision : undefined;
  const taken = { ...entry, by: { ...run, ...defined({ revision }) }, until: aliveUntil(session) };
  return (await session.save(taken)) ? taken : undefined;
}

/** Attaches to the entry of a dead run, and brings it to its end. */
export async function resume(session: DeliverySession, entry: LogEntry): Promise<Delivered> {
  const own = await attachDelivery(session, entry);
  if (own === undefined)
    throw new UserError(`another run has taken over release ${entry.release}`, 'follow that run');
  // Its digests cannot be verified any more, and it must not block later releases.
  if (imagesOf(own, session.context.config.images) === undefined) {
    const reason = 'its images are not those of slipway.yml, so it was given up';
    return resultOf(await session.write({ ...own, state: 'superseded', reason }));
  }
  const merged = waitsForMerge(session, own) ? await afterMerge(session, own) : own;
  if (merged === undefined) return resultOf({ ...own, state: 'paused' });
  return merged.state === 'open' ? finish(session, merged) : awaitRestored(session, merged);
}

export interface SweptDelivery {
  readonly state: 'idle' | 'running' | 'paused' | 'complete' | 'rolled-back' | 'needs-action';
  readonly release?: number;
  readonly reason?: string;
}

const swept: Readonly<Record<LogEntry['state'], SweptDelivery['state']>> = {
  verified: 'complete',
  'rolled-back': 'rolled-back',
  paused: 'paused',
  'needs-action': 'needs-action',
  // A cancelled run leaves them to the next one.
  open: 'running',
  'rolling-back': 'running',
  // Nothing of it is on the branch.
  failed: 'idle',
  superseded: 'idle',
};

/** What a scheduled run does. */
export async function sweepDelivery(session: DeliverySession): Promise<SweptDelivery> {
  await session.load();
  const entry = latestOf(session.log);
  if (entry === undefined) return { state: 'idle' };
  const { release } = entry;
  if (entry.state === 'needs-action') return { ...resultOf(entry), state: 'needs-action' };
  if (!isUnfinished(entry)) return { state: 'idle' };
  if (await isAlive(session, entry))
    return { state: 'running', release, reason: `${originText(entry.by)} works on it` };
  const { reason } = await resume(session, entry);
  const { state } = latestOf(session.log) ?? entry;
  return { state: swept[state], release, ...defined({ reason }) };
}

/**
 * Ends what an earlier run left, before a new release: waits for one that is alive, withdraws a paused pull request, and ends the release
 * of a dead run.
 * @throws UserError when the other run takes too long.
 */
export async function endEarlier(session: DeliverySession): Promise<void> {
  const { pace, report, signal, wait } = session.context;
  const end = performance.now() + wait;
  for (;;) {
    const entry = latestOf(session.log);
    if (entry === undefined || !isUnfinished(entry)) return;
    if (!(await isAlive(session, entry))) {
      const state = await resume(session, entry).then(
        after => after.state,
        async error => {
          // The new release replaces the bad one.
          if (!(error instanceof NotReverted)) throw error;
          const left = latestOf(session.log) ?? entry;
          return (await session.write({ ...left, state: 'needs-action', reason: error.message })).state;
        },
      );
      report(`release ${entry.release} was left by ${originText(entry.by)}: ${state}`);
      const left = latestOf(session.log);
      if (state === 'paused' && left !== undefined) {
        const why = 'a later release was deployed before the merge';
        const after = await withdraw(session, left, 'superseded', why);
        if (after.state === 'open') await finish(session, after);
      }
      return session.load();
    }
    if (performance.now() >= end)
      throw new UserError(
        `${originText(entry.by)} still works on release ${entry.release}`,
        'wait until it has ended, or give this run a longer `wait`',
      );
    await pause(pace?.look ?? 5_000, signal && { signal });
    await session.load();
  }
}
