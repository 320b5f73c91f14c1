import type { Pod } from '../../src/cluster/objects.ts';
import { type Cluster, connect } from '../../src/cluster/port.ts';
import { eventually } from '../e2e/harness.ts';
import { replicas } from './app.ts';
import { serveImages } from './images.ts';
import type { Stage } from './stage.ts';
import { Traffic } from './traffic.ts';

/** Opens the simulated lab in which this process runs, with fake images and simulated traffic. */
export async function openSimulated(): Promise<{ stage: Stage; traffic: Traffic; close(): Promise<void> }> {
  const cluster = await connect();
  const [images, traffic] = await Promise.all([
    serveImages(),
    Traffic.start(cluster, process.env.SLIPWAY_TRAFFIC ?? ''),
  ]);
  const stage: Stage = {
    cluster,
    images,
    pods: 'simulated',
    pace: {
      timing: { leaseDuration: 2_000, leaseRenewal: 600 },
      deadline: '1m',
      knowing: 30_000,
      sweeping: 10_000,
      settling: 8_000,
    },
    known: namespace => `count(up{namespace="${namespace}"}) >= ${replicas}`,
    visit: async (namespace, serves) => {
      // On a busy machine this process sees the baseline pods later than the run that waited for them. Requests until then do not count.
      if (serves) await eventually(async () => traffic.answers(namespace));
      const before = traffic.lost(namespace);
      const lost = () => traffic.lost(namespace) - before;
      return {
        lost,
        counts: () => ({ requests: 0, failed: lost(), injected: 0 }),
        wrong: async () => [],
        lastStart: () => 0,
        failures: () => ['no pod was ready'],
        close: async () => {},
      };
    },
    makeUnready: (namespace, digest) => makeUnready(cluster, namespace, digest),
  };
  const close = async () => {
    await Promise.all([traffic.close(), images.close()]);
    await cluster.close();
  };
  return { stage, traffic, close };
}

async function makeUnready(cluster: Cluster, namespace: string, digest: string): Promise<void> {
  const path = `/api/v1/namespaces/${namespace}/pods`;
  const unready = { metadata: { annotations: { 'lab/ready': 'never' } } };
  const { items } = await cluster.list<Pod>(path);
  const whole = items.filter(
    ({ metadata, spec }) =>
      spec?.containers[0]?.image?.endsWith(digest) && metadata?.annotations?.['lab/ready'] === undefined,
  );
  await Promise.all(
    whole.map(({ metadata }) => cluster.patch(`${path}/${metadata?.name}`, 'merge', unready)),
  );
}
