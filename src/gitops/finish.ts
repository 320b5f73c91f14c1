import { UntrustedImage, UserError, userErrorOf } from '../toolkit/errors.ts';
import { defined } from '../toolkit/map.ts';
import { howToRun } from '../toolkit/operations.ts';
import { retry } from '../toolkit/retry.ts';
import type { ControllerStatus } from './controller.ts';
import type { ReleasedImage } from './edit.ts';
import { type CheckedDelivery, checked, follow, otherDigests } from './follow.ts';
import { branchOf, land, propose } from './land.ts';
import { imagesOf, type LogEntry, verifiedIn } from './log.ts';
import {
  changedBy,
  DeliveryLost,
  type DeliverySession,
  haveDigests,
  longestWrite,
  moving,
  pauseAfterRace,
} from './session.ts';

/** Follows a commit to its end: its release is verified, or the commit is reverted. */

export interface Delivered {
  /** `paused`: the pull request waits for its merge. `failed`: Git was not, or not wholly, brought back. */
  readonly state: 'complete' | 'rolled-back' | 'paused' | 'needs-action' | 'failed';
  readonly release: number;
  /** The last verified release before. */
  readonly baseline?: number;
  readonly reason?: string;
  /** Milliseconds from the failure until the old digests were live again. */
  readonly rollbackMs?: number;
}

const results: Readonly<Partial<Record<LogEntry['state'], Delivered['state']>>> = {
  verified: 'complete',
  'rolled-back': 'rolled-back',
  paused: 'paused',
  'needs-action': 'needs-action',
};

/** Returns the result for an entry that is over, or paused. Pure. */
export const resultOf = ({ release, state, reason }: LogEntry): Delivered => ({
  state: results[state] ?? 'failed',
  release,
  ...defined({ reason }),
});

/** Returns the images of an entry. @throws UserError when they are not those of slipway.yml. */
export function ownImages({ context }: DeliverySession, entry: LogEntry): Record<string, ReleasedImage> {
  const images = imagesOf(entry, context.config.images);
  if (images !== undefined) return images;
  throw new UserError(
    `the log of release ${entry.release} names images that are not in slipway.yml`,
    'find out who wrote it, and deploy the version that you want',
  );
}

/** Follows an open entry whose commit is on the branch. */
export async function finish(
  session: DeliverySession,
  entry: LogEntry,
  known?: ControllerStatus,
): Promise<Delivered> {
  const { cluster, gitops } = session.context;
  const ending = await follow(session, {
    wanted: { images: entry.images },
    commit: entry.commit,
    known,
    images: ownImages(session, entry),
    until: cluster.now() + gitops.timeout,
  });
  const isRollback = entry.restores !== undefined;
  // A rollback has no secrets, so that it depends on nothing else.
  const found: Omit<CheckedDelivery, 'results'> =
    ending.kind === 'served' ? await checked(session, ['checks'], isRollback) : ending;
  const { reason } = found;
  if (reason === undefined) {
    // What a rollback has replaced counts as rolled back only now.
    const left = entry.restores === undefined ? undefined : verifiedIn(session.log, entry.release);
    const also = left === undefined ? [] : [{ ...left, state: 'rolled-back' as const }];
    const good: LogEntry = { ...entry, state: 'verified', proved: true, at: session.moment() };
    return resultOf(await session.write(good, also));
  }
  if (ending.kind === 'superseded')
    return resultOf(
      await session.write({ ...entry, state: 'superseded', reason: `${reason} before it was verified` }),
    );
  // A rollback that was cancelled is continued by a later run.
  if (ending.kind === 'cancelled' && isRollback) return { state: 'failed', release: entry.release, reason };
  const left = isRollback
    ? 'a rollback is not reverted'
    : entry.reversible === false
      ? 'the release is not reversible'
      : found.cause === 'environment'
        ? 'the release cannot be the cause, so it is not reverted: correct this, and deploy it again'
        : undefined;
  if (left !== undefined)
    return resultOf(await session.write({ ...entry, state: 'needs-action', reason: `${reason}; ${left}` }));
  return revert(session, entry, reason, ending.kind === 'cancelled');
}

/**
 * Sets the digests of the verified release before, unless another commit has changed those of this one since. Nothing else of the log is
 * believed, because everyone who may push can write it.
 * @param hurry ends after the push: a cancelled run has only seconds. A later run waits for the rest.
 */
