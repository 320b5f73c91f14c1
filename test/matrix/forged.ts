import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import type { ConfigMap, Deployment, KubeObject } from '../../src/cluster/objects.ts';
import { type Cluster, connect } from '../../src/cluster/port.ts';
import { pathOf, resources } from '../../src/cluster/resources.ts';
import { proofType } from '../../src/promotion/proof.ts';
import { labels } from '../../src/workloads/naming.ts';
import { accountKubeconfig, auditMark, untilAllowed, type Write, writesSince } from '../e2e/harness.ts';
import { type Store, startStore, types } from '../registry/store.ts';
import { attacker, forged, forgedData, forgeryIn, type Scene, sceneOf } from '../release/forgery.ts';
import { Place, tags } from './place.ts';
import type { Ran } from './run.ts';
import { good, type Scenario, stepByStep } from './scenarios.ts';
import type { Images, Stage } from './stage.ts';

/**
 * Records, outcomes and states that are forged by a user who may only write ConfigMaps, each followed by the real CLI as cluster-admin. By
 * the audit log it writes nothing outside of its namespace and no foreign objects, and only versions that were judged become live.
 */

const rolling: Scenario = {
  name: 'forged, two releases',
  shape: { strategy: { rolling: {} }, route: true, required: true },
  baseline: 'healthy',
  candidate: 'good',
  commands: [['deploy']],
  ends: good,
};

/** With a candidate that is ready but was not judged. */
const canary: Scenario = {
  ...rolling,
  name: 'forged, a candidate',
  shape: {
    ...rolling.shape,
    strategy: {
      canary: { steps: ['25%'], bake: { weight: '80%', for: '1s' }, watch: '1s', watchdog: 'off' },
    },
    gate: {
      prometheus: { service: 'monitoring/prometheus:9090' },
      metrics: [{ name: 'errors', total: 'http_requests_total', bad: 'http_requests_total{code=~"5.."}' }],
      tick: '1s',
      'warm-up': '1s',
      profile: 'gross',
    },
  },
  commands: stepByStep,
};

const bases = { rolling, canary } as const;
const commands = ['sweep', 'deploy', 'sweep', 'rollback'] as const;

export interface ForgedCase {
  readonly seed: number;
  readonly base: keyof typeof bases;
  readonly command: (typeof commands)[number];
}

/** Returns cases that alternate between bases and commands. Pure. */
export const forgedCases = (count: number, seed: number): ForgedCase[] =>
  Array.from({ length: count }, (_, number) => ({
    seed: seed + number,
    base: number % 2 === 0 ? 'rolling' : 'canary',
    command: commands[Math.floor(number / 2) % commands.length] ?? 'sweep',
  }));

export interface ForgedResult {
  readonly case: ForgedCase;
  readonly aim: string;
  /** Messages; empty if everything was right. */
  readonly faults: string[];
  readonly code: number | null;
  /** The output `state` of the run. */
  readonly state: string;
  readonly writes: number;
  readonly log: string[];
}

type StoredImages = Images & { readonly store: Store; close(): Promise<void> };

/** Starts a registry with the versions of the application, which accepts attachments. */
async function storedImages(): Promise<StoredImages> {
  const store = await startStore();
  store.keepsReferrers = true;
  const config = {
    ...store.blob('shop', JSON.stringify({ os: 'linux', architecture: 'amd64' })),
    mediaType: types.config,
  };
  const digests = new Map(
    Object.values(tags).map(tag => {
      const document = { schemaVersion: 2, mediaType: types.image, annotations: { tag }, config, layers: [] };
      return [tag, store.manifest('shop', document, tag).digest] as const;
    }),
  );
  return {
    host: store.host,
    store,
    digestOf: tag => digests.get(tag) ?? '',
    close: () => store.close(),
  };
}

/** A namespace with two releases, foreign objects, and the users, for several cases one after the other. */
export class ForgedPlace {
  readonly #stage: Stage;
  readonly #images: StoredImages;
  readonly #place: Place;
  readonly #folder: string;
  readonly #scene: Scene;
  readonly #forger: Cluster;
  readonly #kubeconfig: string;
  #left = false;

  private constructor(
    stage: Stage,
    images: StoredImages,
    parts: { place: Place; folder: string; scene: Scene; forger: Cluster; kubeconfig: string },
  ) {
    this.#stage = stage;
    this.#images = images;
    this.#place = parts.place;
    this.#folder = parts.folder;
    this.#scene = parts.scene;
    this.#forger = parts.forger;
    this.#kubeconfig = parts.kubeconfig;
  }

