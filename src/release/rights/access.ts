import { MissingRight } from '../../cluster/errors.ts';
import type { Cluster } from '../../cluster/port.ts';
import { eventsOfWorkloads, type Resource, resources } from '../../cluster/resources.ts';
import type { Environment } from '../../config/types.ts';
import { watchdogImage } from '../watchdog/watchdog.ts';
import { traitsOf } from '../workloads/kinds.ts';
import { workersOf } from '../workloads/workers.ts';

/** A right that a release needs, as an access review asks for it. */
export interface Right {
  verb: string;
  resource: Resource;
  subresource?: string;
  /** Of this object alone, in a namespace that is not the release's. */
  elsewhere?: { namespace: string; name: string };
}

type Verbs = [Resource, string[]];

/**
 * The rights that deploy, gate, promote, verify, rollback and sweep of this environment need, exactly. Deploy asks for
 * those of the others as well: that a release cannot be judged, verified or rolled back is better known before its first
 * write. Pure.
 * @param manifestResources the resources of the manifests' objects.
 */
export function rightsFor(environment: Environment, manifestResources: Resource[]): Right[] {
  const { strategy, gate } = environment;
  const verbs: Verbs[] = [
    ...ofEveryRelease(environment),
    ...(strategy.kind === 'rolling' ? [] : ofTwoTracks(environment)),
    ...ofHooks(environment),
    ...manifestResources.map((resource): Verbs => [resource, ['create', 'delete', 'get', 'patch']]),
  ];
  verbs.push(...ofVerification(environment));
  const rights = [
    ...rightsIn(verbs),
    { verb: 'get', resource: resources.pod, subresource: 'log' },
    ...proxyOf(environment),
  ];
  const prometheus = strategy.kind === 'rolling' ? undefined : gate?.prometheus.service;
  if (prometheus !== undefined) {
    const { namespace, name, port } = prometheus;
    const elsewhere = { namespace, name: `${name}:${port}` };
    rights.push({ verb: 'get', resource: resources.service, subresource: 'proxy', elsewhere });
  }
  return [...new Map(rights.map(right => [nameOfRight(right), right])).values()];
}

/**
 * The rights that putting a release back needs while no rollout is under way: nothing of gates, hooks and splits, for it must work when
 * other things do not. Pure.
 */
export function rightsOfRollback(environment: Environment): Right[] {
  const verbs: Verbs[] = [
    [resources.configMap, ['create', 'get', 'list', 'update']],
    [resources.secret, ['get']],
    [resources.lease, ofLease],
    ...ofKinds(environment),
    // How many pods a workload that is gone had.
    [resources.horizontalPodAutoscaler, ['list']],
    // What serves afterwards, and on which nodes.
    [resources.pod, ['list', 'watch']],
    [resources.node, ['list']],
    ...(environment.service === undefined ? [] : [[resources.endpointSlice, ['list']] satisfies Verbs]),
    ...ofVerification(environment),
  ];
  return [...rightsIn(verbs), ...proxyOf(environment)];
}

/** It holds the state of the rollout, too. */
const ofLease = ['create', 'get', 'list', 'patch', 'update', 'watch'];

function ofEveryRelease(environment: Environment): Verbs[] {
  const { service, route } = environment;
  // Whoever takes a rollout over watches all that any of them may move.
  const watched = ['list', 'watch'];
  return [
    // Records, outcomes; shipped configuration is applied with the manifests.
    [resources.configMap, ['create', 'delete', 'get', 'list', 'patch', 'update', 'watch']],
    // The salt and the shipped copies. Never list: we know the names.
    [resources.secret, ['create', 'delete', 'get', 'patch']],
    [resources.lease, ofLease],
    ...ofKinds(environment),
    [resources.pod, watched],
    [resources.service, watched],
    [resources.horizontalPodAutoscaler, watched],
    [resources.endpointSlice, service === undefined ? ['list'] : watched],
    ...(route === undefined ? [] : [[resources.httpRoute, watched] satisfies Verbs]),
    [resources.event, ['list']],
    [resources.resourceQuota, ['list']],
    [resources.node, ['list']],
    [resources.namespace, ['get']],
  ];
}

