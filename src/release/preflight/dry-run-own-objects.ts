import { ClusterError, isRaced } from '../../cluster/errors.ts';
import type { KubeObject, Service } from '../../cluster/objects.ts';
import type { Cluster } from '../../cluster/port.ts';
import { pathOf, placeOf, type Resource, resources, withQuery } from '../../cluster/resources.ts';
import type { When } from '../../config/hooks.ts';
import type { Environment } from '../../config/types.ts';
import { UserError } from '../../toolkit/errors.ts';
import { type FencedPatch, type FencingToken, tokenOn } from '../../traffic/fencing-token.ts';
import type { TrafficObjects, TrafficRouter } from '../../traffic/router.ts';
import { workloadIn } from '../../workloads/candidate.ts';
import { refOf, titleOf, type Workload } from '../../workloads/kinds.ts';
import { workersIn } from '../../workloads/workers.ts';
import { hookJob, hookProblem, renderHook, selectorOfService } from '../hooks/hook-job.ts';
import { canaryOf } from '../rollout/workload-writes.ts';
import { fenceConfigMap, ownedBy } from '../store/fencing.ts';
import type { ReleaseRecord } from '../store/schema.ts';
import { watchdogImage, watchdogJob } from '../watchdog/watchdog.ts';
import type { DeployRequest, ReleaseObjects } from './release-objects.ts';

/** A candidate beside its baseline, before it is released. */
interface Beside {
  app: string;
  environment: Environment;
  /** As the release would apply it. */
  workload: Workload;
  router: TrafficRouter;
  observed: TrafficObjects;
}

/**
 * Sends as a dry run what a candidate beside its baseline needs beyond the manifests: the canary, its Service, the watchdog, and the
 * traffic split.
 * @param split the patches of the first weight.
 * @returns what the API server refuses.
 */
export async function dryRunProblems(
  cluster: Cluster,
  { app, environment, workload, router, observed }: Beside,
  split: readonly FencedPatch[],
): Promise<UserError[]> {
  const { namespace, service, strategy } = environment;
  // `router.problems` reports a missing Service.
  if (!observed.services.some(({ metadata }) => metadata?.name === service)) return [];
  const writer: FencingToken = { app, token: 1 };
  const owner = {
    ...ownedBy(fenceConfigMap(app, namespace, writer.token)),
    uid: '00000000-0000-0000-0000-000000000000',
  };
  const canary = canaryOf(workload, { app, release: 1, token: writer.token, replicas: 1, owner });
  const image = watchdogImage(strategy);
  const watchdog = {
    writer,
    namespace,
    owner,
    lifetime: strategy.deadline,
    writes: router.restore(observed),
    fallback: router.fallback(observed),
  };
  const created: [Resource, KubeObject][] = [[resources.deployment, canary as KubeObject]];
  if (router.ownService)
    created.push([resources.service, router.buildCanaryService(observed, owner) as KubeObject]);
  if (image !== undefined) created.push([resources.job, watchdogJob({ ...watchdog, image }) as KubeObject]);
  const refused = await Promise.all([
    ...created.map(async ([resource, object]) => {
      const path = withQuery(pathOf(resource, namespace), { dryRun: 'All' });
      return (
        (await dryRunRefusal(`${object.kind}/${object.metadata?.name}, which this release creates`, () =>
          cluster.call('POST', path, object),
        )) ?? (await foreignProblem(cluster, app, resource, object))
      );
    }),
    ...split.map(({ path, patch }) =>
      dryRunRefusal(`the traffic split of ${titleAt(path)}`, () =>
        // Tests check the token of a release, which does not exist yet.
        cluster.patch(
          path,
          'json',
          patch.filter(({ op }) => op !== 'test'),
          { dryRun: 'All' },
        ),
      ),
    ),
  ]);
  return refused.filter(each => each !== undefined);
}

function titleAt(path: string): string {
  const { plural, name } = placeOf(path) ?? {};
  const kind = Object.values(resources).find(each => each.plural === plural)?.kind;
  return `${kind}/${name}`;
}

/** The canary and its Service are found by their names, so an object of that name that we did not create must not exist. */
async function foreignProblem(
  cluster: Cluster,
  app: string,
  resource: Resource,
  { kind, metadata }: KubeObject,
): Promise<UserError | undefined> {
  if (resource === resources.job) return undefined;
  const { namespace = '', name = '' } = metadata ?? {};
  const live = await cluster.get(pathOf(resource, namespace, name));
  if (live === undefined || tokenOn(live, app) > 0) return undefined;
  return new UserError(
    `${kind}/${name} exists and was not created by a release of ${app}: a release needs that name for its canary`,
    `rename or delete ${kind}/${name}`,
  );
}

/** Ignores conflicts: with an object that exists already, does not exist yet, or does not have the shape of the manifests yet. */
async function dryRunRefusal(what: string, ask: () => Promise<unknown>): Promise<UserError | undefined> {
  try {
    await ask();
    return undefined;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    if (isRaced(error)) return undefined;
    if (!(error instanceof ClusterError)) return error;
    return new UserError(`dry run: the API server rejects ${what}: ${error.serverMessage}`, error.remedy);
  }
}

/** Renders the hooks that are Jobs. The record keeps them, because another run may end the release. Pure. */
export function renderedHooks(
  { hookSetup, environment, images }: Pick<DeployRequest, 'hookSetup' | 'environment' | 'images'>,
  { shipped }: Pick<ReleaseObjects, 'shipped'>,
): NonNullable<ReleaseRecord['hooks']> {
  return Object.fromEntries(
    Object.entries(hookSetup?.hooks ?? {}).flatMap(([when, hook]) =>
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
  plan: ReleaseObjects,
): Promise<UserError[]> {
  const { config, environment, hookSetup } = request;
  const { namespace } = environment;
  const rendered = Object.entries(plan.hooks ?? {});
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
    const source = hookSetup?.hooks[when as When];
    if (source === undefined || !('manifest' in source)) return [];
    const problem = hookProblem(
      { ...source.manifest, object: { ...source.manifest.object, ...job } },
      selectors,
    );
    if (problem !== undefined) return [problem];
    const made = hookJob(job, {
      app: config.app,
      namespace,
      when: when as When,
      within,
      release: 0,
      token: 0,
      work: '',
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
        const said = error.serverMessage.replaceAll(`${tried.metadata.name}`, source.manifest.name);
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