  /** Creates the namespace. @param victim an existing foreign namespace. */
  static async open(stage: Stage, base: ForgedCase['base'], victim: string): Promise<ForgedPlace> {
    // One registry per place, because proofs from another lane would count as faults.
    const images = await storedImages();
    const place = await Place.open({ ...stage, images }, bases[base]);
    const { namespace } = place;
    const folder = await mkdtemp(join(tmpdir(), `${namespace}-users-`));
    const scene = sceneOf(namespace, victim);
    for (const [path, object] of Object.entries(scene.foreign))
      if (path.includes(`/namespaces/${namespace}/`))
        await stage.cluster.create(path.slice(0, path.lastIndexOf('/')), object);
    const kubeconfig = await admit(stage.cluster, namespace, folder);
    const forger = await connect({
      kubeconfig: await forgersKubeconfig(stage.cluster, namespace, folder),
    });
    const parts = { place, folder, scene, forger, kubeconfig };
    const ran = await place.run(['deploy']);
    if (ran.code !== 0) throw new Error(`version 2 was not deployed: ${ran.said.join('\n')}`);
    return new ForgedPlace(stage, images, parts);
  }

  /** Whether a run has changed more than can be restored, so that the next case needs another place. */
  get left(): boolean {
    return this.#left;
  }

