import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { cp, mkdtemp, open, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { parseAllDocuments, stringify } from 'yaml';
import type { Deployment, KubeObject, Pod, ReplicaSet } from '../../src/cluster/objects.ts';
import { type Cluster, connect } from '../../src/cluster/port.ts';
import { pathOf, resources } from '../../src/cluster/resources.ts';
import { type GatewayKind, gateways } from './gateways.ts';

/** Helpers for all end-to-end tests: a shop in the lab for each, and the CLI as a user runs it. */

const run = promisify(execFile);
export const root = resolve(import.meta.dirname, '../..');
/** The committed bundle; SLIPWAY_CLI names another one to test. */
const cli = process.env.SLIPWAY_CLI ?? join(root, 'dist/cli/index.js');
const registry = process.env.SLIPWAY_REGISTRY ?? '';
export const labDir = process.env.SLIPWAY_LAB_DIR ?? '';
/** Only for these tests, so that no other tags are moved. */
export const repository = `${registry}/e2e/shop`;

if (labDir === '')
  throw new Error('the end-to-end tests need a lab: scripts/lab exec -- npx vitest run --project e2e');

/** Builds and pushes the shop as `v1` and `v2`; because of BuildKit's cache, only once per lab. */
export const pushShops = (): Promise<void> => pushVersions(['v1', 'v2']);

export async function pushVersions(versions: readonly string[]): Promise<void> {
  await Promise.all(
    versions.map(version =>
      buildx(join(root, 'examples/shop'), [
        '--build-arg',
        `VERSION=${version}`,
        '--tag',
        `${repository}:${version}`,
      ]),
    ),
  );
}

/** Pushes an image only for arm64, which the lab's nodes cannot run. */
export async function pushForeign(tag: string): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'e2e-'));
  await writeFile(join(folder, 'Dockerfile'), 'FROM scratch\nCOPY Dockerfile /\n');
  await buildx(folder, ['--platform', 'linux/arm64', '--tag', `${repository}:${tag}`]);
  await rm(folder, { recursive: true });
}

/** Builds a folder and pushes it. */
export async function buildx(folder: string, args: string[]): Promise<void> {
  await run('buildx', ['build', '--provenance=false', '--quiet', '--push', ...args, folder]);
}

/** Returns the input `images`. */
export const image = (tag: string) => JSON.stringify({ shop: `${repository}:${tag}` });

/** The result of a run of the CLI. */
export interface Run {
  code: number | null;
  outputs: Record<string, string>;
  stdout: string;
  stderr: string;
  /** Lines of stderr with their times, in ms since 1970. */
  lines: { at: number; text: string }[];
}

export interface RunningSlipway {
  child: ChildProcess;
  done: Promise<Run>;
  /** Resolves when a line of stderr matches. */
  said(pattern: RegExp): Promise<void>;
}

/** A copy of examples/shop in its own namespace, released by its own service account. */
export interface Shop {
  namespace: string;
  host: string;
  /** The gateway of the shop, and its address. */
  kind: GatewayKind;
  url: string;
  /** Holds slipway.yml and deploy/. */
  dir: string;
  /** The user of the CLI in the API server's audit log. */
  user: string;
  kubeconfig: string;
  cluster: Cluster;
  /** Changes the manifest of a kind. */
  edit(kind: string, change: (object: Manifest) => void): Promise<void>;
  /** Changes slipway.yml as text. */
  configure(change: (text: string) => string): Promise<void>;
  slipway(args: string[], env?: Record<string, string>): Promise<Run>;
  start(args: string[], env?: Record<string, string>): RunningSlipway;
  deploy(tag: string, ...more: string[]): Promise<Run>;
  get(
    path: string,
    headers?: Record<string, string>,
  ): Promise<{ status: number; version: string; body: string }>;
  /** Resolves when only that version answers: a gateway may still send a request or two to terminating pods. */
  serves(version: string, ms?: number): Promise<void>;
  deployment(): Promise<Deployment>;
  pods(): Promise<Pod[]>;
  replicaSets(): Promise<ReplicaSet[]>;
  /** `kubectl` as the lab's administrator, in the namespace. */
  kubectl(args: string[], input?: string): Promise<string>;
  apply(object: object): Promise<void>;
  remove(): Promise<void>;
}

