import fc from 'fast-check';
import type { KubeObject } from '../../src/cluster/objects.ts';
import { pathOf, resources } from '../../src/cluster/resources.ts';
import { annotationOf } from '../../src/traffic/fencing-token.ts';
import { template } from './objects.ts';

/** What a user who may only write ConfigMaps puts into records, outcomes and the state of a rollout. All pure. */

/** A namespace with the application `shop`, and objects of others. */
export interface Scene {
  readonly namespace: string;
  /** By the path of each. */
  readonly foreign: Readonly<Record<string, KubeObject>>;
}

/** Of another application in the namespace, of another namespace, and of the whole cluster. */
export function sceneOf(namespace: string, other: string): Scene {
  const foreign = {
    [pathOf(resources.deployment, namespace, 'db')]: {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name: 'db', namespace, annotations: { [annotationOf.token('other')]: '5' } },
      spec: {
        replicas: 0,
        selector: { matchLabels: { app: 'shop' } },
        template: template('docker.io/library/postgres:17'),
      },
    },
    [pathOf(resources.pvc, namespace, 'data')]: {
      apiVersion: 'v1',
      kind: 'PersistentVolumeClaim',
      metadata: { name: 'data', namespace },
      spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } },
    },
    ...Object.fromEntries(
      [namespace, other].map(each => [
        pathOf(resources.secret, each, 'password'),
        { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'password', namespace: each } },
      ]),
    ),
    [`/api/v1/namespaces/${other}`]: { apiVersion: 'v1', kind: 'Namespace', metadata: { name: other } },
    '/api/v1/nodes/a': { apiVersion: 'v1', kind: 'Node', metadata: { name: 'a' } },
  };
  return { namespace, foreign: foreign as unknown as Scene['foreign'] };
}

/** The image and the account of the pods that a forger would like to have. */
export const attacker = {
  image: 'attacker.example.com/x:1',
  account: 'admin',
} as const;

const attackingSpec = {
  containers: [{ name: 'shop', image: attacker.image }],
  serviceAccountName: attacker.account,
};

type Data = Record<string, unknown>;

/** What is aimed at something, beside what is written at random. */
function aimsAt({ namespace, foreign }: Scene): Record<string, (data: Data) => object> {
  const shop = pathOf(resources.deployment, namespace, 'shop');
  return {
    none: () => ({}),
    'a foreign template to go back to': () => ({ template: { spec: attackingSpec } }),
    'foreign objects of a first release': () => ({
      ...{ phase: 'rolled-back', createdObjects: Object.keys(foreign), candidate: 1, token: 9 },
      ...{ release: 1, manifests: Object.values(foreign), workers: { db: null } },
    }),
    'a first release that is rolled back': data => ({
      ...data,
      ...{ phase: 'rolling-back', createdObjects: [shop, ...Object.keys(foreign)], baseline: undefined },
    }),
    'a worker that others own': () => ({
      workers: { db: { template: { spec: attackingSpec }, replicas: 1 }, 'StatefulSet/db': null },
    }),
    'a foreign workload': data => ({
      config: JSON.parse(JSON.stringify(data.config ?? {}).replaceAll('"name":"shop"', '"name":"db"')),
      manifests: [foreign[pathOf(resources.deployment, namespace, 'db')]],
    }),
    'a foreign candidate': data => ({
      manifests: JSON.parse(JSON.stringify(data.manifests ?? []).replaceAll('"containers"', '"was"')).map(
        (each: KubeObject) =>
          each.kind === 'Deployment'
            ? { ...each, spec: { ...(each.spec as object), template: { spec: attackingSpec } } }
            : each,
      ),
      phase: 'promoting',
    }),
    'a candidate that nobody judged': ({ phase }) =>
      phase === undefined ? {} : { phase: 'promoting', weight: 80, ...unhindered },
    'a candidate that has all of the traffic': ({ phase }) =>
      phase === undefined ? {} : { phase: 'watching', weight: 100, ...unhindered },
    'a release that was verified long ago': ({ state }) =>
      state === undefined ? {} : { state: 'verified', at: '2020-01-01T00:00:00.000Z' },
  };
}

