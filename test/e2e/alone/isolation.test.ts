import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { afterAll, afterEach, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { createBucket } from '../../../lab/bucket.ts';
import { credentialsOf } from '../../../lab/credentials.ts';
import { zoneOff, zoneOn } from '../../../lab/faults.ts';
import { ADDRESS, labOf, NODES } from '../../../lab/lab.ts';
import { alive } from '../../../lab/process.ts';
import { REGION, storeUrl } from '../../../lab/s3.ts';
import { status } from '../../../lab/status.ts';
import { up } from '../../../lab/up.ts';
import type { Pod } from '../../../src/cluster/objects.ts';
import { type Cluster, connect } from '../../../src/cluster/port.ts';
import type { Isolation } from '../../../src/recovery/guard/facts.ts';
import { DrillRefused, type Guarded, guarded } from '../../../src/recovery/guard/guarded.ts';
import { askPermissions, uidOf } from '../../../src/recovery/guard/permissions.ts';
import { s3Store } from '../../../src/recovery/s3.ts';
import { clearExpired, removeScratch } from '../../../src/recovery/scratch/clearing.ts';
import { nodesFor, proveIsolation } from '../../../src/recovery/scratch/isolation.ts';
import type { ScratchPlan } from '../../../src/recovery/scratch/manifests.ts';
import { openScratch } from '../../../src/recovery/scratch/namespace.ts';
import { addressOf, type ProbePlan } from '../../../src/recovery/scratch/probe.ts';
import {
  accountKubeconfig,
  auditMark,
  contextsKubeconfig,
  eventually,
  kubectl,
  tokenOf,
  untilAllowed,
  writesSince,
} from '../harness.ts';
import { needs } from '../needs.ts';

needs('recovery', 'netpol');

/**
 * A copy of production cannot touch production: the lab's enforcer of NetworkPolicies, the namespace of a drill, the probe that proves
 * it closed, and the guard that allows no write before that.
 */

const lab = labOf(process.env.SLIPWAY_LAB ?? '');
const image = process.env.SLIPWAY_DATABASE_IMAGE ?? '';
const suffix = Math.random().toString(36).slice(2, 6);
const production = `e2e-production-${suffix}`;
const store = `${ADDRESS}:9001`;

let cluster: Cluster;
let folder: string;
/** Addresses that listen in "production": a pod and its Service. */
let pod: string;
let service: string;

beforeAll(async () => {
  if (image === '') throw new Error('this test needs a lab with the parts recovery and netpol');
  cluster = await connect();
  folder = await mkdtemp(join(tmpdir(), 'isolation-'));
  await cluster.create('/api/v1/namespaces', { metadata: { name: production } });
  await apply(...listener(production));
  [pod, service] = await Promise.all([ready(production, 'listener'), serviceOf(production)]);
});
afterAll(async () => {
  await cluster?.remove(`/api/v1/namespaces/${production}`, undefined);
  await cluster?.close();
  await rm(folder, { recursive: true, force: true });
});

const apply = (...objects: object[]) =>
  kubectl(['apply', '-f', '-'], JSON.stringify({ apiVersion: 'v1', kind: 'List', items: objects }));

const podOf = (namespace: string, name: string, command: string[], node?: string) => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name, namespace, labels: { app: name } },
  spec: {
    restartPolicy: 'Never',
    terminationGracePeriodSeconds: 0,
    ...(node === undefined ? {} : { nodeSelector: { 'kubernetes.io/hostname': node } }),
    containers: [{ name: 'main', image, command }],
  },
});

/** A pod that listens on port 8080, and its Service. */
const listener = (namespace: string) => {
  const serve =
    '$s = IO::Socket::INET->new(Listen => 50, LocalPort => 8080, ReuseAddr => 1); while ($c = $s->accept) { close $c }';
  return [
    podOf(namespace, 'listener', ['perl', '-MIO::Socket', '-e', serve], 'node-b'),
    {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name: 'listener', namespace },
      spec: { selector: { app: 'listener' }, ports: [{ port: 80, targetPort: 8080 }] },
    },
  ];
};

const ready = (namespace: string, name: string) =>
  eventually(async () => {
    const { status } = (await cluster.get<Pod>(`/api/v1/namespaces/${namespace}/pods/${name}`)) ?? {};
    return status?.conditions?.some(({ type, status: is }) => type === 'Ready' && is === 'True') === true
      ? status.podIP
      : undefined;
  }, 120_000);

