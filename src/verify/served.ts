import { shortDigests } from '../toolkit/digest.ts';

/** The pods of a workload as the cluster reports them, and the digests that they should run. */
export interface Observation {
  readonly pods: readonly ServedPod[];
  /** Names of the pods that are ready in the EndpointSlices of the Service; absent when there is no Service. */
  readonly endpoints?: readonly string[];
  /** Node → zone. */
  readonly zones: Readonly<Record<string, string>>;
  /**
   * Node → for each image on it, the digests that name it. Indexes that differ only in their attestations hold the same image, and the
   * runtime reports any of them. Default: none.
   */
  readonly images?: Readonly<Record<string, readonly (readonly string[])[]>>;
  /** Container → digests that prove it: that of the index and those of the manifests in it. */
  readonly expected: Readonly<Record<string, readonly string[]>>;
}

export interface ServedPod {
  readonly name: string;
  readonly node: string;
  readonly ready: boolean;
  readonly containers: readonly { readonly name: string; readonly image: string; readonly imageID: string }[];
}

export interface Zone {
  readonly zone: string;
  readonly pods: number;
  readonly ready: number;
  /** Pods whose containers all run an expected digest. */
  readonly matching: number;
}

export interface Served {
  readonly ok: boolean;
  readonly reasons: readonly string[];
  /** By name. */
  readonly zones: readonly Zone[];
}

/**
 * Checks that the live pods run what was built: every pod runs the expected digests, and the Service sends requests to these pods and
 * to no others.
 */
export function judgeServed(observation: Observation): Served {
  const reasons = [
    ...endpointProblems(observation),
    ...observation.pods.flatMap(pod => podProblems(pod, observation)),
  ];
  return { ok: reasons.length === 0, reasons, zones: zonesOf(observation) };
}

/** Returns the digests of the images on a node that have more than one. Pure. */
export function sharedDigests(images: readonly { readonly names?: readonly string[] }[]): string[][] {
  return images
    .map(({ names = [] }) => names.flatMap(name => (name.includes('@') ? (runningDigest(name) ?? []) : [])))
    .filter(digests => digests.length > 1);
}

/** Returns the digest in a container status: `name@sha256:…`, `docker-pullable://name@sha256:…` or `sha256:…`. */
export function runningDigest(imageID: string): string | undefined {
  return /(?:^|@|\/)(sha(?:256|512):[0-9a-f]+)$/.exec(imageID)?.[1];
}

function endpointProblems({ endpoints, pods }: Observation): string[] {
  if (endpoints === undefined) {
    return pods.some(pod => pod.ready) ? [] : ['no pod of the workload is ready'];
  }
  if (endpoints.length === 0) return ['the Service has no ready endpoint, so no request can be answered'];
  const known = new Set(pods.map(pod => pod.name));
  return endpoints
    .filter(name => !known.has(name))
    .map(name => `the Service sends requests to pod ${name}, which does not belong to the release`);
}

function podProblems(pod: ServedPod, observation: Observation): string[] {
  const { expected, endpoints } = observation;
  const getsRequests = pod.ready || endpoints?.includes(pod.name) === true;
  return Object.entries(expected).flatMap(([name, digests]) => {
    const container = containerOf(pod, name);
    if (container === undefined) return getsRequests ? [`pod ${pod.name} has no container ${name}`] : [];
    // A container that has not been started yet has no image ID, which is fine unless it gets requests.
    if (container.imageID === '' && !getsRequests) return [];
    if (proves(container, digests, pod, observation)) return [];
    const { imageID } = container;
    const running =
      runningDigest(imageID) ?? (imageID === '' ? 'nothing yet' : `${imageID}, which has no digest`);
    return [
      `container ${name} of pod ${pod.name} runs ${shortDigests(running)}; expected ${shortDigests(digests.join(' or '))}`,
    ];
  });
}

/** Whether a container runs an expected digest, or the node has one image with its digest and an expected one. */
function proves(
  { imageID }: ServedPod['containers'][number],
  expected: readonly string[],
  { node }: ServedPod,
  { images }: Observation,
): boolean {
  const digest = runningDigest(imageID);
  if (digest === undefined) return false;
  if (expected.includes(digest)) return true;
  return (images?.[node] ?? []).some(
    digests => digests.includes(digest) && digests.some(each => expected.includes(each)),
  );
}

function zonesOf(observation: Observation): Zone[] {
  const { pods, zones } = observation;
  const zoneOf = (pod: ServedPod) => zones[pod.node] ?? 'unknown';
  const matches = (pod: ServedPod) =>
    Object.entries(observation.expected).every(([name, digests]) => {
      const container = containerOf(pod, name);
      return container !== undefined && proves(container, digests, pod, observation);
    });
  return [...new Set(pods.map(zoneOf))].sort().map(zone => {
    const here = pods.filter(pod => zoneOf(pod) === zone);
    const count = (is: (pod: ServedPod) => boolean) => here.filter(is).length;
    return { zone, pods: here.length, ready: count(pod => pod.ready), matching: count(matches) };
  });
}

const containerOf = ({ containers }: ServedPod, name: string) => containers.find(each => each.name === name);
