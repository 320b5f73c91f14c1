import { execFile, spawn } from 'node:child_process';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { down } from '../../lab/down.ts';
import { labOf } from '../../lab/lab.ts';
import { leftovers, processesOf } from '../../lab/leftovers.ts';
import { alive } from '../../lab/process.ts';
import { up } from '../../lab/up.ts';
import { innerLabs } from '../../scripts/with-lab.ts';
import { ClusterError } from '../../src/cluster/errors.ts';
import type { Deployment, Pod } from '../../src/cluster/objects.ts';
import { type Cluster, connect } from '../../src/cluster/port.ts';
import { instantQuery } from '../prometheus.ts';

const SCRIPT = join(import.meta.dirname, '..', '..', 'scripts', 'lab');
const log = () => {};
const call = promisify(execFile);
/** Named after the lab in which the test runs, so that its `down` finds them. */
const within = process.env.SLIPWAY_LAB;
if (within === undefined) throw new Error('the test needs a lab: use `scripts/lab exec`');
const [killed, fixed] = innerLabs(within);

describe('a simulated lab whose `up` is killed at a random moment', () => {
  afterAll(() => down({ name: killed, log }));

  it.each([0, 1, 2, 3])('is completely removed by `down` (round %i)', async round => {
    const delay = 200 + Math.random() * 6_000;
    const child = spawn(SCRIPT, ['up', '--simulated', '--name', killed], { detached: true, stdio: 'ignore' });
    await sleep(delay);
    for (const pid of [-(child.pid ?? 0), ...(round % 2 === 1 ? processesOf(labOf(killed)) : [])]) {
      try {
        process.kill(pid, 'SIGKILL');
      } catch {
        // It has ended already.
      }
    }
    await down({ name: killed, log });
    expect(leftovers(killed), `killed after ${Math.round(delay)} ms`).toEqual([]);
  });
});

describe('a new simulated lab', () => {
  const lab = labOf(fixed);
  beforeAll(() => up({ name: fixed, log, simulated: true }));
  afterAll(() => down({ name: fixed, log }));

  it.each(['kwok', 'kube-controller-manager', 'prometheus'])('restarts a dead %s', async part => {
    process.kill(alive(lab, part)?.pid ?? 0, 'SIGKILL');
    await expect.poll(() => alive(lab, part)).toBeNull();
    await up({ name: fixed, log, simulated: true });
    expect(alive(lab, part)).not.toBeNull();
  });

  it('cannot become a full one', async () => {
    await expect(up({ name: fixed, log })).rejects.toThrow('is a simulated one');
  });

  it('has no parts of a full one', async () => {
    const { stdout } = await call(SCRIPT, ['env', '--name', fixed]);
    expect(stdout).not.toMatch(/SLIPWAY_REGISTRY|SLIPWAY_GATEWAY|BUILDX/);
    expect(stdout).toMatch(/SLIPWAY_TRAFFIC=/);
  });
});