const serviceOf = async (namespace: string) => {
  const found = await cluster.get<{ spec: { clusterIP: string } }>(
    `/api/v1/namespaces/${namespace}/services/listener`,
  );
  return found?.spec.clusterIP ?? '';
};

const plan = (name: string, more: Partial<ScratchPlan> = {}): ScratchPlan => ({
  name: `e2e-${name}-${suffix}`,
  run: '42',
  ttl: 3_600_000,
  egress: [{ cidr: `${ADDRESS}/32`, port: 9001 }],
  ...more,
});

const probe = (more: Partial<ProbePlan> = {}): ProbePlan => ({
  image,
  forbidden: [
    `${pod}:8080`,
    `${service}:80`,
    `listener.${production}.svc.cluster.local:80`,
    `${ADDRESS}:5000`,
  ].map(addressOf),
  positiveControls: [addressOf(store), addressOf('near.s3.svc.cluster.local:443')],
  negativeControls: [addressOf('10.96.0.1:443'), addressOf('10.99.0.12:10250')],
  ...more,
});

async function opened(scratch: ScratchPlan) {
  const made = await openScratch(cluster, scratch);
  onTestFinished(async () => {
    await removeScratch(cluster, made);
    await cluster.remove(`/api/v1/namespaces/${scratch.name}`, undefined);
  });
  return made;
}

const reaches = ({ reaches: found }: Isolation) => found.map(({ reached }) => reached);

describe('the enforcer of NetworkPolicies', () => {
  /** Returns how often a pod connects, in four seconds from its first instruction on. */
  async function tries(namespace: string, name: string, place: string) {
    const once = `exec 3<>/dev/tcp/${place.replace(':', '/')}`;
    const script = `r=0; end=$((SECONDS + 4)); while [ $SECONDS -lt $end ]; do timeout 2 bash -c '${once}' 2>/dev/null && r=$((r + 1)); sleep 0.05; done; echo $r >/dev/termination-log`;
    await apply(podOf(namespace, name, ['bash', '-c', script]));
    const path = `/api/v1/namespaces/${namespace}/pods/${name}`;
    return eventually(async () => {
      const [container] = (await cluster.get<Pod>(path))?.status?.containerStatuses ?? [];
      const message = container?.state?.terminated?.message;
      return message === undefined ? undefined : { reached: Number(message) };
    }, 120_000);
  }

  it('blocks a pod under a policy from its start on, and no other pod', async () => {
    const scratch = plan('first');
    await opened(scratch);
    const names = ['a', 'b', 'c', 'd', 'e'];
    // All at once: each new pod makes the enforcer read all of them again.
    const [closed, free] = await Promise.all([
      Promise.all(names.map(name => tries(scratch.name, name, `${pod}:8080`))),
      tries(production, 'free', `${pod}:8080`),
    ]);
    expect(closed.map(({ reached }) => reached)).toEqual(names.map(() => 0));
    expect(free.reached).toBeGreaterThan(5);
  });

  it('is a part of the lab that `up` fixes, and still works after a zone has lost its power', async () => {
    const scratch = plan('fixed');
    await opened(scratch);
    expect(status(lab).text).toMatch(/^netpol +\d+ /m);
    process.kill(alive(lab, 'netpol')!.pid, 'SIGKILL');
    await eventually(async () => !alive(lab, 'netpol'));
    await up({ name: lab.name, log: () => {} });
    expect(status(lab).text).toMatch(/^netpol +\d+ /m);

    await zoneOff({ name: lab.name, zone: 'a' });
    await zoneOn({ name: lab.name, zone: 'a' });
    await eventually(async () => (await nodesFor(cluster)).length === NODES.length, 90_000);
    const nodes = await nodesFor(cluster);
    expect(nodes.sort()).toEqual(NODES.map(({ name }) => name));
    const found = await proveIsolation(cluster, scratch, probe(), { nodes });
    expect(found).toMatchObject({ closed: 'yes', control: 'yes' });
    expect(reaches(found)).toEqual(['no', 'no', 'no', 'no']);
  });
});