const unhindered = { paused: undefined, needsAction: undefined, abortRequested: undefined, deadline: 4e12 };

/** A place in a JSON value, chosen by numbers, and what stands there instead. */
const editIn = (foreign: Scene['foreign']) =>
  fc.record({
    steps: fc.array(fc.nat(30), { minLength: 1, maxLength: 6 }),
    value: fc.oneof(
      fc.constantFrom<unknown>(
        ...[null, '', 0, -1, 1e30, [], {}, true],
        ...[
          'db',
          'Deployment/db',
          'other',
          'rolled-back',
          'rolling-back',
          'promoting',
          'rolling',
          'watching',
        ],
      ),
      fc.constant(Object.keys(foreign)),
      fc.constant([{ apiVersion: 'v1', kind: 'Secret', metadata: { name: 'password' } }]),
      fc.constant({ containers: [{ name: 'shop', image: attacker.image }] }),
      fc.jsonValue({ maxDepth: 2 }),
    ),
  });

export interface Forgery {
  readonly aim: string;
  /** Which of the values each changes, by a number. */
  readonly edits: readonly (readonly [
    number,
    { readonly steps: readonly number[]; readonly value: unknown },
  ])[];
  /** Where the texts are put. */
  readonly way: keyof typeof ways;
  /** A bit for each ConfigMap that stays as it is: where every record is forged, a run believes none, and does nothing. */
  readonly spared: number;
}

export const forgeryIn = (scene: Scene): fc.Arbitrary<Forgery> =>
  fc.record({
    aim: fc.constantFrom(...Object.keys(aimsAt(scene))),
    edits: fc.array(fc.tuple(fc.nat(30), editIn(scene.foreign)), { minLength: 1, maxLength: 4 }),
    way: fc.constantFrom(...(Object.keys(ways) as (keyof typeof ways)[])),
    spared: fc.nat(2 ** 30 - 1),
  });

/** Where a forged text is put, and whether the genuine one stays, perhaps under another key. */
const ways = {
  'in its place': (key, _other, _genuine, text) => ({ [key]: text }),
  'in its place, and it beside': (key, other, genuine, text) => ({ [other]: genuine, [key]: text }),
  'beside it': (key, other, genuine, text) => ({ [key]: genuine, [other]: text }),
  'under another key': (_key, other, _genuine, text) => ({ [other]: text }),
} satisfies Record<
  string,
  (key: string, other: string, genuine: string, text: string) => Record<string, string>
>;

/** The data of a ConfigMap, by its index, that had the genuine text under a key. */
export function forgedData(
  { way, spared }: Forgery,
  index: number,
  { key, genuine, text }: { key: string; genuine: string; text: string },
): Record<string, string> {
  if (((spared >> (index % 30)) & 1) === 1) return { [key]: genuine };
  return ways[way](key, key === 'record' ? 'outcome' : 'record', genuine, text);
}

/** What the values of ConfigMaps become, in their order; an aim is for itself half of the time. */
export function forged(scene: Scene, { aim, edits }: Forgery, values: readonly unknown[]): unknown[] {
  const aimed = values.map(value => (isData(value) ? { ...value, ...aimsAt(scene)[aim]?.(value) } : value));
  if (aim !== 'none' && edits.length % 2 > 0) return aimed;
  for (const [which, { steps, value }] of edits) {
    const at = which % aimed.length;
    aimed[at] = edited(aimed[at], steps, value);
  }
  return aimed;
}

const isData = (value: unknown): value is Data =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function edited(value: unknown, steps: readonly number[], instead: unknown): unknown {
  const [step = 0, ...rest] = steps;
  if (typeof value !== 'object' || value === null) return instead;
  const keys = Object.keys(value);
  const key = keys[step % Math.max(1, keys.length)];
  if (key === undefined) return instead;
  const inner = (value as Record<string, unknown>)[key];
  const next = rest.length === 0 ? instead : edited(inner, rest, instead);
  return Array.isArray(value) ? Object.assign([...value], { [key]: next }) : { ...value, [key]: next };
}
