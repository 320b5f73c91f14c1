import { zoneOf } from '../cluster/labels.ts';
import type { EndpointSlice, Node, Pod } from '../cluster/objects.ts';
import type { Cluster } from '../cluster/port.ts';
import { pathOf, resources } from '../cluster/resources.ts';
import type { Environment } from '../config/types.ts';
import { parseReference } from '../image/reference.ts';
import type { RegistryClient } from '../registry/client.ts';
import { describe } from '../toolkit/errors.ts';
import { retry } from '../toolkit/retry.ts';
import { judgeServed, type Served, sharedDigests } from '../verify/served.ts';
import { isComplete, progressText } from '../workloads/controllers.ts';
import {
  keyOf,
  kindOf,
  pathTo,
  type Ref,
  replicasOf,
  titleOf,
  traitsOf,
  type Workload,
} from '../workloads/kinds.ts';
import { isLiving, isReady, newestOf, type Revision, selectorOf } from '../workloads/pods.ts';
import { pinnedImages } from './store/pinned-images.ts';
import type { ReleaseRecord } from './store/schema.ts';

/** Proves that the pods of a workload run the digests of a release. */

/** Milliseconds for all controllers to agree that a workload is complete: they update their status one after the other. */
const settleTime = 10_000;

const untilSettled = { within: settleTime, delay: () => 250 };

/** Waits until a workload is completely rolled out, and returns it; when the time is over, returns it in any state. */
export function readWhenSettled(cluster: Cluster, path: string): Promise<Workload | undefined> {
  const unfinished = (live: Workload | undefined) => live !== undefined && !isComplete(live);
  return retry({ ...untilSettled, unfinished }, () => cluster.get<Workload>(path));
}

/** Returns the digests that prove an image: runtimes report that of the index, or that of one of its platforms. */
export async function acceptedDigests(
  digests: Record<string, string>,
  registry: RegistryClient | undefined,
  report: (line: string) => void,
): Promise<Record<string, string[]>> {
  const entries = Object.entries(digests).map(async ([container, image]): Promise<[string, string[]]> => {
    const digest = image.split('@')[1] ?? '';
    const resolved = await registry?.resolve(parseReference(image)).catch(error => {
      report(
        `${image}: only its own digest can prove it, because the registry cannot be read: ${describe(error)}`,
      );
      return undefined;
    });
    return [container, [digest, ...(resolved?.children ?? [])]];
  });
  return Object.fromEntries(await Promise.all(entries));
}

/** Compares pods and endpoints until they agree or the time is over, because endpoints follow the pods with a delay. */
export function waitUntilServed(
  cluster: Cluster,
  environment: Pick<Environment, 'namespace' | 'service'>,
  live: Workload,
  expected: Record<string, string[]>,
): Promise<Served> {
  return retry({ ...untilSettled, unfinished: ({ ok }) => !ok }, () =>
    observeServed(cluster, environment, live, expected),
  );
}

/** Compares them once. */
export async function observeServed(
  cluster: Cluster,
  environment: Pick<Environment, 'namespace' | 'service'>,
  live: Workload,
  expected: Record<string, string[]>,
): Promise<Served> {
  const { namespace, service } = environment;
  const labelSelector = selectorOf(live);
  const { revisions } = traitsOf(kindOf(live));
  const [pods, kept, slices, nodes] = await Promise.all([
    cluster.list<Pod>(pathOf(resources.pod, namespace), { labelSelector }),
    revisions === undefined
      ? { items: [] }
      : cluster.list<Revision>(pathOf(revisions, namespace), { labelSelector }),
    service === undefined
      ? undefined
      : cluster.list<EndpointSlice>(pathOf(resources.endpointSlice, namespace), {
          labelSelector: `kubernetes.io/service-name=${service}`,
        }),
    cluster.list<Node>(pathOf(resources.node, namespace)),
  ]);
  const isNewest = newestOf(live, kept.items);
  const ours = pods.items.filter(pod => isLiving(pod) && isNewest?.(pod));
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
      nodes.items.map(node => [node.metadata?.name ?? '', zoneOf(node) ?? 'unknown']),
    ),
    images: Object.fromEntries(
      nodes.items.map(({ metadata, status }) => [metadata?.name ?? '', sharedDigests(status?.images ?? [])]),
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

/** A worker whose pods were verified; a CronJob has none that last. */
export interface VerifiedWorker {
  name: string;
  pods: number;
  /** Number of pods that run the digests of the release. */
  matching: number;
}

/** Verifies the workers by the status of their pods, because they get no requests. */
export async function verifyWorkers(
  cluster: Cluster,
  { namespace }: Pick<Environment, 'namespace'>,
  refs: readonly Ref[],
  record: ReleaseRecord | undefined,
  ask: { registry?: RegistryClient; report: (line: string) => void },
): Promise<{ workers: VerifiedWorker[]; named: string[]; reasons: string[] }> {
  const proofs = refs.map(async ref => {
    const name = keyOf(ref);
    const live = await readWhenSettled(cluster, pathTo(namespace, ref));
    if (live === undefined)
      return { name, pods: 0, matching: 0, named: [], reasons: [`${titleOf(ref)} is gone`] };
    const { images, named, problems } = pinnedImages(live, record);
    const served =
      replicasOf(live) === 0
        ? { zones: [], reasons: [] }
        : await waitUntilServed(
            cluster,
            { namespace },
            live,
            await acceptedDigests(images, ask.registry, ask.report),
          );
    const reasons = [
      ...(record === undefined ? [] : problems),
      ...(isComplete(live) ? [] : [`not fully rolled out: ${progressText(live)}`]),
      ...served.reasons,
    ].map(reason => `${titleOf(ref)}: ${reason}`);
    if (ref.kind === 'CronJob' && reasons.length === 0)
      ask.report(`${titleOf(ref)} names the right images; its pods cannot be verified before its next run`);
    const sum = (of: 'pods' | 'matching') => served.zones.reduce((all, zone) => all + zone[of], 0);
    return { name, pods: sum('pods'), matching: sum('matching'), named, reasons };
  });
  const proved = await Promise.all(proofs);
  return {
    workers: proved.map(({ reasons: _, named: __, ...worker }) => worker),
    named: proved.flatMap(({ named }) => named),
    reasons: proved.flatMap(({ reasons }) => reasons),
  };
}