/** What carries the release, and what its versions and its troubles are known by. */
function ofKinds({ workload, workers }: Environment): Verbs[] {
  const watched = ['list', 'watch'];
  const kinds = new Set([workload, ...workersOf({ workers })].map(({ kind }) => kind));
  return [...kinds].flatMap(kind => {
    const { resource, revisions, refusedInEvents } = traitsOf(kind);
    return [
      [resource, ['create', 'delete', 'get', 'list', 'patch', 'watch']],
      ...(revisions === undefined ? [] : [[revisions, watched] satisfies Verbs]),
      ...(refusedInEvents ? [[resources.event, watched] satisfies Verbs] : []),
      // A pod that failed keeps the others from going back.
      ...(kind === 'StatefulSet' ? [[resources.pod, ['delete', 'get']] satisfies Verbs] : []),
    ] satisfies Verbs[];
  });
}

const rightsIn = (verbs: Verbs[]): Right[] =>
  verbs.flatMap(([resource, names]) => names.map((verb): Right => ({ verb, resource })));

/** What finds the address that `verify` sends its requests to. */
const ofVerification = ({ verify }: Environment): Verbs[] => {
  if (verify?.from === 'service') return [[resources.service, ['get']]];
  if (verify?.from !== 'gateway' || verify.url !== undefined) return [];
  return [
    [resources.httpRoute, ['get']],
    [resources.gateway, ['get']],
  ];
};

const proxyOf = ({ verify }: Environment): Right[] =>
  verify?.from === 'service' ? [{ verb: 'get', resource: resources.service, subresource: 'proxy' }] : [];

/** Rights that a release does without: Events tell others of it. Pure. */
export function rightsWished(): Right[] {
  return [{ verb: 'create', resource: eventsOfWorkloads }];
}

/** Jobs of hooks: made, looked at, and taken away when another one takes their name. */
function ofHooks({ hooks = {} }: Environment): Verbs[] {
  const inCluster = Object.values(hooks).some(hook => 'job' in hook);
  return inCluster ? [[resources.job, ['create', 'delete', 'get']]] : [];
}

/** What a candidate beside the baseline takes: its own Service, the pins, the split, the floor, and the watchdog. */
function ofTwoTracks({ route, strategy }: Environment): Verbs[] {
  return [
    [resources.service, ['create', 'delete', 'get', 'patch']],
    [resources.horizontalPodAutoscaler, ['get', 'patch']],
    // One bad pod is replaced; never others.
    [resources.pod, ['delete', 'get']],
    ...(route === undefined
      ? []
      : ([
          [resources.httpRoute, ['get', 'patch']],
          [resources.gateway, ['get']],
          [resources.gatewayClass, ['get']],
          ...otherRoutes.map((resource): Verbs => [resource, ['list']]),
        ] satisfies Verbs[])),
    ...(watchdogImage(strategy) === undefined
      ? []
      : ([
          [resources.job, ['create', 'list', 'watch']],
          [resources.serviceAccount, ['get']],
        ] satisfies Verbs[])),
  ];
}

/** What would lead to a Service, or speak of it, without being split with it. */
export const otherRoutes: readonly Resource[] = [
  resources.grpcRoute,
  resources.tcpRoute,
  resources.tlsRoute,
  resources.udpRoute,
  resources.backendTlsPolicy,
];

/** `patch deployments.apps`, as `kubectl auth can-i` writes it. */
export function nameOfRight({ verb, resource, subresource, elsewhere }: Right): string {
  const group = resource.group === '' ? '' : `.${resource.group}`;
  const of = elsewhere === undefined ? '' : ` of ${elsewhere.namespace}/${elsewhere.name}`;
  return `${verb} ${resource.plural}${group}${subresource === undefined ? '' : `/${subresource}`}${of}`;
}

/** A right, and whether the credential has it. */
export interface Grant {
  right: Right;
  /** By `nameOfRight`. */
  name: string;
  allowed: boolean;
}

