import { dirname, join } from 'node:path';
import { connectByOidc } from '../cluster/oidc.ts';
import { type Cluster, connect } from '../cluster/port.ts';
import { configFor, environmentOf, loadConfig, type PlacedConfig } from '../config/load.ts';
import type { Environment } from '../config/types.ts';
import type { RolloutRequest } from '../release/rollout/run.ts';
import type { Manifest } from '../release/workloads/manifests.ts';
import { markMidway } from '../toolkit/errors.ts';
import type { Host } from '../toolkit/host.ts';
import { originOf } from '../toolkit/origin.ts';
import { waitOf, withReversible } from './inputs.ts';

/** How a cluster is found. */
interface Way {
  config: string;
  context: string;
  /**
   * Whether an API server that is away is waited for, as whoever goes on with a rollout or ends it must. Who only begins or
   * looks is told at once. Default: true.
   */
  patient?: boolean;
}

/** The inputs that say what is released where. */
export interface Place extends Way {
  environment: string;
  /** Default: another run is not waited for. */
  wait?: string;
  /** `false` when this release cannot be taken back, whatever slipway.yml says. */
  reversible?: string;
  /** To ask GitHub whether a run has ended. */
  'runs-token'?: string;
}

/** What is asked of a rollout. Whoever heeds a cancellation adds its signal: from then on no signal ends the process. */
export interface ActionRequest extends Omit<RolloutRequest, 'signal' | 'config'> {
  /** As the environment has it. */
  config: PlacedConfig;
  environmentName: string;
}

/**
 * Reads what the inputs name, connects, and goes on with the cluster, the request and the code that it takes.
 * @throws UserError before it connects when slipway.yml or an input is wrong.
 */
export async function withRollout<Code, Result>(
  inputs: Place,
  host: Host,
  load: () => Promise<Code>,
  use: (cluster: Cluster, request: ActionRequest, code: Code) => Promise<Result>,
): Promise<Result> {
  const request = await requestOf(inputs, host);
  return withCluster(inputs, request.environment, host, load, (cluster, code) => use(cluster, request, code));
}

/** @throws UserError when slipway.yml or an input is wrong. */
export async function requestOf(inputs: Place, host: Host): Promise<ActionRequest> {
  const config = await loadConfig(inputs.config);
  const environment = environmentOf(config, inputs.environment);
  return {
    config: configFor(config, environment),
    environmentName: inputs.environment,
    environment: withReversible(environment, inputs.reversible ?? ''),
    origin: originOf(host.env),
    wait: inputs.wait === undefined ? 0 : waitOf(inputs.wait),
    env: host.env,
    ...(await askedOfRuns(inputs['runs-token'] ?? '', host)),
    report: host.report,
  };
}

/** Not loaded where nobody can be asked. */
async function askedOfRuns(token: string, { env, report }: Host): Promise<Pick<ActionRequest, 'hasEnded'>> {
  if (token === '') return {};
  const { endedRunsOf } = await import('../toolkit/ended-runs.ts');
  const hasEnded = endedRunsOf(env, token, report);
  return hasEnded === undefined ? {} : { hasEnded };
}

/** The manifests of a request, and the request with every workload of them that runs an image of the application. */
export async function withManifests(
  path: string,
  request: ActionRequest,
  report: (line: string) => void,
): Promise<{ request: ActionRequest; manifests: Manifest[] }> {
  const { config, environmentName } = request;
  const manifests = await manifestsOf(path, request.environment);
  const { withUnlistedWorkers } = await import('../release/workloads/workers.ts');
  const repositories = Object.values(config.images).map(({ repository }) => repository);
  const { environment, unlisted } = withUnlistedWorkers(request.environment, manifests, repositories);
  for (const { kind, name } of unlisted)
    report(
      `${kind}/${name} runs an image of ${config.app} too, so it is released, watched and rolled back as a worker; if it has traffic of its own, give it a slipway.yml of its own`,
    );
  const environments = { ...config.environments, [environmentName]: environment };
  return { request: { ...request, environment, config: { ...config, environments } }, manifests };
}

/**
 * The manifests of an environment.
 * @param config path of slipway.yml.
 * @throws UserError naming the file and line of what cannot be read.
 */
export async function manifestsOf(config: string, { manifests }: Environment): Promise<Manifest[]> {
  const { loadManifests } = await import('../release/workloads/manifests.ts');
  return loadManifests(dirname(config), manifests);
}

/**
 * Connects to the cluster of an environment for as long as `use` takes. A `context` input names one of the kubeconfig at
 * hand; otherwise a `cluster` in slipway.yml is reached with GitHub's OIDC tokens; otherwise it is the kubeconfig's
 * current one.
 * @param load imports what `use` takes. It is most of the code of an action, and kubectl needs longer to start.
 */
export async function withCluster<Code, Result>(
  inputs: Way,
  environment: Environment,
  host: Host,
  load: () => Promise<Code>,
  use: (cluster: Cluster, code: Code) => Promise<Result>,
): Promise<Result> {
  const opening = open(inputs, environment, host);
  const loading = load();
  loading.catch(() => undefined);
  const cluster = await opening;
  try {
    return await use(cluster, await loading);
  } catch (error) {
    // Whoever was overtaken has changed nothing that is still its own.
    if (cluster.changes() === 0) throw error;
    const { LeaseLost } = await import('../release/workloads/overtaken.ts');
    throw error instanceof LeaseLost ? error : markMidway(error);
  } finally {
    await cluster.close();
  }
}

function open(
  { config, context, patient = true }: Way,
  environment: Environment,
  host: Host,
): Promise<Cluster> {
  const trust = environment.cluster;
  if (context !== '' || trust === undefined) {
    return connect({ patient, ...(context === '' ? {} : { context }) });
  }
  const { ca, ...rest } = trust;
  const settings = { ...rest, ...(ca === undefined ? {} : { ca: join(dirname(config), ca) }) };
  return connectByOidc(settings, host.env, { patient });
}