  async attempt(each: ForgedCase): Promise<ForgedResult> {
    const { namespace } = this.#place;
    const [before, lease] = await Promise.all([this.#configMaps(), this.#lease()]);
    const [forgery] = fc.sample(forgeryIn(this.#scene), { seed: each.seed, numRuns: 1 });
    if (forgery === undefined) throw new Error('no forgery was made');
    const values = before.flatMap(object =>
      Object.entries(object.data ?? {}).map(([key, genuine]) => ({ object, key, genuine })),
    );
    const becomes = forged(
      this.#scene,
      forgery,
      values.map(({ genuine }) => parsed(genuine)),
    );
    for (const object of before) {
      const own = values.flatMap((had, index) =>
        had.object === object ? [{ index, ...had, text: textOf(becomes[index]) }] : [],
      );
      const gone = Object.fromEntries(own.map(({ key }) => [key, null]));
      const data = Object.assign(gone, ...own.map(({ index, ...each }) => forgedData(forgery, index, each)));
      const path = pathOf(resources.configMap, namespace, object.metadata?.name);
      await this.#forger.patch(path, 'merge', { data }).catch((error: unknown) => {
        // The API server refuses changes of immutable objects and invalid text from every user.
        if (!/immutable|invalid/i.test(String(error))) throw error;
      });
    }
    const proved = this.#proved();
    const mark = await auditMark();
    const ran = await this.#run(each.command);
    const user = `system:serviceaccount:${namespace}:runner`;
    const writes = await writesSince(mark, user);
    const faults = [
      ...crashes(ran),
      ...writes.flatMap(write => trespass(write, namespace)),
      ...(await this.#unearned(each, proved)),
    ];
    await this.#restore({ before, lease }, writes);
    return {
      case: each,
      aim: forgery.aim,
      faults,
      code: ran.code,
      state: ran.outputs.state ?? '',
      writes: writes.length,
      log: [...ran.said, ...writes.map(({ verb, uri, code }) => `  # ${verb} ${uri} ${code}`)],
    };
  }

  async close(): Promise<void> {
    await this.#forger.close();
    await this.#place.close();
    await this.#images.close();
    const { namespace } = this.#place;
    await this.#stage.cluster.remove(`${bindings}/${namespace}`, undefined);
    await rm(this.#folder, { recursive: true, force: true });
  }

  async #run(command: ForgedCase['command']): Promise<Ran> {
    const env = { KUBECONFIG: this.#kubeconfig };
    if (command !== 'deploy') return this.#place.run([command], tags.candidate, env);
    await this.#place.checkOut({ tag: tags.next, health: 'good' });
    const ran = await this.#place.run([command], tags.next, env);
    await this.#place.checkOut({ tag: tags.candidate, health: 'good' });
    return ran;
  }

  async #configMaps(): Promise<ConfigMap[]> {
    const { items } = await this.#stage.cluster.list<ConfigMap>(
      pathOf(resources.configMap, this.#place.namespace),
    );
    return items.filter(({ metadata }) => metadata?.name?.startsWith('slipway-shop'));
  }

  /** Returns messages about versions that are live or proved although they must not be. */
  async #unearned({ base, command }: ForgedCase, before: ReadonlySet<string>): Promise<string[]> {
    const { cluster } = this.#stage;
    const { namespace } = this.#place;
    const { digestOf } = this.#images;
    const [live, ...lists] = await Promise.all([
      cluster.get<Deployment>(pathOf(resources.deployment, namespace, 'shop')),
      ...[resources.deployment, resources.replicaSet, resources.pod].map(each =>
        cluster.list<KubeObject>(pathOf(each, namespace)),
      ),
    ]);
    const faults: string[] = [];
    const all = JSON.stringify(lists);
    if (all.includes(attacker.image)) faults.push("the attacker's image runs");
    if (all.includes(`"serviceAccountName":"${attacker.account}"`))
      faults.push("a pod uses the attacker's ServiceAccount");
    const serves = live?.spec?.template?.spec?.containers[0]?.image ?? 'nothing';
    const allowed = base === 'canary' ? [tags.baseline] : Object.values(tags);
    if (!allowed.some(tag => serves.endsWith(`@${digestOf(tag)}`)))
      faults.push(`${serves} is live after ${command}, but was not judged`);
    for (const digest of this.#proved())
      if (!before.has(digest) && !serves.endsWith(digest))
        faults.push(`${digest} counts as verified, but is not live`);
    return faults;
  }

  /** Returns the digests of images that have a proof. */
  #proved(): Set<string> {
    const { manifests } = this.#images.store;
    const subjects = [...manifests].flatMap(([at, { body }]) => {
      const { artifactType, subject } = JSON.parse(body.toString('utf8'));
      return at.includes('@') && artifactType === proofType ? [String(subject?.digest)] : [];
    });
    return new Set(subjects);
  }

  /** Restores the state if the run has written only ConfigMaps and its Lease; otherwise marks the place as unusable. */
  async #restore(
    { before, lease }: { before: readonly ConfigMap[]; lease: KubeObject },
    writes: readonly Write[],
  ): Promise<void> {
    const { cluster } = this.#stage;
    const { namespace } = this.#place;
    if (writes.some(({ uri, code }) => code < 400 && !/\/(leases|configmaps)(\/|\?|$)/.test(uri))) {
      this.#left = true;
      return;
    }
    const now = new Map((await this.#configMaps()).map(each => [each.metadata?.name, each]));
    for (const { metadata, data } of before) {
      const found = now.get(metadata?.name);
      now.delete(metadata?.name);
      if (found?.metadata?.uid !== metadata?.uid) this.#left = true;
      else if (JSON.stringify(found?.data) !== JSON.stringify(data))
        await cluster.replace(pathOf(resources.configMap, namespace, metadata?.name), {
          ...found,
          data,
        } as KubeObject);
    }
    for (const name of now.keys())
      await cluster.remove(pathOf(resources.configMap, namespace, name), undefined);
    // Restores the state and the checksums, but never lowers the token.
    const own = (object: KubeObject) =>
      Object.entries(object.metadata?.annotations ?? {}).filter(([name]) => name !== labels.token);
    const gone = own(await this.#lease()).map(([name]) => [name, null]);
    const annotations = Object.fromEntries([...gone, ...own(lease)]);
    await cluster.patch(this.#leasePath, 'merge', { metadata: { annotations } });
  }

  get #leasePath(): string {
    return pathOf(resources.lease, this.#place.namespace, 'slipway-shop');
  }

  async #lease(): Promise<KubeObject> {
    const lease = await this.#stage.cluster.get<KubeObject>(this.#leasePath);
    if (lease === undefined) throw new Error('the Lease is missing');
    return lease;
  }
}

const bindings = '/apis/rbac.authorization.k8s.io/v1/clusterrolebindings';

/** Creates the user of the CLI, a cluster-admin. @returns its kubeconfig. */
async function admit(cluster: Cluster, namespace: string, folder: string): Promise<string> {
  await cluster.create(bindings, {
    metadata: { name: namespace },
    roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: 'cluster-admin' },
    subjects: [{ kind: 'ServiceAccount', name: 'runner', namespace }],
  });
  const kubeconfig = await accountKubeconfig(cluster, namespace, 'runner', folder);
  const user = `system:serviceaccount:${namespace}:runner`;
  await untilAllowed(cluster, user, { verb: '*', group: '*', resource: '*' });
  return kubeconfig;
}

/** Creates the forger, who may only read and write ConfigMaps of the namespace. @returns its kubeconfig. */
async function forgersKubeconfig(cluster: Cluster, namespace: string, folder: string): Promise<string> {
  const rbac = `/apis/rbac.authorization.k8s.io/v1/namespaces/${namespace}`;
  const verbs = ['get', 'list', 'create', 'update', 'patch', 'delete'];
  await cluster.create(`${rbac}/roles`, {
    metadata: { name: 'forger' },
    rules: [{ apiGroups: [''], resources: ['configmaps'], verbs }],
  });
  await cluster.create(`${rbac}/rolebindings`, {
    metadata: { name: 'forger' },
    roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name: 'forger' },
    subjects: [{ kind: 'ServiceAccount', name: 'forger', namespace }],
  });
  const kubeconfig = await accountKubeconfig(cluster, namespace, 'forger', folder);
  const user = `system:serviceaccount:${namespace}:forger`;
  await untilAllowed(cluster, user, { verb: 'patch', group: '', resource: 'configmaps', namespace });
  return kubeconfig;
}

/** Checks the exit code, which must be 0 or 1 (docs/any-ci.md), and that a failure has a reason and no stack trace. */
function crashes({ code, signal, outputs, said }: Ran): string[] {
  const stack = said.find(line => /^\s+at .+:\d+:\d+\)?$|\b(Type|Range|Reference|Syntax)Error\b/.test(line));
  return [
    ...(code === 0 || code === 1 ? [] : [`it ended with ${signal ?? `code ${code}`}`]),
    ...(stack === undefined ? [] : [`it crashed: ${stack}`]),
    ...(code === 1 && (outputs.reason ?? '') === '' ? ['it failed without a reason'] : []),
  ];
}

/** Checks that a write is in the namespace, and to an object that is named after the application. */
function trespass({ verb, uri, namespace: where }: Write, namespace: string): string[] {
  const what = `${verb} ${uri}`;
  if (where !== namespace) return [`it wrote outside of its namespace: ${what}`];
  const name = new RegExp(`/namespaces/${namespace}/[a-z]+/([^/?]+)`).exec(uri)?.[1];
  return name === undefined || /^(shop|slipway-shop)(-|$)/.test(name)
    ? []
    : [`it wrote a foreign object: ${what}`];
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value ?? null));

