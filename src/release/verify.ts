import type { Deployment, EndpointSlice, Node, Pod, ReplicaSet } from '../cluster/objects.ts';
import type { Cluster } from '../cluster/port.ts';
import { pathOf, resources } from '../cluster/resources.ts';
import type { Config, Environment } from '../config/types.ts';
import { parseReference } from '../image/reference.ts';
import type { RegistryClient } from '../registry/client.ts';
import { describe, UserError } from '../toolkit/errors.ts';
import { type CheckResult, runChecks } from '../verify/checks.ts';
import { judgeServed, type Served } from '../verify/served.ts';
import { entranceOf } from './entrance.ts';
import { labels, type ReleaseNumber } from './naming.ts';
import { Records } from './record.ts';
import { isReady, newestReplicaSet } from './rollout.ts';

export interface VerifyRequest {
  config: Config;
  environmentName: string;
  environment: Environment;
  /** Default: the release that the workload says it is. */
  release: ReleaseNumber | undefined;
  /** Knows the digests of an index's platforms; without it only the digest itself proves an image. */
  registry?: RegistryClient;
  report: (line: string) => void;
}

export interface Verification {
  verdict: 'pass' | 'fail';
  release: ReleaseNumber;
  /** Container → digest that every serving pod was shown to run. */
  digests: Record<string, string>;
  served: Served;
  checks: CheckResult[];
  /** Where the requests went. */
  address: string;
  reasons: string[];
}

/**
 * Proves that the running thing is the built thing and works: digests from the pods' own status, endpoints of the
 * Service, zones, and the checks of slipway.yml. A release that passes is marked as verified.
 * @throws UserError when nothing of this application was released here.
 */
export async function verify(cluster: Cluster, request: VerifyRequest): Promise<Verification> {
  const { config, environment, report } = request;
  const records = new Records(cluster, environment.namespace, config.app);
  const live = await cluster.get<Deployment>(
    pathOf(resources.deployment, environment.namespace, environment.workload.name),
  );
  const marked = live?.metadata?.annotations?.[labels.release];
  if (live === undefined || marked === undefined) {
    throw new UserError(
      `${environment.workload.kind}/${environment.workload.name} in namespace ${environment.namespace} was not released by Slipway`,
      'deploy first',
    );
  }
  const serving = Number(marked) as ReleaseNumber;
  const wanted = request.release ?? serving;
  const digests = digestsOf(live);
  const [served, entrance] = await Promise.all([
    observeServed(cluster, environment, live, await acceptable(digests, request.registry, report)),
    environment.verify === undefined ? undefined : entranceOf(cluster, environment),
  ]);
  const checks =
    entrance === undefined
      ? []
      : await runChecks(environment.verify?.checks ?? [], entrance.send, systemClock);
  const reasons = [
    ...(wanted === serving ? [] : [`release ${wanted} is asked for, but release ${serving} is serving`]),
    ...served.reasons,
    ...checks.filter(check => !check.ok).map(({ check, reason }) => `GET ${check.get} ${reason}`),
  ];
  const verdict = reasons.length === 0 ? 'pass' : 'fail';
  report(`release ${wanted}: verification ${verdict === 'pass' ? 'passed' : 'failed'}`);
  if (verdict === 'pass') await markVerified(records, wanted);
  const address = entrance?.address ?? 'no checks configured';
  return { verdict, release: wanted, digests, served, checks, address, reasons };
}

const systemClock = {
  now: () => performance.now(),
  sleep: (ms: number) => new Promise<void>(resolve => setTimeout(resolve, ms)),
};

/** Container → digest, of the containers that the release pinned. */
function digestsOf(live: Deployment): Record<string, string> {
  const containers = live.spec?.template?.spec?.containers ?? [];
  return Object.fromEntries(
    containers.flatMap(({ name, image }) => {
      const digest = image?.split('@')[1];
      return digest === undefined ? [] : [[name, `${image?.split('@')[0]}@${digest}`]];
    }),
  );
}

/** An index is proved by its own digest or by that of one of its platforms, whichever the runtime reports. */
async function acceptable(
  digests: Record<string, string>,
  registry: RegistryClient | undefined,
  report: (line: string) => void,
): Promise<Record<string, string[]>> {
  const entries = Object.entries(digests).map(async ([container, image]): Promise<[string, string[]]> => {
    const digest = image.split('@')[1] ?? '';
    const resolved = await registry?.resolve(parseReference(image)).catch(error => {
      report(
        `${image}: only its own digest can prove it, for the registry cannot be asked: ${describe(error)}`,
      );
      return undefined;
    });
    return [container, [digest, ...(resolved?.children ?? [])]];
  });
  return Object.fromEntries(await Promise.all(entries));
}

async function observeServed(
  cluster: Cluster,
  environment: Environment,
  live: Deployment,
  expected: Record<string, string[]>,
): Promise<Served> {
  const { namespace, service } = environment;
  const labelSelector = Object.entries(live.spec?.selector?.matchLabels ?? {})
    .map(([key, value]) => `${key}=${value}`)
    .join(',');
  const [pods, sets, slices, nodes] = await Promise.all([
    cluster.list<Pod>(pathOf(resources.pod, namespace), { labelSelector }),
    cluster.list<ReplicaSet>(pathOf(resources.replicaSet, namespace), { labelSelector }),
    service === undefined
      ? undefined
      : cluster.list<EndpointSlice>(pathOf(resources.endpointSlice, namespace), {
          labelSelector: `kubernetes.io/service-name=${service}`,
        }),
    cluster.list<Node>(pathOf(resources.node, namespace)),
  ]);
  const set = newestReplicaSet(live, sets.items)?.metadata?.uid;
  const ours = pods.items.filter(
    pod =>
      pod.metadata?.deletionTimestamp === undefined &&
      pod.metadata?.ownerReferences?.some(owner => owner.uid === set),
  );
  return judgeServed({
    pods: ours.map(pod => ({
      name: pod.metadata?.name ?? '',
      node: pod.spec?.nodeName ?? '',
      ready: isReady(pod),
      containers: (pod.status?.containerStatuses ?? []).map(({ name, image, imageID }) => ({
        name,
        image,
        imageID,
      })),
    })),
    ...(slices === undefined ? {} : { endpoints: readyEndpoints(slices.items) }),
    zones: Object.fromEntries(
      nodes.items.map(({ metadata }) => [
        metadata?.name ?? '',
        metadata?.labels?.['topology.kubernetes.io/zone'] ?? 'unknown',
      ]),
    ),
    expected,
  });
}

function readyEndpoints(slices: EndpointSlice[]): string[] {
  return slices.flatMap(slice =>
    (slice.endpoints ?? [])
      .filter(endpoint => endpoint.conditions?.ready !== false)
      .map(endpoint => endpoint.targetRef?.name ?? endpoint.addresses[0] ?? 'unknown'),
  );
}

async function markVerified(records: Records, release: ReleaseNumber): Promise<void> {
  const found = (await records.list()).find(({ record }) => record.release === release);
  if (found?.outcome === undefined || found.outcome.state === 'verified') return;
  await records.conclude({ ...found.outcome, state: 'verified', at: new Date().toISOString() });
}
