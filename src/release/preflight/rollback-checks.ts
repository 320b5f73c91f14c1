import type { PodTemplate } from '../../cluster/objects.ts';
import type { Cluster } from '../../cluster/port.ts';
import type { Config, Environment } from '../../config/types.ts';
import { UserError } from '../../toolkit/errors.ts';
import type { workersAt } from '../store/baseline.ts';
import type { RestorableRelease } from '../store/releases.ts';
import { pathOfCopy } from '../store/retention.ts';
import { refOfKey } from '../workloads/kinds.ts';
import { imagesOnlyInRecord, readWithTemplates, repositoriesIn } from '../workloads/known-images.ts';

/** Checks of a release before it is restored. */

/**
 * Requires that images (`repository@digest`) are signed as slipway.yml demands.
 * @throws UserError for the first one that is not.
 */
export type RequireSigned = (images: readonly string[]) => Promise<void>;

/** Requires every shipped copy of a release. @throws UserError when one was deleted. */
export async function requireShipped(
  cluster: Cluster,
  namespace: string,
  target: RestorableRelease,
): Promise<void> {
  for (const { kind, name, copy } of target.record.shipped) {
    if ((await cluster.get(pathOfCopy(namespace, { kind, copy }))) === undefined) {
      throw new UserError(
        `${kind}/${copy}, which release ${target.record.release} shipped as ${name}, has been deleted`,
        'deploy that version again, or roll back to another release with `to-release`',
      );
    }
  }
}

/** Requires signatures for those restored images that no revision in Kubernetes has. */
export async function requireSignedRelease(
  cluster: Cluster,
  config: Config,
  { namespace, workload }: Environment,
  { template, workers }: { template: PodTemplate; workers: ReturnType<typeof workersAt> },
  requireSigned: RequireSigned,
): Promise<void> {
  const repositories = repositoriesIn(config);
  const own = Object.entries(workers).flatMap(([name, before]) =>
    before === null ? [] : [[refOfKey(name), before.template] as const],
  );
  const images = [[workload, template] as const, ...own].map(async ([ref, wanted]) => {
    const { templates } = await readWithTemplates(cluster, namespace, ref);
    return imagesOnlyInRecord(wanted, { templates, repositories });
  });
  await requireSigned([...new Set((await Promise.all(images)).flat())]);
}