describe('the probe of a namespace', () => {
  it('finds it closed: it reaches nothing of production by address, Service or name, but the store', async () => {
    const scratch = plan('closed');
    await opened(scratch);
    const nodes = await nodesFor(cluster);
    expect(await proveIsolation(cluster, scratch, probe(), { nodes })).toEqual({
      closed: 'yes',
      control: 'yes',
      reaches: probe().forbidden.map(({ host, port }) => ({ place: `${host}:${port}`, reached: 'no' })),
    });
  });

  it('finds a connection that another client has allowed', async () => {
    const scratch = plan('opened');
    await opened(scratch);
    await apply({
      apiVersion: 'networking.k8s.io/v1',
      kind: 'NetworkPolicy',
      metadata: { name: 'helpful', namespace: scratch.name },
      spec: { podSelector: {}, policyTypes: ['Egress'], egress: [{}] },
    });
    // The enforcer applies the policy a moment later.
    await eventually(async () => {
      const found = await proveIsolation(cluster, scratch, probe(), { nodes: [] });
      return found.closed === 'no' && reaches(found).join() === 'yes,yes,yes,yes';
    });
  });

  it('proves nothing when the control is not reached, a name does not resolve, or no probe runs', async () => {
    const scratch = plan('unproved');
    await opened(scratch);
    const places = [addressOf(`${pod}:8080`), addressOf('nobody.nowhere.svc.cluster.local:80')];
    const [away, named, none] = await Promise.all([
      proveIsolation(
        cluster,
        scratch,
        probe({ forbidden: places, positiveControls: [addressOf(`${ADDRESS}:9002`)] }),
        {
          nodes: [],
        },
      ),
      proveIsolation(cluster, scratch, probe({ forbidden: places }), { nodes: [] }),
      proveIsolation(cluster, scratch, probe({ forbidden: places, image: `${image}-that-is-not-there` }), {
        nodes: [],
        patience: 5_000,
      }),
    ]);
    expect(away).toMatchObject({ control: 'no', closed: 'unknown' });
    expect(reaches(away)).toEqual(['unknown', 'unknown']);
    expect(named).toMatchObject({ control: 'yes', closed: 'yes' });
    expect(reaches(named)).toEqual(['no', 'unknown']);
    expect(none).toMatchObject({ control: 'unknown', closed: 'unknown' });
    expect(reaches(none)).toEqual(['unknown', 'unknown']);
  });
});

describe('the namespace of a drill', () => {
  it('refuses a pod in the network of its node', async () => {
    const scratch = plan('node');
    await opened(scratch);
    const pod = podOf(scratch.name, 'outside', ['sleep', '1']);
    await expect(
      cluster.create(`/api/v1/namespaces/${scratch.name}/pods`, {
        ...pod,
        spec: { ...pod.spec, hostNetwork: true },
      }),
    ).rejects.toThrow(/violates PodSecurity/);
  });

  it('is deleted after the drill; one that existed before stays, and is empty', async () => {
    const [own, lent] = [plan('own'), plan('lent')];
    const made = await opened(own);
    await removeScratch(cluster, made);
    await eventually(async () => (await cluster.get(`/api/v1/namespaces/${own.name}`)) === undefined);

    await cluster.create('/api/v1/namespaces', {
      metadata: { name: lent.name, labels: { 'slipway.dev/drill-disposable': 'true', team: 'a' } },
    });
    const taken = await opened(lent);
    await apply(podOf(lent.name, 'left', ['sleep', '1000']));
    await expect(openScratch(cluster, { ...lent, run: '43' })).rejects.toThrow(/belongs to the drill 42/);
    await removeScratch(cluster, taken);
    await eventually(
      async () => (await cluster.list(`/api/v1/namespaces/${lent.name}/pods`)).items.length === 0,
    );
    const policies = `/apis/networking.k8s.io/v1/namespaces/${lent.name}/networkpolicies`;
    expect((await cluster.list(policies)).items).toEqual([]);
    const after = await cluster.get(`/api/v1/namespaces/${lent.name}`);
    expect(after?.metadata?.labels).toMatchObject({ 'slipway.dev/drill-disposable': 'true', team: 'a' });
    expect(after?.metadata?.labels).not.toHaveProperty('slipway.dev/drill-run');
  });

  it('is not used without the label that allows it, or when it is not empty, and then nothing is written', async () => {
    const [foreign, full] = [plan('foreign'), plan('full')];
    for (const [{ name }, labels] of [
      [foreign, {}],
      [full, { 'slipway.dev/drill-disposable': 'true' }],
    ] as const) {
      await cluster.create('/api/v1/namespaces', { metadata: { name, labels } });
      onTestFinished(() => cluster.remove(`/api/v1/namespaces/${name}`, undefined));
    }
    await apply({ apiVersion: 'v1', kind: 'Secret', metadata: { name: 'old', namespace: full.name } });
    const before = cluster.changes();
    await expect(openScratch(cluster, foreign)).rejects.toThrow(/slipway\.dev\/drill-disposable=true/);
    await expect(openScratch(cluster, full)).rejects.toThrow(/contains Secret\/old/);
    expect(cluster.changes()).toBe(before);
  });

  it('is cleared when it has expired, and no other', async () => {
    const [over, fresh] = [plan('over', { ttl: 1 }), plan('fresh')];
    await opened(over);
    await opened(fresh);
    // Expires by the clock of the API server, in whole seconds.
    await eventually(() => clearExpired(cluster, over.name));
    expect(await clearExpired(cluster, fresh.name)).toBe(false);
  });
});

