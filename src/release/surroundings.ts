import { applyObjects } from '../cluster/apply.ts';
import { ClusterError } from '../cluster/errors.ts';
import type { Service } from '../cluster/objects.ts';
import { type Cluster, withQuery } from '../cluster/port.ts';
import { pathOf, resources } from '../cluster/resources.ts';
import { UserError } from '../toolkit/errors.ts';
import { workloadIn } from './candidate.ts';
import type { Creation } from './custody.ts';
import { holdWith } from './fencing.ts';
import { hookJob, hookProblem, renderHook, selectorOfService, type When } from './hook-job.ts';
import { type Around, type Hook, type HookContext, runHook } from './hooks.ts';
import { refOf, titleOf } from './kinds.ts';
import type { Lease } from './lease.ts';
import { labels } from './naming.ts';
import { LeaseLost } from './overtaken.ts';
import { type DeployRequest, inOrder, type Placed, type Plan } from './plan.ts';
import { type DeployResult, noted } from './prepare.ts';
import type { Records, ReleaseRecord } from './record.ts';
import { workersIn } from './workers.ts';

/** A release and the hooks around it. */

/** The Jobs among the hooks, as the release runs them; what the record keeps, for another run ends the release. Pure. */
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
 * What is against the hooks of a release: pods that a Service or the workload would take for its own, and what the server
 * would refuse. Nothing is written.
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
    // Under a name that is free, for one that has ended may still be there.
    const tried = { ...made, metadata: { ...made.metadata, name: `${made.metadata?.name}-try` } };
    return cluster
      .call('POST', withQuery(pathOf(resources.job, namespace), { dryRun: 'All' }), tried)
      .then(() => [])
      .catch((error: unknown) => {
        if (error instanceof UserError) return [error];
        if (!(error instanceof ClusterError) || error.status >= 500) throw error;
        const said = error.message
          .replace(/^.*?: /, '')
          .replaceAll(`${tried.metadata.name}`, source.manifest.name);
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

/** A release of which nothing is applied yet. */
interface Recorded {
  plan: Placed;
  record: ReleaseRecord;
  /** What this run makes is entered here. */
  creations: Creation[];
}

/**
 * Lets a release through its pre hook.
 * @returns how it was refused; undefined when it may go on.
 * @throws LeaseLost when another run has taken over meanwhile.
 */
export async function passPreHook(
  cluster: Cluster,
  request: DeployRequest,
  lease: Lease,
  { records, ...begun }: Recorded & { records: Records },
): Promise<DeployResult | undefined> {
  const reason = await runPreHook(cluster, request, lease, begun).catch((error: unknown) => {
    if (error instanceof LeaseLost) throw error;
    return `the pre hook could not be run: ${describeBriefly(error)}`;
  });
  await lease.assertHeld();
  if (reason === undefined) return undefined;
  const { release, baseline } = begun.record;
  await records.conclude({
    ...{ schema: 1, release, state: 'undone', at: new Date(cluster.now()).toISOString() },
    token: lease.token,
    reason,
  });
  return { release, baseline, state: 'refused', readyPods: 0, rolloutMs: 0, reason };
}

/**
 * Before anything of the release is applied, but for the copies of its configuration, which nothing names yet.
 * @returns why the hook failed; undefined when it ended well or there is none.
 */
async function runPreHook(
  cluster: Cluster,
  request: DeployRequest,
  lease: Lease,
  { plan, record, creations }: Recorded,
): Promise<string | undefined> {
  const hook = hookOf('pre', request.around, record);
  if (hook === undefined) return undefined;
  const copies = inOrder(plan.targets, request.environment, record.release).filter(
    ({ object }) => object.metadata?.labels?.[labels.kind] === 'shipped',
  );
  const { app } = request.config;
  if ('job' in hook)
    await applyObjects(cluster, copies, holdWith(app, lease.token), noted(creations, app, lease));
  return runHook(cluster, 'pre', hook, contextOf(request, record, lease.token));
}

/** When the release serves everything. @returns why the hook failed; undefined when it ended well or there is none. */
export async function runPostHook(
  cluster: Cluster,
  request: Pick<DeployRequest, 'around' | 'origin' | 'env' | 'report' | 'signal'>,
  record: ReleaseRecord,
  namespace: string,
): Promise<string | undefined> {
  const hook = hookOf('post', request.around, record);
  if (hook === undefined) return undefined;
  const environment = { namespace };
  return runHook(cluster, 'post', hook, contextOf({ ...request, environment }, record, record.token)).catch(
    (error: unknown) => `the post hook could not be run: ${describeBriefly(error)}`,
  );
}

const describeBriefly = (error: unknown) =>
  error instanceof UserError ? error.sentence : (error as Error).message;

/**
 * A Job as the release was recorded with it. A command is that of the checkout alone: what stands in the cluster must not be
 * able to run on a runner.
 */
function hookOf(when: When, around: Around | undefined, { hooks }: ReleaseRecord): Hook | undefined {
  const recorded = hooks?.[when];
  if (recorded !== undefined) return recorded;
  const written = around?.hooks[when];
  return written !== undefined && 'run' in written ? written : undefined;
}

function contextOf(
  {
    around,
    environment,
    origin,
    env,
    report,
    signal,
  }: Pick<DeployRequest, 'around' | 'origin' | 'env' | 'report' | 'signal'> & {
    environment: { namespace: string };
  },
  { app, environment: environmentName, release, baseline, images }: ReleaseRecord,
  token: number,
): HookContext {
  return {
    ...{ app, environmentName, namespace: environment.namespace, release, baseline, images, token },
    ...{ origin, env, report },
    around: around ?? { folder: '.', log: 2, quote: (_, work) => work(report) },
    ...(signal === undefined ? {} : { signal }),
  };
}
