import { startLoad } from '../../scripts/load.ts';
import type { LoadRecord } from '../../scripts/load-report.ts';
import type { Pod } from '../../src/cluster/objects.ts';
import { connect } from '../../src/cluster/port.ts';
import { parseReference } from '../../src/image/reference.ts';
import { RegistryClient } from '../../src/registry/client.ts';
import { eventually, gateway, kubectl, pushVersions, repository, throughGateway } from '../e2e/harness.ts';
import { injectFaults } from '../live/pod-faults.ts';
import { replicas } from './app.ts';
import { tags } from './place.ts';
import { askedPaths, disagreements } from './served.ts';
import type { Images, Stage, Visitors } from './stage.ts';

/** Requests per second for each application. */
const rate = 60;
/** Scrapes with requests that each baseline pod needs before the gate. */
const scrapes = 3;

/** Opens the full lab in which this process runs. */
export async function openFull(): Promise<{ stage: Stage; close(): Promise<void> }> {
  const cluster = await connect();
  const images = await imagesOf(Object.values(tags));
  const stage: Stage = {
    cluster,
    images,
    pods: 'real',
    pace: {
      timing: { leaseDuration: 5_000, leaseRenewal: 1_500 },
      deadline: '5m',
      knowing: 120_000,
      sweeping: 60_000,
      settling: 40_000,
    },
    known: namespace => {
      const counted = `max by (pod) (count_over_time(http_requests_total{namespace="${namespace}"}[10m]))`;
      return `count(${counted} >= ${scrapes}) >= ${replicas}`;
    },
    visit,
    makeUnready: (namespace, digest) => makeUnready(stage, namespace, digest),
  };
  return { stage, close: () => cluster.close() };
}

async function imagesOf(versions: readonly string[]): Promise<Images> {
  await pushVersions(versions);
  const registry = new RegistryClient();
  const digests = new Map<string, string>();
  for (const tag of versions) {
    const image = await registry.resolve(parseReference(`${repository}:${tag}`));
    if (image === undefined) throw new Error(`${repository}:${tag} is not in the registry`);
    digests.set(tag, image.digest);
  }
  return {
    host: repository.replace(/\/shop$/, ''),
    digestOf: tag => digests.get(tag) ?? '',
  };
}

/** Starts a constant load, and sends probes for `wrong`. */
async function visit(namespace: string, serves: boolean): Promise<Visitors> {
  const host = `${namespace}.example`;
  const ask = (path: string) =>
    throughGateway(host, path).then(
      answer => ({ path, ...answer }),
      (error: Error) => ({ path, status: 0, version: '', body: error.message }),
    );
  if (serves) {
    await eventually(async () => {
      const answers = await Promise.all(askedPaths.map(ask));
      return answers.every(({ status }) => status === 200);
    });
  }
  // A long timeout, because a stalled machine is not a failure of the release. A request to a removed pod would never get a response.
  const load = startLoad({
    url: gateway,
    host,
    path: '/version',
    rate,
    timeoutMs: 20_000,
    maxRequests: rate * 890,
  });
  return {
    lost: () => load.snapshot().failed,
    counts: () => {
      const { requests, failed, injected } = load.snapshot();
      return { requests, failed, injected };
    },
    wrong: async tag => disagreements(await Promise.all(askedPaths.map(ask)), tag),
    lastStart: tag => load.snapshot().versions[tag]?.lastStart ?? 0,
    failures: () => load.snapshot().failures.map(failureText),
    close: async () => {
      await load.stop();
    },
  };
}

const failureText = ({ at, ms, error, version, pod }: LoadRecord) =>
  `${new Date(at).toISOString()} ${error} after ${Math.round(ms)} ms${version === undefined ? '' : ` from ${version} ${pod}`}`;

const madeUnready = new Set<string>();

async function makeUnready({ cluster }: Stage, namespace: string, digest: string): Promise<void> {
  const { items } = await cluster.list<Pod>(`/api/v1/namespaces/${namespace}/pods`);
  const whole = items.filter(
    ({ metadata, spec, status }) =>
      spec?.containers[0]?.image?.endsWith(digest) &&
      status?.phase === 'Running' &&
      metadata?.deletionTimestamp === undefined &&
      !madeUnready.has(metadata?.uid ?? ''),
  );
  const inNamespace = { kubectl: (args: string[]) => kubectl(['-n', namespace, ...args]) };
  await Promise.allSettled(
    whole.map(async ({ metadata }) => {
      await injectFaults(inNamespace, metadata?.name ?? '', { neverReady: true });
      madeUnready.add(metadata?.uid ?? '');
    }),
  );
}
