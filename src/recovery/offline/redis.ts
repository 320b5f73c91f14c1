import { UserError } from '../../toolkit/errors.ts';
import { isOf, type Ref, titleOf, type Workload } from '../../workloads/kinds.ts';
import { type LevelCheck, partOrFailure } from '../levels.ts';
import { restoreRedis } from '../redis/restoring.ts';
import type { OfflineRecovery, OpenedContents } from './recovering.ts';

/** Restores each Redis of an archive into a pod of its own, as `restore` does. A pod that an earlier run left is replaced. */

/** A Redis as slipway.yml declares it. */
export interface ArchivedRedis {
  readonly name: string;
  readonly workload: Ref;
  readonly container: string | undefined;
}

/** A failure is a check, and does not stop the others. @param temporary whether the copies are removed afterwards. */
export async function restoreRedisCopies(
  task: OfflineRecovery,
  opened: Pick<OpenedContents, 'contents' | 'objects'>,
  temporary: boolean,
): Promise<LevelCheck[]> {
  const levelChecks: LevelCheck[] = [];
  for (const { name } of opened.contents.manifest.redis ?? [])
    levelChecks.push(
      ...(await partOrFailure(`redis ${name}`, task.signal, () => restored(task, opened, name, temporary))),
    );
  return levelChecks;
}

async function restored(
  { cluster, into, redis, recorder, signal, sleep, report }: OfflineRecovery,
  { contents: { at, identities }, objects }: Pick<OpenedContents, 'contents' | 'objects'>,
  name: string,
  temporary: boolean,
): Promise<LevelCheck[]> {
  const declared = redis.find(each => each.name === name);
  if (declared === undefined)
    throw new UserError(
      `the slipway.yml of the archive does not declare the Redis ${name}, so its image is not known`,
      `restore it with \`slipway restore --include redis/${name}\` and a slipway.yml that declares it`,
    );
  const workload = objects.find(each => isOf(declared.workload, each as Workload));
  if (workload === undefined)
    throw new UserError(
      `${titleOf(declared.workload)} is not in the backup set, so the image of the Redis ${name} is not known`,
      `restore it with \`slipway restore --include redis/${name}\` and a slipway.yml whose \`recovery.redis.${name}.workload\` is in the set; for later sets, correct that, or \`recovery.objects.export\``,
    );
  const { container } = declared;
  return recorder.during('restore', () =>
    restoreRedis({
      cluster,
      at,
      identities,
      into,
      name,
      workload: workload as Workload,
      container,
      signal,
      sleep,
      report,
      replace: true,
      temporary,
    }),
  );
}
