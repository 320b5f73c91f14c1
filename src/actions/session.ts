import { dirname, join } from 'node:path';
import { connectByOidc } from '../cluster/oidc.ts';
import { type Cluster, connect } from '../cluster/port.ts';
import { configFor, environmentOf, loadConfig, type PlacedConfig } from '../config/load.ts';
import type { Config, Environment } from '../config/types.ts';
import type { RolloutRequest } from '../release/rollout/context.ts';
import type { OlderCommitProblem } from '../toolkit/commit-order.ts';
import { markAfterChange } from '../toolkit/errors.ts';
import type { Host } from '../toolkit/host.ts';
import { defined } from '../toolkit/map.ts';
import { originOf } from '../toolkit/origin.ts';
import { secretsOf } from '../verify/identities.ts';
import type { SortedManifests } from '../workloads/chart-hooks.ts';
import { environmentWithout, parseSecrets, waitOf, withReversible } from './inputs.ts';

/** How to reach a cluster. */
interface Way {
  config: string;
  'kube-context': string;
  /**
   * Whether to wait for an unavailable API server, as a run that continues or ends a rollout must. A run that starts one or only
   * reads fails at once. Default: true.
   */
  patient?: boolean;
}

/** Returns the way for a run that does not wait for an unavailable API server. */
export const impatient = <Given extends Way>(way: Given): Given => ({ ...way, patient: false });

/** The inputs that identify an application and its environment. */
export interface RolloutInputs extends Way {
  environment: string;
  /** How long to wait for another run. Default: not at all. */
  wait?: string;
  /** Overrides `reversible` in slipway.yml. */
  reversible?: string;
  /** JSON object of further variables, with the credentials that slipway.yml names. */
  credentials?: string;
  /** GitHub token that reads whether a run has ended, and which of two commits is older. */
  'actions-token'?: string;
}

/** A request without a signal. An action that handles cancellation adds it; from then on SIGINT and SIGTERM do not end the process. */
export interface ActionRequest extends Omit<RolloutRequest, 'signal' | 'config'> {
  /** With the repositories of the environment. */
  config: PlacedConfig;
  environmentName: string;
  /** Why this commit is too old for a release; undefined where that does not matter. */
  olderCommitProblem?: OlderCommitProblem;
}

/** Reads slipway.yml and the inputs. @throws UserError when one of them is invalid. */
export async function requestOf(inputs: RolloutInputs, host: Host): Promise<ActionRequest> {
  const config = await loadConfig(inputs.config);
  const environment = environmentOf(config, inputs.environment);
  const env = withCredentials(host.env, parseSecrets('credentials', inputs.credentials ?? '', host));
  // GitHub does not mask variables that an earlier step has set.
  for (const secret of secretsOf(environment.verify, env)) host.setSecret(secret);
  return {
    config: configFor(config, environment),
    environmentName: inputs.environment,
    environment: withReversible(environment, inputs.reversible ?? ''),
    origin: originOf(host.env),
    wait: inputs.wait === undefined ? 0 : waitOf(inputs.wait),
    env,
    ...(await endedRuns(inputs['actions-token'] ?? '', host)),
    ...(await olderCommits(inputs['actions-token'] ?? '', host)),
    report: host.report,
  };
}

/**
 * Adds variables that can be read by their name, but are not copied: commands of hooks get a copy of the environment, without these
 * secrets. Pure.
 */
export function withCredentials(
  env: NodeJS.ProcessEnv,
  credentials: Readonly<Record<string, string>>,
): NodeJS.ProcessEnv {
  if (Object.keys(credentials).length === 0) return env;
  return Object.assign(Object.create(credentials), environmentWithout(env, credentials));
}

/** Imports the code only if there is a token. */
async function endedRuns(token: string, { env, report }: Host): Promise<Pick<ActionRequest, 'hasEnded'>> {
  if (token === '') return {};
  const { endedRunsOf } = await import('../toolkit/ended-runs.ts');
  const hasEnded = endedRunsOf(env, token, report);
  return hasEnded === undefined ? {} : { hasEnded };
}

/** Imports the code only after a push. */
async function olderCommits(
  token: string,
  { env, report }: Host,
): Promise<Pick<ActionRequest, 'olderCommitProblem'>> {
  if (env.GITHUB_EVENT_NAME !== 'push') return {};
  const { olderCommitProblemOf } = await import('../toolkit/commit-order.ts');
  return defined({ olderCommitProblem: olderCommitProblemOf(env, token, report) });
}

/**
 * Loads the manifests, and adds to the request every workload in them that runs an image of the application, and the hooks of its charts.
 */
