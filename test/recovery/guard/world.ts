import { isDeepStrictEqual } from 'node:util';
import type { KubeObject } from '../../../src/cluster/objects.ts';
import type { Guarded } from '../../../src/recovery/guard/guarded.ts';
import { addressOf } from '../../../src/recovery/scratch/probe.ts';
import { FakeApiServer } from '../../cluster/fake-api-server.ts';

/** A drilled cluster and a production cluster; every write is recorded. */

export interface World {
  /** UIDs of kube-system; undefined if it cannot be read. */
  set uid(uid: string | undefined);
  set productionUid(uid: string | undefined);
  /** The answer of production about a permission to write. */
  set permission(permission: 'yes' | 'no' | 'error' | 'unsure');
  /** The drill's namespace before the drill. */
  set there(namespace: KubeObject);
  /** The objects in the namespace before the drill. */
  set holds(objects: KubeObject[]);
  /** A change to the namespace after its creation. */
  meddle: (namespace: KubeObject) => void;
  /** The policies in the namespace, given ours. */
  policies: (ours: KubeObject) => KubeObject[];
  /** Letters of the positive control, the negative control and the address; undefined if the probe does not finish. */
  probe: [control: string, bait: string, place: string] | undefined;
  drill: Guarded;
}

export const now = Date.parse('2026-11-26T12:00:00Z');
const name = 'shop-dr';

/** A world in which a drill may run. `writes` grows with each write. */
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
    set permission(permission: World['permission']) {
      production.may = ({ verb, resource }) =>
        permission === 'yes' || (verb === 'get' && resource === 'namespaces');
      production.unsure = permission === 'unsure' ? 'a webhook is away' : undefined;
      if (permission === 'error') production.fail({ verb: 'create' }, 500);
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
      scratch: { name, run: '42', ttl: 3_600_000, egress: [{ cidr: '192.0.2.7/32', port: 443 }] },
      repositories: [{ name: 'far', mayDelete: async () => 'no' }],
      manifests: [],
      ...{ hours: { from: 8, to: 18 }, resumed: false },
      ...{ alerts: undefined, inProduction: undefined },
      rollouts: [{ name: 'staging', read: async () => ({ state: 'idle' }) }],
      probe: {
        image: 'probe',
        positiveControls: [addressOf('192.0.2.7:443')],
        negativeControls: [],
        forbidden: [addressOf('db.example:5432')],
        rounds: 3,
      },
    },
  };
  Object.assign(world, { uid: 'lab-uid', productionUid: 'production-uid', permission: 'no' });
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

/** Sets the UID that identifies a cluster; undefined removes kube-system. */
function tell(api: FakeApiServer, uid: string | undefined): void {
  const path = '/api/v1/namespaces/kube-system';
  if (uid === undefined) api.delete(path);
  else api.put(path, { metadata: { uid } as KubeObject['metadata'] & object });
}

/** Simulates other users, and the end of a probe pod, after a write. */
function live(api: FakeApiServer, world: World, path: string, object: KubeObject): void {
  if (path === home) {
    const meddled = structuredClone(object);
    world.meddle(meddled);
    if (!isDeepStrictEqual(meddled, object)) api.put(path, meddled);
  }
  if (path === `${policies}/slipway-drill`) {
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