// biome-ignore lint/suspicious/noExplicitAny: manifests are edited field by field, as a user would in an editor
export type Manifest = KubeObject & { spec: any; data: any; stringData: any };

/** Creates a shop. @param name of the test file; the namespace is `e2e-<name>-<random>`. */
export async function createShop(
  name: string,
  change: (shop: Shop) => Promise<void> = async () => {},
  kind: GatewayKind = 'contour',
): Promise<Shop> {
  const cluster = await connect();
  const namespace = `e2e-${name}-${Math.random().toString(36).slice(2, 6)}`;
  const host = `${namespace}.example`;
  const dir = await mkdtemp(join(tmpdir(), `${namespace}-`));
  await cp(join(root, 'examples/shop/slipway.yml'), join(dir, 'slipway.yml'));
  await cp(join(root, 'examples/shop/deploy'), join(dir, 'deploy'), { recursive: true });
  await cluster.create('/api/v1/namespaces', { metadata: { name: namespace, labels: { e2e: name } } });
  await cluster.create('/apis/rbac.authorization.k8s.io/v1/clusterrolebindings', {
    metadata: { name: namespace },
    roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: 'cluster-admin' },
    subjects: [{ kind: 'ServiceAccount', name: 'runner', namespace }],
  });
  const kubeconfig = await accountKubeconfig(cluster, namespace, 'runner', dir);
  const user = `system:serviceaccount:${namespace}:runner`;
  await untilAllowed(cluster, user, { verb: '*', group: '*', resource: '*' });

  const start: Shop['start'] = (args, env) => startSlipway(args, dir, { KUBECONFIG: kubeconfig, ...env });
  const { url } = gateways[kind];
  const shop: Shop = {
    namespace,
    host,
    kind,
    url,
    dir,
    user,
    kubeconfig,
    cluster,
    edit: (kind, edit) => editManifest(join(dir, 'deploy'), kind, edit),
    configure: async edit => {
      const path = join(dir, 'slipway.yml');
      await writeFile(path, edit(await readFile(path, 'utf8')));
    },
    start,
    slipway: (args, env) => start(args, env).done,
    deploy: (tag, ...more) =>
      start(['deploy', '--environment', 'production', '--images', image(tag), ...more]).done,
    get: (path, headers) => throughGateway(host, path, headers, url),
    serves: async (version, ms = 30_000) => {
      await eventually(async () => {
        // With so many requests, two versions would never answer as one by chance.
        const answers = await Promise.all(
          Array.from({ length: 40 }, () => throughGateway(host, '/version', {}, url)),
        );
        return answers.every(answer => answer.version === version);
      }, ms);
    },
    deployment: async () => {
      const object = await cluster.get<Deployment>(pathOf(resources.deployment, namespace, 'shop'));
      if (object === undefined) throw new Error(`there is no Deployment/shop in ${namespace}`);
      return object;
    },
    pods: async () =>
      (await cluster.list<Pod>(pathOf(resources.pod, namespace), { labelSelector: 'app=shop' })).items,
    replicaSets: async () => (await cluster.list<ReplicaSet>(pathOf(resources.replicaSet, namespace))).items,
    kubectl: (args, input) => kubectl(['-n', namespace, ...args], input),
    apply: async object => {
      await kubectl(['-n', namespace, 'apply', '-f', '-'], JSON.stringify(object));
    },
    remove: async () => {
      await cluster.remove(`/apis/rbac.authorization.k8s.io/v1/clusterrolebindings/${namespace}`, undefined);
      await cluster.remove(`/api/v1/namespaces/${namespace}`, undefined);
      await cluster.close();
      await rm(dir, { recursive: true, force: true });
    },
  };
  await makeOwn(shop);
  await change(shop);
  return shop;
}

/** Gives the shop the autoscaler of the example, for the number of pods here. */
export async function addAutoscaler(shop: Shop): Promise<void> {
  const text = await readFile(join(root, 'examples/shop/deploy/autoscaler.yaml'), 'utf8');
  const own = text
    .replace('namespace: shop', `namespace: ${shop.namespace}`)
    .replace('minReplicas: 6', 'minReplicas: 3');
  await writeFile(join(shop.dir, 'deploy/autoscaler.yaml'), own);
}