export async function withManifests(
  path: string,
  request: ActionRequest,
): Promise<{ request: ActionRequest } & Pick<SortedManifests, 'manifests' | 'hooks'>> {
  const { config, environmentName, report } = request;
  const found = await manifestsOf(path, config, environmentName, request.env);
  const { manifests, hooks, notes } = found;
  for (const note of notes) report(note);
  const { withUnlistedWorkers } = await import('../workloads/workers.ts');
  const repositories = Object.values(config.images).map(({ repository }) => repository);
  const written = found.environment.hooks === undefined ? {} : { hooks: found.environment.hooks };
  const hooked = { ...request.environment, ...written };
  const { environment, unlisted } = withUnlistedWorkers(hooked, manifests, repositories);
  for (const { kind, name } of unlisted)
    report(
      `${kind}/${name} also runs an image of ${config.app}, so it is released, watched and rolled back as a worker; if it receives traffic, create a separate slipway.yml for it`,
    );
  const environments = { ...config.environments, [environmentName]: environment };
  return { request: { ...request, environment, config: { ...config, environments } }, manifests, hooks };
}

/**
 * Loads the manifests of an environment, and adds the objects of its monitoring.
 * @param path of slipway.yml.
 * @param name of the environment.
 * @param env where to look for Helm.
 * @param hooks of charts: apart from the other manifests, to be run, or among them, to be looked at.
 * @returns them, and the environment with the hooks of its charts.
 * @throws UserError with the file and line of an invalid manifest.
 */
export async function manifestsOf(
  path: string,
  config: Config,
  name: string,
  env: NodeJS.ProcessEnv,
  hooks: 'apart' | 'among' = 'apart',
): Promise<SortedManifests & { environment: Environment }> {
  const environment = environmentOf(config, name);
  // A GitOps controller applies them.
  if (environment.manifests.length === 0) return { environment, manifests: [], hooks: {}, notes: [] };
  const { loadSorted, loadTogether, withChartHooks } = await import('../workloads/chart-hooks.ts');
  const target = { namespace: environment.namespace, app: config.app, env };
  const from = [dirname(path), environment.manifests, target] as const;
  const sorted =
    hooks === 'apart' ? await loadSorted(environment.hooks, ...from) : await loadTogether(...from);
  const found = { ...sorted, environment: withChartHooks(environment, sorted.hooks) };
  if ((environment.monitoring?.objects ?? 'none') === 'none') return found;
  const { monitoringManifests } = await import('../monitoring/objects.ts');
  const { monitoringSubject } = await import('../monitoring/subject.ts');
  const { manifests } = sorted;
  const own = monitoringManifests(monitoringSubject(config, name, manifests));
  return { ...found, manifests: [...manifests, ...own] };
}

/** Warns of the charts whose objects get new values at each rendering, as with `randAlphaNum`. */
export async function warnOfNewValues(
  path: string,
  { config, environment, env }: Pick<ActionRequest, 'environment' | 'env'> & { config: Pick<Config, 'app'> },
  manifests: SortedManifests['manifests'],
  report: (line: string) => void,
): Promise<void> {
  if (environment.manifests.every(source => typeof source === 'string')) return;
  const { newValuesOf } = await import('../cluster/new-values.ts');
  const target = { namespace: environment.namespace, app: config.app, env };
  const sentences = await newValuesOf(dirname(path), environment.manifests, manifests, target);
  for (const sentence of sentences) report(`warning: ${sentence}`);
}

/**
 * Runs `use` with a connection to the cluster of an environment: the input `kube-context`, otherwise the `cluster` in
 * slipway.yml with GitHub's OIDC tokens, otherwise the current context of the kubeconfig.
 * @param load imports the code for `use`, most of the action, while kubectl starts, which takes longer.
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
    // After a takeover the outcome belongs to the other run, so this one counts as refused.
    if (cluster.changes() === 0) throw error;
    const { LeaseLost } = await import('../release/store/fencing.ts');
    throw error instanceof LeaseLost ? error : markAfterChange(error);
  } finally {
    await cluster.close();
  }
}

function open(
  { config, 'kube-context': context, patient = true }: Way,
  environment: Environment,
  host: Host,
): Promise<Cluster> {
  const trust = environment.cluster;
  if (context !== '' || trust === undefined)
    return connect({ patient, env: host.env, ...(context === '' ? {} : { context }) });
  const { ca, ...rest } = trust;
  const settings = { ...rest, ...(ca === undefined ? {} : { ca: join(dirname(config), ca) }) };
  return connectByOidc(settings, host.env, { patient });
}
