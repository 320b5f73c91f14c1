import { ClusterError } from '../cluster/errors.ts';
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
import { Records, type Release, type ReleaseRecord } from './record.ts';
import { isReady, isUp, newestReplicaSet, selectorOf } from './rollout.ts';

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
  /** `unproved`: nothing speaks against it, but nothing says which images it should run either. */
  verdict: 'pass' | 'fail' | 'unproved';
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
 * Service, zones, and the checks of slipway.yml. A release that passes is marked as verified; one that was only found living, by
 * tags, is not: its tags may mean another image tomorrow.
 * @throws UserError when nothing of this application was released here.
 */
export async function verify(cluster: Cluster, request: VerifyRequest): Promise<Verification> {
  const { config, environment, report } = request;
  const records = new Records(cluster, environment.namespace, config.app);
  const live = await settled(cluster, environment);
  const marked = live?.metadata?.annotations?.[labels.release];
  if (live === undefined || marked === undefined) {
    throw new UserError(
      `${environment.workload.kind}/${environment.workload.name} in namespace ${environment.namespace} was not released by Slipway`,
      'deploy first',
    );
  }
  const serving = Number(marked) as ReleaseNumber;
  const wanted = request.release ?? serving;
  const release = (await records.list()).find(({ record }) => record.release === serving);
  const pinned = pinnedImages(live, release?.record);
  const [served, entrance] = await Promise.all([
    serves(cluster, environment, live, await acceptable(pinned.images, request.registry, report)),
    environment.verify === undefined ? undefined : entranceOf(cluster, environment),
  ]);
  const checks =
    entrance === undefined
      ? []
      : await runChecks(environment.verify?.checks ?? [], entrance.send, systemClock);
  const reasons = [
    ...(wanted === serving ? [] : [`release ${wanted} is asked for, but release ${serving} is serving`]),
    ...(release === undefined ? [`there is no record of release ${serving}`] : pinned.problems),
    ...(isUp(live) ? [] : [`not every pod of release ${serving} is up: ${upText(live)}`]),
    ...served.reasons,
    ...checks.filter(check => !check.ok).map(({ check, reason }) => `GET ${check.get} ${reason}`),
    ...(await unchanged(cluster, environment, live)),
  ];
  const unproved = reasons.length === 0 && Object.keys(pinned.images).length === 0;
  if (reasons.length === 0 && release !== undefined && !unproved)
    reasons.push(...(await markVerified(cluster, records, release, live)));
  const verdict = reasons.length > 0 ? 'fail' : unproved ? 'unproved' : 'pass';
  if (unproved) {
    reasons.push(
      `release ${serving} was found living and nothing pins its images: it is not marked as verified`,
    );
  }
  report(`release ${wanted}: ${words[verdict]}`);
  const address = entrance?.address ?? 'no checks configured';
  return { verdict, release: wanted, digests: pinned.images, served, checks, address, reasons };
}

const words: Record<Verification['verdict'], string> = {
  pass: 'verification passed',
  fail: 'verification failed',
  unproved: 'serves, but cannot be verified',
};

/** Milliseconds for what a moment ago was complete to look so from all sides: controllers follow one another. */
const settleTime = 10_000;

const workloadPath = ({ namespace, workload }: Environment) =>
  pathOf(resources.deployment, namespace, workload.name);

/** The workload once it is up, or as it is when the time is over. */
async function settled(cluster: Cluster, environment: Environment): Promise<Deployment | undefined> {
  const end = systemClock.now() + settleTime;
  for (;;) {
    const live = await cluster.get<Deployment>(workloadPath(environment));
    if (live === undefined || isUp(live) || systemClock.now() >= end) return live;
    await systemClock.sleep(250);
  }
}

const upText = ({ spec, status }: Deployment) =>
  `${status?.availableReplicas ?? 0} of ${spec?.replicas ?? 1} available, ${status?.updatedReplicas ?? 0} with the newest template`;

/** Answers given while somebody moved the workload prove nothing. */
async function unchanged(cluster: Cluster, environment: Environment, before: Deployment): Promise<string[]> {
  const after = await cluster.get<Deployment>(workloadPath(environment));
  const same =
    after?.metadata?.uid === before.metadata?.uid &&
    JSON.stringify(after?.spec?.template) === JSON.stringify(before.spec?.template) &&
    after?.metadata?.annotations?.[labels.release] === before.metadata?.annotations?.[labels.release];
  return same ? [] : ['the workload was changed while it was being verified'];
}

const systemClock = {
  now: () => performance.now(),
  sleep: (ms: number) => new Promise<void>(resolve => setTimeout(resolve, ms)),
};

/**
 * Container → `repository@digest` that must run, and what contradicts the record: an image of the release that the
 * workload names otherwise was changed by hand. For a release that was only found living, what it pins itself.
 */
export function pinnedImages(
  live: Deployment,
  record: ReleaseRecord | undefined,
): { images: Record<string, string>; problems: string[] } {
  const containers = (live.spec?.template?.spec?.containers ?? []).map(({ name, image = '' }) => ({
    name,
    image,
  }));
  if (record?.source !== 'released') {
    const pinned = containers.filter(({ image }) => image.includes('@'));
    return { images: Object.fromEntries(pinned.map(({ name, image }) => [name, image])), problems: [] };
  }
  const images: Record<string, string> = {};
  const problems: string[] = [];
  for (const wanted of Object.values(record.images)) {
    for (const { name, image } of containers) {
      if (image === '' || parseReference(image).repository !== parseReference(wanted).repository) continue;
      images[name] = wanted;
      if (digestIn(image) !== digestIn(wanted)) {
        problems.push(
          `container ${name} is set to ${image}, not to the ${wanted} of release ${record.release}`,
        );
      }
    }
  }
  if (Object.keys(images).length === 0)
    problems.push(`no container runs an image of release ${record.release}`);
  return { images, problems };
}

const digestIn = (image: string) => image.split('@')[1] ?? '';

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

/** Endpoints follow the pods by a moment: asked again until they agree or the time is over. */
async function serves(
  cluster: Cluster,
  environment: Environment,
  live: Deployment,
  expected: Record<string, string[]>,
): Promise<Served> {
  const end = systemClock.now() + settleTime;
  for (;;) {
    const served = await observeServed(cluster, environment, live, expected);
    if (served.ok || systemClock.now() >= end) return served;
    await systemClock.sleep(250);
  }
}

async function observeServed(
  cluster: Cluster,
  environment: Environment,
  live: Deployment,
  expected: Record<string, string[]>,
): Promise<Served> {
  const { namespace, service } = environment;
  const labelSelector = selectorOf(live);
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

/** By compare-and-swap: a rollback that left this release meanwhile is not overwritten. */
async function markVerified(
  cluster: Cluster,
  records: Records,
  release: Release,
  live: Deployment,
): Promise<string[]> {
  const { record, outcome, outcomeVersion } = release;
  if (outcome?.state === 'verified') return [];
  const template = outcome?.template ?? live.spec?.template;
  try {
    await records.amend(
      {
        schema: 1,
        release: record.release,
        state: 'verified',
        // A promotion waits from then on, and no runner's clock may shorten that.
        at: new Date(cluster.now()).toISOString(),
        ...(outcome?.token === undefined ? {} : { token: outcome.token }),
        ...(template === undefined ? {} : { template }),
      },
      outcomeVersion,
    );
    return [];
  } catch (error) {
    if (!(error instanceof ClusterError && error.isConflict)) throw error;
    return [`the outcome of release ${record.release} was changed while it was being verified`];
  }
}