/**
 * Runs cases in parallel lanes, each with its own namespaces.
 * @param until performance.now() after which no further case starts.
 */
export async function forgeAll(
  stage: Stage,
  cases: readonly ForgedCase[],
  { lanes, until = Number.POSITIVE_INFINITY }: { lanes: number; until?: number },
  onResult: (result: ForgedResult, done: number) => void,
): Promise<ForgedResult[]> {
  const victim = `v-${Math.random().toString(36).slice(2, 10)}`;
  await stage.cluster.create('/api/v1/namespaces', { metadata: { name: victim } });
  const results: ForgedResult[] = [];
  const lane = async (own: readonly ForgedCase[]) => {
    let place: ForgedPlace | undefined;
    let base: ForgedCase['base'] | undefined;
    try {
      for (const each of own) {
        if (performance.now() > until) return;
        if (place === undefined || place.left || base !== each.base) {
          await place?.close();
          place = undefined;
          place = await ForgedPlace.open(stage, each.base, victim);
          base = each.base;
        }
        const result = await place.attempt(each);
        results.push(result);
        onResult(result, results.length);
      }
    } finally {
      await place?.close();
    }
  };
  try {
    const byLane = Map.groupBy(cases, ({ base, seed }) => `${base} ${seed % lanes}`);
    const queue = [...byLane.values()];
    await Promise.all(
      Array.from({ length: lanes }, async () => {
        for (let own = queue.shift(); own !== undefined; own = queue.shift()) await lane(own);
      }),
    );
    const { items } = await stage.cluster.list<KubeObject>(pathOf(resources.secret, victim));
    if (items.length > 0) throw new Error('an object was written into the foreign namespace');
  } finally {
    await stage.cluster.remove(`/api/v1/namespaces/${victim}`, undefined);
  }
  return results;
}
