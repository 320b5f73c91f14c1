import type { KubeObject } from '../../../src/cluster/objects.ts';
import type { Cluster } from '../../../src/cluster/port.ts';
import type { Guarded } from '../../../src/recovery/guard/guarded.ts';
import { isolationPolicy } from '../../../src/recovery/scratch/manifests.ts';
import { placeOf } from '../../../src/recovery/scratch/probe.ts';

/** A cluster that is drilled and one of production, as they are asked; every call that changes something is noted. */

export interface World {
  /** UIDs of kube-system; undefined: it cannot be read. */
  uid: string | undefined;
  productionUid: string | undefined;
  /** What production answers to the first deed that it is asked for. */
  right: 'yes' | 'no' | 'error' | 'unsure';
  /** What is there of the drill's namespace before. */
  there: KubeObject | undefined;
  /** What the namespace holds before. */
  holds: KubeObject[];
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

/** In which a drill may go on. */
export function goodWorld(): { world: World; writes: string[] } {
  const writes: string[] = [];
  const world: World = {
    uid: 'lab-uid',
    productionUid: 'production-uid',
    right: 'no',
    there: undefined,
    holds: [],
    meddle: () => {},
    policies: ours => [ours],
    probe: ['nrr', 'nnn', 'nnn'],
    drill: {
      cluster: undefined as never,
      productionCluster: undefined,
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
  Object.assign(world.drill, {
    cluster: drilled(world, writes),
    productionCluster: productionOf(world, writes),
  });
  return { world, writes };
}

const unlisted = () => Promise.reject(new Error('not asked for in this test'));

function drilled(world: World, writes: string[]): Cluster {
  let namespace: KubeObject | undefined;
  const current = () => namespace ?? world.there;
  const policy = () => ({
    metadata: { name: 'dr-drill' },
    spec: isolationPolicy(world.drill.scratch).spec as unknown,
  });
  const answers: [RegExp, () => unknown][] = [
    [/\/namespaces\/kube-system$/, () => world.uid && { metadata: { uid: world.uid } }],
    [/\/namespaces\/shop-dr$/, current],
    [/\/services\/kubernetes$/, () => ({ spec: { clusterIP: '10.96.0.1', ports: [{ port: 443 }] } })],
    [
      /\/pods\/probe-1$/,
      () =>
        world.probe === undefined
          ? { status: { phase: 'Failed' } }
          : {
              status: {
                phase: 'Succeeded',
                containerStatuses: [{ state: { terminated: { message: said() } } }],
              },
            },
    ],
  ];
  const said = () => `${world.probe?.map((letters, i) => `${i} ${letters}\n`).join('')}end\n`;
  const made = (object: KubeObject) => {
    namespace = { ...object, metadata: { ...object.metadata, name, uid: 'made-uid' } };
    world.meddle(namespace);
    return namespace;
  };
  return {
    ...questionsAlone(writes),
    get: async <T>(path: string) => answers.find(([pattern]) => pattern.test(path))?.[1]() as T | undefined,
    list: async <T>(path: string) => {
      const items: unknown[] = /networkpolicies$/.test(path)
        ? world.policies(policy())
        : /\/nodes$/.test(path)
          ? [
              {
                metadata: { labels: { 'kubernetes.io/hostname': 'node-a' } },
                status: { conditions: [{ type: 'Ready', status: 'True' }] },
              },
            ]
          : /endpointslices$/.test(path)
            ? []
            : world.holds;
      return { items: items as T[], resourceVersion: '1' };
    },
    create: async <T>(path: string, object: unknown) => {
      writes.push(`POST ${path}`);
      if (/\/pods$/.test(path)) return { metadata: { name: 'probe-1', uid: 'pod-uid' } } as T;
      return made(object as KubeObject) as T;
    },
    replace: async <T>(path: string, object: unknown) => {
      writes.push(`PUT ${path}`);
      return made(object as KubeObject) as T;
    },
    patch: async <T>(path: string) => {
      writes.push(`PATCH ${path}`);
      return {} as T;
    },
    remove: async path => {
      writes.push(`DELETE ${path}`);
    },
    call: async (method, path) => {
      writes.push(`${method} ${path}`);
      return { status: 200, body: '', headers: {}, serverTime: now };
    },
  };
}

function productionOf(world: World, writes: string[]): Cluster {
  let asked = 0;
  return {
    ...questionsAlone(writes),
    get: async <T>() => (world.productionUid && { metadata: { uid: world.productionUid } }) as T | undefined,
    create: async <T>(path: string) => {
      if (!path.endsWith('/selfsubjectaccessreviews')) writes.push(`POST production ${path}`);
      asked += 1;
      if (asked > 1) return { status: { allowed: false } } as T;
      if (world.right === 'error') throw new Error('no answer');
      const evaluationError = world.right === 'unsure' ? { evaluationError: 'a webhook is away' } : {};
      return { status: { allowed: world.right === 'yes', ...evaluationError } } as T;
    },
  };
}

function questionsAlone(writes: string[]): Cluster {
  const wrote = (verb: string) => async (path: string) => {
    writes.push(`${verb} production ${path}`);
    return {} as never;
  };
  return {
    call: (_, path) => wrote('call')(path),
    fetch: unlisted,
    get: unlisted,
    list: unlisted,
    create: wrote('POST'),
    replace: wrote('PUT'),
    patch: wrote('PATCH'),
    remove: wrote('DELETE'),
    watch: () => {
      throw new Error('not asked for in this test');
    },
    reach: {},
    lifetime: unlisted,
    now: () => now,
    calls: () => 0,
    changes: () => 0,
    close: async () => {},
  };
}