/** Asks the API server which of these rights the credential has. */
export async function askRights(cluster: Cluster, namespace: string, rights: Right[]): Promise<Grant[]> {
  return Promise.all(
    rights.map(async (right): Promise<Grant> => {
      const { resource, verb, subresource, elsewhere } = right;
      const review = await cluster.create<{ status: { allowed: boolean } }>(
        '/apis/authorization.k8s.io/v1/selfsubjectaccessreviews',
        {
          apiVersion: 'authorization.k8s.io/v1',
          kind: 'SelfSubjectAccessReview',
          spec: {
            resourceAttributes: {
              verb,
              group: resource.group,
              resource: resource.plural,
              ...(subresource === undefined ? {} : { subresource }),
              // Gateways stand in a namespace of their own.
              ...(resource.namespaced && resource !== resources.gateway ? { namespace } : {}),
              ...elsewhere,
            },
          },
        },
      );
      return { right, name: nameOfRight(right), allowed: review.status.allowed };
    }),
  );
}

/** @throws MissingRight naming the rights that the credential lacks. */
export async function requireRights(cluster: Cluster, namespace: string, rights: Right[]): Promise<void> {
  const grants = await askRights(cluster, namespace, rights);
  const lacking = rightsProblem(grants, namespace);
  if (lacking !== undefined) throw lacking;
}

/** What to say of rights that are missing; undefined when none is. Pure. */
export function rightsProblem(grants: Grant[], namespace: string): MissingRight | undefined {
  const lacking = grants.filter(({ allowed }) => !allowed).map(({ right }) => right);
  const here = lacking.filter(({ elsewhere }) => elsewhere === undefined);
  const names = [...lacking.filter(({ elsewhere }) => elsewhere !== undefined), ...here].map(nameOfRight);
  if (names.length === 0) return undefined;
  const shown =
    names.length > 4 ? `${names.slice(0, 4).join(', ')} and ${names.length - 4} more` : names.join(', ');
  return new MissingRight(here.length === 0 ? shown : `${shown} in namespace ${namespace}`);
}

interface PolicyRule {
  apiGroups: string[];
  resources: string[];
  resourceNames?: string[];
  verbs: string[];
}

export interface Roles {
  /** In the namespace. */
  role: PolicyRule[];
  /** Read only. */
  clusterRole: PolicyRule[];
  /** In other namespaces, each with what is needed there. */
  elsewhere: { namespace: string; role: PolicyRule[] }[];
}

/** The Roles and the ClusterRole that grant exactly these rights. Pure. */
export function rolesFor(rights: Right[]): Roles {
  const clusterWide = (right: Right) => !right.resource.namespaced || right.resource === resources.gateway;
  const here = rights.filter(({ elsewhere }) => elsewhere === undefined);
  const others = new Set(rights.flatMap(({ elsewhere }) => elsewhere?.namespace ?? []));
  return {
    role: rulesOf(here.filter(right => !clusterWide(right))),
    clusterRole: rulesOf(here.filter(clusterWide)),
    elsewhere: [...others].map(namespace => ({
      namespace,
      role: rulesOf(rights.filter(({ elsewhere }) => elsewhere?.namespace === namespace)),
    })),
  };
}

function rulesOf(rights: Right[]): PolicyRule[] {
  const rules = new Map<string, PolicyRule>();
  for (const { resource, subresource, verb, elsewhere } of rights) {
    const name = subresource === undefined ? resource.plural : `${resource.plural}/${subresource}`;
    const key = `${resource.group}/${name}/${elsewhere?.name ?? ''}`;
    const rule = rules.get(key) ?? {
      apiGroups: [resource.group],
      resources: [name],
      ...(elsewhere === undefined ? {} : { resourceNames: [elsewhere.name] }),
      verbs: [],
    };
    rule.verbs.push(verb);
    rules.set(key, rule);
  }
  return [...rules.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, rule]) => ({ ...rule, verbs: rule.verbs.sort() }));
}
