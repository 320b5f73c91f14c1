import { UserError } from '../toolkit/errors.ts';
import { defined } from '../toolkit/map.ts';
import { retry } from '../toolkit/retry.ts';
import { referencesOf } from '../workloads/kinds.ts';
import { requireRunning } from './controller.ts';
import type { ReleasedImage } from './edit.ts';
import { awaitRestored, type Delivered, finish, ownImages, resultOf, revert } from './finish.ts';
import { otherDigests } from './follow.ts';
import { afterMerge, aliveUntil, land, waitsForMerge, withdraw } from './land.ts';
import { imagesNow, LiveWatch } from './live.ts';
import { isUnfinished, type LogEntry, latestOf, nextRelease, verifiedIn } from './log.ts';
import { pushAttempts } from './repository.ts';
import { attachDelivery, endEarlier } from './resume.ts';
import { changedBy, type DeliverySession, haveDigests, moving, pauseAfterRace } from './session.ts';

/** Releases, or rolls back, by a commit that sets the digests. */

/** @throws UserError before the first push when the release cannot succeed. */
export async function deliver(
  session: DeliverySession,
  images: Readonly<Record<string, ReleasedImage>>,
  restores?: number,
  because?: string,
): Promise<Delivered> {
  const { cluster, config, environment, environmentName, gitops, origin, pace, repository, report, signal } =
    session.context;
  const { olderCommitProblem } = session.context;
  const known = gitops.controller && (await requireRunning(cluster, gitops.controller));
  const repositories = Object.values(images).map(each => each.repository);
  // A missing permission to read the cluster must not be found after the push.
  const now = await imagesNow(cluster, environment, repositories);
  await new LiveWatch(session.context).look({ before: now });
  const requireNewerThan = async (other: LogEntry) => {
    // A rollback has the images of another commit than that of its run.
    const isOrdered = restores === undefined && other.restores === undefined;
    const older = isOrdered ? await olderCommitProblem?.(other) : undefined;
    if (older !== undefined) throw older;
  };
  const attempt = async (): Promise<Delivered | undefined> => {
    await session.load();
    const latest = latestOf(session.log);
    // A proposed release of a newer commit must not be withdrawn for this one.
    if (latest !== undefined && isUnfinished(latest)) await requireNewerThan(latest);
    await endEarlier(session);
    const live = verifiedIn(session.log);
    if (live !== undefined) await requireNewerThan(live);
    const texts = changedBy(await session.texts(), gitops.files, images);
    const release = nextRelease(session.log);
    const baseline = live?.release;
    const entry: LogEntry = {
      release,
      state: 'open',
      images: referencesOf(images),
      by: origin,
      at: session.moment(),
      until: aliveUntil(session),
      ...defined({ restores, reason: because }),
      ...(restores === undefined && environment.reversible === false ? { reversible: false } : {}),
    };
    const what = `Release ${release} of ${config.app} to ${environmentName}`;
    const title = restores === undefined ? what : `${what}: back to release ${restores}`;
    const landed = await land(session, entry, texts, title);
    if (landed === undefined) {
      report(`another commit was pushed to ${repository.branch} meanwhile`);
      return undefined;
    }
    const result = landed.state === 'open' ? await finish(session, landed, known) : resultOf(landed);
    return { ...result, ...defined({ baseline }) };
  };
  const unfinished = (result: Delivered | undefined) => result === undefined;
  const limits = { attempts: pushAttempts, unfinished, delay: pauseAfterRace(pace), signal };
  const delivered = await retry(limits, attempt);
  if (delivered === undefined) throw moving(repository);
  return delivered;
}

export interface RolledBackDelivery {
  readonly state: 'complete' | 'failed' | 'not-needed';
  readonly changed: boolean;
  /** The live release, as far as the log knows. */
  readonly release?: number;
  readonly seconds: number;
  readonly reason?: string;
}

/**
 * Rolls back a release that is in progress, or the verified one to an earlier one.
 * @throws UserError when there is nothing to go back to.
 */