describe('in a simulated lab', () => {
  const namespace = `lab-${Math.random().toString(36).slice(2, 8)}`;
  const core = `/api/v1/namespaces/${namespace}`;
  let cluster: Cluster;
  beforeAll(async () => {
    cluster = await connect();
    await cluster.create('/api/v1/namespaces', { metadata: { name: namespace } });
  });
  afterAll(async () => {
    await cluster.remove(`/api/v1/namespaces/${namespace}`, undefined);
    await cluster.close();
  });

  const deploy = (name: string, replicas: number, annotations: Record<string, string> = {}) =>
    cluster.create<Deployment>(`/apis/apps/v1/namespaces/${namespace}/deployments`, {
      metadata: { name },
      spec: {
        replicas,
        selector: { matchLabels: { app: name } },
        template: {
          metadata: { labels: { app: name }, annotations },
          spec: { containers: [{ name, image: 'example.com/any:1' }] },
        },
      },
    });
  const podsOf = async (name: string) =>
    (await cluster.list<Pod>(`${core}/pods`, { labelSelector: `app=${name}` })).items;
  const readyOf = async (name: string) =>
    (await podsOf(name)).filter(({ status }) =>
      status?.conditions?.some(({ type, status }) => type === 'Ready' && status === 'True'),
    ).length;
  const pod = async (name: string, annotations: Record<string, string>) => {
    await cluster.create(`${core}/pods`, {
      metadata: { name, labels: { app: name }, annotations },
      spec: { containers: [{ name: 'main', image: 'example.com/any:1' }] },
    });
  };
  const statusOf = async (name: string) => (await cluster.get<Pod>(`${core}/pods/${name}`))?.status;

  it('the pods of a Deployment are ready, spread over three zones, and behind its Service', async () => {
    await cluster.create(`${core}/services`, {
      metadata: { name: 'web' },
      spec: { selector: { app: 'web' }, ports: [{ port: 80, targetPort: 8080 }] },
    });
    await deploy('web', 6);
    await expect.poll(() => readyOf('web'), { timeout: 20_000 }).toBe(6);
    const zones = new Set((await podsOf('web')).map(({ spec }) => spec?.nodeName?.split('-')[1]));
    expect(zones).toEqual(new Set(['a', 'b', 'c']));
    const slices = async () =>
      (
        await cluster.list<{ endpoints: { conditions: { ready: boolean } }[] }>(
          `/apis/discovery.k8s.io/v1/namespaces/${namespace}/endpointslices`,
          { labelSelector: 'kubernetes.io/service-name=web' },
        )
      ).items.flatMap(({ endpoints }) => endpoints ?? []);
    await expect
      .poll(async () => (await slices()).filter(({ conditions }) => conditions.ready).length)
      .toBe(6);
  });

  it('a pod with the annotation `never` runs without becoming ready', async () => {
    await deploy('never', 2, { 'lab/ready': 'never' });
    await expect
      .poll(async () => (await podsOf('never')).map(({ status }) => status?.phase))
      .toEqual(['Running', 'Running']);
    await sleep(500);
    expect(await readyOf('never')).toBe(0);
  });

  it('a pod becomes ready after the time in its annotation, and unready after a change of it', async () => {
    await pod('later', { 'lab/ready': '1500ms' });
    await expect.poll(async () => (await statusOf('later'))?.phase).toBe('Running');
    expect(await readyOf('later')).toBe(0);
    await expect.poll(() => readyOf('later'), { timeout: 10_000 }).toBe(1);
    const path = `${core}/pods/later`;
    await cluster.patch(path, 'merge', { metadata: { annotations: { 'lab/ready': 'never' } } });
    await expect.poll(() => readyOf('later')).toBe(0);
  });

  it('a pod crashes repeatedly after the time in its annotation', async () => {
    await pod('crash', { 'lab/crash': '500ms' });
    const container = async () => (await statusOf('crash'))?.containerStatuses?.[0];
    await expect.poll(async () => (await container())?.ready, { timeout: 10_000 }).toBe(true);
    await expect.poll(async () => (await container())?.restartCount, { timeout: 15_000 }).toBe(2);
    expect(await container()).toMatchObject({
      ready: false,
      state: { waiting: { reason: 'CrashLoopBackOff' } },
      lastState: { terminated: { exitCode: 1 } },
    });
  });

  it.each([
    ['0', 'Succeeded'],
    ['3', 'Failed'],
  ])('a pod ends with the exit code %s', async (code, phase) => {
    await pod(`exit-${code}`, { 'lab/exit': code });
    await expect.poll(async () => (await statusOf(`exit-${code}`))?.phase, { timeout: 10_000 }).toBe(phase);
  });

  it('a route and each of its changes are accepted', async () => {
    const routes = `/apis/gateway.networking.k8s.io/v1/namespaces/${namespace}/httproutes`;
    const settled = async () => {
      const route = await cluster.get<{
        metadata: { generation: number };
        status?: { parents: { conditions: { status: string; observedGeneration: number }[] }[] };
      }>(`${routes}/web`);
      const conditions = route?.status?.parents.flatMap(({ conditions }) => conditions) ?? [];
      const current = conditions.filter(
        ({ status, observedGeneration }) =>
          status === 'True' && observedGeneration === route?.metadata.generation,
      );
      return [route?.metadata.generation, current.length];
    };
    await cluster.create(routes, {
      apiVersion: 'gateway.networking.k8s.io/v1',
      kind: 'HTTPRoute',
      metadata: { name: 'web' },
      spec: {
        parentRefs: [{ name: 'lab', namespace: 'gateway' }],
        rules: [{ backendRefs: [{ name: 'web', port: 80 }] }],
      },
    });
    await expect.poll(settled).toEqual([1, 2]);
    await cluster.patch(`${routes}/web`, 'json', [
      { op: 'add', path: '/spec/rules/0/backendRefs/0/weight', value: 7 },
    ]);
    await expect.poll(settled).toEqual([2, 2]);
  });

  it('an object is garbage-collected after its owner', async () => {
    const owner = await cluster.create(`${core}/configmaps`, { metadata: { name: 'owner' } });
    const { uid = '' } = owner.metadata ?? {};
    await cluster.create(`${core}/configmaps`, {
      metadata: {
        name: 'owned',
        ownerReferences: [{ apiVersion: 'v1', kind: 'ConfigMap', name: 'owner', uid }],
      },
    });
    await cluster.remove(`${core}/configmaps/owner`, uid);
    await expect.poll(() => cluster.get(`${core}/configmaps/owned`), { timeout: 10_000 }).toBeUndefined();
  });

  it('Prometheus scrapes the address of the traffic', async () => {
    const [host, port] = (process.env.SLIPWAY_TRAFFIC ?? '').split(':');
    const told = `up{namespace="${namespace}",pod="web"} 1\nanswer{namespace="${namespace}",pod="web"} 42\n`;
    const player: Server = createServer((_, answer) =>
      answer.writeHead(200, { 'content-type': 'text/plain; version=0.0.4' }).end(told),
    );
    await new Promise<void>(done => player.listen(Number(port), host, done));
    try {
      const query = `answer{namespace="${namespace}"} * on (namespace, pod) up`;
      const ask = async () => (await instantQuery(cluster, query))[0]?.value[1];
      await expect.poll(ask, { timeout: 15_000 }).toBe('42');
    } finally {
      player.closeAllConnections();
      await new Promise(done => player.close(done));
    }
  });

  it('a patch whose test fails is refused', async () => {
    await cluster.create(`${core}/configmaps`, {
      metadata: { name: 'stamped', annotations: { stamp: '2' } },
    });
    const patch = cluster.patch(`${core}/configmaps/stamped`, 'json', [
      { op: 'test', path: '/metadata/annotations/stamp', value: '1' },
    ]);
    await expect(patch).rejects.toSatisfy(error => error instanceof ClusterError && error.status === 422);
  });
});