/** Three pods, one per zone, all replaced at once, so that a rollout takes seconds. No autoscaler, because tests set the replicas. */
async function makeOwn(shop: Shop): Promise<void> {
  await rm(join(shop.dir, 'deploy/autoscaler.yaml'));
  for (const file of await readdir(join(shop.dir, 'deploy'))) {
    const path = join(shop.dir, 'deploy', file);
    const text = await readFile(path, 'utf8');
    await writeFile(path, text.replaceAll('namespace: shop', `namespace: ${shop.namespace}`));
  }
  await shop.edit('Deployment', ({ spec }) => {
    spec.replicas = 3;
    spec.progressDeadlineSeconds = 40;
    spec.strategy.rollingUpdate.maxSurge = 3;
    spec.template.spec.containers[0].image = repository;
  });
  await shop.edit('PodDisruptionBudget', ({ spec }) => {
    spec.minAvailable = 2;
  });
  await shop.edit('HTTPRoute', ({ spec }) => {
    spec.hostnames = [shop.host];
    spec.parentRefs = [{ name: gateways[shop.kind].name, namespace: 'gateway' }];
  });
  await shop.configure(text =>
    text
      .replace(/^# yaml-language-server.*\n/, '')
      .replace('127.0.0.1:5000/shop', repository)
      .replace('namespace: shop', `namespace: ${shop.namespace}`),
  );
}

async function editManifest(folder: string, kind: string, change: (object: Manifest) => void): Promise<void> {
  for (const file of await readdir(folder)) {
    const path = join(folder, file);
    const objects = parseAllDocuments(await readFile(path, 'utf8')).map(
      document => document.toJS() as Manifest,
    );
    const found = objects.filter(object => object?.kind === kind);
    if (found.length === 0) continue;
    for (const object of found) change(object);
    await writeFile(path, objects.map(object => stringify(object)).join('---\n'));
    return;
  }
  throw new Error(`no manifest of kind ${kind} in ${folder}`);
}

/** Resolves when the API server grants the permission: it sees a new binding by a watch, a moment after its creation. */
export async function untilAllowed(
  cluster: Cluster,
  user: string,
  resourceAttributes: Record<string, string>,
): Promise<void> {
  const path = '/apis/authorization.k8s.io/v1/subjectaccessreviews';
  const review = { apiVersion: 'authorization.k8s.io/v1', kind: 'SubjectAccessReview' };
  await eventually(async () => {
    const asked = { ...review, spec: { user, resourceAttributes } };
    return (await cluster.create<{ status: { allowed: boolean } }>(path, asked)).status.allowed;
  });
}

/** Creates a service account and a kubeconfig with a token for it. */
export async function accountKubeconfig(
  cluster: Cluster,
  namespace: string,
  account: string,
  folder: string,
): Promise<string> {
  await createAccount(cluster, namespace, account);
  return tokenKubeconfig(cluster, namespace, account, folder);
}

export async function createAccount(cluster: Cluster, namespace: string, name: string): Promise<void> {
  await cluster.create(`/api/v1/namespaces/${namespace}/serviceaccounts`, { metadata: { name } });
}

/** Creates a kubeconfig with a token for an existing service account. */
export async function tokenKubeconfig(
  cluster: Cluster,
  namespace: string,
  account: string,
  folder: string,
): Promise<string> {
  const token = await tokenOf(cluster, namespace, account);
  return writeKubeconfig(join(folder, `${account}.kubeconfig`), user => {
    user.token = token;
  });
}

/** Requests a token of two hours for a service account. */
export async function tokenOf(cluster: Cluster, namespace: string, account: string): Promise<string> {
  const path = `/api/v1/namespaces/${namespace}/serviceaccounts/${account}/token`;
  const { status } = await cluster.create<{ status: { token: string } }>(path, {
    apiVersion: 'authentication.k8s.io/v1',
    kind: 'TokenRequest',
    spec: { expirationSeconds: 7200 },
  });
  return status.token;
}

/** Creates a kubeconfig with a context for each user, and no current context. */
export async function contextsKubeconfig(
  path: string,
  users: { name: string; token: string }[],
): Promise<string> {
  const { clusters } = await ownKubeconfig();
  const [cluster] = clusters;
  const config = {
    apiVersion: 'v1',
    kind: 'Config',
    clusters,
    users: users.map(({ name, token }) => ({ name, user: { token } })),
    contexts: users.map(({ name }) => ({ name, context: { cluster: cluster?.name, user: name } })),
  };
  await writeFile(path, JSON.stringify(config), { mode: 0o600 });
  return path;
}

interface Kubeconfig {
  clusters: { name: string; cluster: Record<string, string> }[];
  users: { user: Record<string, string> }[];
}

async function ownKubeconfig(): Promise<Kubeconfig> {
  return JSON.parse(await kubectl(['config', 'view', '--raw', '--minify', '--flatten', '--output=json']));
}

/** Copies the lab's kubeconfig with another user, and optionally another cluster. */
export async function writeKubeconfig(
  path: string,
  change: (user: Record<string, string>, cluster: Record<string, string>) => void,
): Promise<string> {
  const config = await ownKubeconfig();
  const user: Record<string, string> = {};
  change(user, config.clusters[0]!.cluster);
  config.users[0]!.user = user;
  await writeFile(path, JSON.stringify(config), { mode: 0o600 });
  return path;
}

export function startSlipway(args: string[], cwd: string, env: Record<string, string>): RunningSlipway {
  const child = spawn(process.execPath, [cli, ...args], { cwd, env: { ...plainEnvironment(), ...env } });
  const lines: Run['lines'] = [];
  const waiting: { pattern: RegExp; resolve: () => void }[] = [];
  let stdout = '';
  let stderr = '';
  let rest = '';
  child.stdout.on('data', chunk => {
    stdout += chunk;
  });
  child.stderr.on('data', chunk => {
    stderr += chunk;
    const parts = (rest + chunk).split('\n');
    rest = parts.pop() ?? '';
    lines.push(...parts.map(text => ({ at: Date.now(), text })));
    for (const { pattern, resolve } of waiting) if (parts.some(text => pattern.test(text))) resolve();
  });
  const done = new Promise<Run>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', code => {
      const outputs = stdout
        .split('\n')
        .filter(line => line.includes('='))
        .map(line => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]);
      resolve({ code, outputs: Object.fromEntries(outputs), stdout, stderr, lines });
    });
  });
  const said: RunningSlipway['said'] = pattern =>
    Promise.race([
      new Promise<void>(resolve => {
        if (lines.some(({ text }) => pattern.test(text))) resolve();
        waiting.push({ pattern, resolve });
      }),
      done.then(run => {
        throw new Error(`slipway ended with ${run.code} and never printed ${pattern}: ${run.stderr}`);
      }),
    ]);
  done.catch(() => undefined);
  return { child, done, said };
}

