import type { Cluster } from '../../cluster/port.ts';
import { pathOf, type Resource, resources } from '../../cluster/resources.ts';
import type { Config, Environment } from '../../config/types.ts';
import { UserError } from '../../toolkit/errors.ts';
import type { Release, WholeRelease } from '../state/record.ts';
import { readKnownTemplates, repositoriesIn, requireGenuineTemplate } from '../workloads/genuine.ts';
import { refOfKey } from '../workloads/kinds.ts';
import { workersAt } from '../workloads/workers.ts';

/** What is checked of a release before it is put back. */

/** @throws UserError when a copy of what the release shipped is gone. */
export async function requireShipped(
  cluster: Cluster,
  namespace: string,
  target: WholeRelease,
): Promise<void> {
  for (const { kind, name, copy } of target.record.shipped) {
    const resource: Resource = kind === 'ConfigMap' ? resources.configMap : resources.secret;
    if ((await cluster.get(pathOf(resource, namespace, copy))) === undefined) {
      throw new UserError(
        `${kind}/${copy}, which release ${target.record.release} shipped as ${name}, has been deleted`,
        'deploy that version again, or go back to another release with `to-release`',
      );
    }
  }
}

/** @throws UserError when the release would run what neither the workload and its workers ever ran nor slipway.yml names. */
export async function requireGenuineRelease(
  cluster: Cluster,
  config: Config,
  { namespace, workload }: Environment,
  target: WholeRelease,
  releases: readonly Release[],
): Promise<void> {
  const workers = Object.entries(workersAt(target, releases)).flatMap(([key, before]) =>
    before === null ? [] : [{ ref: refOfKey(key), template: before.template }],
  );
  for (const { ref, template } of [{ ref: workload, template: target.outcome.template }, ...workers]) {
    const templates = await readKnownTemplates(cluster, namespace, ref);
    requireGenuineTemplate(ref, target.record.release, template, {
      templates,
      repositories: repositoriesIn(config),
    });
  }
}
