import { dirname, join } from 'node:path';
import { connectByOidc } from '../cluster/oidc.ts';
import { type Cluster, connect } from '../cluster/port.ts';
import type { Environment } from '../config/types.ts';
import { LeaseLost } from '../release/lease.ts';
import { markMidway } from '../toolkit/errors.ts';
import type { Host } from '../toolkit/host.ts';

/**
 * Connects to the cluster of an environment for as long as `use` takes. A `context` input names one of the kubeconfig at
 * hand; otherwise a `cluster` in slipway.yml is reached with GitHub's OIDC tokens; otherwise it is the kubeconfig's
 * current one.
 */
export async function withCluster<Result>(
  inputs: { config: string; context: string },
  environment: Environment,
  host: Host,
  use: (cluster: Cluster) => Promise<Result>,
): Promise<Result> {
  const cluster = await open(inputs, environment, host);
  try {
    return await use(cluster);
  } catch (error) {
    // Whoever was overtaken has changed nothing that is still its own.
    throw cluster.changes() > 0 && !(error instanceof LeaseLost) ? markMidway(error) : error;
  } finally {
    await cluster.close();
  }
}

function open(
  { config, context }: { config: string; context: string },
  environment: Environment,
  host: Host,
): Promise<Cluster> {
  const trust = environment.cluster;
  if (context !== '' || trust === undefined) return connect(context === '' ? {} : { context });
  const { ca, ...rest } = trust;
  const settings = { ...rest, ...(ca === undefined ? {} : { ca: join(dirname(config), ca) }) };
  return connectByOidc(settings, host.env);
}
