import { isDeepStrictEqual } from 'node:util';
import type { KubeObject } from '../../../src/cluster/objects.ts';
import type { Guarded } from '../../../src/recovery/guard/guarded.ts';
import { placeOf } from '../../../src/recovery/scratch/probe.ts';
import { FakeApiServer } from '../../cluster/fake-api-server.ts';

/** A cluster that is drilled and one of production; every call that changes something is noted. */

export interface World {
  /** UIDs of kube-system; undefined: it cannot be read. */
  set uid(uid: string | undefined);
  set productionUid(uid: string | undefined);
  /** What production answers when it is asked for rights to change something. */
  set right(right: 'yes' | 'no' | 'error' | 'unsure');
  /** What is there of the drill's namespace before. */
  set there(namespace: KubeObject);
  /** What the namespace holds before. */
  set holds(objects: KubeObject[]);
  /** What somebody does to the namespace after it was made. */
  meddle: (namespace: KubeObject) => void;
  /** Policies of others, and what became of ours. */
  policies: (ours: KubeObject) => KubeObject[];
  /** Letters of the control, the bait, and the place; undefined: the probe does not come to its end. */
  probe: [control: string, bait: string, place: string] | undefined;
  drill: Guarded;
}

export const now = Date.parse('2026-11-26T12:00:00Z');
const name = 'shop-dr';

/** In which a drill may go on. `writes` grows with each call that changes something. */
export function goodWorld(): { world: World; api: FakeApiServer; writes: string[] } {
  const writes: string[] = [];
  const api = new FakeApiServer(['default']);
  const production = new FakeApiServer();
  for (const each of [api, production]) each.now = now;
  api.before = (_, { method, path }) => void writes.push(`${method} ${path}`);
  production.before = (_, { method, path }) => void writes.push(`${method} production ${path}`);
  const world: World = {
    probe: ['nrr', 'nnn', 'nnn'],
    meddle: () => {},
    policies: ours => [ours],
    set uid(uid: string | undefined) {
      tell(api, uid);
    },
    set productionUid(uid: string | undefined) {
      tell(production, uid);
    },
    set right(right: World['right']) {
      production.may = ({ verb, resource }) =>
        right === 'yes' || (verb === 'get' && resource === 'namespaces');
      production.unsure = right === 'unsure' ? 'a webhook is away' : undefined;
      if (right === 'error') production.fail({ verb: 'create' }, 500);
    },
    set there(namespace: KubeObject) {
      api.put(home, namespace);
    },
    set holds(objects: KubeObject[]) {
      for (const { kind, metadata } of objects)
        api.put(`${home}/${kind === 'Pod' ? 'pods' : 'secrets'}/${metadata?.name}`, {});
    },
    drill: {
      ...{ cluster: api.cluster, productionCluster: production.cluster },
      productionNamespaces: ['shop'],
      allowed: ['lab-uid'],
      production: ['production-uid'],
      where: 'scratch',
      scratch: { name, run: '42', ttl: 3_600_000, ways: [{ cidr: '192.0.2.7/32', port: 443 }] },
      repositories: [{ name: 'far', mayDelete: async () => 'no' }],
      manifests: [],
      ...{ hours: { from: 8, to: 18 }, resumed: false },
      ...{ alerts: undefined, inProduction: undefined },
      rollouts: [{ name: 'staging', read: async () => ({ state: 'idle' }) }],
      probe: {
        image: 'probe',
        controls: [placeOf('192.0.2.7:443')],
        baits: [],
        places: [placeOf('db.example:5432')],
        rounds: 3,
      },
    },
  };
  Object.assign(world, { uid: 'lab-uid', productionUid: 'production-uid', right: 'no' });
  api.put('/api/v1/nodes/node-a', {
    metadata: { labels: { 'kubernetes.io/hostname': 'node-a' } },
    status: { conditions: [{ type: 'Ready', status: 'True' }] },
  });
  api.put('/api/v1/namespaces/default/services/kubernetes', {
    spec: { clusterIP: '10.96.0.1', ports: [{ port: 443 }] },
  });
  api.controllers.push((path, object) => {
    if (object !== undefined) live(api, world, path, object);
  });
  return { world, api, writes };
}

const home = `/api/v1/namespaces/${name}`;
const policies = `/apis/networking.k8s.io/v1/namespaces/${name}/networkpolicies`;

/** What tells a cluster apart; nothing does where it is undefined. */
function tell(api: FakeApiServer, uid: string | undefined): void {
  const path = '/api/v1/namespaces/kube-system';
  if (uid === undefined) api.delete(path);
  else api.put(path, { metadata: { uid } as KubeObject['metadata'] & object });
}

/** What becomes of an object that was written. */
function live(api: FakeApiServer, world: World, path: string, object: KubeObject): void {
  if (path === home) {
    const meddled = structuredClone(object);
    world.meddle(meddled);
    if (!isDeepStrictEqual(meddled, object)) api.put(path, meddled);
  }
  if (path === `${policies}/dr-drill`) {
    api.delete(path);
    for (const each of world.policies(object)) api.put(`${policies}/${each.metadata?.name}`, each);
  }
  if (path.startsWith(`${home}/pods/`) && object.metadata?.generateName !== undefined) {
    const message = `${world.probe?.map((letters, i) => `${i} ${letters}\n`).join('')}end\n`;
    const containerStatuses = [{ state: { terminated: { message } } }];
    const status =
      world.probe === undefined ? { phase: 'Failed' } : { phase: 'Succeeded', containerStatuses };
    api.put(path, { ...object, status });
  }
}
