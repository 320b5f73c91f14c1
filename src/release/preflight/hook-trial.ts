import { ClusterError } from '../../cluster/errors.ts';
import type { Service } from '../../cluster/objects.ts';
import type { Cluster } from '../../cluster/port.ts';
import { pathOf, resources, withQuery } from '../../cluster/resources.ts';
import { UserError } from '../../toolkit/errors.ts';
import { hookJob, hookProblem, renderHook, selectorOfService, type When } from '../hooks/hook-job.ts';
import type { ReleaseRecord } from '../store/schema.ts';
import { workloadIn } from '../workloads/candidate.ts';
import { refOf, titleOf } from '../workloads/kinds.ts';
import { workersIn } from '../workloads/workers.ts';
import type { DeployRequest, Plan } from './plan.ts';

/** Checks the hooks of a release before any of them runs. */

/** Renders the hooks that are Jobs. The record keeps them, because another run may end the release. Pure. */
export function renderedHooks(
  { around, environment, images }: Pick<DeployRequest, 'around' | 'environment' | 'images'>,
  { shipped }: Pick<Plan, 'shipped'>,
): NonNullable<ReleaseRecord['hooks']> {
  return Object.fromEntries(
    Object.entries(around?.hooks ?? {}).flatMap(([when, hook]) =>
      'manifest' in hook
        ? [[when, { job: renderHook(hook.manifest, environment, images, shipped), within: hook.within }]]
        : [],
    ),
  );
}

/**
 * Returns the problems of a release's hooks: pods that a Service or a workload would select, and Jobs that the server would refuse.
 * Writes nothing.
 */
export async function hookProblems(
  cluster: Cluster,
  request: DeployRequest,
  plan: Plan,
): Promise<UserError[]> {
  const { config, environment, around } = request;
  const { namespace } = environment;
  const rendered = Object.entries(renderedHooks(request, plan));
  if (rendered.length === 0) return [];
  const { items } = await cluster.list<Service>(pathOf(resources.service, namespace));
  const written = plan.manifests.flatMap(({ object }) =>
    object.kind === 'Service' ? [object as Service] : [],
  );
  const selectors = [
    ...[...items, ...written].map(selectorOfService),
    ...[workloadIn(plan.manifests, environment), ...workersIn(plan.manifests, environment)].map(each => ({
      name: titleOf(refOf(each)),
      labels: each.spec?.selector?.matchLabels ?? {},
    })),
  ];
  const problems = rendered.map(async ([when, { job, within }]) => {
    const source = around?.hooks[when as When];
    if (source === undefined || !('manifest' in source)) return [];
    const problem = hookProblem(
      { ...source.manifest, object: { ...source.manifest.object, ...job } },
      selectors,
    );
    if (problem !== undefined) return [problem];
    const made = hookJob(job, {
      ...{ app: config.app, namespace, when: when as When, within, release: 0, token: 0, work: '' },
    });
    // Under another name, because a finished Job may still have this one.
    const tried = { ...made, metadata: { ...made.metadata, name: `${made.metadata?.name}-try` } };
    return cluster
      .call('POST', withQuery(pathOf(resources.job, namespace), { dryRun: 'All' }), tried)
      .then(() => [])
      .catch((error: unknown) => {
        if (!(error instanceof UserError)) throw error;
        if (!(error instanceof ClusterError)) return [error];
        if (error.status >= 500) throw error;
        const said = error.said.replaceAll(`${tried.metadata.name}`, source.manifest.name);
        return [
          new UserError(
            `the cluster refuses the Job of the ${when} hook: ${said}`,
            `correct ${source.manifest.source}`,
          ),
        ];
      });
  });
  return (await Promise.all(problems)).flat();
}
