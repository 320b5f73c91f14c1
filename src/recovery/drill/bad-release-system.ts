import type { PodTemplate } from '../../cluster/objects.ts';
import type { Cluster } from '../../cluster/port.ts';
import { parseRepository } from '../../image/reference.ts';
import { deploy } from '../../release/deploy.ts';
import { gate } from '../../release/gate.ts';
import type { DeployRequest } from '../../release/preflight/release-objects.ts';
import { promote } from '../../release/promote.ts';
import { rollback } from '../../release/rollback.ts';
import { baselineOf } from '../../release/store/baseline.ts';
import { type Release, ReleaseStore } from '../../release/store/releases.ts';
import { probeOwner } from '../../release/verify.ts';
import { UserError } from '../../toolkit/errors.ts';
import { howToRun } from '../../toolkit/operations.ts';
import { acceptance } from '../../verify/acceptance.ts';
import { mayBeFaultOfRelease, sentenceOf } from '../../verify/checks.ts';
import {
  containersOf,
  manifestOf,
  pathTo,
  repositoryOf,
  titleOf,
  type Workload,
} from '../../workloads/kinds.ts';
import { lookAt } from './application-system.ts';
import { type BadRelease, type BadReleaseSystem, endOf } from './bad-release.ts';
import type { DrillCommands } from './faults.ts';
import { heldLease } from './held-lease.ts';
import type { LiveOptions } from './kubernetes-system.ts';
import { type DrillLoadPlan, type SendRequest, sendRequest, startLoad } from './load.ts';

/** Releases a bad version through the engine, and rolls it back. */

type ReleasedPlace = Pick<
  DeployRequest,
  'config' | 'environmentName' | 'environment' | 'origin' | 'env' | 'report'
>;

interface BadReleaseOptions extends Pick<LiveOptions, 'runId' | 'holder' | 'folder'> {
  readonly load: DrillLoadPlan;
  readonly commands: DrillCommands;
  readonly scratch?: string | undefined;
  /** Variables that make the version bad. Default: its command does not exist. */
  readonly bad: Readonly<Record<string, string>> | undefined;
  now(): number;
  readonly send?: SendRequest;
}

/** The records name the run by which `rollbackOf` finds the release. */
const runOf = (id: string) => `drill ${id}`;

/** Returns how the release of a drill is rolled back, by its run, if it still may be live. */
export const rollbackOf =
  (cluster: Cluster, place: ReleasedPlace) =>
  async (id: string): Promise<void> => {
    const { state, reason } = await rollback(cluster, {
      ...place,
      from: 'run',
      to: undefined,
      because: `the drill ${id} released it, bad on purpose`,
      origin: { ...place.origin, run: runOf(id) },
    });
    if (state === 'failed')
      throw new UserError(
        `the rollback of the bad release of the drill ${id} failed: ${reason ?? 'no reason given'}`,
        `${howToRun('status')}; if the bad release is live, ${howToRun('rollback')}`,
      );
  };

/** No image has it, so its container cannot start. */
const noProgram = '/slipway-drill/bad-release';

/** Returns a pod template whose default container is bad. Pure. */
export function badTemplate(template: PodTemplate, env: BadReleaseOptions['bad']): PodTemplate {
  const { containers = [] } = template.spec ?? {};
  const wanted = template.metadata?.annotations?.['kubectl.kubernetes.io/default-container'];
  const victim = containers.find(({ name }) => name === wanted) ?? containers[0];
  const bad = (container: (typeof containers)[number]): typeof container =>
    env === undefined
      ? { ...container, command: [noProgram] }
      : {
          ...container,
          env: [
            ...(container.env ?? []).filter(({ name }) => !Object.hasOwn(env, name)),
            ...Object.entries(env).map(([name, value]) => ({ name, value })),
          ],
        };
  return {
    ...template,
    spec: { ...template.spec, containers: containers.map(each => (each === victim ? bad(each) : each)) },
  };
}

/**
 * Returns the bad release of what is live: its recorded manifest with the same digests, and no hook, worker or other object.
 * @throws {UserError} when what is live is not exactly what a release recorded, so that it could not be restored.
 */
