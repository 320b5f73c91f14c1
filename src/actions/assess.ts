import { dirname, resolve } from 'node:path';
import type { AssessRequest } from '../assess/assess.ts';
import type { Live } from '../assess/live.ts';
import type { Manifest } from '../cluster/manifests.ts';
import { configFor, environmentOf, loadConfig } from '../config/load.ts';
import type { Config, Environment } from '../config/types.ts';
import { onUserError, UserError } from '../toolkit/errors.ts';
import { defineAction, type Host, optional } from '../toolkit/host.ts';
import { assessmentOutputs, publishAssessments } from './assessment-report.ts';
import { requireApplied } from './gitops.ts';
import * as shared from './inputs.ts';
import { impatient, manifestsOf, withCluster } from './session.ts';

const reader = () => import('../assess/live.ts');

export const assessAction = defineAction({
  name: 'assess',
  description:
    'Check the manifests of an environment, and its cluster, against rules: zones, probes, drains, resources, autoscaling, permissions, secrets. Changes nothing.',
  inputs: {
    environment: shared.environment,
    config: shared.config,
    'kube-context': shared.kubeContext,
    'query-cluster': optional(
      'Whether to query the cluster: `true`, or `false` to read only the manifests, as in a pull request. What only the cluster can show is then unknown.',
      'true',
    ),
    'tool-mirrors': shared.toolMirrors,
    report: optional('Path of the JSON report to write.', 'assess.json'),
  },
  outputs: assessmentOutputs,
  refused: { verdict: 'fail' },
  run: async (inputs, host) => {
    const { app, result, now } = await assessed(inputs, host);
    return publishAssessments(result, app, { ...inputs, by: 'assess' }, now, host);
  },
});

/**
 * Assesses an environment by its manifests and its cluster.
 * @throws UserError when the cluster does not answer: a pass without it would say too much.
 */
export async function assessed(
  inputs: Parameters<typeof withCluster>[0] & {
    readonly environment: string;
    readonly 'query-cluster': string;
  },
  host: Host,
) {
  const asks = shared.flag('query-cluster', inputs['query-cluster']);
  const config = await loadConfig(inputs.config);
  const environment = environmentOf(config, inputs.environment);
  // Also those whose hooks a release cannot run: they are judged, not released.
  const { environment: environmentName } = inputs;
  const manifests = await reportedManifests(inputs.config, config, environmentName, 'assess', host, 'among');
  const signal = host.cancellation();
  const live = await liveOf(inputs, environment, manifests, asks, host);
  const { assess } = await import('../assess/assess.ts');
  const request: AssessRequest = {
    config: configFor(config, environment),
    environment,
    environmentName,
    manifests,
    root: resolve(dirname(inputs.config)),
    live,
    now: new Date(),
  };
  const result = await assess(request, { env: host.env, signal, report: host.report });
  return { ...request, app: config.app, asks, result };
}

/** Reads the manifests of an environment, and reports the notes on them. @throws UserError for one that commits are released to. */
export async function reportedManifests(
  path: string,
  config: Config,
  environment: string,
  verb: string,
  host: Host,
  hooks?: Parameters<typeof manifestsOf>[4],
): Promise<Manifest[]> {
  const other = `${verb} an environment of the same namespace that has \`manifests\``;
  requireApplied(environmentOf(config, environment), environment, other);
  const { manifests, notes } = await manifestsOf(path, config, environment, host.env, hooks);
  for (const note of notes) host.report(note);
  return manifests;
}

/** @throws UserError when the cluster does not answer. */
async function liveOf(
  inputs: Parameters<typeof withCluster>[0],
  environment: Environment,
  manifests: readonly Manifest[],
  asks: boolean,
  host: Host,
): Promise<Live> {
  const { notQueried } = await reader();
  if (!asks) return notQueried('the cluster was not queried (`query-cluster: false`)');
  const objects = manifests.map(({ object }) => object);
  return withCluster(impatient(inputs), environment, host, reader, (cluster, { readLive }) =>
    readLive(cluster, environment.namespace, objects),
  ).catch(
    onUserError(error => {
      const without = 'or judge the manifests alone with `query-cluster: false`';
      throw new UserError(error.message, `${error.remedy}, ${without}`, { cause: error });
    }),
  );
}