/** Returns the environment without the variables of a GitHub runner and of the tests. */
function plainEnvironment(): NodeJS.ProcessEnv {
  const names = ['PATH', 'HOME', 'TMPDIR', 'KUBECACHEDIR'];
  return Object.fromEntries(names.flatMap(name => (process.env[name] ? [[name, process.env[name]]] : [])));
}

/** Returns the environment of a workflow run, which names the holder of a Lease. */
export const workflow = (actor: string, run: number) => ({
  GITHUB_ACTOR: actor,
  GITHUB_RUN_ID: String(run),
  GITHUB_RUN_ATTEMPT: '1',
  GITHUB_REPOSITORY: 'acme/shop',
  GITHUB_SERVER_URL: 'https://github.example',
});

export async function kubectl(args: string[], input?: string): Promise<string> {
  const child = run('kubectl', args, { maxBuffer: 64 << 20 });
  child.child.stdin?.end(input);
  return (await child).stdout;
}

/** Sends a request to a host through a gateway. Not with fetch, which does not send a Host header. */
export function throughGateway(
  host: string,
  path: string,
  headers: Record<string, string> = {},
  url: string = gateway,
): Promise<{ status: number; version: string; body: string }> {
  return new Promise((resolve, reject) => {
    const outgoing = request(
      new URL(path, url),
      { headers: { ...headers, host }, agent: false, timeout: 10_000 },
      answer => {
        let body = '';
        answer.on('data', chunk => {
          body += chunk;
        });
        answer.on('end', () =>
          resolve({
            status: answer.statusCode ?? 0,
            version: String(answer.headers['x-shop-version'] ?? ''),
            body,
          }),
        );
      },
    );
    outgoing.once('timeout', () => outgoing.destroy(new Error(`no response for ${path} of ${host}`)));
    outgoing.once('error', reject);
    outgoing.end();
  });
}