export async function badReleaseOf(
  cluster: Cluster,
  place: ReleasedPlace,
  bad: BadReleaseOptions['bad'],
): Promise<DeployRequest> {
  const { config, environmentName, report } = place;
  const { hooks: _, ...declared } = place.environment;
  const { namespace, workload } = declared;
  const live = await cluster.get<Workload>(pathTo(namespace, workload));
  const releases = await new ReleaseStore(cluster, namespace, config.app, report).list();
  const baseline = baselineOf(live, releases);
  const number = baseline.kind === 'recorded' ? baseline.release : undefined;
  const release = releases.find(({ record }) => record.release === number);
  const manifest = release && manifestOf(release.record, workload);
  const template = manifest?.spec?.template;
  if (release === undefined || manifest === undefined || template === undefined)
    throw new UserError(
      `${titleOf(workload)} in ${namespace} is not as a release recorded it, so a rollback could not restore it`,
      'deploy it again, then run the drill',
    );
  const environment = { ...declared, workers: [], reversible: true };
  // Only the template may change: a person may have scaled it since.
  const replicas = manifest.spec?.replicas === undefined ? {} : { replicas: live?.spec?.replicas };
  const spec = { ...manifest.spec, ...replicas, template: badTemplate(template, bad) };
  return {
    ...place,
    environment,
    wait: 0,
    config: { ...config, environments: { ...config.environments, [environmentName]: environment } },
    manifests: [
      {
        object: { ...manifest, spec } as never,
        name: workload.name,
        source: `the record of release ${number}`,
      },
    ],
    images: imagesOf(release, template),
  };
}

/** Returns the images of a release that a template uses. */
function imagesOf({ record }: Release, template: PodTemplate): DeployRequest['images'] {
  const used = containersOf(template.spec).map(({ image = '' }) => image);
  const known = Object.entries(record.images).flatMap(([name, reference]) => {
    const [repository = '', digest] = reference.split('@');
    const isUsed = used.some(
      image => image !== '' && parseRepository(repositoryOf(image)) === parseRepository(repository),
    );
    return digest === undefined || !isUsed ? [] : [[name, { repository, digest, platforms: [] }] as const];
  });
  return Object.fromEntries(known);
}

/** Returns the application in the cluster. Changes nothing before `prepare`. */
export function badReleaseSystem(
  cluster: Cluster,
  place: ReleasedPlace,
  options: BadReleaseOptions,
): BadReleaseSystem {
  const { environment, config, env, report } = place;
  const { namespace, workload } = environment;
  const { runId, now, load, folder, scratch, send = sendRequest } = options;
  const rollBack = rollbackOf(cluster, place);
  const commands = { ...options.commands, release: rollBack };
  const context = { namespace, runId, folder, env, report, scratch };
  const { prepare, note, clear } = heldLease(cluster, commands, context, { ...options, breaks: 'release' });
  let ended: BadRelease | undefined;

  const unaccepted = async () => {
    const owner = probeOwner(config.app, namespace);
    const { results } = await acceptance(cluster, { environment, env, owner, only: 'reads' });
    const failed = results.find(mayBeFaultOfRelease);
    return failed && sentenceOf(failed);
  };
  const release = async (signal: AbortSignal): Promise<BadRelease> => {
    const origin = { ...place.origin, run: runOf(runId) };
    const asked = await badReleaseOf(cluster, { ...place, origin }, options.bad);
    const request = { ...asked, signal };
    return endOf({
      deploy: () => deploy(cluster, request),
      gate: () => gate(cluster, request),
      promote: () => promote(cluster, request),
      verify: unaccepted,
    });
  };

  return {
    now,
    report,
    unaccepted,
    prepare,
    note,
    clear,
    look: () => lookAt(cluster, namespace, workload),
    startLoad: () => startLoad(load, now, send),
    inject: async (_, signal) => {
      ended = await release(signal);
    },
    ended: () => ended,
    recorded: async number => {
      const releases = await new ReleaseStore(cluster, namespace, config.app, report).list();
      const { state, reason } = releases.find(({ record }) => record.release === number)?.outcome ?? {};
      return { ...(state && { state }), reason };
    },
    fix: () => rollBack(runId),
  };
}
