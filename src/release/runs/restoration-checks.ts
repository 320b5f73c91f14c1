import type { Cluster } from '../../cluster/port.ts';
import type { Config, Environment } from '../../config/types.ts';
import { UserError } from '../../toolkit/errors.ts';
import { stampOf } from '../../traffic/fence.ts';
import type { WholeRelease } from '../state/record.ts';
import { pathOfCopy } from '../state/retention.ts';
import {
  imagesOfRecordAlone,
  readWithTemplates,
  repositoriesIn,
  requireAllowedTemplate,
} from '../workloads/genuine.ts';
import { keyOf, refOfKey, titleOf } from '../workloads/kinds.ts';
import type { workersAt } from '../workloads/workers.ts';

/** What is checked of a release before it is put back. */

/**
 * Demands of images (`repository@digest`) that they are signed as slipway.yml wants it.
 * @throws UserError for the first that is not.
 */
export type RequireSigned = (images: readonly string[]) => Promise<void>;

/** @throws UserError when a copy of what the release shipped is gone. */
export async function requireShipped(
  cluster: Cluster,
  namespace: string,
  target: WholeRelease,
): Promise<void> {
  for (const { kind, name, copy } of target.record.shipped) {
    if ((await cluster.get(pathOfCopy(namespace, { kind, copy }))) === undefined) {
      throw new UserError(
        `${kind}/${copy}, which release ${target.record.release} shipped as ${name}, has been deleted`,
        'deploy that version again, or go back to another release with `to-release`',
      );
    }
  }
}

/**
 * A user who may write ConfigMaps can put any workload and any template into a record.
 * @param today the environment as slipway.yml has it.
 * @throws UserError when the record names a workload that is neither that of slipway.yml nor released by us, a template that it never had, or
 *   an image that it never had and that nobody signed.
 */
export async function requireGenuineRelease(
  cluster: Cluster,
  {
    config,
    today,
    workers,
    requireSigned,
  }: {
    config: Config;
    today: Environment;
    /** As the release had them. */
    workers: ReturnType<typeof workersAt>;
    requireSigned?: RequireSigned;
  },
  { namespace, workload }: Environment,
  { record: { release }, outcome: { template } }: WholeRelease,
): Promise<void> {
  const { live, templates } = await readWithTemplates(cluster, namespace, workload);
  if (keyOf(workload) !== keyOf(today.workload) && stampOf(live ?? {}, config.app) === 0)
    throw new UserError(
      `the record of release ${release} names ${titleOf(workload)}, which ${config.app} never released`,
      'find out who wrote that record; deploy the version that you want again',
    );
  const repositories = repositoriesIn(config);
  requireAllowedTemplate(workload, release, template, { templates, repositories });
  if (requireSigned === undefined) return;
  const images = Object.entries(workers).map(async ([name, before]) => {
    if (before === null) return [];
    const known = await readWithTemplates(cluster, namespace, refOfKey(name));
    return imagesOfRecordAlone(before.template, { templates: known.templates, repositories });
  });
  const all = [imagesOfRecordAlone(template, { templates, repositories }), ...(await Promise.all(images))];
  await requireSigned([...new Set(all.flat())]);
}
