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
  templateProblem,
} from '../workloads/genuine.ts';
import { keyOf, titleOf } from '../workloads/kinds.ts';
import type { Astray } from './restoration.ts';

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
 *   an image that it never had and that is not signed.
 */
export async function requireGenuineRelease(
  cluster: Cluster,
  { config, today, requireSigned }: { config: Config; today: Environment; requireSigned?: RequireSigned },
  { namespace, workload }: Environment,
  { record: { release }, outcome: { template } }: WholeRelease,
): Promise<void> {
  const { live, templates } = await readWithTemplates(cluster, namespace, workload);
  if (keyOf(workload) !== keyOf(today.workload) && stampOf(live ?? {}, config.app) === 0)
    throw new UserError(
      `the record of release ${release} names ${titleOf(workload)}, which ${config.app} never released`,
      'find out who wrote that record; deploy the version that you want again',
    );
  const evidence = { templates, repositories: repositoriesIn(config) };
  requireAllowedTemplate(workload, release, template, evidence);
  await requireSigned?.(imagesOfRecordAlone(template, evidence));
}

/** Those of the workers that a release may give back what it had: released by us, and templates that they had. */
export async function genuineWorkers(
  cluster: Cluster,
  {
    config,
    namespace,
    requireSigned,
    report,
  }: { config: Config; namespace: string; requireSigned?: RequireSigned; report: (line: string) => void },
  release: number,
  workers: readonly Astray[],
): Promise<Astray[]> {
  const checked = workers.map(async (each): Promise<Astray[]> => {
    const { ref, before } = each;
    const { live, templates } = await readWithTemplates(cluster, namespace, ref);
    const evidence = { templates, repositories: repositoriesIn(config) };
    const strange =
      stampOf(live ?? {}, config.app) === 0
        ? `it bears no mark of a release of ${config.app}`
        : before !== null &&
          (templateProblem(before.template, evidence) ??
            (await unsigned(requireSigned, imagesOfRecordAlone(before.template, evidence))));
    if (!strange) return [each];
    report(`warning: ${titleOf(ref)} is not restored to release ${release}: ${strange}`);
    return [];
  });
  return (await Promise.all(checked)).flat();
}

/** Why one of the images may not be put back, as a clause; undefined when all may. */
async function unsigned(
  requireSigned: RequireSigned | undefined,
  images: readonly string[],
): Promise<string | undefined> {
  try {
    await requireSigned?.(images);
    return undefined;
  } catch (error) {
    if (error instanceof UserError) return error.message;
    throw error;
  }
}