export async function revert(
  session: DeliverySession,
  entry: LogEntry,
  reason: string,
  hurry = false,
): Promise<Delivered> {
  const { config, environmentName, gitops, pace, repository } = session.context;
  const own = ownImages(session, entry);
  const end = async (state: LogEntry['state'], more: string, pull?: number) =>
    resultOf(await session.write({ ...entry, state, reason: `${reason}; ${more}`, ...defined({ pull }) }));
  const { branch } = repository;
  if (entry.commit === undefined)
    return end('needs-action', `${branch} had these digests before, so there is no commit to revert`);
  const began = performance.now();
  const target = await targetOf(session, entry);
  const attempt = async (): Promise<Delivered | undefined> => {
    await session.load();
    session.requireOurs(entry);
    const texts = await session.texts();
    if (!haveDigests(texts, gitops.files, own))
      return end('superseded', `${otherDigests(branch)}, so nothing was reverted`);
    // Another run can ask again, but does not touch what needs action.
    if (target instanceof UserError)
      throw new NotReverted(
        `${reason}; it is not reverted yet: ${target.message}`,
        `correct that and ${howToRun('sweep')}, or ${howToRun('rollback')} with the input \`force\``,
      );
    if (typeof target === 'string')
      return end('needs-action', `it was not reverted: ${target}. Set the digests on ${branch} by hand`);
    const title = `Revert release ${entry.release} of ${config.app} to ${environmentName}`;
    try {
      const before = changedBy(texts, gitops.files, target);
      if (before.size === 0)
        return end('needs-action', 'the verified release before it has the same digests');
      if (gitops.by === 'pull-request') {
        const pull = await propose(session, entry, before, {
          title,
          branch: branchOf(session, entry, '-revert'),
        });
        if (pull === undefined) return undefined;
        return end('needs-action', `merge ${pull.url} to revert it`, pull.number);
      }
      const landed = await land(session, { ...entry, state: 'rolling-back', reason }, before, title);
      if (landed === undefined) return undefined;
      if (hurry)
        return {
          state: 'failed',
          release: entry.release,
          reason: `${reason}; its commit was reverted, but it is not checked yet that the old digests are live`,
        };
      return { ...(await awaitRestored(session, landed)), rollbackMs: performance.now() - began };
    } catch (error) {
      if (!(error instanceof UserError) || error instanceof DeliveryLost) throw error;
      return end('needs-action', `it could not be reverted: ${error.message}`);
    }
  };
  // Not by a count: a bad release is live meanwhile.
  const ended = await retry(
    { within: longestWrite, unfinished: result => result === undefined, delay: pauseAfterRace(pace) },
    attempt,
  );
  if (ended === undefined) throw moving(repository);
  return ended;
}

/** A bad release is live, because it is not known whether the image before it is trusted. */
export class NotReverted extends UserError {}

/** Returns the images of the verified release before, which may be committed; why they may not; or why that is not known. */
async function targetOf(
  session: DeliverySession,
  entry: LogEntry,
): Promise<Record<string, ReleasedImage> | string | UserError> {
  const baseline = verifiedIn(session.log, entry.release);
  if (baseline === undefined) return 'there is no verified release before it';
  const images = imagesOf(baseline, session.context.config.images);
  if (images === undefined || Object.keys(entry.images).some(name => images[name] === undefined))
    return `release ${baseline.release} has other images`;
  const refusal = await userErrorOf(() => session.context.requireTrusted(images));
  if (refusal instanceof UntrustedImage)
    return `release ${baseline.release} is not trusted: ${refusal.message}`;
  return refusal ?? images;
}

/** Waits until the verified release before is live again. */
export async function awaitRestored(session: DeliverySession, entry: LogEntry): Promise<Delivered> {
  const { cluster, config, gitops } = session.context;
  if (entry.state !== 'rolling-back') return resultOf(entry);
  const baseline = verifiedIn(session.log, entry.release);
  const images = baseline && imagesOf(baseline, config.images);
  if (baseline === undefined || images === undefined) {
    const why = 'it is not known which images must be live again';
    return resultOf(await session.write({ ...entry, state: 'needs-action', reason: why }));
  }
  const ending = await follow(session, {
    wanted: { images: baseline.images },
    images,
    commit: entry.commit,
    until: cluster.now() + gitops.timeout,
  });
  if (ending.kind === 'served')
    return resultOf(await session.write({ ...entry, state: 'rolled-back', at: session.moment() }));
  const reason = `${entry.reason ?? 'it was reverted'}; the old digests are not live again: ${ending.reason}`;
  if (ending.kind === 'cancelled') return { state: 'failed', release: entry.release, reason };
  const state = ending.kind === 'superseded' ? 'superseded' : 'needs-action';
  return resultOf(await session.write({ ...entry, state, reason }));
}
