import type { Manifest } from '../../src/cluster/manifests.ts';
import type {
  ControllerRevision,
  Deployment,
  KubeObject,
  Node,
  Pod,
  PodTemplate,
  ReplicaSet,
  ResourceQuota,
} from '../../src/cluster/objects.ts';
import { parseConfig } from '../../src/config/contents.ts';
import type { Config, Environment } from '../../src/config/types.ts';
import type { Release } from '../../src/release/store/releases.ts';
import type { Outcome, ReleaseRecord, RolloutState } from '../../src/release/store/schema.ts';
import { UserError } from '../../src/toolkit/errors.ts';
import type { Workload } from '../../src/workloads/kinds.ts';
import type { ReleaseNumber } from '../../src/workloads/naming.ts';
import { minimal } from '../config/configs.ts';

/** Objects as the API server would answer them, each with what a test does not care about filled in. */

export const config: Config = parseConfig(minimal, 'slipway.yml');
export const production = config.environments.production as Environment;

export function environment(changes: Partial<Environment> = {}): Environment {
  return { ...production, ...changes };
}

type Status = NonNullable<Deployment['status']>;
type Spec = NonNullable<Deployment['spec']>;

/** Three replicas, all of them updated and available. */
export function deployment(
  changes: { spec?: Partial<Spec>; status?: Partial<Status>; metadata?: Deployment['metadata'] } = {},
): Deployment {
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'shop', namespace: 'shop', uid: 'deployment', generation: 2, ...changes.metadata },
    spec: {
      replicas: 3,
      selector: { matchLabels: { app: 'shop' } },
      template: template(),
      ...changes.spec,
    },
    status: {
      observedGeneration: 2,
      replicas: 3,
      updatedReplicas: 3,
      readyReplicas: 3,
      availableReplicas: 3,
      ...changes.status,
    },
  } as Deployment;
}

/** Three pods, all of them of the newest revision and available. */
export function statefulSet(changes: { spec?: object; status?: object; metadata?: object } = {}): Workload {
  return {
    apiVersion: 'apps/v1',
    kind: 'StatefulSet',
    metadata: { name: 'shop', namespace: 'shop', uid: 'own', generation: 2, ...changes.metadata },
    spec: {
      replicas: 3,
      selector: { matchLabels: { app: 'shop' } },
      template: template(),
      ...changes.spec,
    },
    status: {
      observedGeneration: 2,
      replicas: 3,
      updatedReplicas: 3,
      readyReplicas: 3,
      availableReplicas: 3,
      currentRevision: 'shop-new',
      updateRevision: 'shop-new',
      ...changes.status,
    },
  } as Workload;
}

/** On three nodes, on each the newest template, available. */
export function daemonSet(changes: { spec?: object; status?: object; metadata?: object } = {}): Workload {
  return {
    apiVersion: 'apps/v1',
    kind: 'DaemonSet',
    metadata: { name: 'shop', namespace: 'shop', uid: 'own', generation: 2, ...changes.metadata },
    spec: { selector: { matchLabels: { app: 'shop' } }, template: template(), ...changes.spec },
    status: {
      observedGeneration: 2,
      desiredNumberScheduled: 3,
      currentNumberScheduled: 3,
      updatedNumberScheduled: 3,
      numberAvailable: 3,
      numberReady: 3,
      ...changes.status,
    },
  } as Workload;
}

/** A version of a StatefulSet or a DaemonSet, as its controller keeps it. */
export function controllerRevision(
  hash: string,
  of: PodTemplate,
  revision: number,
  owner = 'own',
): ControllerRevision {
  return {
    metadata: {
      name: `shop-${hash}`,
      uid: `revision-${hash}`,
      labels: { app: 'shop', 'controller-revision-hash': hash },
      ownerReferences: [{ uid: owner, kind: 'DaemonSet', name: 'shop', apiVersion: 'apps/v1' }],
    },
    revision,
    data: { spec: { template: { $patch: 'replace', ...of } } },
  } as unknown as ControllerRevision;
}

/** A pod that a StatefulSet or a DaemonSet owns itself. */
export function ownPod(name: string, hash: string, changes: PodChanges = {}): Pod {
  const made = pod({ ...changes, name, of: 'own' });
  made.metadata = { ...made.metadata, labels: { app: 'shop', 'controller-revision-hash': hash } };
  return made;
}

export function template(image = 'ghcr.io/acme/shop', spec: object = {}): PodTemplate {
  return {
    metadata: { labels: { app: 'shop' } },
    spec: { containers: [{ name: 'shop', image }], ...spec },
  } as PodTemplate;
}

export function replicaSet(uid: string, revision: number, changes: Partial<ReplicaSet> = {}): ReplicaSet {
  return {
    metadata: {
      name: `shop-${uid}`,
      uid,
      annotations: { 'deployment.kubernetes.io/revision': String(revision) },
      ownerReferences: [{ uid: 'deployment', kind: 'Deployment', name: 'shop', apiVersion: 'apps/v1' }],
    },
    ...changes,
  } as ReplicaSet;
}