describe('the stores of a lab', () => {
  it('show whether a login may delete, near and far, and `unknown` for a wrong login', async () => {
    const before = getCACertificates('default');
    setDefaultCACertificates([...before, await readFile(credentialsOf(lab).ca, 'utf8')]);
    onTestFinished(() => setDefaultCACertificates(before));
    const ask = async (where: 'near' | 'far', change: object = {}) => {
      const { name, access: accessKey, secret: secretKey } = await bucketOf(where);
      const url = `${storeUrl(where)}/${name}/shop`;
      return (await s3Store({ url, region: REGION, accessKey, secretKey, ...change })).mayDelete();
    };
    expect(await ask('near')).toBe('yes');
    expect(await ask('far')).toBe('no');
    expect(await ask('far', { secretKey: 'wrong' })).toBe('unknown');
  });
  const buckets = new Map<string, ReturnType<typeof createBucket>>();
  const bucketOf = (where: 'near' | 'far') => {
    const made = buckets.get(where) ?? createBucket(lab, where, `may-${where}-${suffix}`);
    buckets.set(where, made);
    return made;
  };
});

/** A drill with its own identity, which may do everything in the drilled cluster and nothing in "production". */
describe('the guard', () => {
  let drill: Guarded;
  const user = `system:serviceaccount:${production}:driller`;
  const clusters: Cluster[] = [];
  beforeAll(async () => {
    const kubeconfig = await accountKubeconfig(cluster, production, 'driller', folder);
    await accountKubeconfig(cluster, production, 'reader', folder);
    await apply(binding('driller', 'cluster-admin'), binding('reader', 'drill-reader'), {
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'ClusterRole',
      metadata: { name: `drill-reader-${suffix}` },
      rules: [{ apiGroups: [''], resources: ['namespaces'], verbs: ['get'] }],
    });
    await untilAllowed(cluster, user, { verb: '*', group: '*', resource: '*' });
    await untilAllowed(cluster, `system:serviceaccount:${production}:reader`, {
      verb: 'get',
      resource: 'namespaces',
    });
    const reader = await contextsKubeconfig(join(folder, 'reader.json'), [
      { name: 'production', token: await tokenOf(cluster, production, 'reader') },
    ]);
    clusters.push(
      await connect({ kubeconfig }),
      await connect({ kubeconfig: reader, context: 'production' }),
    );
    const uid = (await uidOf(cluster)) ?? '';
    drill = {
      cluster: clusters[0]!,
      productionCluster: clusters[1],
      productionNamespaces: [production],
      // The lab is both clusters.
      allowed: [uid],
      production: [uid],
      ...{ resumed: false, hours: undefined, alerts: undefined, inProduction: undefined },
      where: 'scratch',
      scratch: plan('guarded'),
      repositories: [{ name: 'far', mayDelete: async () => 'no' }],
      manifests: [],
      rollouts: [],
      probe: probe({ negativeControls: [] }),
    };
  });
  afterAll(async () => {
    for (const each of clusters) await each.close();
    for (const name of ['driller', 'reader'])
      await cluster.remove(
        `/apis/rbac.authorization.k8s.io/v1/clusterrolebindings/${production}-${name}`,
        undefined,
      );
    await cluster.remove(`/apis/rbac.authorization.k8s.io/v1/clusterroles/drill-reader-${suffix}`, undefined);
  });
  afterEach(async () => {
    await cluster.remove(`/api/v1/namespaces/${plan('guarded').name}`, undefined);
    await eventually(
      async () => (await cluster.get(`/api/v1/namespaces/${plan('guarded').name}`)) === undefined,
    );
  });

  const binding = (account: string, role: string) => ({
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'ClusterRoleBinding',
    metadata: { name: `${production}-${account}` },
    roleRef: {
      apiGroup: 'rbac.authorization.k8s.io',
      kind: 'ClusterRole',
      name: role === 'cluster-admin' ? role : `${role}-${suffix}`,
    },
    subjects: [{ kind: 'ServiceAccount', name: account, namespace: production }],
  });

  /** Production has another UID than the lab here, and is only asked for the permissions. */
  const apart = (more: Partial<Guarded> = {}): Guarded => ({
    ...drill,
    production: ['another-uid'],
    productionCluster: {
      ...drill.productionCluster!,
      get: async <T>(path: string) =>
        (path.endsWith('/kube-system')
          ? { metadata: { uid: 'another-uid' } }
          : await drill.productionCluster!.get<T>(path)) as T | undefined,
    },
    ...more,
  });

  async function refused(given: Guarded) {
    let went = false;
    const mark = await auditMark();
    const error = await guarded(
      given,
      async () => {
        went = true;
      },
      result => result,
    ).catch((each: unknown) => each);
    expect(went).toBe(false);
    expect(error).toBeInstanceOf(DrillRefused);
    const problems = (error as DrillRefused).refusals.map(({ problem }) => problem);
    return { problems, writes: await writesSince(mark, user) };
  }

  it('checks in production the permissions of the credential of the drill', async () => {
    const uids = drill.production;
    const reader = await askPermissions(drill.productionCluster!, uids, [production]);
    expect(reader.length).toBeGreaterThan(15);
    expect(reader.filter(({ allowed }) => allowed !== 'no')).toEqual([]);
    const admin = await askPermissions(drill.cluster, uids, [production]);
    expect(admin.filter(({ allowed }) => allowed !== 'yes')).toEqual([]);
    expect(await askPermissions(drill.productionCluster!, ['another-uid'], [])).toEqual([
      expect.objectContaining({ allowed: 'unknown' }),
    ]);
  });

  it('allows an isolated drill, and deletes its namespace afterwards', async () => {
    const { name } = drill.scratch;
    const seen = await guarded(
      apart(),
      async scratch => {
        const there = await cluster.get(`/api/v1/namespaces/${name}`);
        return there?.metadata?.uid === scratch.uid;
      },
      result => result,
    );
    expect(seen).toBe(true);
    await eventually(async () => (await cluster.get(`/api/v1/namespaces/${name}`)) === undefined);
  });

  it('refuses production before anything is written', async () => {
    const { problems, writes } = await refused(drill);
    expect(problems).toEqual([expect.stringMatching(/^the cluster .* is production$/)]);
    expect(writes).toEqual([]);
  });

  it('refuses an identity that could break production before anything is written', async () => {
    const admin = { ...apart().productionCluster!, create: drill.cluster.create };
    const { problems, writes } = await refused(apart({ productionCluster: admin }));
    expect(problems.join('\n')).toMatch(/may delete pods everywhere in production/);
    expect(writes).toEqual([]);
  });

  it('refuses a namespace that reaches production, having written only in that namespace', async () => {
    const scratch = plan('guarded', {
      egress: [
        { cidr: `${ADDRESS}/32`, port: 9001 },
        { cidr: `${pod}/32`, port: 8080 },
      ],
    });
    const { problems, writes } = await refused(apart({ scratch }));
    expect(problems).toContain(`${pod}:8080 is reachable from the namespace ${scratch.name}`);
    expect(writes.length).toBeGreaterThan(2);
    expect(
      writes.filter(
        ({ namespace, uri }) =>
          namespace !== scratch.name && uri !== '/api/v1/namespaces?fieldManager=slipway',
      ),
    ).toEqual([]);
  });
});