export async function rollBackDelivery(
  session: DeliverySession,
  options: { from?: number | 'run' | undefined; to?: number | undefined; force?: string | undefined },
  attempt = 1,
): Promise<RolledBackDelivery> {
  const { from, to, force } = options;
  const { config, gitops, origin, repository, requireTrusted } = session.context;
  const began = performance.now();
  await session.load();
  const { log } = session;
  const [live, latest] = [verifiedIn(log), latestOf(log)];
  const open =
    latest !== undefined && (isUnfinished(latest) || latest.state === 'needs-action') ? latest : undefined;
  const entry = open ?? live;
  const notNeeded = (reason: string): RolledBackDelivery => ({
    state: 'not-needed',
    changed: false,
    seconds: 0,
    reason,
    ...(live && { release: live.release }),
  });
  const named =
    from === 'run'
      ? log.releases.findLast(({ by }) => by.run === origin.run)?.release
      : (from ?? entry?.release);
  if (entry === undefined && from === undefined)
    throw new UserError(
      `the log ${repository.logRef} has no release of ${config.app}`,
      'check the environment and the repository, or deploy a release first',
    );
  if (entry === undefined || named !== entry.release || (open === undefined && to === entry.release)) {
    const which = named === undefined ? 'no release of this run' : `release ${named}`;
    return notNeeded(to === entry?.release ? `release ${to} is live` : `${which} is not live or under way`);
  }
  // What a person has committed since stays.
  if (from !== undefined && open === undefined) {
    const isThere = haveDigests(await session.texts(), gitops.files, ownImages(session, entry));
    if (!isThere) return notNeeded(`${otherDigests(repository.branch)} after release ${entry.release}`);
  }
  if (entry.reversible === false && force === undefined)
    throw new UserError(
      `release ${entry.release} is not reversible`,
      'deploy a version that works with what it has changed; or set the input `force` to the reason why a rollback is safe',
    );
  // The revert of a release in progress finds its own target.
  const isReturn = to !== undefined || open === undefined;
  const target =
    to === undefined
      ? verifiedIn(log, live?.restores ?? live?.release)
      : log.releases.find(({ release, proved }) => release === to && proved);
  if (target === undefined && isReturn)
    throw new UserError(
      to === undefined
        ? `there is no verified release before ${entry.release}`
        : `release ${to} is not in the log, or was never verified`,
      'deploy the version that you want',
    );
  const images = isReturn && target !== undefined ? ownImages(session, target) : undefined;
  if (images !== undefined) {
    const missing = Object.keys(config.images).find(name => images[name] === undefined);
    if (missing !== undefined)
      throw new UserError(
        `release ${target?.release} had no image ${missing} yet`,
        'deploy the version that you want',
      );
    await requireTrusted(images);
  }
  // A person is asked to merge its revert.
  const isProposed = open?.state === 'needs-action' && open.pull !== undefined;
  const own = open && !isProposed ? await attachDelivery(session, open) : open;
  if (open !== undefined && own === undefined) {
    // The run that is under way has just written.
    if (attempt === pushAttempts) throw moving(repository);
    return rollBackDelivery(session, options, attempt + 1);
  }
  const ended = own && (isProposed ? resultOf(own) : await takeBack(session, own, force));
  const result = images === undefined ? ended : await deliver(session, images, target?.release, force);
  const isGood = result?.state === 'complete' || result?.state === 'rolled-back';
  const now = verifiedIn(session.log);
  return {
    state: isGood ? 'complete' : 'failed',
    changed: session.changed,
    ...(now && { release: now.release }),
    seconds: (performance.now() - began) / 1000,
    ...defined({ reason: isGood ? undefined : result?.reason }),
  };
}

/** Takes an unfinished release back. */
async function takeBack(
  session: DeliverySession,
  entry: LogEntry,
  force: string | undefined,
): Promise<Delivered> {
  // Its commit is a rollback already, so only its end is missing.
  if (entry.restores !== undefined && !waitsForMerge(session, entry))
    return finish(session, { ...entry, state: 'open' });
  const forced = force === undefined ? '' : ` (${force})`;
  const because = entry.reason ?? `it was rolled back by hand${forced}`;
  if (!waitsForMerge(session, entry))
    return entry.state === 'rolling-back' ? awaitRestored(session, entry) : revert(session, entry, because);
  const found = await afterMerge(session, entry);
  const after = found ?? (await withdraw(session, entry, 'rolled-back', because));
  return after.commit === undefined
    ? resultOf({ ...after, state: 'rolled-back' })
    : revert(session, after, because);
}
