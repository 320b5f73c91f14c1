import { dirname, join } from 'node:path';
import { connectByOidc } from '../cluster/oidc.ts';
import { type Cluster, connect } from '../cluster/port.ts';
import type { Environment } from '../config/types.ts';
import type { Host } from '../toolkit/host.ts';

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

/**
 * Connects to the cluster of an environment for as long as `use` takes. A `context` input names one of the kubeconfig at
 * hand; otherwise a `cluster` in slipway.yml is reached with GitHub's OIDC tokens; otherwise it is the kubeconfig's
 * current one.
 */
export async function withCluster<Result>(
  inputs: Way,
  environment: Environment,
  host: Host,
  use: (cluster: Cluster) => Promise<Result>,
): Promise<Result> {
  const cluster = await open(inputs, environment, host);
  try {
    return await use(cluster);
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
