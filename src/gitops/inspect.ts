import { digestsIn } from '../image/mentions.ts';
import type { Digest } from '../image/reference.ts';
import { UserError } from '../toolkit/errors.ts';
import { defined } from '../toolkit/map.ts';
import { originText } from '../toolkit/origin.ts';
import { readController } from './controller.ts';
import { type CheckedDelivery, checked } from './follow.ts';
import { isAlive } from './land.ts';
import { LiveWatch } from './live.ts';
import { imagesOf, isUnfinished, latestOf, verifiedIn } from './log.ts';
import { type DeliverySession, haveDigests } from './session.ts';

/** What Git, the controller and the cluster say of the newest release. Changes nothing. */
export interface DeliveryStatus {
  readonly state: 'idle' | 'running' | 'paused' | 'needs-action' | 'interrupted';
  /** The last verified release, and its images. */
  readonly release?: number;
  readonly images?: Readonly<Record<string, string>>;
  /** The release that is neither verified nor given up. */
  readonly candidate?: number;
  readonly holder?: string;
  readonly reason?: string;
  readonly git: string;
  readonly controller?: string;
  readonly live: string;
  /** Why the release that Git names is not what runs. */
  readonly problems: readonly string[];
}

export async function inspect(session: DeliverySession): Promise<DeliveryStatus> {
  const { cluster, config, gitops, repository } = session.context;
  await session.load();
  const [live, latest] = [verifiedIn(session.log), latestOf(session.log)];
  const open =
    latest !== undefined && (isUnfinished(latest) || latest.state === 'needs-action') ? latest : undefined;
  const named = open ?? live;
  const own = named && imagesOf(named, config.images);
  const isInGit = own !== undefined && haveDigests(await session.texts(), gitops.files, own);
  const look = named && (await new LiveWatch(session.context).look({ images: named.images }));
  const controller = gitops.controller && (await readController(cluster, gitops.controller));
  const release = named === undefined ? 'no release' : `release ${named.release}`;
  const git = isInGit
    ? `${repository.branch} has the digests of ${release}`
    : `${repository.branch} does not have the digests of ${release}`;
  const seen = look === undefined || look.at === 'served' ? `the workloads run ${release}` : look.sentence;
  const problems = [...(isInGit ? [] : [git]), ...(look === undefined || look.at === 'served' ? [] : [seen])];
  const alive = open !== undefined && open.state !== 'needs-action' && (await isAlive(session, open));
  const state =
    open === undefined
      ? 'idle'
      : open.state === 'needs-action' || open.state === 'paused'
        ? open.state
        : alive
          ? 'running'
          : 'interrupted';
  return {
    state,
    git,
    live: seen,
    problems,
    ...(live && { release: live.release, images: live.images }),
    ...(open && { candidate: open.release, holder: originText(open.by) }),
    ...defined({
      reason: open?.reason,
      controller: controller && `${controller.name}: ${controller.stopped?.why ?? controller.sentence}`,
    }),
  };
}

/** Returns the digests in the files, and those of releases that a run may commit again or still follows; each with where it stands. */
export async function namedInGit(session: DeliverySession): Promise<Map<Digest, string>> {
  const { config, environmentName, repository } = session.context;
  await session.load();
  const needed = session.log.releases.filter(
    each => each.proved || isUnfinished(each) || each.state === 'needs-action',
  );
  const named = [
    ...needed.map(({ release, images }) => [
      `release ${release} of ${config.app} to ${environmentName}`,
      Object.values(images).join('\n'),
    ]),
    ...[...(await session.texts())].map(([path, text]) => [`${path} on ${repository.branch}`, text]),
  ];
  return new Map(named.flatMap(([where = '', text = '']) => digestsIn(text).map(each => [each, where])));
}

/**
 * Verifies that Git has the digests of a release, that they are live, and that the checks pass.
 * @param release default: the newest one.
 * @throws UserError when nothing was delivered.
 */
export async function verifyDelivery(
  session: DeliverySession,
  release: number | undefined,
): Promise<{ release: number; reasons: string[] } & Omit<CheckedDelivery, 'reason'>> {
  const found = await inspect(session);
  const named = found.candidate ?? found.release;
  if (named === undefined)
    throw new UserError(
      `the log ${session.context.repository.logRef} has no release of ${session.context.config.app}`,
      'check the environment and the repository, or deploy a release first',
    );
  const wanted = release ?? named;
  const other =
    wanted === named ? [] : [`release ${wanted} was requested, but the newest is release ${named}`];
  const reasons = [...other, ...found.problems];
  if (reasons.length > 0) return { release: wanted, reasons, results: [], cause: 'release' };
  const { reason, ...rest } = await checked(session);
  return { release: wanted, reasons: reason === undefined ? [] : [reason], ...rest };
}