/** The address of the default gateway of a shop. */
export const gateway: string = gateways.contour.url;

/**
 * Resolves when no namespace of another test is being deleted. A gateway restarts its round robin whenever any pod or route is deleted,
 * so tests that count single requests wait for that.
 */
export async function untilQuiet(cluster: Cluster): Promise<void> {
  await eventually(async () => {
    const { items } = await cluster.list('/api/v1/namespaces', { labelSelector: 'e2e' });
    return items.every(({ metadata }) => metadata?.deletionTimestamp === undefined);
  }, 120_000);
}

/** A write in the audit log, without access reviews and dry runs. */
export interface Write {
  user: string;
  verb: string;
  uri: string;
  namespace: string;
  code: number;
}

const auditLog = join(labDir, 'audit.log');

/** Returns the current end of the audit log. */
export async function auditMark(): Promise<number> {
  return (await stat(auditLog)).size;
}

/** Returns the writes of a user since a mark, including refused ones. */
export async function writesSince(mark: number, user: string, about = ''): Promise<Write[]> {
  return (await auditLines(mark))
    .filter(line => line.includes(user) && line.includes(about))
    .map(line => JSON.parse(line) as AuditEvent)
    .filter(event => event.user.username === user && !/[?&]dryRun=All/.test(event.requestURI))
    .map(event => ({
      user,
      verb: event.verb,
      uri: event.requestURI,
      namespace: event.objectRef?.namespace ?? '',
      code: event.responseStatus?.code ?? 0,
    }));
}

/** Resolves when the audit log has all requests until now: it makes a write and waits for its entry. */
export async function auditedUntilNow({ cluster, namespace }: Shop): Promise<void> {
  const mark = await auditMark();
  const name = `audited-${Math.random().toString(36).slice(2)}`;
  await cluster.create(pathOf(resources.configMap, namespace), { metadata: { name } });
  await cluster.remove(pathOf(resources.configMap, namespace, name), undefined);
  await eventually(async () => (await auditLines(mark)).some(line => line.includes(name)));
}

async function auditLines(mark: number): Promise<string[]> {
  const file = await open(auditLog);
  try {
    const { size } = await file.stat();
    // Reads from the byte before the mark, and only complete lines, because the API server writes meanwhile.
    const from = Math.max(0, mark - 1);
    const { buffer } = await file.read(Buffer.alloc(size - from), 0, size - from, from);
    return buffer
      .toString('utf8')
      .split('\n')
      .slice(mark === 0 ? 0 : 1, -1);
  } finally {
    await file.close();
  }
}

interface AuditEvent {
  user: { username: string };
  verb: string;
  requestURI: string;
  objectRef?: { namespace?: string };
  responseStatus?: { code?: number };
}

/**
 * Repeats a check until it succeeds. Pauses twice as long as the check took, from 0.1 to 1 s, so use it for lasting states. The time
 * limit is for a slow and busy machine; tests measure separately what must be fast.
 */
export async function eventually<T>(ask: () => Promise<T | undefined | false>, ms = 60_000): Promise<T> {
  const end = Date.now() + ms;
  for (;;) {
    const asked = Date.now();
    const answer = await ask();
    if (answer !== undefined && answer !== false) return answer;
    if (Date.now() > end) throw new Error(`still false after ${ms} ms: ${ask}`);
    // A kubectl process costs processor time that parallel tests need.
    const pause = Math.min(1000, Math.max(100, 2 * (Date.now() - asked)));
    await new Promise(next => setTimeout(next, pause));
  }
}