type ContainerStatus = NonNullable<NonNullable<Pod['status']>['containerStatuses']>[number];

export interface PodChanges {
  name?: string;
  /** The uid of its ReplicaSet. */
  of?: string;
  ready?: boolean;
  terminating?: boolean;
  container?: Partial<ContainerStatus>;
  status?: Partial<NonNullable<Pod['status']>>;
  spec?: object;
}

/** A pod of the newest ReplicaSet that has started and is not ready. */
export function pod(changes: PodChanges = {}): Pod {
  const { name = 'shop-1', of = 'new', ready = false, terminating = false } = changes;
  return {
    metadata: {
      name,
      uid: `uid-${name}`,
      ownerReferences: [{ uid: of, kind: 'ReplicaSet', name: of, apiVersion: 'apps/v1' }],
      ...(terminating ? { deletionTimestamp: '2026-01-01T00:00:00Z' } : {}),
    },
    spec: { containers: [{ name: 'shop' }], ...changes.spec },
    status: {
      conditions: [{ type: 'Ready', status: ready ? 'True' : 'False' }],
      containerStatuses: [
        {
          name: 'shop',
          image: 'ghcr.io/acme/shop@sha256:1',
          imageID: '',
          ready,
          restartCount: 0,
          state: { running: {} },
          ...changes.container,
        },
      ],
      ...changes.status,
    },
  } as Pod;
}

export function manifest(object: KubeObject, source = 'deploy/shop.yaml'): Manifest {
  const { apiVersion = 'v1', kind = 'ConfigMap' } = object;
  return { object: { ...object, apiVersion, kind }, name: object.metadata?.name ?? 'shop', source };
}

export const configMap = (name: string, data: Record<string, string>, extra: object = {}): Manifest =>
  manifest({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name }, data, ...extra });

export const secret = (name: string, stringData: Record<string, string>, extra: object = {}): Manifest =>
  manifest({ apiVersion: 'v1', kind: 'Secret', metadata: { name }, stringData, ...extra });

export const workload = (podTemplate: PodTemplate = template()): Manifest =>
  manifest({
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'shop' },
    spec: { selector: { matchLabels: { app: 'shop' } }, template: podTemplate },
  });

/** A release that was completely up, unless told otherwise; `null` is a run that died before it could say how it ended. */
export function release(
  number: number,
  outcome: Partial<Outcome> | null = {},
  record: Partial<ReleaseRecord> = {},
): Release {
  const made: ReleaseRecord = {
    schema: 1,
    app: 'shop',
    environment: 'production',
    release: number as ReleaseNumber,
    source: 'released',
    ...(number > 1 ? { baseline: (number - 1) as ReleaseNumber } : {}),
    at: '2026-01-01T00:00:00Z',
    by: { run: 'run 1', actor: 'ann' },
    token: number,
    images: {},
    config,
    shipped: [],
    manifests: [],
    ...record,
  };
  if (outcome === null) return { record: made };
  const base: Outcome = {
    schema: 1,
    release: made.release,
    state: 'complete',
    at: made.at,
    template: template(imageOf(number)),
  };
  return { record: made, outcome: { ...base, ...outcome } };
}

/** The image of a release, as slipway.yml of the tests names it. */
export const imageOf = (number: number) =>
  `ghcr.io/acme/shop@sha256:${String(number).repeat(64).slice(0, 64)}`;

/** The state of a rollout of `release(2)` over `release(1)`. */
export const rolloutOf = (changes: Partial<RolloutState> = {}): RolloutState => ({
  schema: 1,
  app: 'shop',
  environment: 'production',
  token: 7,
  run: { actor: 'ann', run: 'run 1' },
  strategy: 'canary',
  phase: 'stepping',
  step: 0,
  weight: 25,
  baseline: 1 as ReleaseNumber,
  candidate: 2 as ReleaseNumber,
  capacity: 4,
  startedAt: 0,
  since: 0,
  deadline: 1000,
  ...changes,
});

export function node(name: string, platform: string, changes: { labels?: object; spec?: object } = {}): Node {
  const [operatingSystem, architecture] = platform.split('/');
  return {
    metadata: { name, labels: changes.labels ?? {} },
    spec: changes.spec ?? {},
    status: { nodeInfo: { operatingSystem, architecture } },
  } as unknown as Node;
}

export function quota(
  hard: Record<string, string>,
  used: Record<string, string> = {},
  spec: object = {},
): ResourceQuota {
  return { metadata: { name: 'limits' }, spec, status: { hard, used } } as ResourceQuota;
}

/** The sentence of the UserError that `act` ends with; anything else fails the test. */
export async function sentence(act: () => unknown): Promise<string> {
  try {
    await act();
  } catch (error) {
    if (error instanceof UserError) return error.sentence;
    throw error;
  }
  throw new Error('nothing was refused');
}
