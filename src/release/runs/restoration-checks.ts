import type { Cluster } from '../../cluster/port.ts';
import type { Config, Environment } from '../../config/types.ts';
import { UserError } from '../../toolkit/errors.ts';
import { stampOf } from '../../traffic/fence.ts';
import type { WholeRelease } from '../state/record.ts';
import { pathOfCopy } from '../state/retention.ts';
import {
  readWithTemplates,
  repositoriesIn,
  requireAllowedTemplate,
  templateProblem,
} from '../workloads/genuine.ts';
import { keyOf, titleOf } from '../workloads/kinds.ts';
import type { Astray } from './restoration.ts';

/** What is checked of a release before it is put back. */

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
 * @throws UserError when the record names a workload that is neither that of slipway.yml nor released by us, or a template that it never had.
 */
export async function requireGenuineRelease(
  cluster: Cluster,
  { config, today }: { config: Config; today: Environment },
  { namespace, workload }: Environment,
  { record: { release }, outcome: { template } }: WholeRelease,
): Promise<void> {
  const { live, templates } = await readWithTemplates(cluster, namespace, workload);
  if (keyOf(workload) !== keyOf(today.workload) && stampOf(live ?? {}, config.app) === 0)
    throw new UserError(
      `the record of release ${release} names ${titleOf(workload)}, which ${config.app} never released`,
      'find out who wrote that record; deploy the version that you want again',
    );
  requireAllowedTemplate(workload, release, template, { templates, repositories: repositoriesIn(config) });
}

/** Those of the workers that a release may give back what it had: released by us, and templates that they had. */
export async function genuineWorkers(
  cluster: Cluster,
  { config, namespace, report }: { config: Config; namespace: string; report: (line: string) => void },
  release: number,
  workers: readonly Astray[],
): Promise<Astray[]> {
  const checked = workers.map(async (each): Promise<Astray[]> => {
    const { ref, before } = each;
    const { live, templates } = await readWithTemplates(cluster, namespace, ref);
    const strange =
      stampOf(live ?? {}, config.app) === 0
        ? `it bears no mark of a release of ${config.app}`
        : before !== null &&
          templateProblem(before.template, { templates, repositories: repositoriesIn(config) });
    if (!strange) return [each];
    report(`warning: ${titleOf(ref)} is not restored to release ${release}: ${strange}`);
    return [];
  });
  return (await Promise.all(checked)).flat();
}
